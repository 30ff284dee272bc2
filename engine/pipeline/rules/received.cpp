// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/received.h"

#include "engine/base/random.h"

namespace gavel::pipeline {

namespace {

constexpr std::uint32_t kPlaceSeed = 1; ///< apart from the hashes of ids

} // namespace

Hash128 eventIdOf(const model::AdEvent& event, const Received& received)
{
    const auto id = event[model::AdField::EventId];
    if (!id.empty())
        return hash128(id);
    Hash128 hash = hash128(received.source, kPlaceSeed);
    for (const std::string_view part : {received.origin, received.line}) {
        const Hash128 next = hash128(part, kPlaceSeed);
        hash = {base::mix64(hash.high) ^ next.high, base::mix64(hash.low) ^ next.low};
    }
    // Each step can be undone, so that the same line at two places never meets.
    return {base::mix64(hash.high ^ received.position),
            base::mix64(hash.low ^ base::mix64(received.position))};
}

} // namespace gavel::pipeline
