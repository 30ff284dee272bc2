// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/topics/metric_topic.h"

#include "engine/base/iso_time.h"
#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/explore/metric.h"
#include "engine/pipeline/topics/topic_tables.h"
#include "engine/store/workspace.h"

#include <array>

namespace gavel::pipeline {

namespace {

using store::NameKind;

constexpr std::string_view kMetricTopic = "metrics";
constexpr std::int64_t kHourMinutes = 60;
constexpr std::int64_t kHourQuarters = 4;
constexpr int kRowColumns = 8; ///< before the measures

std::int64_t minuteOf(TimeMs time)
{
    return base::floorDivide(time.value, base::kMinuteMs);
}

} // namespace

MetricTopic::MetricTopic(TimeMs now)
    : m_minute(minuteOf(now))
{
}

/// The first time, what was counted before is not told.
Result<void> MetricTopic::begin(store::Workspace& workspace, store::Connection& reader)
{
    auto places = readPlaces(reader, kMetricTopic);
    const auto newest = reader.integer("SELECT max(place) FROM metric_change");
    const auto oldest = reader.integer("SELECT min(place) FROM metric_change");
    if (!places || !newest || !oldest)
        return !places ? places.error() : !newest ? newest.error() : oldest.error();
    if (!*places) {
        auto counted = readCounted(reader);
        if (!counted)
            return counted.error();
        auto begun = workspace.writeAndWait([&](store::Connection& connection) {
            return keepPlaces(connection, kMetricTopic, counted->counters);
        });
        if (!begun)
            return begun;
        *places = std::move(counted->counters);
    }
    m_places = std::move(**places);
    m_kept = {std::max<std::uint64_t>(1, static_cast<std::uint64_t>(*oldest)),
              static_cast<std::uint64_t>(*newest)};
    m_isRead = true;
    return {};
}

Result<KeptPlaces> MetricTopic::look(store::Workspace& workspace, store::Connection& reader,
                                     TimeMs now)
{
    if (!m_isRead)
        if (auto begun = begin(workspace, reader); !begun)
            return begun.error();
    if (minuteOf(now) != m_minute || m_hasMore)
        if (auto told = tell(workspace, reader, now); !told)
            return told.error();
    return m_kept;
}

Result<void> MetricTopic::tell(store::Workspace& workspace, store::Connection& reader, TimeMs now)
{
    // How far the log is counted and what the counters are, of one moment.
    if (auto begun = reader.execute("BEGIN"); !begun)
        return begun;
    CountedTo places = m_places;
    Result<std::vector<Row>> rows = std::vector<Row>();
    const auto counters = touched(reader, places);
    if (counters)
        rows = rowsOf(reader, *counters);
    const auto ended = reader.execute("COMMIT");
    if (!counters || !rows || !ended)
        return !counters ? counters.error() : !rows ? rows.error() : ended.error();
    if (!rows->empty() || places != m_places) {
        auto kept = workspace.writeAndWait(
            [&](store::Connection& connection) { return keep(connection, *rows, places, now); });
        if (!kept) {
            m_isRead = false;
            return kept;
        }
    }
    m_places = std::move(places);
    m_minute = minuteOf(now);
    return {};
}

/// What the events behind the places have changed; the places move on to the last that was seen.
Result<MetricTopic::Touched> MetricTopic::touched(store::Connection& reader, CountedTo& places)
{
    const auto sources = readLogSources(reader);
    auto scopes = Scopes::read(reader);
    auto counted = readCounted(reader);
    if (!sources || !scopes || !counted)
        return !sources ? sources.error() : !scopes ? scopes.error() : counted.error();
    m_scopes = std::move(*scopes);
    if (!m_hasMore)
        m_goal = counted->counters;
    m_words.refresh();
    m_hasMore = false;
    Touched counters;
    for (const LogSource& source : *sources) {
        const auto to = m_goal.find(source.source);
        if (to == m_goal.end())
            continue;
        std::uint64_t& from = places[source.source];
        Result<void> made;
        const auto read = eachLogged(reader, source.run, source.source, from, to->second,
                                     [&](const store::LoggedEvent& event) {
                                         made = touch(reader, event, counters);
                                         from = event.sequence;
                                         return made && counters.size() < 3 * kMostTouched;
                                     });
        if (!read || !made)
            return !read ? read.error() : made.error();
        m_hasMore = from < to->second;
        if (m_hasMore)
            break;
    }
    return counters;
}

Result<void> MetricTopic::touch(store::Connection& reader, const store::LoggedEvent& event,
                                Touched& counters)
{
    const auto ad = m_words.adOf(reader, event);
    const auto belongings = m_words.belongings(reader);
    const auto scope = m_scopes.scopeOf.find(event.run);
    if (!ad || !belongings)
        return !ad ? ad.error() : belongings.error();
    if (event.campaign == 0 && *ad == 0)
        return {};
    const auto moment = Belongings::moment(event.run, event.at);
    const std::int64_t minute = moment.minute;
    const std::int64_t day = (*belongings)->zoneOf(moment, event.campaign).at(event.at).day;
    for (const auto& [by, name] :
         {std::pair{CountedBy::Ad, *ad}, std::pair{CountedBy::Campaign, event.campaign}}) {
        if (name == 0)
            continue;
        Counter counter{scope == m_scopes.scopeOf.end() ? event.run : scope->second, by, name,
                        Span::Minute, minute};
        if (!counters.emplace(counter, event.campaign).second)
            continue; // then its hour and day are there too
        counter.span = Span::Hour;
        counter.bucket = base::floorDivide(minute, kHourMinutes);
        counters.emplace(counter, event.campaign);
        counter.span = Span::Day;
        counter.bucket = day;
        counters.emplace(counter, event.campaign);
    }
    return {};
}

Result<std::vector<MetricTopic::Row>> MetricTopic::rowsOf(store::Connection& reader,
                                                          const Touched& counters) const
{
    constexpr std::array<Granularity, 3> kLengths{Granularity::Minute, Granularity::Quarter,
                                                  Granularity::Day};
    std::vector<Row> rows;
    for (const auto& [counter, campaign] : counters) {
        const std::int64_t length = counter.span == Span::Hour ? kHourQuarters : 1;
        const auto read = readCounters(reader,
                                       {{counter.scope},
                                        counter.by,
                                        counter.name,
                                        kLengths[static_cast<std::size_t>(counter.span)],
                                        counter.bucket * length,
                                        (counter.bucket + 1) * length});
        if (!read)
            return read.error();
        Row row{counter, campaign, {}};
        for (const CounterRow& part : *read)
            row.measures += part.measures;
        if (!read->empty()) // minutes of long ago are forgotten
            rows.push_back(row);
    }
    return rows;
}

Result<void> MetricTopic::keep(store::Connection& connection, const std::vector<Row>& rows,
                               const CountedTo& places, TimeMs now)
{
    std::string sql
        = "INSERT INTO metric_change (place, at, scope, span, bucket, dimension, name, campaign, "
        + measureColumns() + ") VALUES ($1";
    for (std::size_t i = 2; i <= kRowColumns + Measures::kNames.size(); ++i)
        sql += ", $" + std::to_string(i);
    const auto add = connection.cached(sql + ")");
    if (!add)
        return add.error();
    for (const Row& row : rows) {
        const auto& [scope, by, name, span, bucket] = row.counter;
        (*add)->bindAll(++m_kept.newest, now.value, scope, static_cast<int>(span), bucket,
                        static_cast<int>(by), name, row.campaign);
        int parameter = kRowColumns;
        for (const auto field : Measures::kFields)
            (*add)->bind(++parameter, row.measures.*field);
        if (auto added = (*add)->run(); !added)
            return added;
    }
    if (m_kept.newest >= m_kept.oldest + kMostRows) {
        m_kept.oldest = m_kept.newest - kMostRows + 1;
        if (auto pruned = connection.execute("DELETE FROM metric_change WHERE place < "
                                             + std::to_string(m_kept.oldest));
            !pruned)
            return pruned;
    }
    return keepPlaces(connection, kMetricTopic, places);
}

Result<std::vector<PlacedMessage>> MetricTopic::read(store::Connection& reader, std::uint64_t after,
                                                     std::size_t most)
{
    auto find = reader.prepare("SELECT place, at, scope, span, bucket, dimension, name, campaign, "
                               + measureColumns()
                               + " FROM metric_change WHERE place > $1 ORDER BY place LIMIT $2");
    if (!find)
        return find.error();
    find->bindAll(after, most);
    std::vector<PlacedMessage> messages;
    for (;;) {
        const auto next = find->step();
        if (!next)
            return next.error();
        if (!*next)
            return messages;
        Row row;
        row.counter = {static_cast<std::uint32_t>(find->integer(2)),
                       static_cast<CountedBy>(find->integer(5)),
                       static_cast<std::uint32_t>(find->integer(6)),
                       static_cast<Span>(find->integer(3)), find->integer(4)};
        row.campaign = static_cast<std::uint32_t>(find->integer(7));
        int column = kRowColumns;
        for (const auto field : Measures::kFields)
            row.measures.*field = find->integer(column++);
        auto message = messageOf(reader, row, TimeMs{find->integer(1)});
        if (!message)
            return message.error();
        messages.push_back({static_cast<std::uint64_t>(find->integer(0)), std::move(*message)});
    }
}

Result<Message> MetricTopic::messageOf(store::Connection& reader, const Row& row, TimeMs at)
{
    const auto& counter = row.counter;
    const bool isAd = counter.by == CountedBy::Ad;
    auto key = m_words.text(reader, isAd ? NameKind::Ad : NameKind::Campaign, counter.name);
    auto campaign = m_words.text(reader, NameKind::Campaign, row.campaign);
    const auto belongings = m_words.belongings(reader);
    if (!key || !campaign || !belongings)
        return !key ? key.error() : !campaign ? campaign.error() : belongings.error();
    Message message;
    message.kind = MessageKind::Metric;
    message.at = at;
    message.campaign = std::move(*campaign);
    if (const auto market = m_scopes.marketOf.find(counter.scope);
        market != m_scopes.marketOf.end())
        message.source = market->second;
    message.span = kSpanNames[static_cast<std::size_t>(counter.span)];
    message.of = kMetricOfNames[isAd ? 0 : 1];
    const std::int64_t length = counter.span == Span::Hour ? base::kHourMs : base::kMinuteMs;
    const auto moment = Belongings::moment(counter.scope, {counter.bucket * base::kDayMs});
    const TimeMs from = counter.span == Span::Day
        ? (*belongings)
              ->zoneOf(moment, row.campaign)
              .startOfDay(static_cast<std::int32_t>(counter.bucket))
        : TimeMs{counter.bucket * length};
    auto& fields = message.fields;
    fields["of"] = message.of;
    fields["key"] = *key;
    fields["span"] = message.span;
    fields["from"] = base::toIso(from);
    constexpr std::size_t kCounts = 6; // of the names, the first are no amounts
    for (std::size_t i = 0; i < kToldMetrics.size(); ++i)
        if (auto text = metricText(row.measures, kToldMetrics[i])) {
            if (i < kCounts)
                fields[kToldMetrics[i]] = std::stoll(*text);
            else
                fields[kToldMetrics[i]] = *text;
        }
    fields["wins"] = row.measures.wins;
    fields["quarantined"] = row.measures.quarantined;
    return message;
}

} // namespace gavel::pipeline
