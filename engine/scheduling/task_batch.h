// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/schedule.h"

#include <vector>

namespace gavel::scheduling {

/// A task as it shall stand in the file, and what the file must hold for the write to count.
struct TaskWrite
{
    model::ScheduleTask task;
    std::uint32_t before = 0; ///< version that the file must hold; 0 = the task is new
    model::TaskState stateBefore = model::TaskState::Pending; ///< in the file
    model::LeaseToken token = 0; ///< of the lease under which it was changed
};

/// What happened to many tasks since the last batch; becomes durable as one. Events stand in the
/// order they happened, `owners` beside them: each one's place in `tasks`.
struct TaskBatch
{
    std::vector<TaskWrite> tasks;
    std::vector<model::TaskEvent> events;
    std::vector<std::uint32_t> owners;

    bool empty() const { return tasks.empty(); }
};

/// Why the file did not take one task of a batch. Codes: LEASE_STALE (another node holds its slot),
/// VERSION_STALE (the file holds another version), TASK_EXISTS (its window has a run already).
struct TaskRefusal
{
    std::uint32_t place = 0; ///< in TaskBatch::tasks
    Error why;
};

/// What became of a batch.
struct Appended
{
    std::uint64_t firstEvent = 0; ///< number of the batch's first event; the others follow on
    std::vector<TaskRefusal> refused; ///< by place; all other tasks are durable
};

/// Makes batches durable. Two kinds: the workspace, and the simulated one of the tests.
class TaskJournal
{
public:
    virtual ~TaskJournal() = default;
    /// Returns after the commit. An error means that nothing is known of the batch: the book must
    /// be loaded anew.
    virtual Result<Appended> append(const TaskBatch& batch) = 0;
};

} // namespace gavel::scheduling
