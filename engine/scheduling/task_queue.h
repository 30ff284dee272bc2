// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_store.h"

#include <atomic>
#include <deque>
#include <future>
#include <unordered_map>

namespace gavel::scheduling {

/// The journal of a market that starts over after a crash: a batch becomes durable after those
/// before it, but nobody waits for it, and a task is written when it has ended, once for all its
/// steps. So only for a market that one node owns and whose grants die with the process. The store
/// must outlive it, and keeps no other journal meanwhile. One thread.
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
    /// What is gathered shall be written now: its tasks have ended, or it is much.
    bool isRipe() const;
    void gather(const TaskBatch& batch);
    void send();
    /// Takes answers until at most so many are outstanding, and those that are there.
    Result<void> take(std::size_t most);

    TaskStore& m_store;
    store::Workspace& m_workspace;
    std::uint64_t m_nextEvent = 0; ///< number of the next event; 0 = not known yet
    TaskBatch m_gathered; ///< not yet sent; each task as it stands after all of it
    std::unordered_map<model::TaskId, std::uint32_t> m_places; ///< in it
    std::size_t m_batches = 0; ///< that it is made of
    std::size_t m_open = 0; ///< tasks of it that have not ended
    std::atomic<bool> m_isBroken{false};
    std::deque<std::future<Result<void>>> m_written; ///< oldest first
};

} // namespace gavel::scheduling
