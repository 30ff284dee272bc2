// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/nodes/lease_slot.h"
#include "engine/scheduling/task_batch.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace gavel::scheduling {

/// What a trigger asks for.
struct NewTask
{
    Handle campaign = base::kNone;
    std::uint16_t slot = 0; ///< slotOf(the campaign's id)
    model::TriggerKind trigger = model::TriggerKind::Interval;
    model::TaskPriority priority = model::TaskPriority::Normal;
    TimeMs windowStart; ///< inclusive
    TimeMs windowEnd; ///< exclusive
    TimeMs dueAt; ///< may start from then on
    std::string actor; ///< the person, for a manual one
    std::string detail; ///< one JSON object for the history, "" = none
};

/// When, why and by whom something is done to a task.
struct Change
{
    TimeMs at;
    model::TaskCause cause = model::TaskCause::Trigger;
    TimeMs dueAt{}; ///< nothing is tried before; 0 = at once
    std::string actor{}; ///< "" = the scheduler itself
    std::string detail{}; ///< one JSON object, "" = none
    /// The version the caller has seen; with another one the change is refused as VERSION_STALE.
    std::optional<std::uint32_t> expected{};
};

/// The newest window of a campaign and trigger that has a run.
struct TaskWindow
{
    Handle campaign = base::kNone;
    model::TriggerKind trigger = model::TriggerKind::Interval;
    TimeMs start;
    TimeMs end;
};

/// Every open task of one market on one node, moved only along the table of model/schedule.h, each
/// change told as an event. Pure: no clock, no file, no randomness; one thread. Ended tasks leave
/// with the batch that ends them. Errors name the rule and change nothing.
class TaskBook
{
public:
    /// `epoch` is this node's number, unique in the file (TaskStore::epoch). At most `limit` open
    /// tasks.
    explicit TaskBook(std::uint32_t epoch, std::size_t limit = 1'000'000);

    /// From now on this node may run the campaigns of a slot; a token of 0 takes that away.
    void hold(std::uint16_t slot, model::LeaseToken token);
    model::LeaseToken tokenOf(std::uint16_t slot) const { return m_tokens[slot]; }
    std::uint32_t epoch() const { return m_epoch; }

    /// A new task, Pending. Errors: CAMPAIGN_UNKNOWN, WINDOW_EMPTY, WINDOW_OVERLAPS, TASK_EXISTS,
    /// LEASE_FOREIGN, BOOK_FULL.
    Result<model::TaskId> create(const NewTask& wanted, TimeMs now);
    /// Changes the state. What the step's status becomes follows from it: see model::TaskEventKind.
    /// Errors: TASK_UNKNOWN, TRANSITION_ILLEGAL, BY_HAND_ONLY (no actor), LEASE_FOREIGN,
    /// VERSION_STALE.
    Result<void> move(model::TaskId id, model::TaskState to, const Change& change);
    /// An event that leaves the state as it is, about a step. Errors as move(), and STEP_ORDER when
    /// the step's status does not allow it.
    Result<void> note(model::TaskId id, model::TaskEventKind kind, model::SagaStep step,
                      const Change& change);
    /// Asks for an end. Before it has begun the task is Cancelled at once; later the request is
    /// honoured at the next boundary of a step. Errors as move(), and PAST_PIVOT, TASK_ENDED,
    /// CANCEL_REQUESTED (already).
    Result<void> cancel(model::TaskId id, const Change& change);
    /// Takes up a failed task again (it was adopted before): Retrying. Steps that were undone begin
    /// anew under new keys. Errors as move().
    Result<void> retry(model::TaskId id, const Change& change);

    /// Puts a task of the file in the book: an open one at start, a failed one before its retry.
    Result<void> adopt(const model::ScheduleTask& task);
    /// The windows known to have a run, from the file.
    void knowWindow(const TaskWindow& window);
    /// Null when there was none.
    const TaskWindow* windowOf(Handle campaign, model::TriggerKind trigger) const;
    /// After adopt(): tells the resume as an event. A step whose effect may exist becomes Unknown.
    Result<void> resume(model::TaskId id, const Change& change);
    /// Sets what only policy decides; no event of its own, it is written with the next one.
    struct Course
    {
        std::optional<TimeMs> deadline{};
        std::optional<std::shared_ptr<const model::TaskFailure>> failure{};
        std::optional<bool> pivotPassed{};
    };
    Result<void> steer(model::TaskId id, const Course& course);
    /// Forgets a task that another node runs.
    void drop(model::TaskId id);
    /// Forgets every task of a slot and what of them is not yet durable.
    void dropSlot(std::uint16_t slot);

    const model::ScheduleTask* find(model::TaskId id) const;
    /// Open tasks in no particular but a reproducible order; valid until the next change of their
    /// number.
    std::span<const model::ScheduleTask> open() const { return m_tasks; }

    /// Everything since the last call, to be made durable.
    TaskBatch take();
    bool hasChanges() const { return !m_batch.empty(); }
    /// The batch is durable but for what was refused: refused and ended tasks leave the book.
    void settle(const TaskBatch& batch, const Appended& appended);

private:
    static constexpr std::uint32_t kNoPlace = UINT32_MAX;
    struct Written ///< what the file holds of a task, beside it
    {
        std::uint32_t version = 0;
        model::TaskState state = model::TaskState::Pending;
        std::uint32_t place = kNoPlace; ///< in m_batch.tasks
    };

    Result<model::ScheduleTask*> changeable(model::TaskId id, const Change& change);
    Result<void> mayCreate(const NewTask& wanted) const;
    TaskWindow& windowEntry(Handle campaign, model::TriggerKind trigger);
    void add(const model::ScheduleTask& task, const Written& written);
    void emit(model::ScheduleTask& task, model::TaskEvent event, const Change& change);
    void copyToBatch(const model::ScheduleTask& task);

    std::uint32_t m_epoch;
    std::size_t m_limit;
    std::uint32_t m_made = 0;
    std::array<model::LeaseToken, kLeaseSlots> m_tokens{};
    std::vector<model::ScheduleTask> m_tasks;
    std::vector<Written> m_written; ///< beside m_tasks
    std::unordered_map<model::TaskId, std::uint32_t> m_places;
    std::vector<std::array<TaskWindow, model::kTriggerKinds>> m_windows; ///< by campaign
    TaskBatch m_batch; ///< since the last take()
};

} // namespace gavel::scheduling
