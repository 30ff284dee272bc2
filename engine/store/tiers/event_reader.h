// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/logged_event.h"
#include "engine/store/tiers/event_cursor.h"

#include <functional>

namespace gavel::store {

/// An event as the tables hold it, and the other way round.
EventRow rowOf(const LoggedEvent& event);
LoggedEvent eventOf(std::uint32_t run, const EventRow& row);

/// Calls take for what is wanted of every tier, or until it says false. For who reads much: there
/// is no SQL between.
Result<void> eachEvent(Connection& connection, const EventsWanted& wanted,
                       const std::function<bool(const EventRow&)>& take);

} // namespace gavel::store
