// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/tally.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// Two sets of counters: those in use, and those that a recount makes beside them.
enum class CounterSet : std::uint8_t { InUse, Recounted };

/// The SQL that makes a set's tables as the first version had them, and that which adds the columns
/// of measures that came later.
std::string counterTables(CounterSet set);
std::string addedColumns(CounterSet set);
/// The same columns for another table that has every measure.
std::string measureColumnsTo(const std::string& table);
/// Every column of a measure, in the order of Measures::kFields: "requests, bids, ...".
std::string measureColumns();

/// Adds to the tables.
Result<void> addCounters(store::Connection& connection, CounterSet set, const Counters& counters);
/// Merges into the tables.
Result<void> mergeUsers(store::Connection& connection, CounterSet set, const UserSketches& users);
/// Forgets minutes before a time in a scope.
Result<void> dropMinutes(store::Connection& connection, std::uint32_t scope, std::int64_t before);

/// How far each source is counted.
using CountedTo = std::map<std::uint32_t, std::uint64_t>;
/// Sketches of users lag behind the counters: merging an event again does no harm.
struct Counted
{
    CountedTo counters;
    CountedTo users;
};
Result<Counted> readCounted(store::Connection& connection);
Result<void> keepCountedTo(store::Connection& connection, const CountedTo& sequences);
/// The users of all events so far are in the tables.
Result<void> keepUsersTo(store::Connection& connection, const CountedTo& sequences);
/// Puts the recounted tables in the place of those in use, and makes empty ones for the next time.
Result<void> swapTables(store::Connection& connection);
/// Counters of quarters, days and totals that are not equal in both sets.
Result<std::uint64_t> countDiffering(store::Connection& connection);
Result<void> clearRecounted(store::Connection& connection);

/// Gives the events of a source behind a sequence, up to another one, in order; false ends it.
Result<void> eachLogged(store::Connection& connection, std::uint32_t run, std::uint32_t source,
                        std::uint64_t after, std::uint64_t upTo,
                        const std::function<bool(const store::LoggedEvent&)>& take);
/// Every source of the log: its run and its last sequence.
struct LogSource
{
    std::uint32_t source = 0;
    std::uint32_t run = 0;
    std::uint64_t last = 0;
    std::string name;
};
Result<std::vector<LogSource>> readLogSources(store::Connection& connection);

} // namespace gavel::pipeline
