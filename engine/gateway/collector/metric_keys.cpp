// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/metric_keys.h"

#include "engine/base/iso_time.h"
#include "engine/pipeline/explore/metric.h"
#include "engine/pipeline/values/text_hash.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <date/date.h>
#include <optional>

namespace gavel::gateway {

namespace {

using pipeline::CountedBy;
using pipeline::Granularity;
using pipeline::Measures;

constexpr int kQuartersPerHour = 4;
constexpr int kHoursPerDay = 24;
constexpr std::int64_t kMostQuarters = std::int64_t{1} << 40; ///< later than any

Error wrongKey(std::string what)
{
    return {"KEY_WRONG", "key", std::move(what),
            "write ad:metrics:{id}:clicks, campaign:metrics:{id}:ctr, "
            "hourly:metrics:{id}:{date}:{hour}:clicks, hourly:metrics:{id}:{hour}:clicks, "
            "daily:metrics:{id}:{date}:clicks or session:{id}:clicks"};
}

Error notFound()
{
    return {"METRIC_NOT_FOUND", "key", "nothing was counted under it", "look at the id"};
}

/// A key from both its ends: what is between may hold anything, also colons.
class KeyParts
{
public:
    explicit KeyParts(std::string_view key)
        : m_rest(key)
    {
    }
    std::string_view takeFirst()
    {
        const std::size_t end = std::min(m_rest.find(':'), m_rest.size());
        const std::string_view part = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        return part;
    }
    std::string_view last() const { return m_rest.substr(lastBegin()); }
    std::string_view takeLast()
    {
        const std::string_view part = last();
        m_rest = m_rest.substr(0, std::max<std::size_t>(lastBegin(), 1) - 1);
        return part;
    }
    std::string_view rest() const { return m_rest; }

private:
    std::size_t lastBegin() const
    {
        const std::size_t colon = m_rest.rfind(':');
        return colon == std::string_view::npos ? 0 : colon + 1;
    }
    std::string_view m_rest;
};

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
    std::optional<int> hourOfDay; ///< of every day
};

Result<Asked> readSession(Asked asked, KeyParts parts)
{
    asked.measure = parts.takeLast();
    if (asked.measure != "clicks" || parts.rest().empty())
        return wrongKey("a session has clicks only");
    asked.query.by = CountedBy::Session;
    asked.query.name = pipeline::hash64(parts.rest());
    return asked;
}

Result<void> readDay(Asked& asked, KeyParts& parts)
{
    const auto day = dayOf(parts.takeLast());
    if (!day)
        return day.error();
    asked.query.granularity = Granularity::Day;
    asked.query.from = *day;
    asked.query.to = *day + 1;
    return {};
}

/// An hour of a day, or that hour of every day.
Result<void> readHour(Asked& asked, KeyParts& parts)
{
    const auto hour = hourOf(parts.takeLast());
    if (!hour)
        return hour.error();
    asked.query.granularity = Granularity::Quarter;
    const auto day = dayOf(parts.last());
    if (!day) {
        asked.hourOfDay = *hour;
        asked.query.to = kMostQuarters;
        return {};
    }
    parts.takeLast();
    asked.query.from = (*day * kHoursPerDay + *hour) * kQuartersPerHour;
    asked.query.to = asked.query.from + kQuartersPerHour;
    return {};
}

Result<Asked> read(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
                   std::string_view key)
{
    KeyParts parts(key);
    Asked asked;
    asked.query.scopes = scopes;
    asked.query.by = CountedBy::Ad;
    const std::string_view kind = parts.takeFirst();
    if (kind == "session")
        return readSession(std::move(asked), parts);
    if (parts.takeFirst() != "metrics")
        return wrongKey("it does not begin as one of these");
    asked.measure = parts.takeLast();
    Result<void> timed;
    if (kind == "daily")
        timed = readDay(asked, parts);
    else if (kind == "hourly")
        timed = readHour(asked, parts);
    else if (kind == "campaign")
        asked.query.by = CountedBy::Campaign;
    else if (kind != "ad")
        return wrongKey("\"" + std::string(kind) + "\" is not known");
    if (!timed)
        return timed.error();
    const std::string_view id = parts.rest();
    if (id.empty())
        return wrongKey("it has too few parts");
    const auto& known = pipeline::kToldMetrics;
    const bool isUsers = asked.measure == "unique_users";
    if (!isUsers && std::find(known.begin(), known.end(), asked.measure) == known.end())
        return wrongKey("\"" + std::string(asked.measure) + "\" is no measure");
    if (isUsers && kind == "hourly")
        return wrongKey("users are counted by day and in all");
    const auto name = pipeline::nameOf(reader, asked.query.by, id);
    if (!name)
        return name.error();
    if (!*name)
        return notFound();
    asked.query.name = **name;
    return asked;
}

/// The row is of the hour that was asked for.
bool isOfHour(const Asked& asked, const pipeline::CounterRow& row)
{
    return !asked.hourOfDay || row.bucket / kQuartersPerHour % kHoursPerDay == *asked.hourOfDay;
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
    bool any = false;
    for (const auto& row : *rows) {
        if (!isOfHour(*asked, row))
            continue;
        sum += row.measures;
        any = true;
    }
    const auto text = !any ? std::nullopt : pipeline::metricText(sum, asked->measure);
    if (!text)
        return notFound();
    return *text;
}

Result<std::vector<std::pair<std::string, std::string>>>
metricsUnder(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
             std::string_view prefix, std::size_t most)
{
    const std::string_view kind = prefix.starts_with("ad:metrics:") ? "ad" : "campaign";
    if (kind != "ad" && !prefix.starts_with("campaign:metrics:"))
        return wrongKey("keys are listed under ad:metrics: and campaign:metrics:");
    const CountedBy by = kind == "ad" ? CountedBy::Ad : CountedBy::Campaign;
    const auto rows
        = pipeline::readCounters(reader, {scopes, by, std::nullopt, Granularity::Total, 0, 1});
    if (!rows)
        return rows.error();
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& row : *rows) {
        const auto id = pipeline::textOf(reader, by, row.name);
        if (!id)
            return id.error();
        const std::string begin = std::string(kind) + ":metrics:" + *id + ":";
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
