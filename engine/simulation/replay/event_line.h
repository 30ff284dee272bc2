// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/event_log.h"

#include <string>
#include <string_view>

namespace gavel::simulation {

/// A delivery event as one line of a file, without its end:
/// {"source":1,"sequence":7,"kind":"win","at":"2026-01-05T10:00:00Z","auction":"17",
/// "campaign":"camp-001","seat":"northwind","placement":"top","creative":"cr-1","user":"99",
/// "amount":660000000,"publisher":594000000,"bid":700000000,"floor":250000000}. Names of model's
/// kEventNames; a win that nobody's quota covered has "uncharged":true; prices in nano-units, a
/// conversion's amount in micro-units; what is empty or 0 is left out. Auctions and users are
/// 64-bit numbers, written as text so that no reader rounds them.
std::string eventLine(const store::StoredEvent& event);

/// Reads such a line. Errors name the field in `where`: a value of the wrong kind or out of range,
/// an unknown field, an event without its auction, a win priced outside its floor and bid.
Result<store::StoredEvent> parseEventLine(std::string_view line);

} // namespace gavel::simulation
