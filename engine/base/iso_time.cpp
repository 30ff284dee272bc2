// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace gavel::base {

namespace {

using std::chrono::sys_days;

constexpr std::int64_t kFirstDay = -719528; // 0000-01-01
constexpr std::int64_t kLastDay = 2932896; // 9999-12-31

Error notATime(std::string_view text, std::string_view where, std::string_view example)
{
    return {"INVALID_TIME", std::string(where),
            "\"" + std::string(text.substr(0, 40)) + "\" is not a date or time",
            "write it as " + std::string(example)};
}

/// Takes fixed-width digits and marks from the front of a text; turns false at the first surprise.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_rest(text)
    {
    }

    std::int64_t digits(std::size_t count)
    {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (i >= m_rest.size() || m_rest[i] < '0' || m_rest[i] > '9') {
                m_good = false;
                return 0;
            }
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }
    void mark(char wanted) { m_good = skip(wanted) && m_good; }
    bool skip(char wanted)
    {
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// One to nine decimals, as milliseconds, the rest cut.
    std::int64_t milliseconds()
    {
        std::int64_t value = 0;
        std::size_t count = 0;
        for (; count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9'; ++count)
            value = count < 3 ? value * 10 + (m_rest[count] - '0') : value;
        for (std::size_t i = count; i < 3; ++i)
            value *= 10;
        m_good = m_good && count > 0 && count <= 9;
        m_rest.remove_prefix(count);
        return value;
    }
    void need(bool condition) { m_good = m_good && condition; }
    bool atEnd() const { return m_rest.empty(); }
    bool good() const { return m_good; }

private:
    std::string_view m_rest;
    bool m_good = true;
};

std::int64_t takeDay(Cursor& cursor)
{
    using namespace std::chrono;
    const auto y = cursor.digits(4);
    cursor.mark('-');
    const auto m = cursor.digits(2);
    cursor.mark('-');
    const auto d = cursor.digits(2);
    const year_month_day date{year{static_cast<int>(y)}, month{static_cast<unsigned>(m)},
                              day{static_cast<unsigned>(d)}};
    cursor.need(date.ok());
    return cursor.good() ? sys_days(date).time_since_epoch().count() : 0;
}

std::int64_t takeClock(Cursor& cursor)
{
    const auto hours = cursor.digits(2);
    cursor.mark(':');
    const auto minutes = cursor.digits(2);
    std::int64_t seconds = 0;
    std::int64_t milliseconds = 0;
    if (cursor.skip(':')) {
        seconds = cursor.digits(2);
        if (cursor.skip('.'))
            milliseconds = cursor.milliseconds();
    }
    cursor.need(hours <= 23 && minutes <= 59 && seconds <= 59);
    return hours * kHourMs + minutes * kMinuteMs + seconds * kSecondMs + milliseconds;
}

std::int64_t takeZone(Cursor& cursor)
{
    if (cursor.atEnd() || cursor.skip('Z'))
        return 0;
    const bool east = cursor.skip('+');
    if (!east)
        cursor.mark('-');
    const auto hours = cursor.digits(2);
    cursor.skip(':');
    const auto minutes = cursor.digits(2);
    cursor.need(hours <= 18 && minutes <= 59);
    const auto offset = hours * kHourMs + minutes * kMinuteMs;
    return east ? offset : -offset;
}

} // namespace

std::string toIsoDay(std::int32_t day)
{
    const std::chrono::year_month_day date{sys_days(std::chrono::days(day))};
    std::array<char, 40> text{};
    const auto length
        = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string toIso(TimeMs time)
{
    // What a four-digit year cannot say is shown at the edge of what it can.
    const auto inRange = std::clamp(time.value, kFirstDay * kDayMs, (kLastDay + 1) * kDayMs - 1);
    const auto sinceDay = ((inRange % kDayMs) + kDayMs) % kDayMs;
    const auto day = (inRange - sinceDay) / kDayMs;
    std::array<char, 40> text{};
    auto length = std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d",
                                static_cast<int>(sinceDay / kHourMs),
                                static_cast<int>(sinceDay % kHourMs / kMinuteMs),
                                static_cast<int>(sinceDay % kMinuteMs / kSecondMs));
    std::string iso = toIsoDay(static_cast<std::int32_t>(day));
    iso.append(text.data(), static_cast<std::size_t>(length));
    if (sinceDay % kSecondMs != 0) {
        length = std::snprintf(text.data(), text.size(), ".%03d",
                               static_cast<int>(sinceDay % kSecondMs));
        iso.append(text.data(), static_cast<std::size_t>(length));
    }
    return iso + "Z";
}

Result<std::int32_t> parseIsoDay(std::string_view text, std::string_view where)
{
    Cursor cursor(text);
    const auto day = takeDay(cursor);
    if (!cursor.good() || !cursor.atEnd())
        return notATime(text, where, "2024-05-01");
    return static_cast<std::int32_t>(day);
}

Result<TimeMs> parseIso(std::string_view text, std::string_view where)
{
    Cursor cursor(text);
    auto time = takeDay(cursor) * kDayMs;
    if (!cursor.atEnd()) {
        if (!cursor.skip(' '))
            cursor.mark('T');
        time += takeClock(cursor);
        time -= takeZone(cursor);
    }
    if (!cursor.good() || !cursor.atEnd())
        return notATime(text, where, "2024-05-01T09:30:00Z");
    return TimeMs{time};
}

} // namespace gavel::base
