// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/targeting_json.h"

#include <array>
#include <charconv>
#include <optional>

namespace gavel::model {

namespace {

constexpr std::size_t kDays = 7;
constexpr std::size_t kHours = 24;
constexpr std::array<std::string_view, kDays> kDayNames{"mon", "tue", "wed", "thu",
                                                        "fri", "sat", "sun"};

std::uint32_t hoursOfDay(const HourGrid& grid, std::size_t day)
{
    std::uint32_t bits = 0;
    for (std::size_t hour = 0; hour < kHours; ++hour)
        bits |= grid[day * kHours + hour] ? 1U << hour : 0U;
    return bits;
}

/// Adds "DAYS 8-18" for each run of hours in the bits.
void addRuns(const std::string& days, std::uint32_t bits, std::vector<std::string>& texts)
{
    std::size_t hour = 0;
    while (hour < kHours) {
        if ((bits >> hour & 1U) == 0) {
            ++hour;
            continue;
        }
        const auto first = hour;
        while (hour < kHours && (bits >> hour & 1U) != 0)
            ++hour;
        texts.push_back(days + " " + std::to_string(first) + "-" + std::to_string(hour));
    }
}

struct Span
{
    std::size_t first = 0;
    std::size_t end = 0; ///< exclusive
};

std::optional<std::size_t> dayNamed(std::string_view name)
{
    for (std::size_t day = 0; day < kDays; ++day)
        if (kDayNames[day] == name)
            return day;
    return std::nullopt;
}

std::optional<Span> parseDays(std::string_view text)
{
    const auto dash = text.find('-');
    const auto first = dayNamed(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : dayNamed(text.substr(dash + 1));
    if (!first || !last || *last < *first)
        return std::nullopt;
    return Span{*first, *last + 1};
}

std::optional<std::size_t> parseHour(std::string_view text)
{
    std::size_t hour = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, hour);
    if (text.empty() || text.size() > 2 || read.ec != std::errc{} || read.ptr != end
        || hour > kHours)
        return std::nullopt;
    return hour;
}

std::optional<Span> parseSpan(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto first = parseHour(text.substr(0, dash));
    const auto end = parseHour(text.substr(dash + 1));
    if (!first || !end || *first >= *end)
        return std::nullopt;
    return Span{*first, *end};
}

} // namespace

std::vector<std::string> hourTexts(const HourGrid& hours)
{
    std::vector<std::string> texts;
    for (std::size_t day = 0; day < kDays;) {
        const auto bits = hoursOfDay(hours, day);
        auto end = day + 1;
        while (end < kDays && hoursOfDay(hours, end) == bits)
            ++end;
        std::string days(kDayNames[day]);
        if (end > day + 1)
            days += "-" + std::string(kDayNames[end - 1]);
        addRuns(days, bits, texts);
        day = end;
    }
    return texts;
}

Result<HourGrid> parseHours(const std::vector<std::string>& texts, std::string_view where)
{
    HourGrid grid;
    for (const std::string_view text : texts) {
        const auto blank = text.find(' ');
        const auto days = parseDays(text.substr(0, blank));
        const auto hours
            = blank == std::string_view::npos ? std::nullopt : parseSpan(text.substr(blank + 1));
        if (!days || !hours)
            return Error{"INVALID_FIELD", std::string(where),
                         "\"" + std::string(text.substr(0, 40)) + "\" is not a range of hours",
                         "write it as \"mon-fri 8-18\""};
        for (auto day = days->first; day < days->end; ++day)
            for (auto hour = hours->first; hour < hours->end; ++hour)
                grid.set(day * kHours + hour);
    }
    return grid;
}

std::string osVersionText(const OsVersionRule& rule)
{
    std::string text = rule.os + " " + std::to_string(rule.least >> 16) + "."
        + std::to_string(rule.least >> 8 & 0xffU);
    if ((rule.least & 0xffU) != 0)
        text += "." + std::to_string(rule.least & 0xffU);
    return text;
}

Result<OsVersionRule> parseOsVersion(std::string_view text, std::string_view where)
{
    const Error wrong{"INVALID_FIELD", std::string(where),
                      "\"" + std::string(text.substr(0, 40)) + "\" is not a system with a version",
                      "write it as \"iOS 15.2\""};
    const auto blank = text.rfind(' ');
    if (blank == std::string_view::npos || blank == 0)
        return wrong;
    std::array<unsigned, 3> parts{};
    constexpr std::array<unsigned, 3> kMost{0xffff, 0xff, 0xff};
    const char* at = text.data() + blank + 1;
    const char* const end = text.data() + text.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto read = std::from_chars(at, end, parts[i]);
        if (read.ec != std::errc{} || parts[i] > kMost[i])
            return wrong;
        at = read.ptr;
        if (at == end)
            return OsVersionRule{std::string(text.substr(0, blank)),
                                 packVersion(parts[0], parts[1], parts[2])};
        if (*at++ != '.')
            return wrong;
    }
    return wrong;
}

} // namespace gavel::model
