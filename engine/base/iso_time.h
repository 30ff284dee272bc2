// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::base {

/// "2024-05-01T09:30:00Z", with ".250" when there are milliseconds. Years 0 to 9999.
std::string toIso(TimeMs time);
/// Reads a day "2024-05-01" or a time "2024-05-01T09:30[:00[.250]][Z|+08:00]"; without a zone it is
/// UTC. Errors: INVALID_TIME with `where`.
Result<TimeMs> parseIso(std::string_view text, std::string_view where);

/// Days since 1970-01-01 as "2024-05-01", and back.
std::string toIsoDay(std::int32_t day);
Result<std::int32_t> parseIsoDay(std::string_view text, std::string_view where);

} // namespace gavel::base
