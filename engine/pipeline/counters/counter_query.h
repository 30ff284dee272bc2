// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_table.h"

#include <optional>
#include <string>
#include <vector>

namespace gavel::pipeline {

/// What to read. Buckets count from 1970 in the granularity's unit, `to` exclusive; Total has
/// bucket 0 only.
struct CounterQuery
{
    std::vector<std::uint32_t> scopes; ///< added up
    CountedBy by = CountedBy::All;
    std::optional<std::uint64_t> name; ///< nullopt = each
    Granularity granularity = Granularity::Total;
    std::int64_t from = 0;
    std::int64_t to = 1;
};
struct CounterRow
{
    std::uint64_t name = 0;
    std::int64_t bucket = 0;
    Measures measures;
};
/// By bucket, then name. One name over many buckets costs one look into the table for each.
Result<std::vector<CounterRow>> readCounters(store::Connection& connection,
                                             const CounterQuery& query);
/// What to read for a span of whole minutes: quarters of an hour, which are kept for ever, and at
/// its ends minutes, which are not. `what` says of which scopes and name.
std::vector<CounterQuery> countersBetween(const CounterQuery& what, TimeMs from, TimeMs to);
/// The most of one measure over the whole span, added up by name: most first.
Result<std::vector<CounterRow>> readTop(store::Connection& connection, const CounterQuery& query,
                                        std::int64_t Measures::*measure, std::size_t most);
/// How many different users saw an impression, over days or in all.
Result<std::uint64_t> readUsers(store::Connection& connection, const CounterQuery& query);

/// What a name of a dimension is called, and the other way round; sessions have none.
Result<std::string> textOf(store::Connection& connection, CountedBy by, std::uint64_t name);
/// nullopt = never named.
Result<std::optional<std::uint64_t>> nameOf(store::Connection& connection, CountedBy by,
                                            std::string_view text);

} // namespace gavel::pipeline
