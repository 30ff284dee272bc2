// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/spsc_ring.h"
#include "engine/model/delivery_event.h"
#include "engine/model/vocabulary.h"
#include "engine/store/event_appender.h"
#include "engine/store/workspace.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace gavel::store {

/// Brings delivery events from rings into the event log. The writer's thread drains all rings,
/// keeps the totals in the same transaction, commits, and then says how far each source is durable.
/// A full ring is the back-pressure: nothing is dropped. The workspace must outlive it. Any thread
/// may call, except the ring's producer side.
class EventWriter
{
public:
    explicit EventWriter(Workspace& workspace);
    /// Writes what the rings hold, then lets go of them.
    ~EventWriter();
    EventWriter(const EventWriter&) = delete;
    EventWriter& operator=(const EventWriter&) = delete;

    /// Where other feeds of the same workspace bring their events; writer's thread only.
    EventAppender& appender();

    /// A new run of a market: "live", or a scenario's name. Totals of a market sum over its runs.
    Result<std::uint32_t> beginRun(std::string_view market, TimeMs at);
    /// A new source in a run; its sequences start at 1. Unique in the file.
    Result<std::uint32_t> addSource(std::uint32_t run, std::string_view name);

    /// Stores the ring's events under `source`, whatever their own source field says, until
    /// detach(). Sequences that are stored are duplicates, left out and counted; those that were
    /// jumped over may come later. The vocabulary gives the handles' texts. `afterCommit` runs on
    /// the writer's thread after a commit with such events. SOURCE_UNKNOWN, SOURCE_ATTACHED.
    Result<void> attach(base::SpscRing<model::DeliveryEvent>& ring, std::uint32_t source,
                        std::shared_ptr<const model::Vocabulary> vocabulary,
                        std::function<void()> afterCommit = {});
    /// Writes what the ring holds and lets go of it. Its producer must have stopped.
    Result<void> detach(std::uint32_t source);
    /// Returns when everything that was in the rings at the call is durable.
    Result<void> flush();

    /// The last durable sequence of a source, attached or detached since this writer began; 0 when
    /// none.
    std::uint64_t committed(std::uint32_t source) const;

    struct Counts
    {
        std::uint64_t taken = 0; ///< events that were taken from the rings and seen to
        std::uint64_t stored = 0; ///< durable events of this writer
        std::uint64_t duplicates = 0; ///< left out: already there
        std::uint64_t gaps = 0; ///< sequences that a source jumped over
        std::uint64_t waiting = 0; ///< in the rings now
    };
    Counts counts() const;

private:
    class Log;
    std::unique_ptr<Log> m_log;
};

} // namespace gavel::store
