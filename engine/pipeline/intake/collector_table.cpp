// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/collector_table.h"

#include "engine/pipeline/counters/counter_table.h"
#include "engine/store/connection.h"
#include "engine/store/event_log.h"

namespace gavel::pipeline {

namespace {

/// The run that everything told from outside belongs to.
Result<std::uint32_t> outsideRun(store::Connection& connection, TimeMs now)
{
    const auto run = connection.integer("SELECT min(id) FROM run WHERE market = 'outside'");
    if (!run)
        return run.error();
    if (*run != 0)
        return static_cast<std::uint32_t>(*run);
    const auto add = connection.cached("INSERT INTO run (market, began_at) VALUES ($1, $2)");
    if (!add)
        return add.error();
    if (auto added = (*add)->bindAll(kOutsideMarket, now.value).run(); !added)
        return added.error();
    return static_cast<std::uint32_t>(connection.lastRow());
}

Result<CollectorRow> bringBack(store::Connection& connection, CollectorRow row,
                               std::string_view kind, std::string_view settings)
{
    if (row.kind != kind || row.settings != settings)
        row.checkpoint.clear();
    row.kind = kind;
    row.settings = settings;
    row.isPaused = row.isRemoved = false;
    const auto keep = connection.cached(
        "UPDATE collector SET kind = $2, settings = $3, checkpoint = $4, paused = 0, "
        "removed_at = 0, removed_by = '' WHERE id = $1");
    if (!keep)
        return keep.error();
    if (auto kept = (*keep)->bindAll(row.id, kind, settings, row.checkpoint).run(); !kept)
        return kept.error();
    return row;
}

} // namespace

Result<std::vector<CollectorRow>> readCollectors(store::Connection& connection)
{
    auto statement = connection.prepare(
        "SELECT c.id, c.name, c.kind, c.settings, s.run, c.source, c.checkpoint, c.paused, "
        "c.position, c.removed_at FROM collector c JOIN source s ON s.id = c.source ORDER BY c.id");
    if (!statement)
        return statement.error();
    std::vector<CollectorRow> rows;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        rows.push_back(
            {static_cast<std::uint32_t>(statement->integer(0)), std::string(statement->text(1)),
             std::string(statement->text(2)), std::string(statement->text(3)),
             static_cast<std::uint32_t>(statement->integer(4)),
             static_cast<std::uint32_t>(statement->integer(5)), std::string(statement->text(6)),
             statement->integer(7) != 0, statement->integer(9) != 0,
             static_cast<std::uint64_t>(statement->integer(8)), 0});
    }
    for (CollectorRow& row : rows) {
        const auto last = store::lastSequence(connection, row.source);
        if (!last)
            return last.error();
        row.sequence = *last;
    }
    return rows;
}

Result<CollectorRow> keepCollector(store::Connection& connection, std::string_view name,
                                   std::string_view kind, std::string_view settings, TimeMs now)
{
    const auto known = readCollectors(connection);
    if (!known)
        return known.error();
    for (const CollectorRow& row : *known)
        if (row.name == name)
            return row.isRemoved ? bringBack(connection, row, kind, settings) : row;
    const auto run = outsideRun(connection, now);
    if (!run)
        return run.error();
    const auto source = connection.cached("INSERT INTO source (run, name) VALUES ($1, $2)");
    if (!source)
        return source.error();
    if (auto added = (*source)->bindAll(*run, name).run(); !added)
        return added.error();
    CollectorRow row;
    row.name = name;
    row.kind = kind;
    row.settings = settings;
    row.run = *run;
    row.source = static_cast<std::uint32_t>(connection.lastRow());
    const auto add = connection.cached("INSERT INTO collector (name, kind, settings, source, "
                                       "checkpoint) VALUES ($1, $2, $3, $4, '')");
    if (!add)
        return add.error();
    if (auto added = (*add)->bindAll(name, kind, settings, row.source).run(); !added)
        return added.error();
    row.id = static_cast<std::uint32_t>(connection.lastRow());
    return row;
}

Result<void> removeCollector(store::Connection& connection, std::uint32_t id,
                             std::string_view actor, TimeMs now)
{
    const auto remove
        = connection.cached("UPDATE collector SET removed_at = $2, removed_by = $3 WHERE id = $1");
    if (!remove)
        return remove.error();
    return (*remove)->bindAll(id, now.value, actor).run();
}

Result<void> addFlow(store::Connection& connection, std::uint32_t collector, std::int64_t minute,
                     const Flow& flow)
{
    if (flow == Flow{})
        return {};
    const auto add = connection.cached(
        "INSERT INTO flow_minute (minute, collector, received, stored, duplicate, dead, refused, "
        "repaired, quarantined) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
        "ON CONFLICT (minute, collector) DO UPDATE SET received = received + excluded.received, "
        "stored = stored + excluded.stored, duplicate = duplicate + excluded.duplicate, "
        "dead = dead + excluded.dead, refused = refused + excluded.refused, "
        "repaired = repaired + excluded.repaired, "
        "quarantined = quarantined + excluded.quarantined");
    if (!add)
        return add.error();
    return (*add)
        ->bindAll(minute, collector, flow.received, flow.stored, flow.duplicate, flow.dead,
                  flow.refused, flow.repaired, flow.quarantined)
        .run();
}

} // namespace gavel::pipeline
