// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/metric_keys.h"

#include "engine/base/iso_time.h"
#include "engine/pipeline/explore/metric.h"
#include "engine/pipeline/values/text_hash.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <date/date.h>

namespace gavel::gateway {

namespace {

using pipeline::CountedBy;
using pipeline::Granularity;
using pipeline::Measures;

constexpr int kQuartersPerHour = 4;
constexpr int kHoursPerDay = 24;

Error wrongKey(std::string what)
{
    return {"KEY_WRONG", "key", std::move(what),
            "write ad:metrics:{id}:clicks, campaign:metrics:{id}:ctr, "
            "hourly:metrics:{id}:{date}:{hour}:clicks, daily:metrics:{id}:{date}:clicks or "
            "session:{id}:clicks"};
}

Error notFound()
{
    return {"METRIC_NOT_FOUND", "key", "nothing was counted under it", "look at the id"};
}

std::vector<std::string_view> partsOf(std::string_view key)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = key.find(':');
        parts.push_back(key.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        key.remove_prefix(end + 1);
    }
}

/// A number of so many digits; -1 when it is none.
int numberOf(std::string_view digits)
{
    int number = -1;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? number : -1;
}

Result<std::int64_t> dayOf(std::string_view text)
{
    constexpr std::string_view kShape = "2026-01-01";
    const bool isShaped = text.size() == kShape.size() && text[4] == '-' && text[7] == '-';
    const auto part = [&](std::size_t begin) {
        return isShaped ? static_cast<unsigned>(std::max(0, numberOf(text.substr(begin, 2)))) : 0U;
    };
    const date::year_month_day day(date::year(isShaped ? numberOf(text.substr(0, 4)) : 0),
                                   date::month(part(5)), date::day(part(8)));
    if (!day.ok())
        return wrongKey("\"" + std::string(text) + "\" is no date; write 2026-03-20");
    return std::int64_t{date::sys_days(day).time_since_epoch().count()};
}

Result<int> hourOf(std::string_view text)
{
    const int hour = numberOf(text);
    if (hour < 0 || hour >= kHoursPerDay)
        return wrongKey("\"" + std::string(text) + "\" is no hour; write 0 to 23");
    return hour;
}

/// What a key asks for.
struct Asked
{
    pipeline::CounterQuery query;
    std::string_view measure;
    int hourOfDay = -1; ///< of every day
};

Result<Asked> readSession(Asked asked, std::string_view id)
{
    if (asked.measure != "clicks")
        return wrongKey("a session has clicks only");
    asked.query.by = CountedBy::Session;
    asked.query.name = pipeline::hash64(id);
    return asked;
}

/// The day, or the hour of a day, that the parts behind an id name.
Result<void> readTime(pipeline::CounterQuery& query, const std::vector<std::string_view>& parts)
{
    const auto day = dayOf(parts[3]);
    if (!day)
        return day.error();
    if (parts[0] == "daily") {
        query.granularity = Granularity::Day;
        query.from = *day;
        query.to = *day + 1;
        return {};
    }
    const auto hour = hourOf(parts[4]);
    if (!hour)
        return hour.error();
    query.granularity = Granularity::Quarter;
    query.from = (*day * kHoursPerDay + *hour) * kQuartersPerHour;
    query.to = query.from + kQuartersPerHour;
    return {};
}

Result<Asked> read(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
                   std::string_view key)
{
    const auto parts = partsOf(key);
    Asked asked;
    asked.query.scopes = scopes;
    asked.query.by = CountedBy::Ad;
    asked.measure = parts.back();
    if (parts.size() == 3 && parts[0] == "session")
        return readSession(std::move(asked), parts[1]);
    if (parts.size() < 4 || parts[1] != "metrics")
        return wrongKey("it has too few parts");
    const std::string_view id = parts[2];
    if (parts.size() == 4 && (parts[0] == "ad" || parts[0] == "campaign")) {
        asked.query.by = parts[0] == "ad" ? CountedBy::Ad : CountedBy::Campaign;
    } else if ((parts.size() == 5 && parts[0] == "daily")
               || (parts.size() == 6 && parts[0] == "hourly")) {
        if (auto known = readTime(asked.query, parts); !known)
            return known.error();
    } else {
        return wrongKey("\"" + std::string(parts[0]) + "\" with so many parts is not known");
    }
    const auto& known = pipeline::kToldMetrics;
    if (asked.measure != "unique_users"
        && std::find(known.begin(), known.end(), asked.measure) == known.end())
        return wrongKey("\"" + std::string(asked.measure) + "\" is no measure");
    const auto name = pipeline::nameOf(reader, asked.query.by, id);
    if (!name)
        return name.error();
    if (!*name)
        return notFound();
    asked.query.name = **name;
    return asked;
}

} // namespace

Result<std::string> metricOf(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
                             std::string_view key)
{
    const auto asked = read(reader, scopes, key);
    if (!asked)
        return asked.error();
    if (asked->measure == "unique_users") {
        const auto users = pipeline::readUsers(reader, asked->query);
        if (!users)
            return users.error();
        return std::to_string(*users);
    }
    const auto rows = pipeline::readCounters(reader, asked->query);
    if (!rows)
        return rows.error();
    Measures sum;
    for (const auto& row : *rows)
        sum += row.measures;
    const auto text = rows->empty() ? std::nullopt : pipeline::metricText(sum, asked->measure);
    if (!text)
        return notFound();
    return *text;
}

Result<std::vector<std::pair<std::string, std::string>>>
metricsUnder(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
             std::string_view prefix, std::size_t most)
{
    const auto parts = partsOf(prefix);
    if (parts.size() < 3 || parts[1] != "metrics" || (parts[0] != "ad" && parts[0] != "campaign"))
        return wrongKey("keys are listed under ad:metrics: and campaign:metrics:");
    const CountedBy by = parts[0] == "ad" ? CountedBy::Ad : CountedBy::Campaign;
    const auto rows
        = pipeline::readCounters(reader, {scopes, by, std::nullopt, Granularity::Total, 0, 1});
    if (!rows)
        return rows.error();
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& row : *rows) {
        const auto id = pipeline::textOf(reader, by, row.name);
        if (!id)
            return id.error();
        const std::string begin = std::string(parts[0]) + ":metrics:" + *id + ":";
        for (const std::string_view measure : pipeline::kToldMetrics) {
            const std::string key = begin + std::string(measure);
            const auto text = key.starts_with(prefix) ? pipeline::metricText(row.measures, measure)
                                                      : std::optional<std::string>();
            if (text && found.size() < most)
                found.emplace_back(key, *text);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace gavel::gateway
