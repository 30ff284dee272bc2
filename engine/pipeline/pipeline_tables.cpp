// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/pipeline_tables.h"

#include "engine/model/batch.h"
#include "engine/pipeline/counters/counter_table.h"
#include "engine/pipeline/distribute/distribution_tables.h"
#include "engine/pipeline/intake/attribution.h"
#include "engine/pipeline/intake/event_ids.h"
#include "engine/pipeline/topics/topic_tables.h"

#include <array>
#include <string>

namespace gavel::pipeline {

namespace {

// Counters stand in the order in which they are written and dropped: by time. `sequence` and
// `users` say how far a source of the log is in the counters, and in the sketches of users.
std::string countersSql()
{
    return counterTables(CounterSet::InUse) + counterTables(CounterSet::Recounted) + R"sql(
CREATE TABLE counted_to (
    source INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,
    users INTEGER NOT NULL
) STRICT;
CREATE TABLE belonging (
    kind TEXT NOT NULL CHECK (kind IN ('advertiser', 'zone', 'ad', 'publisher')),
    child INTEGER NOT NULL,
    parent INTEGER NOT NULL REFERENCES label(id),
    PRIMARY KEY (kind, child)
) STRICT, WITHOUT ROWID;
)sql";
}

// A collector is a sender from outside and writes one source of the log. A batch is what it brought
// in one commit; its lines, as they came and as they were repaired, are one compressed block.
constexpr std::string_view kBatches = R"sql(
CREATE TABLE collector (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    source INTEGER NOT NULL UNIQUE,
    checkpoint TEXT NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE rule_set (
    version INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    collector INTEGER NOT NULL REFERENCES collector(id),
    origin TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 24),
    ended INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    rules INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    last_position INTEGER NOT NULL,
    received INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    dead INTEGER NOT NULL,
    repaired INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    in_hash INTEGER NOT NULL,
    out_hash INTEGER NOT NULL,
    first_event INTEGER NOT NULL,
    last_event INTEGER NOT NULL,
    steps TEXT NOT NULL
) STRICT;
CREATE INDEX batch_events ON batch (collector, last_event) WHERE last_event > 0;
CREATE TABLE batch_lines (
    batch INTEGER PRIMARY KEY REFERENCES batch(id),
    lines BLOB NOT NULL
) STRICT;
CREATE TABLE event_id (
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (high, low)
) STRICT, WITHOUT ROWID;
CREATE TABLE dead_letter (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch(id),
    collector INTEGER NOT NULL REFERENCES collector(id),
    position INTEGER NOT NULL,
    event TEXT NOT NULL,
    stage TEXT NOT NULL,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    original TEXT NOT NULL,
    given TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'redriven', 'discarded')),
    attempts INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX dead_open ON dead_letter (rule, id) WHERE state = 'open';
CREATE TABLE flow_minute (
    minute INTEGER NOT NULL,
    collector INTEGER NOT NULL REFERENCES collector(id),
    received INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    dead INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    repaired INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    PRIMARY KEY (minute, collector)
) STRICT, WITHOUT ROWID;
)sql";

// What became of the lines stands beside them: they are packed before it is known.
constexpr std::string_view kFates = "ALTER TABLE batch_lines ADD COLUMN fates BLOB;";

// A source that a person removed is not read any more; its batches and dead letters stay.
constexpr std::string_view kRemovedCollectors = R"sql(
ALTER TABLE collector ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE collector ADD COLUMN removed_by TEXT NOT NULL DEFAULT '';
)sql";

// Each market says for itself whose things are; what was known holds for all that say nothing else.
constexpr std::string_view kBelongingsByScope = R"sql(
ALTER TABLE belonging RENAME TO belonging_of_all;
CREATE TABLE belonging (
    kind TEXT NOT NULL CHECK (kind IN ('advertiser', 'zone', 'ad', 'publisher')),
    child INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    since INTEGER NOT NULL,
    parent INTEGER NOT NULL REFERENCES label(id),
    PRIMARY KEY (kind, child, scope, since)
) STRICT, WITHOUT ROWID;
INSERT INTO belonging SELECT kind, child, 0, 0, parent FROM belonging_of_all;
DROP TABLE belonging_of_all;
)sql";

// What a market tells is attributed by itself; of what others told nothing was before.
std::string attributedSql()
{
    return std::string(kAttributionTable) + addedColumns(CounterSet::InUse)
        + addedColumns(CounterSet::Recounted) + measureColumnsTo("metric_change")
        + "UPDATE counter SET attributed_clicks = clicks, attributed_conversions = conversions, "
          "attributed_micros = value_micros WHERE (clicks <> 0 OR conversions <> 0) AND scope NOT "
          "IN (SELECT id FROM run WHERE market = 'outside');";
}

/// Refuses any change of state that model::kBatchTransitions does not know.
std::string moveRule()
{
    std::string pairs;
    for (const auto& [from, to] : model::kBatchTransitions) {
        const auto pair
            = static_cast<std::size_t>(from) * model::kBatchStates + static_cast<std::size_t>(to);
        pairs += (pairs.empty() ? "" : ", ") + std::to_string(pair);
    }
    return "CREATE TRIGGER batch_move BEFORE UPDATE OF state ON batch WHEN OLD.state <> NEW.state "
           "AND OLD.state * "
        + std::to_string(model::kBatchStates) + " + NEW.state NOT IN (" + pairs
        + ") BEGIN SELECT RAISE(ABORT, 'the batch may not get this state'); END;";
}

} // namespace

std::span<const store::Migration> pipelineMigrations()
{
    static const std::string first = countersSql() + std::string(kBatches) + moveRule();
    static const std::string sixth = attributedSql();
    static const std::string third = std::string(kEventIdTables) + std::string(kFates);
    static const std::array<store::Migration, 7> migrations{{{"pipeline", 1, first},
                                                             {"pipeline", 2, kDistributionTables},
                                                             {"pipeline", 3, third},
                                                             {"pipeline", 4, kRemovedCollectors},
                                                             {"pipeline", 5, kTopicTables},
                                                             {"pipeline", 6, sixth},
                                                             {"pipeline", 7, kBelongingsByScope}}};
    return migrations;
}

} // namespace gavel::pipeline
