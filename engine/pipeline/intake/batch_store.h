// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/attribution.h"
#include "engine/pipeline/intake/collector_table.h"
#include "engine/pipeline/intake/event_ids.h"
#include "engine/pipeline/intake/name_numbers.h"
#include "engine/pipeline/intake/prepared_batch.h"
#include "engine/store/event_appender.h"

#include <vector>

namespace gavel::pipeline {

class CounterBook;

/// Puts batches into the file: events into the log, ids, dead letters, lines, counts. On the
/// writer's thread, in its open transaction; what fails there stops the workspace.
class BatchStore
{
public:
    /// Both must outlive it.
    BatchStore(store::EventAppender& appender, const CounterBook& counters)
        : m_appender(appender)
        , m_counters(counters)
    {
    }
    /// What clicks and conversions are attributed by; it takes what a market tells.
    Attribution& attribution() { return m_attribution; }
    /// What each offer of the batch is told after the commit.
    Result<std::vector<OfferOutcome>> store(store::Connection& connection, CollectorRow& collector,
                                            PreparedBatch& batch);

private:
    struct Work; ///< one batch while it is stored
    Result<void> storeLine(Work& work, PreparedLine& line);
    Result<LineFate> storeEvents(Work& work, const PreparedLine& line);
    Result<store::LoggedEvent> eventOf(Work& work, const PreparedLine& line);
    Result<void> append(Work& work, const PreparedLine& line, store::LoggedEvent& event);
    Result<void> storeDead(Work& work, const PreparedLine& line);
    static Result<bool> closeLetter(Work& work, const PreparedLine& line, LineFate fate);
    Result<void> storeBatch(Work& work);
    Result<void> close(Work& work);
    static Result<void> moveBatch(store::Connection& connection, std::uint64_t id,
                                  const BatchTrack& track);
    static Result<void> keepPlace(Work& work);

    store::EventAppender& m_appender;
    const CounterBook& m_counters;
    Attribution m_attribution;
    EventIds m_ids;
    NameNumbers m_names;
};

} // namespace gavel::pipeline
