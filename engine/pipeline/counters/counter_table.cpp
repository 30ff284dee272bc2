// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_table.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"
#include "engine/store/tiers/event_reader.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::size_t kFirstMeasures = 12; ///< those of counterTables()
constexpr std::size_t kKeyColumns = 5;
constexpr std::size_t kAllColumns = kKeyColumns + Measures::kNames.size();

/// One row, added to what is there.
std::string columnsSql()
{
    std::string parameters = "$1";
    for (std::size_t i = 2; i <= kAllColumns; ++i)
        parameters += ", $" + std::to_string(i);
    std::string sums;
    for (const std::string_view name : Measures::kNames)
        sums.append(sums.empty() ? "" : ", ")
            .append(name)
            .append(" = ")
            .append(name)
            .append(" + excluded.")
            .append(name);
    return " (scope, granularity, bucket, dimension, name, " + measureColumns() + ") VALUES ("
        + parameters + ") ON CONFLICT (scope, granularity, bucket, dimension, name) DO UPDATE SET "
        + sums;
}

std::string tableOf(CounterSet set, std::string_view table)
{
    return std::string(table) + (set == CounterSet::InUse ? "" : "_recounted");
}

template<typename Map>
std::vector<const typename Map::value_type*> inOrder(const Map& map)
{
    std::vector<const typename Map::value_type*> rows;
    rows.reserve(map.size());
    for (const auto& row : map)
        rows.push_back(&row);
    std::sort(rows.begin(), rows.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    return rows;
}

/// Which row comes first by the columns from one to another, exclusive.
int compare(const store::Statement& a, const store::Statement& b, std::size_t from, std::size_t to)
{
    for (int column = static_cast<int>(from); column < static_cast<int>(to); ++column)
        if (a.integer(column) != b.integer(column))
            return a.integer(column) < b.integer(column) ? -1 : 1;
    return 0;
}

} // namespace

std::string counterTables(CounterSet set)
{
    return "CREATE TABLE " + tableOf(set, "counter") + R"sql( (
    scope INTEGER NOT NULL,
    granularity INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    name INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    bids INTEGER NOT NULL,
    wins INTEGER NOT NULL,
    impressions INTEGER NOT NULL,
    viewable INTEGER NOT NULL,
    clicks INTEGER NOT NULL,
    conversions INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    spent_nanos INTEGER NOT NULL,
    uncharged_nanos INTEGER NOT NULL,
    earned_nanos INTEGER NOT NULL,
    value_micros INTEGER NOT NULL,
    PRIMARY KEY (scope, granularity, bucket, dimension, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE )sql"
        + tableOf(set, "counter_users") + R"sql( (
    scope INTEGER NOT NULL,
    granularity INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    name INTEGER NOT NULL,
    sketch BLOB NOT NULL,
    PRIMARY KEY (scope, granularity, bucket, dimension, name)
) STRICT, WITHOUT ROWID;
)sql";
}

std::string addedColumns(CounterSet set)
{
    return measureColumnsTo(tableOf(set, "counter"));
}

std::string measureColumnsTo(const std::string& table)
{
    std::string sql;
    for (std::size_t i = kFirstMeasures; i < Measures::kNames.size(); ++i)
        sql += "ALTER TABLE " + table + " ADD COLUMN " + std::string(Measures::kNames[i])
            + " INTEGER NOT NULL DEFAULT 0;";
    return sql;
}

std::string measureColumns()
{
    std::string columns;
    for (const std::string_view name : Measures::kNames)
        columns.append(columns.empty() ? "" : ", ").append(name);
    return columns;
}

Result<void> addCounters(store::Connection& connection, CounterSet set, const Counters& counters)
{
    static const std::string columns = columnsSql();
    const auto add = connection.cached("INSERT INTO " + tableOf(set, "counter") + columns);
    if (!add)
        return add.error();
    for (const auto* row : inOrder(counters)) {
        const auto& [key, measures] = *row;
        (*add)->bindAll(key.scope, static_cast<int>(key.granularity), key.bucket,
                        static_cast<int>(key.by), key.name);
        int parameter = static_cast<int>(kKeyColumns);
        for (const auto field : Measures::kFields)
            (*add)->bind(++parameter, measures.*field);
        if (auto added = (*add)->run(); !added)
            return added;
    }
    return {};
}

Result<void> mergeUsers(store::Connection& connection, CounterSet set, const UserSketches& users)
{
    const std::string table = tableOf(set, "counter_users");
    const auto find = connection.cached("SELECT sketch FROM " + table
                                        + " WHERE scope = $1 AND granularity = $2 AND bucket = $3 "
                                          "AND dimension = $4 AND name = $5");
    if (!find)
        return find.error();
    const auto keep = connection.cached("INSERT OR REPLACE INTO " + table
                                        + " (scope, granularity, bucket, dimension, name, sketch) "
                                          "VALUES ($1, $2, $3, $4, $5, $6)");
    if (!keep)
        return keep.error();
    for (const auto* row : inOrder(users)) {
        const auto& [key, sketch] = *row;
        (*find)->bindAll(key.scope, static_cast<int>(key.granularity), key.bucket,
                         static_cast<int>(key.by), key.name);
        const auto found = (*find)->step();
        if (!found)
            return found.error();
        metrics::HyperLogLog all;
        if (*found && !metrics::HyperLogLog::read((*find)->bytes(0), all))
            return Error{"STORE_CORRUPT", "counter_users", "a sketch of users cannot be read",
                         "count the log anew"};
        (*find)->reset();
        all.merge(sketch);
        const std::string bytes = all.bytes();
        (*keep)->bindAll(key.scope, static_cast<int>(key.granularity), key.bucket,
                         static_cast<int>(key.by), key.name, store::Blob{bytes});
        if (auto kept = (*keep)->run(); !kept)
            return kept;
    }
    return {};
}

Result<void> dropMinutes(store::Connection& connection, std::uint32_t scope, std::int64_t before)
{
    const auto drop = connection.cached(
        "DELETE FROM counter WHERE scope = $1 AND granularity = 0 AND bucket < $2");
    if (!drop)
        return drop.error();
    return (*drop)->bindAll(scope, before).run();
}

Result<Counted> readCounted(store::Connection& connection)
{
    auto statement = connection.prepare("SELECT source, sequence, users FROM counted_to");
    if (!statement)
        return statement.error();
    Counted counted;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return counted;
        const auto source = static_cast<std::uint32_t>(statement->integer(0));
        counted.counters[source] = static_cast<std::uint64_t>(statement->integer(1));
        counted.users[source] = static_cast<std::uint64_t>(statement->integer(2));
    }
}

Result<void> keepCountedTo(store::Connection& connection, const CountedTo& sequences)
{
    const auto keep = connection.cached(
        "INSERT INTO counted_to (source, sequence, users) VALUES ($1, $2, 0) "
        "ON CONFLICT (source) DO UPDATE SET sequence = max(sequence, excluded.sequence)");
    if (!keep)
        return keep.error();
    for (const auto& [source, sequence] : sequences)
        if (auto kept = (*keep)->bindAll(source, sequence).run(); !kept)
            return kept;
    return {};
}

Result<void> keepUsersTo(store::Connection& connection, const CountedTo& sequences)
{
    const auto keep
        = connection.cached("UPDATE counted_to SET users = $2 WHERE source = $1 AND users < $2");
    if (!keep)
        return keep.error();
    for (const auto& [source, sequence] : sequences)
        if (auto kept = (*keep)->bindAll(source, sequence).run(); !kept)
            return kept;
    return {};
}

Result<void> swapTables(store::Connection& connection)
{
    return connection.execute("DROP TABLE counter; DROP TABLE counter_users;"
                              "ALTER TABLE counter_recounted RENAME TO counter;"
                              "ALTER TABLE counter_users_recounted RENAME TO counter_users;"
                              + counterTables(CounterSet::Recounted)
                              + addedColumns(CounterSet::Recounted));
}

// Both are in the order of their keys: they are gone through side by side.
Result<std::uint64_t> countDiffering(store::Connection& connection)
{
    const auto rows = [&](CounterSet set) {
        return connection.prepare("SELECT * FROM " + tableOf(set, "counter")
                                  + " WHERE granularity > 0 ORDER BY scope, granularity, bucket, "
                                    "dimension, name");
    };
    auto used = rows(CounterSet::InUse);
    auto anew = rows(CounterSet::Recounted);
    if (!used || !anew)
        return used ? anew.error() : used.error();
    std::uint64_t differing = 0;
    auto first = used->step();
    auto second = anew->step();
    while (first && second && (*first || *second)) {
        const int order = !*first ? 1 : !*second ? -1 : compare(*used, *anew, 0, kKeyColumns);
        if (order != 0 || compare(*used, *anew, kKeyColumns, kAllColumns) != 0)
            ++differing;
        if (order <= 0)
            first = used->step();
        if (order >= 0)
            second = anew->step();
    }
    if (!first || !second)
        return first ? second.error() : first.error();
    return differing;
}

Result<void> clearRecounted(store::Connection& connection)
{
    return connection.execute("DELETE FROM counter_recounted; DELETE FROM counter_users_recounted");
}

Result<void> eachLogged(store::Connection& connection, std::uint32_t run, std::uint32_t source,
                        std::uint64_t after, std::uint64_t upTo,
                        const std::function<bool(const store::LoggedEvent&)>& take)
{
    if (after >= upTo)
        return {};
    store::EventsWanted wanted;
    wanted.firstKey = store::eventKey(source, after) + 1;
    wanted.lastKey = store::eventKey(source, upTo);
    wanted.order = store::EventsWanted::Order::Rising;
    return store::eachEvent(connection, wanted, [&](const store::EventRow& row) {
        return take(store::eventOf(run, row));
    });
}

Result<std::vector<LogSource>> readLogSources(store::Connection& connection)
{
    auto statement = connection.prepare(
        "SELECT s.id, s.run, h.key, s.name FROM source s JOIN source_reach h ON h.source = s.id "
        "ORDER BY s.id");
    if (!statement)
        return statement.error();
    std::vector<LogSource> sources;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return sources;
        sources.push_back({static_cast<std::uint32_t>(statement->integer(0)),
                           static_cast<std::uint32_t>(statement->integer(1)),
                           static_cast<std::uint64_t>(statement->integer(2)) & store::kMostSequence,
                           std::string(statement->text(3))});
    }
}

} // namespace gavel::pipeline
