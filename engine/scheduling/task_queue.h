// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_store.h"

#include <atomic>
#include <deque>
#include <future>

namespace gavel::scheduling {

/// The journal of a market that starts over after a crash: a batch becomes durable after those
/// before it, but nobody waits for it. So only for a market that one node owns and whose grants die
/// with the process. The store must outlive it, and keeps no other journal meanwhile. One thread.
class TaskQueue final : public TaskJournal
{
public:
    TaskQueue(TaskStore& store, store::Workspace& workspace);
    ~TaskQueue() override;

    /// Returns at once, unless a long queue waits. Error: that of an earlier batch; then nothing
    /// after it was written.
    Result<Appended> append(const TaskBatch& batch) override;
    /// Returns when all is durable.
    Result<void> wait();

private:
    /// Takes answers until at most so many are outstanding, and those that are there.
    Result<void> take(std::size_t most);

    TaskStore& m_store;
    store::Workspace& m_workspace;
    std::uint64_t m_nextEvent = 0; ///< number of the next event; 0 = not known yet
    std::atomic<bool> m_isBroken{false};
    std::deque<std::future<Result<void>>> m_written; ///< oldest first
};

} // namespace gavel::scheduling
