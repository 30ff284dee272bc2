// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <string_view>

namespace gavel::dsp {

/// A moment as a calendar in some zone shows it.
struct LocalTime
{
    std::int32_t day = 0; ///< days since 1970-01-01 on that calendar
    std::uint32_t hourOfWeek = 0; ///< hour + 24 * weekday, Monday = 0
    bool operator==(const LocalTime&) const = default;
};

struct ZoneTable;

/// An IANA time zone whose offsets were worked out once; cheap to copy, compare and ask.
/// Any thread; at() takes no lock and no memory. The tables live until the program ends.
class TimeZone
{
public:
    TimeZone(); ///< UTC
    /// Error: UNKNOWN_TIME_ZONE. Loads the zone at its first use, under a lock.
    static Result<TimeZone> named(std::string_view name);

    LocalTime at(TimeMs time) const;
    /// Local time less UTC in milliseconds. Before 1970 and after 2099 the nearest known offset
    /// counts.
    std::int64_t offsetMs(TimeMs time) const;
    /// The first moment of a local day; what a day's budget and cap begin with.
    TimeMs startOfDay(std::int32_t day) const;
    std::string_view name() const;
    bool operator==(const TimeZone&) const = default;

private:
    explicit TimeZone(const ZoneTable& table)
        : m_table(&table)
    {
    }
    const ZoneTable* m_table;
};

} // namespace gavel::dsp
