// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <cstdint>

namespace gavel::store {

/// The row number of an event: source above, sequence in the lower 40 bits. Equal facts have equal
/// keys.
inline constexpr std::uint64_t kMostSequence = (std::uint64_t{1} << 40) - 1;
inline constexpr std::uint32_t kMostSource = (std::uint32_t{1} << 23) - 1;
constexpr std::int64_t eventKey(std::uint32_t source, std::uint64_t sequence)
{
    return static_cast<std::int64_t>((std::uint64_t{source} << 40) | sequence);
}

/// Quarters of an hour since 1970, rounded down: every time zone's day is made of whole ones.
inline constexpr std::int64_t kQuarterMs = 15 * base::kMinuteMs;
constexpr std::int64_t quarterOf(TimeMs time)
{
    const std::int64_t quarter = time.value / kQuarterMs;
    return time.value % kQuarterMs < 0 ? quarter - 1 : quarter;
}

} // namespace gavel::store
