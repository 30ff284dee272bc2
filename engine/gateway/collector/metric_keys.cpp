// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/metric_keys.h"

#include "engine/base/iso_time.h"
#include "engine/base/money.h"
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

constexpr std::array<std::string_view, 13> kMeasures{
    "impressions", "viewable", "clicks", "conversions", "spend", "revenue",     "ctr",
    "cvr",         "cpc",      "cpm",    "cpa",         "roas",  "unique_users"};
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

std::string ratio(std::int64_t part, std::int64_t whole)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text,
                                   static_cast<double>(part) / static_cast<double>(whole),
                                   std::chars_format::fixed, 6);
    return {text, end.ptr};
}

/// An amount of nano-units divided by a count, to a millionth, rounded down.
std::string perOne(std::int64_t nanos, std::int64_t count)
{
    constexpr std::int64_t kNanosPerMicro = 1000;
    return base::formatDecimal(nanos / count / kNanosPerMicro, 6, 6);
}

/// Nothing where a ratio has no base.
std::optional<std::string> textOf(const Measures& m, std::string_view measure)
{
    constexpr std::int64_t kNanosPerMicro = 1000;
    if (measure == "impressions")
        return std::to_string(m.impressions);
    if (measure == "viewable")
        return std::to_string(m.viewable);
    if (measure == "clicks")
        return std::to_string(m.clicks);
    if (measure == "conversions")
        return std::to_string(m.conversions);
    if (measure == "spend")
        return base::formatDecimal(m.spentNanos / kNanosPerMicro, 6, 6);
    if (measure == "revenue")
        return base::formatDecimal(m.valueMicros, 6, 6);
    if (measure == "ctr" && m.impressions > 0)
        return ratio(m.clicks, m.impressions);
    if (measure == "cvr" && m.clicks > 0)
        return ratio(m.conversions, m.clicks);
    if (measure == "cpc" && m.clicks > 0)
        return perOne(m.spentNanos, m.clicks);
    if (measure == "cpm" && m.impressions > 0)
        return perOne(m.spentNanos * 1000, m.impressions);
    if (measure == "cpa" && m.conversions > 0)
        return perOne(m.spentNanos, m.conversions);
    if (measure == "roas" && m.spentNanos >= kNanosPerMicro)
        return ratio(m.valueMicros, m.spentNanos / kNanosPerMicro);
    return std::nullopt;
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
    if (std::find(kMeasures.begin(), kMeasures.end(), asked.measure) == kMeasures.end())
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
    const auto text = rows->empty() ? std::nullopt : textOf(sum, asked->measure);
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
        for (const std::string_view measure : kMeasures) {
            const std::string key = begin + std::string(measure);
            const auto text = key.starts_with(prefix) ? textOf(row.measures, measure)
                                                      : std::optional<std::string>();
            if (text && found.size() < most)
                found.emplace_back(key, *text);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace gavel::gateway
