// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/event_totals.h"
#include "engine/store/logged_event.h"
#include "engine/store/segments/event_row.h"

#include <span>
#include <vector>

namespace gavel::store {

/// The one way into the log: stores an event and gives it to everything that is made of the log.
/// Writer's thread only, inside its feeds.
class EventAppender
{
public:
    /// It must outlive the appender or be taken away; between commits.
    void add(LogProjection& projection) { m_projections.push_back(&projection); }
    void remove(const LogProjection& projection);

    /// The caller knows that its source has no such sequence yet. It may wait for others, at the
    /// longest for finish().
    Result<void> append(Connection& connection, const LoggedEvent& event);
    /// The log has them now, for who must look into it.
    Result<void> storeWaiting(Connection& connection);
    /// At the end of a feed's write.
    Result<void> finish(Connection& connection);
    /// After a commit.
    void committed();

private:
    /// Events of one source and day, in the order of keys.
    Result<void> store(Connection& connection, std::span<const EventRow> events);
    Result<void> insert(Connection& connection, std::span<const EventRow> events);

    std::vector<EventRow> m_waiting;
    EventTotals m_totals;
    std::vector<LogProjection*> m_projections;
};

} // namespace gavel::store
