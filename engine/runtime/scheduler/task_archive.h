// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_batch.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gavel::runtime {

/// A task and everything that happened to it, oldest first.
struct ArchivedTask
{
    model::ScheduleTask task;
    std::vector<model::TaskEvent> events;
};

/// The tasks of the newest rounds and what was recalled of before, in memory, for those who look,
/// and the journal of a market that keeps none in the workspace. Checks every event against the
/// table of states by itself. Bounded. One thread.
class TaskArchive final : public scheduling::TaskJournal
{
public:
    static constexpr std::size_t kMostTasks = 20'000;

    /// `file` keeps what is durable; nullptr = nothing is.
    explicit TaskArchive(scheduling::TaskJournal* file)
        : m_file(file)
    {
    }

    Result<scheduling::Appended> append(const scheduling::TaskBatch& batch) override;

    /// A task of an earlier process, older than all that were told since.
    void recall(const ArchivedTask& known);

    /// Oldest first.
    const std::deque<model::TaskId>& order() const { return m_order; }
    const ArchivedTask* find(model::TaskId id) const;
    /// Transitions outside the table and versions out of order; must stay 0.
    std::uint64_t broken() const { return m_broken; }
    std::uint64_t events() const { return m_nextEvent - 1; }

private:
    void note(const scheduling::TaskBatch& batch, const scheduling::Appended& appended);
    void check(const ArchivedTask& known, const model::TaskEvent& event);

    scheduling::TaskJournal* m_file;
    std::uint64_t m_nextEvent = 1;
    std::uint64_t m_broken = 0;
    std::deque<model::TaskId> m_order;
    std::unordered_map<model::TaskId, ArchivedTask> m_tasks;
};

} // namespace gavel::runtime
