// SPDX-License-Identifier: GPL-3.0-or-later
// From a number back to its events, and from a batch forward to its numbers.
#include "engine/pipeline/intake/lineage.h"
#include "engine/pipeline/intake/number_trace.h"
#include "engine/runtime/desks/event_pipeline.h"
#include "engine/runtime/desks/pipeline_words.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kMostBatches = 100;

/// The counters' name of what is asked for.
Result<std::uint64_t> nameOf(store::Connection& reader, pipeline::CountedBy by,
                             const std::string& key)
{
    const auto name = pipeline::nameOf(reader, by, key);
    if (!name)
        return name.error();
    if (!*name)
        return Error{"LINEAGE_WRONG", "key", "no event names \"" + key + "\"",
                     "write the id as the events have it"};
    return **name;
}

Result<std::uint64_t> countedIn(store::Connection& reader, const pipeline::CounterQuery& what,
                                TimeMs from, TimeMs to, std::int64_t pipeline::Measures::*measure)
{
    std::uint64_t counted = 0;
    for (const pipeline::CounterQuery& span : pipeline::countersBetween(what, from, to)) {
        const auto rows = pipeline::readCounters(reader, span);
        if (!rows)
            return rows.error();
        for (const auto& row : *rows)
            counted += static_cast<std::uint64_t>(row.measures.*measure);
    }
    return counted;
}

} // namespace

/// Of the market that is asked for, that runs, or that ran last; and what came from outside.
Result<std::vector<std::uint32_t>> EventPipeline::tracedScopes(store::Connection& reader,
                                                               std::string& market) const
{
    const auto all = pipeline::Scopes::read(reader);
    if (!all)
        return all.error();
    const bool isAsked = !market.empty();
    if (!isAsked)
        market = m_parts.marketName();
    if (market.empty())
        market = all->newestMarket();
    const std::uint32_t scope = all->newestOf(market);
    if (isAsked && scope == 0)
        return Error{"LINEAGE_WRONG", "market", "no market \"" + market + "\" ran here",
                     "write live, or the name of a scenario that ran"};
    std::vector<std::uint32_t> scopes;
    for (const std::uint32_t one : {scope, all->newestOf(pipeline::kOutsideMarket)})
        if (one != 0 && std::ranges::count(scopes, one) == 0)
            scopes.push_back(one);
    return scopes;
}

Result<LineageView> EventPipeline::lineage(const LineageQuery& query) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto by = countedByNamed(query.dimension);
    if (!by)
        return by.error();
    const auto kind = kindNamed(query.measure);
    if (!kind)
        return kind.error();
    const auto name = nameOf(*reader, *by, query.key);
    if (!name)
        return name.error();
    LineageView view;
    view.market = query.market;
    const auto scopes = tracedScopes(*reader, view.market);
    if (!scopes)
        return scopes.error();
    // Counters know no less than a minute.
    view.from = {base::floorDivide(query.from.value, base::kMinuteMs) * base::kMinuteMs};
    view.to = {base::floorDivide(query.to.value + base::kMinuteMs - 1, base::kMinuteMs)
               * base::kMinuteMs};
    const auto number = pipeline::traceNumber(*reader,
                                              {*scopes, *by, *name, kind->kind, view.from, view.to,
                                               query.mostEvents, kind->onlyAttributed});
    if (!number)
        return number.error();
    view.value = number->value;
    const auto counter
        = countedIn(*reader, {*scopes, *by, *name}, view.from, view.to, kind->measure);
    if (!counter)
        return counter.error();
    view.counter = *counter;
    for (const auto& [source, events] : number->sources)
        view.sources.push_back({source, events});
    for (const std::uint64_t id : number->batches) {
        if (view.batches.size() == kMostBatches)
            break;
        if (const auto row = pipeline::readBatch(*reader, id))
            view.batches.push_back(viewOf(*row));
    }
    for (const auto& event : number->events)
        view.events.push_back(viewOf(event));
    return view;
}

Result<std::vector<TouchedNumber>> EventPipeline::touched(std::uint64_t batch) const
{
    constexpr std::int64_t kSpanMs = pipeline::kQuarterMinutes * base::kMinuteMs;
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto rows = pipeline::readTouched(*reader, batch);
    if (!rows)
        return rows.error();
    std::vector<TouchedNumber> numbers;
    for (const auto& row : *rows)
        numbers.push_back({"campaign",
                           row.campaign,
                           std::string(measureOf(row.kind)),
                           {row.quarter * kSpanMs},
                           row.count});
    return numbers;
}

} // namespace gavel::runtime
