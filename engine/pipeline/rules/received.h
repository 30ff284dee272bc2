// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/model/ad_event.h"
#include "engine/pipeline/values/text_hash.h"

#include <cstdint>
#include <string_view>

namespace gavel::pipeline {

/// When and from where an event came.
struct Received
{
    TimeMs now;
    std::string_view source;
    std::uint64_t position = 0; ///< line of its file, or count in its source
};

/// The id of an event that has none: the same each time it is read from there.
Hash128 eventIdOf(std::string_view source, std::uint64_t position);
/// The hash of its id, else eventIdOf().
Hash128 eventIdOf(const model::AdEvent& event, const Received& received);

} // namespace gavel::pipeline
