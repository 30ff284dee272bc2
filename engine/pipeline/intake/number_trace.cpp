// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/number_trace.h"

#include "engine/base/enum_name.h"
#include "engine/pipeline/counters/affiliations.h"
#include "engine/pipeline/counters/counter_table.h"
#include "engine/pipeline/intake/batch_lines.h"
#include "engine/pipeline/intake/dead_letters.h"
#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <algorithm>
#include <set>

namespace gavel::pipeline {

namespace {

constexpr std::size_t kMostEffects = 20;

/// SQL that is true of the events of a name. Those that belong to it by another name are found by
/// what belonged to it whenever and wherever: see belongsTo.
std::string conditionOf(CountedBy by)
{
    switch (by) {
    case CountedBy::All:
        return "$5 = $5";
    case CountedBy::Source:
        return "(e.key >> 40) = $5";
    case CountedBy::Advertiser:
        return "e.campaign IN (SELECT child FROM belonging WHERE kind = 'advertiser' AND parent = "
               "$5)";
    case CountedBy::Ad:
        return "(e.ad = $5 OR (e.ad = 0 AND e.creative IN (SELECT child FROM belonging WHERE kind "
               "= 'ad' AND parent = $5)))";
    case CountedBy::Publisher:
        return "(e.seller = $5 OR (e.seller = 0 AND e.placement IN (SELECT child FROM belonging "
               "WHERE kind = 'publisher' AND parent = $5)))";
    case CountedBy::Segment:
        return "e.audience IN (SELECT id FROM tag WHERE kind = 'audience' AND instr(' ' || text || "
               "' ', ' ' || $5 || ' ') > 0)";
    default: // each of the others is a column of its own
        return "e." + std::string(base::nameOf(by, kCountedByNames)) + " = $5";
    }
}

/// The dead letter that the event was, and where its line came from.
Result<void> findLetter(store::Connection& connection, TracedEvent& event)
{
    const auto find = connection.cached(
        "SELECT d.id, d.actor, first.origin FROM dead_letter d JOIN batch b ON b.id = $1 AND "
        "b.collector = d.collector AND b.opened_at = d.changed_at JOIN batch first ON first.id = "
        "d.batch WHERE d.position = $2 AND d.original = $3 AND d.state = 'redriven' LIMIT 1");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(event.batch, event.position, event.original).step();
    if (!row)
        return row.error();
    if (*row) {
        event.letter = static_cast<std::uint64_t>((*find)->integer(0));
        event.redrivenBy = (*find)->text(1);
        event.origin = (*find)->text(2);
    }
    (*find)->reset();
    return {};
}

/// The line behind an event, when a batch brought it.
Result<void> findLine(store::Connection& connection, TracedEvent& event)
{
    const auto find = connection.cached(
        "SELECT b.id, b.first_event, l.lines, l.fates, b.origin FROM batch b JOIN collector c ON "
        "c.id = b.collector "
        "JOIN batch_lines l ON l.batch = b.id WHERE c.source = $1 AND b.last_event >= $2 AND "
        "b.last_event > 0 ORDER BY b.last_event LIMIT 1");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(event.logSource, event.sequence).step();
    if (!row)
        return row.error();
    if (!*row)
        return {};
    event.batch = static_cast<std::uint64_t>((*find)->integer(0));
    const auto first = static_cast<std::uint64_t>((*find)->integer(1));
    const auto unpacked = linesOf(**find, 2);
    event.origin = (*find)->text(4);
    (*find)->reset();
    if (!unpacked)
        return unpacked.error();
    std::uint64_t next = first;
    for (const BatchLine& line : unpacked->lines) {
        next += line.events;
        if (next <= event.sequence)
            continue;
        event.position = line.position;
        event.original = line.original;
        event.changes = line.changes;
        return event.origin == kRedriveOrigin ? findLetter(connection, event) : Result<void>();
    }
    return {};
}

/// Whether an event that names something of the query's belonged to it when it happened.
bool belongsTo(const store::Statement& event, const LogSource& source, const NumberQuery& query,
               const Belongings& belongings)
{
    const auto number
        = [&](int column) { return static_cast<std::uint32_t>(event.integer(column)); };
    const auto at = Belongings::moment(source.run, {event.integer(1)});
    switch (query.by) {
    case CountedBy::Advertiser:
        return belongings.advertiserOf(at, number(4)) == query.name;
    case CountedBy::Ad:
        return belongings.adOf(at, number(5), number(6)) == query.name;
    case CountedBy::Publisher:
        return belongings.publisherOf(at, number(7), number(8)) == query.name;
    default:
        return true;
    }
}

/// Counts in one source, and takes its newest events while there is room for them.
Result<std::uint64_t> countIn(store::Statement& statement, const LogSource& source, bool isOutside,
                              const NumberQuery& query, const Belongings& belongings,
                              std::vector<TracedEvent>& events)
{
    statement.bindAll(store::eventKey(source.source, 0),
                      store::eventKey(source.source, store::kMostSequence), query.from.value,
                      query.to.value, query.name, static_cast<int>(query.kind),
                      query.onlyAttributed && isOutside);
    for (std::uint64_t count = 0;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return count;
        if (!belongsTo(statement, source, query, belongings))
            continue;
        ++count;
        if (events.size() >= query.mostEvents)
            continue;
        TracedEvent& event = events.emplace_back();
        event.source = source.name;
        event.logSource = source.source;
        event.sequence = static_cast<std::uint64_t>(statement.integer(0)) & store::kMostSequence;
        event.kind = query.kind;
        event.at = {statement.integer(1)};
        event.campaign = statement.text(2);
        event.auction = static_cast<std::uint64_t>(statement.integer(3));
    }
}

Result<void> findLinked(store::Connection& connection, TracedEvent& event)
{
    const std::int64_t key = store::eventKey(event.logSource, event.sequence);
    auto causes = readCauses(connection, key);
    auto effects = readEffects(connection, key, kMostEffects);
    if (!causes || !effects)
        return causes ? effects.error() : causes.error();
    event.causes = std::move(*causes);
    event.effects = std::move(*effects);
    return {};
}

/// The lines behind the events, what is joined to them, and the batches that brought them.
Result<void> findLines(store::Connection& connection, Number& number)
{
    std::set<std::uint64_t, std::greater<>> batches;
    for (TracedEvent& event : number.events) {
        if (auto found = findLine(connection, event); !found)
            return found;
        if (auto found = findLinked(connection, event); !found)
            return found;
        if (event.batch != 0)
            batches.insert(event.batch);
    }
    number.batches.assign(batches.begin(), batches.end());
    return {};
}

} // namespace

Result<Number> traceNumber(store::Connection& connection, const NumberQuery& query)
{
    const auto affiliations = Affiliations::read(connection);
    const auto sources = readLogSources(connection);
    if (!affiliations || !sources)
        return affiliations ? sources.error() : affiliations.error();
    const Scopes& scopes = *affiliations->scopes;
    // Events in quarantine count for nothing; an uncharged win is a win all the same.
    std::string sql
        = "SELECT e.key, e.at, c.text, e.auction, e.campaign, e.ad, e.creative, e.seller, "
          "e.placement FROM event e LEFT JOIN name c ON c.id = "
          "e.campaign WHERE e.key BETWEEN $1 AND $2 AND e.kind = $6 AND (e.uncharged = "
          "0 OR e.kind = 2) AND e.at >= $3 AND e.at < $4 AND ($7 = 0 OR e.bid <> 0) AND ";
    sql.append(conditionOf(query.by));
    sql.append(" ORDER BY e.key DESC");
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    Number number;
    for (auto source = sources->rbegin(); source != sources->rend(); ++source) {
        const auto scope = scopes.scopeOf.find(source->run);
        if (scope == scopes.scopeOf.end()
            || std::find(query.scopes.begin(), query.scopes.end(), scope->second)
                == query.scopes.end())
            continue;
        const auto count = countIn(*statement, *source, scopes.isOutside(source->run), query,
                                   *affiliations->belongings, number.events);
        if (!count)
            return count.error();
        number.value += *count;
        if (*count > 0)
            number.sources.emplace_back(source->name, *count);
    }
    if (auto found = findLines(connection, number); !found)
        return found.error();
    std::stable_sort(number.sources.begin(), number.sources.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return number;
}

} // namespace gavel::pipeline
