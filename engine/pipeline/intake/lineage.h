// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/batch_store.h"

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

/// A line of the newest batches, as it came.
struct RecentLine
{
    std::string source;
    std::string origin; ///< of its batch
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
