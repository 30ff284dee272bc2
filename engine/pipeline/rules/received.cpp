// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/received.h"

#include "engine/base/random.h"

namespace gavel::pipeline {

namespace {

constexpr std::uint32_t kPlaceSeed = 1; ///< apart from the hashes of ids

} // namespace

Hash128 eventIdOf(std::string_view source, std::uint64_t position)
{
    // Each step can be undone, so two positions of a source never meet.
    const Hash128 hash = hash128(source, kPlaceSeed);
    return {base::mix64(hash.high ^ position), base::mix64(hash.low ^ base::mix64(position))};
}

Hash128 eventIdOf(const model::AdEvent& event, const Received& received)
{
    const auto id = event[model::AdField::EventId];
    return id.empty() ? eventIdOf(received.source, received.position) : hash128(id);
}

} // namespace gavel::pipeline
