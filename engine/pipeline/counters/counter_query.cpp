// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_query.h"

#include "engine/store/connection.h"
#include "engine/store/event_names.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>

namespace gavel::pipeline {

namespace {

using store::NameKind;

constexpr std::int64_t kMostLooks = 10'000; // into the table, for as many buckets

std::string selectWhere(std::string_view more)
{
    return "SELECT name, bucket, " + measureColumns()
        + " FROM counter WHERE scope = $1 AND granularity = $2 " + std::string(more);
}

Result<void> readRows(store::Statement& statement, std::vector<CounterRow>& rows)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        CounterRow& read = rows.emplace_back();
        read.name = static_cast<std::uint64_t>(statement.integer(0));
        read.bucket = statement.integer(1);
        int column = 2;
        for (const auto field : Measures::kFields)
            read.measures.*field = statement.integer(column++);
    }
}

/// One name: a look for each bucket, however many other names stand between.
Result<void> readOne(store::Connection& connection, std::uint32_t scope, const CounterQuery& query,
                     std::vector<CounterRow>& rows)
{
    const auto one
        = connection.cached(selectWhere("AND bucket = $3 AND dimension = $4 AND name = $5"));
    if (!one)
        return one.error();
    for (std::int64_t bucket = query.from; bucket < query.to; ++bucket) {
        (*one)->bindAll(scope, static_cast<int>(query.granularity), bucket,
                        static_cast<int>(query.by), *query.name);
        if (auto read = readRows(**one, rows); !read)
            return read;
    }
    return {};
}

Result<void> readEach(store::Connection& connection, std::uint32_t scope, const CounterQuery& query,
                      std::vector<CounterRow>& rows)
{
    const auto each = connection.cached(selectWhere("AND bucket = $3 AND dimension = $4"));
    if (!each)
        return each.error();
    for (std::int64_t bucket = query.from; bucket < query.to; ++bucket) {
        (*each)->bindAll(scope, static_cast<int>(query.granularity), bucket,
                         static_cast<int>(query.by));
        if (auto read = readRows(**each, rows); !read)
            return read;
    }
    return {};
}

/// A span of more buckets than there may be rows: all its rows, in one look.
Result<void> readSpan(store::Connection& connection, std::uint32_t scope, const CounterQuery& query,
                      std::vector<CounterRow>& rows)
{
    const auto span = connection.cached(selectWhere(
        "AND bucket >= $3 AND bucket < $4 AND dimension = $5 AND ($6 = 0 OR name = $7)"));
    if (!span)
        return span.error();
    (*span)->bindAll(scope, static_cast<int>(query.granularity), query.from, query.to,
                     static_cast<int>(query.by), query.name.has_value(), query.name.value_or(0));
    return readRows(**span, rows);
}

using SumByName = boost::unordered_flat_map<std::uint64_t, std::int64_t>;

Result<void> sumMeasure(store::Connection& connection, std::uint32_t scope,
                        const CounterQuery& query, std::int64_t Measures::*measure, SumByName& sums)
{
    const auto field = std::ranges::find(Measures::kFields, measure) - Measures::kFields.begin();
    const auto each = connection.cached(
        "SELECT name, " + std::string(Measures::kNames[static_cast<std::size_t>(field)])
        + " FROM counter WHERE scope = $1 AND granularity = $2 AND bucket = $3 AND dimension = $4");
    if (!each)
        return each.error();
    for (std::int64_t bucket = query.from; bucket < query.to; ++bucket) {
        (*each)->bindAll(scope, static_cast<int>(query.granularity), bucket,
                         static_cast<int>(query.by));
        for (;;) {
            const auto row = (*each)->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            sums[static_cast<std::uint64_t>((*each)->integer(0))] += (*each)->integer(1);
        }
    }
    return {};
}

bool before(const CounterRow& a, const CounterRow& b)
{
    return std::pair(a.bucket, a.name) < std::pair(b.bucket, b.name);
}

std::optional<NameKind> kindOf(CountedBy by)
{
    switch (by) {
    case CountedBy::Campaign:
        return NameKind::Campaign;
    case CountedBy::Ad:
        return NameKind::Ad;
    case CountedBy::Creative:
        return NameKind::Creative;
    case CountedBy::Advertiser:
        return NameKind::Advertiser;
    case CountedBy::Publisher:
        return NameKind::Publisher;
    case CountedBy::Placement:
        return NameKind::Placement;
    case CountedBy::Device:
        return NameKind::Device;
    case CountedBy::Country:
        return NameKind::Country;
    case CountedBy::Segment:
        return NameKind::Segment;
    case CountedBy::All:
    case CountedBy::Source:
    case CountedBy::Session:
        break;
    }
    return std::nullopt;
}

CounterQuery spanOf(const CounterQuery& what, Granularity granularity, std::int64_t from,
                    std::int64_t to)
{
    CounterQuery query = what;
    query.granularity = granularity;
    query.from = from;
    query.to = to;
    return query;
}

} // namespace

std::vector<CounterQuery> countersBetween(const CounterQuery& what, TimeMs from, TimeMs to)
{
    const std::int64_t first = base::floorDivide(from.value, base::kMinuteMs);
    const std::int64_t end = base::floorDivide(to.value, base::kMinuteMs);
    const std::int64_t quarter = base::floorDivide(first + kQuarterMinutes - 1, kQuarterMinutes);
    const std::int64_t endQuarter = base::floorDivide(end, kQuarterMinutes);
    if (quarter >= endQuarter)
        return {spanOf(what, Granularity::Minute, first, end)};
    return {spanOf(what, Granularity::Minute, first, quarter * kQuarterMinutes),
            spanOf(what, Granularity::Quarter, quarter, endQuarter),
            spanOf(what, Granularity::Minute, endQuarter * kQuarterMinutes, end)};
}

Result<std::vector<CounterRow>> readCounters(store::Connection& connection,
                                             const CounterQuery& query)
{
    std::vector<CounterRow> rows;
    for (const std::uint32_t scope : query.scopes) {
        auto read = query.to - query.from > kMostLooks ? readSpan(connection, scope, query, rows)
            : query.name                               ? readOne(connection, scope, query, rows)
                                                       : readEach(connection, scope, query, rows);
        if (!read)
            return read.error();
    }
    std::sort(rows.begin(), rows.end(), before);
    std::vector<CounterRow> sums;
    for (const CounterRow& row : rows)
        if (!sums.empty() && sums.back().bucket == row.bucket && sums.back().name == row.name)
            sums.back().measures += row.measures;
        else
            sums.push_back(row);
    return sums;
}

// Of every name only the measure is read; the others are read of the few that are wanted.
Result<std::vector<CounterRow>> readTop(store::Connection& connection, const CounterQuery& query,
                                        std::int64_t Measures::*measure, std::size_t most)
{
    SumByName sums;
    for (const std::uint32_t scope : query.scopes)
        if (auto read = sumMeasure(connection, scope, query, measure, sums); !read)
            return read.error();
    std::vector<std::pair<std::int64_t, std::uint64_t>> order;
    order.reserve(sums.size());
    for (const auto& [name, sum] : sums)
        order.emplace_back(-sum, name);
    const std::size_t kept = std::min(most, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
                      order.end());
    std::vector<CounterRow> top;
    for (std::size_t i = 0; i < kept; ++i) {
        CounterQuery one = query;
        one.name = order[i].second;
        const auto rows = readCounters(connection, one);
        if (!rows)
            return rows.error();
        CounterRow& sum = top.emplace_back();
        sum.name = *one.name;
        sum.bucket = query.from;
        for (const CounterRow& row : *rows)
            sum.measures += row.measures;
    }
    return top;
}

Result<std::uint64_t> readUsers(store::Connection& connection, const CounterQuery& query)
{
    const auto find = connection.cached(
        "SELECT sketch FROM counter_users WHERE scope = $1 AND granularity = $2 AND bucket = $3 "
        "AND dimension = $4 AND name = $5");
    if (!find)
        return find.error();
    metrics::HyperLogLog all;
    for (const std::uint32_t scope : query.scopes)
        for (std::int64_t bucket = query.from; bucket < query.to; ++bucket) {
            (*find)->bindAll(scope, static_cast<int>(query.granularity), bucket,
                             static_cast<int>(query.by), query.name.value_or(0));
            const auto row = (*find)->step();
            if (!row)
                return row.error();
            metrics::HyperLogLog sketch;
            if (*row && metrics::HyperLogLog::read((*find)->bytes(0), sketch))
                all.merge(sketch);
            (*find)->reset();
        }
    return all.estimate();
}

Result<std::string> textOf(store::Connection& connection, CountedBy by, std::uint64_t name)
{
    if (const auto kind = kindOf(by))
        return store::nameText(connection, *kind, static_cast<std::uint32_t>(name));
    if (by == CountedBy::All)
        return std::string();
    if (by == CountedBy::Session)
        return std::to_string(name);
    const auto find = connection.cached("SELECT name FROM source WHERE id = $1");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(name).step();
    if (!row)
        return row.error();
    std::string text(*row ? (*find)->text(0) : std::string_view());
    (*find)->reset();
    return text;
}

Result<std::optional<std::uint64_t>> nameOf(store::Connection& connection, CountedBy by,
                                            std::string_view text)
{
    if (by == CountedBy::All)
        return std::optional<std::uint64_t>(0);
    const auto kind = kindOf(by);
    const std::string sql = kind
        ? "SELECT id FROM " + std::string(store::tableOf(*kind)) + " WHERE text = $1 AND kind = $2"
        : "SELECT max(id) FROM source WHERE name = $1 AND $2 = 'source'";
    const auto find = connection.cached(sql);
    if (!find)
        return find.error();
    const auto row
        = (*find)
              ->bindAll(text, kind ? store::kNameWords[static_cast<std::size_t>(*kind)] : "source")
              .step();
    if (!row)
        return row.error();
    std::optional<std::uint64_t> name;
    if (*row && !(*find)->isNull(0))
        name = static_cast<std::uint64_t>((*find)->integer(0));
    (*find)->reset();
    return name;
}

} // namespace gavel::pipeline
