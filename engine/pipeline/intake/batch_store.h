// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/prepared_batch.h"
#include "engine/store/event_appender.h"
#include "engine/store/event_names.h"

#include <map>
#include <unordered_map>

namespace gavel::pipeline {

/// A collector as the file has it.
struct CollectorRow
{
    std::uint32_t id = 0;
    std::string name;
    std::string kind; ///< "push", "pixel", "file", "poll", "stream"
    std::string settings; ///< JSON
    std::uint32_t run = 0;
    std::uint32_t source = 0; ///< in the log
    std::string checkpoint;
    bool isPaused = false;
    std::uint64_t position = 0; ///< of its last line
    std::uint64_t sequence = 0; ///< of its last event
};
Result<std::vector<CollectorRow>> readCollectors(store::Connection& connection);
/// Adds one with a source of its own in the log, or gives the one of that name.
Result<CollectorRow> keepCollector(store::Connection& connection, std::string_view name,
                                   std::string_view kind, std::string_view settings, TimeMs now);

/// Puts batches into the file: events into the log, ids, dead letters, lines, counts. On the
/// writer's thread, in its open transaction; what fails there stops the workspace.
class BatchStore
{
public:
    explicit BatchStore(store::EventAppender& appender)
        : m_appender(appender)
    {
    }
    /// What each offer of the batch is told after the commit. `refused` are lines that the
    /// collector turned away since its last batch.
    Result<std::vector<OfferOutcome>> store(store::Connection& connection, CollectorRow& collector,
                                            PreparedBatch& batch, std::int64_t refused,
                                            std::uint32_t subscribers);

private:
    struct Work; ///< one batch while it is stored
    Result<void> storeLine(Work& work, PreparedLine& line);
    Result<LineFate> storeEvents(Work& work, const PreparedLine& line);
    Result<void> append(Work& work, const PreparedLine& line, bool viewable);
    Result<void> storeDead(Work& work, const PreparedLine& line);
    Result<void> closeLetter(Work& work, const PreparedLine& line, LineFate fate);
    Result<void> storeBatch(Work& work);
    Result<void> close(Work& work);
    static Result<void> moveBatch(store::Connection& connection, std::uint64_t id,
                                  const BatchTrack& track);
    static Result<void> keepPlace(Work& work);
    Result<std::uint32_t> number(store::Connection& connection, store::NameKind kind,
                                 std::string_view text);

    using Numbers = std::unordered_map<std::string, std::uint32_t>;
    store::EventAppender& m_appender;
    std::array<Numbers, store::kNameKinds> m_numbers;
    std::string m_text; ///< of a look into m_numbers
};

/// Adds to what a collector's minute has.
Result<void> addFlow(store::Connection& connection, std::uint32_t collector, std::int64_t minute,
                     const Flow& flow);

} // namespace gavel::pipeline
