// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_table.h"

#include <optional>

namespace gavel::pipeline {

/// The folder's tables; part of pipelineMigrations(). `topic_place` says how far each source of the
/// log is in a topic; a row of source 0 says that the topic has begun.
inline constexpr std::string_view kTopicTables = R"sql(
CREATE TABLE topic_place (
    topic TEXT NOT NULL,
    source INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (topic, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_span (
    first INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    events INTEGER NOT NULL
) STRICT;
CREATE TABLE metric_change (
    place INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    span INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    name INTEGER NOT NULL,
    campaign INTEGER NOT NULL,
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
    value_micros INTEGER NOT NULL
) STRICT;
)sql";

/// How far each source is in a topic; nullopt when it has not begun.
Result<std::optional<CountedTo>> readPlaces(store::Connection& connection, std::string_view topic);
/// Begins the topic when it has not.
Result<void> keepPlaces(store::Connection& connection, std::string_view topic,
                        const CountedTo& places);

} // namespace gavel::pipeline
