// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/attributed_by.h"
#include "engine/model/delivery_event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// An event on the way from an auction to a conversion.
struct LinkedEvent
{
    std::int64_t key = 0;
    model::AttributedBy how{}; ///< what joins it to the one that it caused, or that caused it
    model::EventKind kind{};
    TimeMs at;
    std::uint64_t auction = 0; ///< 0 = it is of none
    std::string source;
    std::uint64_t sequence = 0;
    std::string campaign;
};

/// What caused an event, nearest first: of a conversion its click, then what was clicked. For
/// readers. Empty when it is not known.
Result<std::vector<LinkedEvent>> readCauses(store::Connection& connection, std::int64_t key);
/// What it caused, and what that caused, at most `most`; of a real auction's event what any event
/// of that auction caused.
Result<std::vector<LinkedEvent>> readEffects(store::Connection& connection, std::int64_t key,
                                             std::size_t most);

} // namespace gavel::pipeline
