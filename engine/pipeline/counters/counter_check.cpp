// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_check.h"

#include "engine/pipeline/counters/counter_query.h"
#include "engine/store/connection.h"

namespace gavel::pipeline {

namespace {

constexpr const char* kName = "every counter equals a recount of the log";

Result<Counters> recounted(store::Connection& connection, std::uint64_t& events)
{
    const auto counted = readCounted(connection);
    if (!counted)
        return counted.error();
    const auto sources = readLogSources(connection);
    if (!sources)
        return sources.error();
    const auto affiliations = Affiliations::read(connection);
    if (!affiliations)
        return affiliations.error();
    constexpr std::size_t kFactsAtOnce = 1'000'000;
    Tally tally;
    Additions additions;
    const auto spread = [&] {
        tally.spread(*affiliations, additions);
        tally.clear();
        erase_if(additions.counters,
                 [](const auto& row) { return row.first.granularity == Granularity::Minute; });
        additions.users.clear();
    };
    for (const LogSource& source : *sources) {
        const auto to = counted->counters.find(source.source);
        if (to == counted->counters.end())
            continue;
        auto read = eachLogged(connection, source.run, source.source, 0, to->second,
                               [&](const store::LoggedEvent& event) {
                                   tally.add(event, affiliations->scopes->isOutside(event.run));
                                   ++events;
                                   if (tally.size() > kFactsAtOnce)
                                       spread();
                                   return true;
                               });
        if (!read)
            return read.error();
    }
    spread();
    return std::move(additions.counters);
}

std::string wordsOf(store::Connection& connection, const CounterKey& key, const char* measure,
                    std::int64_t kept, std::int64_t counted)
{
    const auto text = textOf(connection, key.by, key.name);
    return std::string(kCountedByNames[static_cast<std::size_t>(key.by)]) + " "
        + (text ? *text : std::string()) + ": " + measure + " " + std::to_string(kept) + " kept, "
        + std::to_string(counted) + " counted in the log";
}

/// "" = the row is as counted.
std::string firstDifference(store::Connection& connection, const CounterKey& key,
                            const store::Statement& row, const Measures& counted)
{
    for (std::size_t i = 0; i < Measures::kFields.size(); ++i) {
        const std::int64_t kept = row.integer(static_cast<int>(5 + i));
        const std::int64_t found = counted.*Measures::kFields[i];
        if (kept != found)
            return wordsOf(connection, key, Measures::kNames[i].data(), kept, found);
    }
    return {};
}

} // namespace

Result<store::Check> checkCounters(store::Connection& connection)
{
    const auto there = connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'counted_to'");
    if (!there)
        return there.error();
    if (*there == 0)
        return store::Check{kName, true, "no counters are kept"};
    std::uint64_t events = 0;
    auto expected = recounted(connection, events);
    if (!expected)
        return expected.error();
    auto statement = connection.prepare("SELECT scope, granularity, bucket, dimension, name, "
                                        + measureColumns() + " FROM counter WHERE granularity > 0");
    if (!statement)
        return statement.error();
    std::uint64_t rows = 0;
    std::uint64_t differing = 0;
    std::string first;
    for (;; ++rows) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const CounterKey key{static_cast<std::uint32_t>(statement->integer(0)),
                             static_cast<Granularity>(statement->integer(1)), statement->integer(2),
                             static_cast<CountedBy>(statement->integer(3)),
                             static_cast<std::uint64_t>(statement->integer(4))};
        const auto found = expected->find(key);
        const Measures counted = found == expected->end() ? Measures{} : found->second;
        if (found != expected->end())
            expected->erase(found);
        const auto wrong = firstDifference(connection, key, *statement, counted);
        if (!wrong.empty() && ++differing == 1)
            first = wrong;
    }
    differing += expected->size();
    if (first.empty() && !expected->empty())
        first = wordsOf(connection, expected->begin()->first, "row", 0, 1);
    return store::Check{kName, differing == 0,
                        differing == 0 ? std::to_string(rows) + " counters, "
                                + std::to_string(events) + " events"
                                       : std::to_string(differing) + " differ; " + first};
}

} // namespace gavel::pipeline
