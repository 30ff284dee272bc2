// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/explore/metric_query.h"

#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/explore/metric_plan.h"
#include "engine/store/connection.h"

#include <algorithm>
#include <map>

namespace gavel::pipeline {

namespace {

using ScopeList = std::vector<std::uint32_t>;
/// What was counted of a name in each step of the time before and of the window.
using Steps = std::vector<std::optional<Measures>>;

/// One query at work, in one view of the file.
class Reading
{
public:
    Reading(store::Connection& connection, const ScopeList& scopes, const MetricQuery& query,
            const MetricPlan& plan)
        : m_connection(connection)
        , m_scopes(scopes)
        , m_query(query)
        , m_plan(plan)
    {
    }
    Result<MetricAnswer> answer();

private:
    Result<void> readTime();
    Result<void> readWaiting();
    Result<std::map<std::uint64_t, Steps>> readSteps(CountedBy by,
                                                     std::optional<std::uint64_t> name);
    Result<MetricRow> rowOf(CountedBy by, std::uint64_t name, const Steps& counted);
    Result<void> fillUsers(CountedBy by, std::uint64_t name, MetricRow& row);
    Result<std::optional<MetricValue>> usersOf(CountedBy by, std::uint64_t name, std::int64_t from,
                                               std::int64_t to);
    Result<void> readAll();
    Result<void> readChosen();
    Result<void> readMost();
    Result<void> keepMost(const std::map<std::uint64_t, Steps>& counted);
    bool isMeasured(std::int64_t step) const;
    std::int64_t firstStep() const { return m_answer.hasBefore ? -m_plan.steps : 0; }

    store::Connection& m_connection;
    const ScopeList& m_scopes;
    const MetricQuery& m_query;
    const MetricPlan& m_plan;
    MetricAnswer m_answer;
};

Result<std::optional<std::int64_t>> edgeOf(store::Connection& connection, const ScopeList& scopes,
                                           Granularity granularity, bool last)
{
    const auto find = connection.cached(
        last ? "SELECT max(bucket) FROM counter WHERE scope = $1 AND granularity = $2"
             : "SELECT min(bucket) FROM counter WHERE scope = $1 AND granularity = $2");
    if (!find)
        return find.error();
    std::optional<std::int64_t> edge;
    for (const std::uint32_t scope : scopes) {
        const auto row = (*find)->bindAll(scope, static_cast<int>(granularity)).step();
        if (!row)
            return row.error();
        if (*row && !(*find)->isNull(0)) {
            const std::int64_t bucket = (*find)->integer(0);
            edge = !edge ? bucket : last ? std::max(*edge, bucket) : std::min(*edge, bucket);
        }
        (*find)->reset();
    }
    return edge;
}

Measures sumOf(const Steps& counted, std::size_t from, std::size_t to)
{
    Measures sum;
    for (std::size_t step = from; step < to; ++step)
        if (counted[step])
            sum += *counted[step];
    return sum;
}

bool comesBefore(const std::optional<MetricValue>& a, const std::optional<MetricValue>& b)
{
    if (!a || !b)
        return a.has_value() && !b.has_value();
    return std::pair(a->number, a->ratio) > std::pair(b->number, b->ratio);
}

/// Something was counted of it in the window.
bool isThere(const Steps& counted, std::size_t windowBegin)
{
    return std::any_of(counted.begin() + static_cast<std::ptrdiff_t>(windowBegin), counted.end(),
                       [](const auto& step) { return step.has_value(); });
}

/// What is counted, and which part of it may still change.
Result<void> Reading::readTime()
{
    const auto time = readCountedTime(m_connection, m_scopes);
    if (!time)
        return time.error();
    const bool hasAny = time->to.value != 0;
    m_answer.countedFrom = time->from;
    m_answer.countedTo = time->to;
    if (m_plan.granularity == Granularity::Minute && hasAny) {
        const auto minute = edgeOf(m_connection, m_scopes, Granularity::Minute, false);
        if (!minute)
            return minute.error();
        // The first quarter's minutes are there, or minutes were forgotten since.
        const TimeMs kept{minute->value_or(0) * base::kMinuteMs};
        const bool areAllKept = kept.value < m_answer.countedFrom.value + 15 * base::kMinuteMs;
        if (!areAllKept && m_plan.from < kept)
            return metricWrong("step", "minutes are kept for two days only",
                               "choose quarters, hours or days");
        if (!areAllKept)
            m_answer.countedFrom = kept;
    }
    m_answer.hasBefore = m_query.compare && hasAny
        && m_plan.before().value + m_plan.stepMs > m_answer.countedFrom.value;
    const std::int64_t whole
        = base::floorDivide(m_answer.countedTo.value - m_plan.from.value, m_plan.stepMs);
    m_answer.provisionalFrom = {std::clamp(m_plan.from.value + whole * m_plan.stepMs,
                                           m_plan.from.value, m_plan.to().value)};
    return readWaiting();
}

Result<void> Reading::readWaiting()
{
    const auto counted = readCounted(m_connection);
    if (!counted)
        return counted.error();
    const auto sources = readLogSources(m_connection);
    if (!sources)
        return sources.error();
    const auto all = pipeline::Scopes::read(m_connection);
    if (!all)
        return all.error();
    for (const LogSource& source : *sources) {
        const auto scope = all->scopeOf.find(source.run);
        if (scope == all->scopeOf.end()
            || std::find(m_scopes.begin(), m_scopes.end(), scope->second) == m_scopes.end())
            continue;
        const auto found = counted->counters.find(source.source);
        const std::uint64_t done = found == counted->counters.end() ? 0 : found->second;
        m_answer.waiting += source.last > done ? source.last - done : 0;
    }
    return {};
}

Result<std::map<std::uint64_t, Steps>> Reading::readSteps(CountedBy by,
                                                          std::optional<std::uint64_t> name)
{
    const std::int64_t begin = m_plan.firstBucket + firstStep() * m_plan.bucketsPerStep;
    const auto rows = readCounters(
        m_connection,
        {m_scopes, by, name, m_plan.granularity, begin, m_plan.firstBucket + m_plan.buckets()});
    if (!rows)
        return rows.error();
    std::map<std::uint64_t, Steps> found;
    for (const CounterRow& row : *rows) {
        Steps& steps = found[row.name];
        steps.resize(static_cast<std::size_t>(m_plan.steps - firstStep()));
        auto& step = steps[static_cast<std::size_t>((row.bucket - begin) / m_plan.bucketsPerStep)];
        if (!step)
            step.emplace();
        *step += row.measures;
    }
    return found;
}

/// Something could have been counted in the step: none of a thing is 0 there.
bool Reading::isMeasured(std::int64_t step) const
{
    const TimeMs begin = m_plan.from + step * m_plan.stepMs;
    const std::int64_t slack = m_query.ownDays ? base::kDayMs : 0; // days of other zones
    return begin.value + m_plan.stepMs + slack > m_answer.countedFrom.value
        && begin.value - slack < m_answer.countedTo.value;
}

Result<MetricRow> Reading::rowOf(CountedBy by, std::uint64_t name, const Steps& counted)
{
    MetricRow row;
    auto key = pipeline::textOf(m_connection, by, name);
    if (!key)
        return key.error();
    row.key = std::move(*key);
    const auto window = static_cast<std::size_t>(-firstStep());
    const auto valueOf = [&](std::size_t from, std::size_t to) -> std::optional<MetricValue> {
        for (std::size_t i = from; i < to; ++i)
            if (isMeasured(static_cast<std::int64_t>(i) + firstStep()))
                return derive(sumOf(counted, from, to), m_plan.metric);
        return std::nullopt;
    };
    for (std::size_t step = 0; step < counted.size(); ++step)
        (step < window ? row.stepsBefore : row.steps).push_back(valueOf(step, step + 1));
    row.value = valueOf(window, counted.size());
    row.before = valueOf(0, window);
    if (m_plan.metric == Metric::UniqueUsers)
        if (auto filled = fillUsers(by, name, row); !filled)
            return filled.error();
    return row;
}

Result<std::optional<MetricValue>> Reading::usersOf(CountedBy by, std::uint64_t name,
                                                    std::int64_t from, std::int64_t to)
{
    const auto users = readUsers(
        m_connection,
        {m_scopes, by, name, Granularity::Day, m_plan.firstBucket + from, m_plan.firstBucket + to});
    if (!users)
        return users.error();
    return std::optional(MetricValue{MetricKind::Count, static_cast<std::int64_t>(*users), 0});
}

/// Users of several days are not the sum of the days' users.
Result<void> Reading::fillUsers(CountedBy by, std::uint64_t name, MetricRow& row)
{
    const auto fill = [&](std::optional<MetricValue>& value, std::int64_t from,
                          std::int64_t to) -> Result<void> {
        bool isAny = false;
        for (std::int64_t step = from; step < to; ++step)
            isAny = isAny || isMeasured(step);
        if (!isAny)
            return {};
        auto users = usersOf(by, name, from, to);
        if (!users)
            return users.error();
        value = *users;
        return {};
    };
    for (std::int64_t step = firstStep(); step < m_plan.steps; ++step) {
        auto& values = step < 0 ? row.stepsBefore : row.steps;
        const std::int64_t place = step < 0 ? step - firstStep() : step;
        if (auto filled = fill(values[static_cast<std::size_t>(place)], step, step + 1); !filled)
            return filled;
    }
    if (auto filled = fill(row.before, firstStep(), 0); !filled)
        return filled;
    return fill(row.value, 0, m_plan.steps);
}

Result<void> Reading::readAll()
{
    const auto counted = readSteps(CountedBy::All, 0);
    if (!counted)
        return counted.error();
    const auto found = counted->find(0);
    const Steps none(static_cast<std::size_t>(m_plan.steps - firstStep()));
    auto row = rowOf(CountedBy::All, 0, found == counted->end() ? none : found->second);
    if (!row)
        return row.error();
    m_answer.all = std::move(*row);
    return {};
}

Result<void> Reading::readChosen()
{
    for (const std::string& key : m_query.keys) {
        const auto name = nameOf(m_connection, m_plan.by, key);
        if (!name)
            return name.error();
        if (!*name)
            return metricWrong("keys", "no event names \"" + key + "\"",
                               "write the id as the events have it");
        const auto counted = readSteps(m_plan.by, **name);
        if (!counted)
            return counted.error();
        const auto found = counted->find(**name);
        const Steps none(static_cast<std::size_t>(m_plan.steps - firstStep()));
        auto row = rowOf(m_plan.by, **name, found == counted->end() ? none : found->second);
        if (!row)
            return row.error();
        row->key = key;
        m_answer.names += found != counted->end() ? 1 : 0;
        m_answer.rows.push_back(std::move(*row));
    }
    return {};
}

Result<void> Reading::readMost()
{
    auto counted = readSteps(m_plan.by, std::nullopt);
    if (!counted)
        return counted.error();
    const auto window = static_cast<std::size_t>(-firstStep());
    std::erase_if(*counted, [&](const auto& named) { return !isThere(named.second, window); });
    m_answer.names = counted->size();
    return keepMost(*counted);
}

/// By the measure, ratios by what they are of. Users are at most as many as impressions, so that
/// those with fewer of them than the last row has users need no look.
Result<void> Reading::keepMost(const std::map<std::uint64_t, Steps>& counted)
{
    const bool areUsers = m_plan.metric == Metric::UniqueUsers;
    const Metric order = areUsers ? Metric::Impressions : baseOf(m_plan.metric);
    struct Ranked
    {
        std::optional<MetricValue> rank;
        std::uint64_t name = 0;
        const Steps* steps = nullptr;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(counted.size());
    const auto window = static_cast<std::size_t>(-firstStep());
    for (const auto& [name, steps] : counted)
        ranked.push_back({derive(sumOf(steps, window, steps.size()), order), name, &steps});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return comesBefore(a.rank, b.rank); });
    auto& rows = m_answer.rows;
    for (const Ranked& next : ranked) {
        const bool isFull = rows.size() >= m_query.most;
        if (isFull && (!areUsers || !comesBefore(next.rank, rows[m_query.most - 1].value)))
            break;
        auto row = rowOf(m_plan.by, next.name, *next.steps);
        if (!row)
            return row.error();
        const auto place = std::upper_bound(
            rows.begin(), rows.end(), *row,
            [](const MetricRow& a, const MetricRow& b) { return comesBefore(a.value, b.value); });
        rows.insert(areUsers ? place : rows.end(), std::move(*row));
    }
    rows.resize(std::min(rows.size(), m_query.most));
    return {};
}

Result<MetricAnswer> Reading::answer()
{
    m_answer.kind = kindOf(m_plan.metric);
    m_answer.from = m_plan.from;
    m_answer.to = m_plan.to();
    m_answer.stepMs = m_plan.stepMs;
    if (auto read = readTime(); !read)
        return read.error();
    if (auto read = readAll(); !read)
        return read.error();
    auto read = m_plan.by == CountedBy::All ? Result<void>()
        : m_query.keys.empty()              ? readMost()
                                            : readChosen();
    if (!read)
        return read.error();
    if (m_plan.by == CountedBy::All) {
        m_answer.rows = {m_answer.all};
        m_answer.names = 1;
    }
    return std::move(m_answer);
}

} // namespace

Result<CountedTime> readCountedTime(store::Connection& connection, const ScopeList& scopes)
{
    const auto quarter = edgeOf(connection, scopes, Granularity::Quarter, false);
    if (!quarter)
        return quarter.error();
    const auto minute = edgeOf(connection, scopes, Granularity::Minute, true);
    if (!minute)
        return minute.error();
    if (!*quarter || !*minute)
        return CountedTime{};
    return CountedTime{{**quarter * 15 * base::kMinuteMs}, {(**minute + 1) * base::kMinuteMs}};
}

Result<MetricAnswer> readMetrics(store::Connection& connection, const ScopeList& scopes,
                                 const MetricQuery& query)
{
    const auto plan = planOf(query);
    if (!plan)
        return plan.error();
    if (auto begun = connection.execute("BEGIN"); !begun)
        return begun.error();
    auto answer = Reading(connection, scopes, query, *plan).answer();
    if (auto ended = connection.execute("COMMIT"); !ended)
        return ended.error();
    return answer;
}

} // namespace gavel::pipeline
