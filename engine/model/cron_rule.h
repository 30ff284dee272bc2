// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gavel::model {

/// Five fields: minute hour day-of-month month day-of-week, each *, a number, a name (jan, mon), a
/// range, a step (*/5, 10-50/20) or a list of these; Sunday is 0 or 7. When both day fields are
/// bound either may match (POSIX crontab). @hourly, @daily, @weekly and @monthly are short for the
/// usual five. Says local times; instants are a matter of a zone.
class CronRule
{
public:
    /// Errors: CRON_INVALID with the field and what is wrong, CRON_NEVER for a day that no month
    /// has (30 February).
    static Result<CronRule> parse(std::string_view text);

    /// The first local minute at or after one that the rule names, in minutes since 1970 as its
    /// clock shows; nothing when it never comes.
    std::optional<std::int64_t> localFrom(std::int64_t minute) const;
    /// As given.
    const std::string& text() const { return m_text; }
    bool operator==(const CronRule&) const = default;

private:
    bool namesDay(std::int64_t day) const;

    std::string m_text;
    std::uint64_t m_minutes = 0; ///< a bit each, as in all fields
    std::uint32_t m_hours = 0;
    std::uint32_t m_days = 0;
    std::uint16_t m_months = 0;
    std::uint8_t m_weekdays = 0; ///< Sunday = bit 0
    bool m_anyDay = true;
    bool m_anyWeekday = true;
};

} // namespace gavel::model
