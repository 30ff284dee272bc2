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
    std::string_view origin; ///< a file's name, "POST /ad"
    std::uint64_t position = 0; ///< line of its file, or count in its source
    std::string_view line; ///< as it came
};

/// The hash of its id. One that has none is known by its line and the place of it: the same each
/// time it is read from there, another one when a file of that name holds another line there.
Hash128 eventIdOf(const model::AdEvent& event, const Received& received);

} // namespace gavel::pipeline
