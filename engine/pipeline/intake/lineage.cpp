// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/lineage.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace gavel::pipeline {

namespace {

constexpr std::string_view kBatchColumns
    = "SELECT b.id, c.name, b.origin, b.state, b.opened_at, b.changed_at, b.rules, "
      "b.first_position, b.last_position, b.received, b.stored, b.duplicate, b.dead, b.repaired, "
      "b.quarantined, b.in_hash, b.out_hash, b.first_event, b.last_event, c.source, b.steps "
      "FROM batch b JOIN collector c ON c.id = b.collector ";

std::string batchesWhere(std::string_view rest)
{
    std::string sql(kBatchColumns);
    sql.append(rest);
    return sql;
}

std::vector<BatchTrack::Step> stepsOf(std::string_view json)
{
    std::vector<BatchTrack::Step> steps;
    boost::system::error_code failed;
    const auto parsed = boost::json::parse(json, failed);
    if (failed || !parsed.is_array())
        return steps;
    for (const auto& step : parsed.as_array())
        if (step.is_array() && step.as_array().size() == 3)
            steps.push_back({static_cast<model::BatchState>(step.as_array()[0].as_int64()),
                             {step.as_array()[1].as_int64()},
                             std::string(step.as_array()[2].as_string())});
    return steps;
}

BatchRow batchOf(const store::Statement& row)
{
    const auto number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    BatchRow batch;
    batch.id = number(0);
    batch.source = row.text(1);
    batch.origin = row.text(2);
    batch.state = static_cast<model::BatchState>(row.integer(3));
    batch.openedAt = {row.integer(4)};
    batch.changedAt = {row.integer(5)};
    batch.rules = static_cast<std::uint32_t>(number(6));
    batch.firstPosition = number(7);
    batch.lastPosition = number(8);
    batch.flow.received = row.integer(9);
    batch.flow.stored = row.integer(10);
    batch.flow.duplicate = row.integer(11);
    batch.flow.dead = row.integer(12);
    batch.flow.repaired = row.integer(13);
    batch.flow.quarantined = row.integer(14);
    batch.inHash = number(15);
    batch.outHash = number(16);
    batch.firstEvent = number(17);
    batch.lastEvent = number(18);
    batch.logSource = static_cast<std::uint32_t>(number(19));
    batch.steps = stepsOf(row.text(20));
    return batch;
}

constexpr std::size_t kMostEffects = 20;

Result<std::vector<BatchRow>> batchesOf(store::Statement& statement)
{
    std::vector<BatchRow> batches;
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return batches;
        batches.push_back(batchOf(statement));
    }
}

constexpr std::string_view columnOf(CountedBy by)
{
    switch (by) {
    case CountedBy::Campaign:
        return "campaign";
    case CountedBy::Creative:
        return "creative";
    case CountedBy::Placement:
        return "placement";
    case CountedBy::Device:
        return "device";
    case CountedBy::Country:
        return "country";
    case CountedBy::Session:
        return "session";
    default:
        return "";
    }
}

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
    default:
        return "e." + std::string(columnOf(by)) + " = $5";
    }
}

/// Of a row whose column has the block, and the next one the fates.
Result<UnpackedLines> linesOf(const store::Statement& row, int column)
{
    if (row.isNull(column + 1))
        return unpackLines(row.bytes(column), std::nullopt);
    return unpackLines(row.bytes(column), row.bytes(column + 1));
}

/// The line behind an event, when a batch brought it.
Result<void> findLine(store::Connection& connection, TracedEvent& event)
{
    const auto find = connection.cached(
        "SELECT b.id, b.first_event, l.lines, l.fates FROM batch b JOIN collector c ON c.id = "
        "b.collector "
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
        return {};
    }
    return {};
}

} // namespace

Result<std::vector<BatchRow>> readBatches(store::Connection& connection, std::size_t most)
{
    auto statement = connection.prepare(batchesWhere("ORDER BY b.id DESC LIMIT $1"));
    if (!statement)
        return statement.error();
    statement->bindAll(most);
    return batchesOf(*statement);
}

Result<std::vector<BatchRow>> readBatchesAfter(store::Connection& connection, std::uint64_t id,
                                               std::size_t most)
{
    auto statement = connection.prepare(batchesWhere("WHERE b.id > $1 ORDER BY b.id LIMIT $2"));
    if (!statement)
        return statement.error();
    statement->bindAll(id, most);
    return batchesOf(*statement);
}

Result<BatchRow> readBatch(store::Connection& connection, std::uint64_t id)
{
    auto statement = connection.prepare(batchesWhere("WHERE b.id = $1"));
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(id).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{"BATCH_UNKNOWN", "batch " + std::to_string(id), "there is no such batch",
                     "look at the list again"};
    return batchOf(*statement);
}

Result<std::array<std::uint64_t, model::kBatchStates>>
readBatchStates(store::Connection& connection)
{
    auto statement = connection.prepare("SELECT state, count(*) FROM batch GROUP BY state");
    if (!statement)
        return statement.error();
    std::array<std::uint64_t, model::kBatchStates> counts{};
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return counts;
        counts.at(static_cast<std::size_t>(statement->integer(0)))
            = static_cast<std::uint64_t>(statement->integer(1));
    }
}

namespace {

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
        return number(5) != 0 || belongings.adOf(at, number(6)) == query.name;
    case CountedBy::Publisher:
        return number(7) != 0 || belongings.publisherOf(at, number(8)) == query.name;
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
    const auto scopes = Scopes::read(connection);
    const auto sources = readLogSources(connection);
    const auto belongings = Belongings::read(connection);
    if (!scopes || !sources)
        return scopes ? sources.error() : scopes.error();
    if (!belongings)
        return belongings.error();
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
        const auto scope = scopes->scopeOf.find(source->run);
        if (scope == scopes->scopeOf.end()
            || std::find(query.scopes.begin(), query.scopes.end(), scope->second)
                == query.scopes.end())
            continue;
        const auto count = countIn(*statement, *source, scopes->isOutside(source->run), query,
                                   *belongings, number.events);
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

Result<std::vector<RecentLine>> readRecentLines(store::Connection& connection, std::size_t batches,
                                                std::size_t most)
{
    auto statement
        = connection.prepare("SELECT c.name, b.opened_at, l.lines, l.fates FROM batch b JOIN "
                             "collector c ON c.id = b.collector "
                             "JOIN batch_lines l ON l.batch = b.id ORDER BY b.id DESC LIMIT $1");
    if (!statement)
        return statement.error();
    statement->bindAll(batches);
    std::vector<RecentLine> recent; // newest batch first, each from its end
    while (recent.size() < most) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto unpacked = linesOf(*statement, 2);
        if (!unpacked)
            return unpacked.error();
        for (auto line = unpacked->lines.rbegin();
             line != unpacked->lines.rend() && recent.size() < most; ++line)
            recent.push_back({std::string(statement->text(0)),
                              line->position,
                              {statement->integer(1)},
                              std::string(line->original)});
    }
    std::reverse(recent.begin(), recent.end());
    return recent;
}

Result<std::vector<Touched>> readTouched(store::Connection& connection, std::uint64_t batch)
{
    const auto row = readBatch(connection, batch);
    if (!row)
        return row.error();
    std::vector<Touched> touched;
    if (row->firstEvent == 0)
        return touched;
    auto statement = connection.prepare(
        "SELECT c.text, e.kind, e.at / 900000, count(*) FROM event e LEFT JOIN name c ON c.id = "
        "e.campaign WHERE e.key BETWEEN $1 AND $2 AND e.uncharged = 0 GROUP BY 1, 2, 3 ORDER BY "
        "count(*) DESC");
    if (!statement)
        return statement.error();
    statement->bindAll(store::eventKey(row->logSource, row->firstEvent),
                       store::eventKey(row->logSource, row->lastEvent));
    for (;;) {
        const auto next = statement->step();
        if (!next)
            return next.error();
        if (!*next)
            return touched;
        touched.push_back(
            {std::string(statement->text(0)), static_cast<model::EventKind>(statement->integer(1)),
             statement->integer(2), static_cast<std::uint64_t>(statement->integer(3))});
    }
}

} // namespace gavel::pipeline
