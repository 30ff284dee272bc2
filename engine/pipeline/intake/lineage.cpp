// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/lineage.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <boost/json.hpp>

#include <algorithm>

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

Result<std::vector<RecentLine>> readRecentLines(store::Connection& connection, std::size_t batches,
                                                std::size_t most)
{
    auto statement = connection.prepare(
        "SELECT c.name, b.opened_at, l.lines, l.fates, b.origin FROM batch b JOIN "
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
                              std::string(statement->text(4)),
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
