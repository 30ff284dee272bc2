// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/intake/batch_store.h"
#include "engine/pipeline/intake/causes.h"

namespace gavel::pipeline {

/// A batch as the file has it.
struct BatchRow
{
    std::uint64_t id = 0;
    std::string source;
    std::string origin;
    model::BatchState state{};
    TimeMs openedAt;
    TimeMs changedAt;
    std::uint32_t rules = 0;
    std::uint64_t firstPosition = 0;
    std::uint64_t lastPosition = 0;
    Flow flow;
    std::uint64_t inHash = 0;
    std::uint64_t outHash = 0;
    std::uint64_t firstEvent = 0;
    std::uint64_t lastEvent = 0;
    std::uint32_t logSource = 0;
    std::vector<BatchTrack::Step> steps;
};
/// Newest first.
Result<std::vector<BatchRow>> readBatches(store::Connection& connection, std::size_t most);
/// Those of a larger id, oldest first.
Result<std::vector<BatchRow>> readBatchesAfter(store::Connection& connection, std::uint64_t id,
                                               std::size_t most);
/// Errors: BATCH_UNKNOWN.
Result<BatchRow> readBatch(store::Connection& connection, std::uint64_t id);
Result<std::array<std::uint64_t, model::kBatchStates>>
readBatchStates(store::Connection& connection);

/// An event of the log back to its line.
struct TracedEvent
{
    std::string source;
    std::uint32_t logSource = 0;
    std::uint64_t sequence = 0;
    model::EventKind kind{};
    std::string campaign;
    TimeMs at;
    bool quarantined = false;
    std::uint64_t auction = 0; ///< 0 = it was told from outside
    std::vector<LinkedEvent> causes; ///< nearest first
    std::vector<LinkedEvent> effects; ///< at most 20
    std::uint64_t batch = 0; ///< 0 = it came from a market of this program
    std::uint64_t position = 0;
    std::string original;
    std::string changes;
};
/// What a counter is made of.
struct NumberQuery
{
    std::vector<std::uint32_t> scopes;
    CountedBy by = CountedBy::Campaign;
    std::uint64_t name = 0;
    model::EventKind kind = model::EventKind::Impression;
    TimeMs from;
    TimeMs to;
    std::size_t mostEvents = 200;
    bool onlyAttributed = false; ///< of clicks and conversions
};
struct Number
{
    std::uint64_t value = 0; ///< counted in the log
    std::vector<std::pair<std::string, std::uint64_t>> sources; ///< most first
    std::vector<TracedEvent> events; ///< newest first
    std::vector<std::uint64_t> batches; ///< of those events, newest first
};
/// Counts in the log itself, not in the counters. Takes as long as the log of the scopes.
Result<Number> traceNumber(store::Connection& connection, const NumberQuery& query);

/// A line of the newest batches, as it came.
struct RecentLine
{
    std::string source;
    std::uint64_t position = 0;
    TimeMs received;
    std::string original;
};
/// In the order in which they came, at most `most`.
Result<std::vector<RecentLine>> readRecentLines(store::Connection& connection, std::size_t batches,
                                                std::size_t most);

/// A campaign's count of one kind in one quarter of an hour that a batch added to.
struct Touched
{
    std::string campaign;
    model::EventKind kind{};
    std::int64_t quarter = 0;
    std::uint64_t count = 0;
};
Result<std::vector<Touched>> readTouched(store::Connection& connection, std::uint64_t batch);

} // namespace gavel::pipeline
