// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/cron_rule.h"

#include "engine/base/clock.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <span>
#include <vector>

namespace gavel::model {

namespace {

constexpr std::int64_t kMinutesOfDay = std::int64_t{24} * 60;
/// 8 x 366 + 1: the longest wait for a 29 February, 1896 to 1904.
constexpr std::int64_t kDaysLookedAt = 2929;

struct Field
{
    std::string_view name;
    int least;
    int most;
    std::span<const std::string_view> names; ///< of `least` and the numbers after it
};

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};
constexpr std::array<Field, 5> kFields{{{"minute", 0, 59, {}},
                                        {"hour", 0, 23, {}},
                                        {"day of month", 1, 31, {}},
                                        {"month", 1, 12, kMonths},
                                        {"day of week", 0, 7, kWeekdays}}};

Error wrong(const Field& field, std::string_view text, std::string_view why)
{
    return {"CRON_INVALID", "cron, " + std::string(field.name),
            '"' + std::string(text) + "\" " + std::string(why),
            "write *, numbers from " + std::to_string(field.least) + " to "
                + std::to_string(field.most) + ", ranges, lists or steps such as */5"};
}

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    for (const std::string_view part : split(text, ' '))
        if (!part.empty())
            found.push_back(part);
    return found;
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 4 || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<int> numberOf(const Field& field, std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32)
                                              : static_cast<char>(letter);
    });
    for (std::size_t i = 0; i < field.names.size(); ++i)
        if (field.names[i] == lower)
            return field.least + static_cast<int>(i);
    const auto value = digits(text);
    return value && *value >= field.least && *value <= field.most ? value : std::nullopt;
}

/// The bits of one member of a list: "*", "7", "mon-fri", "*/5", "10-50/20".
Result<std::uint64_t> bitsOf(const Field& field, std::string_view text)
{
    const auto parts = split(text, '/');
    if (parts.size() > 2)
        return wrong(field, text, "has more than one step");
    const auto step = parts.size() == 2 ? digits(parts[1]) : std::optional<int>(1);
    if (!step || *step < 1 || *step > field.most)
        return wrong(field, text, "has a step that is not a number from 1 on, or too big");
    int first = field.least;
    int last = field.most;
    if (parts[0] != "*") {
        const auto ends = split(parts[0], '-');
        const auto from = numberOf(field, ends[0]);
        const auto to = ends.size() == 2 ? numberOf(field, ends[1]) : from;
        if (ends.size() > 2 || !from || !to)
            return wrong(field, text, "is not a number of this field");
        if (*from > *to)
            return wrong(field, text, "ends before it begins");
        if (parts.size() == 2 && ends.size() == 1)
            return wrong(field, text, "has a step without a range");
        first = *from;
        last = *to;
    }
    std::uint64_t bits = 0;
    for (int value = first; value <= last; value += *step)
        bits |= std::uint64_t{1} << static_cast<unsigned>(value);
    return bits;
}

Result<std::uint64_t> fieldBits(const Field& field, std::string_view text)
{
    std::uint64_t bits = 0;
    for (const std::string_view part : split(text, ',')) {
        const auto some = bitsOf(field, part);
        if (!some)
            return some.error();
        bits |= *some;
    }
    return bits;
}

std::string_view spelledOut(std::string_view text)
{
    if (text == "@hourly")
        return "0 * * * *";
    if (text == "@daily")
        return "0 0 * * *";
    if (text == "@weekly")
        return "0 0 * * 0";
    if (text == "@monthly")
        return "0 0 1 * *";
    return text;
}

/// The first bit at or above a place; 64 when none is.
int bitFrom(std::uint64_t bits, std::int64_t place)
{
    return place > 63 ? 64 : std::countr_zero(bits >> place << place);
}

} // namespace

Result<CronRule> CronRule::parse(std::string_view text)
{
    const auto fields = words(spelledOut(text));
    if (fields.size() != kFields.size())
        return Error{"CRON_INVALID", "cron",
                     '"' + std::string(text) + "\" has " + std::to_string(fields.size())
                         + " fields, not 5",
                     "write minute hour day-of-month month day-of-week, such as 30 2 * * mon-fri"};
    std::array<std::uint64_t, kFields.size()> bits{};
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        const auto some = fieldBits(kFields[i], fields[i]);
        if (!some)
            return some.error();
        bits[i] = *some;
    }
    CronRule rule;
    rule.m_text = text;
    rule.m_minutes = bits[0];
    rule.m_hours = static_cast<std::uint32_t>(bits[1]);
    rule.m_days = static_cast<std::uint32_t>(bits[2]);
    rule.m_months = static_cast<std::uint16_t>(bits[3]);
    rule.m_weekdays = static_cast<std::uint8_t>((bits[4] | bits[4] >> 7) & 0x7f);
    rule.m_anyDay = fields[2].front() == '*';
    rule.m_anyWeekday = fields[4].front() == '*';
    if (!rule.localFrom(0))
        return Error{"CRON_NEVER", "cron, day of month",
                     '"' + std::string(text) + "\" names a day that none of its months has",
                     "choose a day that exists"};
    return rule;
}

bool CronRule::namesDay(std::int64_t day) const
{
    const std::chrono::sys_days date{std::chrono::days(day)};
    const std::chrono::year_month_day civil{date};
    if ((m_months >> static_cast<unsigned>(civil.month()) & 1U) == 0)
        return false;
    const bool dayFits = (m_days >> static_cast<unsigned>(civil.day()) & 1U) != 0;
    const bool weekdayFits = (m_weekdays >> std::chrono::weekday(date).c_encoding() & 1U) != 0;
    if (m_anyDay || m_anyWeekday)
        return dayFits && weekdayFits;
    return dayFits || weekdayFits;
}

std::optional<std::int64_t> CronRule::localFrom(std::int64_t minute) const
{
    std::int64_t day = base::floorDivide(minute, kMinutesOfDay);
    std::int64_t inDay = minute - day * kMinutesOfDay;
    for (const std::int64_t last = day + kDaysLookedAt; day <= last; ++day, inDay = 0) {
        if (!namesDay(day))
            continue;
        const std::int64_t hour = inDay / 60;
        if ((m_hours >> hour & 1U) != 0)
            if (const int at = bitFrom(m_minutes, inDay % 60); at < 60)
                return day * kMinutesOfDay + hour * 60 + at;
        if (const int at = bitFrom(m_hours, hour + 1); at < 24)
            return day * kMinutesOfDay + at * std::int64_t{60} + bitFrom(m_minutes, 0);
    }
    return std::nullopt;
}

} // namespace gavel::model
