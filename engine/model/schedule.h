// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/dictionary.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gavel::model {

/// Where a schedule task (one round for one campaign) stands.
enum class TaskState : std::uint8_t {
    Pending, ///< made, not yet placed on a node
    Scheduled, ///< placed, waits for its turn
    Running, ///< begun
    DataCollecting, ///< collects what was delivered
    Calculating, ///< settles it
    Distributing, ///< hands out the next quota
    Completed,
    PartiallyCompleted, ///< some ad servers took their quota, the rest is tried again
    Retrying,
    Failed,
    Cancelled,
};
inline constexpr std::size_t kTaskStates = 11;
inline constexpr std::array<std::string_view, kTaskStates> kTaskStateNames{
    "pending",     "scheduled",    "running",   "data_collecting",
    "calculating", "distributing", "completed", "partially_completed",
    "retrying",    "failed",       "cancelled"};

struct TaskTransition
{
    TaskState from;
    TaskState to;
    bool byHand = false; ///< only a person may ask for it
};

/// The only changes of state there are. Code, database, console and tests read this one table.
inline constexpr std::array<TaskTransition, 18> kTaskTransitions{{
    {TaskState::Pending, TaskState::Scheduled},
    {TaskState::Pending, TaskState::Failed},
    {TaskState::Pending, TaskState::Cancelled, true},
    {TaskState::Scheduled, TaskState::Running},
    {TaskState::Scheduled, TaskState::Cancelled, true},
    {TaskState::Running, TaskState::DataCollecting},
    {TaskState::Running, TaskState::Failed},
    {TaskState::DataCollecting, TaskState::Calculating},
    {TaskState::DataCollecting, TaskState::Failed},
    {TaskState::Calculating, TaskState::Distributing},
    {TaskState::Calculating, TaskState::Failed},
    {TaskState::Distributing, TaskState::Completed},
    {TaskState::Distributing, TaskState::PartiallyCompleted},
    {TaskState::Distributing, TaskState::Failed},
    {TaskState::PartiallyCompleted, TaskState::Retrying},
    {TaskState::Retrying, TaskState::Completed},
    {TaskState::Retrying, TaskState::Failed},
    {TaskState::Failed, TaskState::Retrying, true},
}};

/// Bit `to` is set when a task may go from `from` to it.
constexpr std::uint32_t nextStates(TaskState from)
{
    std::uint32_t states = 0;
    for (const TaskTransition& transition : kTaskTransitions)
        if (transition.from == from)
            states |= 1U << static_cast<unsigned>(transition.to);
    return states;
}
constexpr bool mayMove(TaskState from, TaskState to)
{
    return (nextStates(from) >> static_cast<unsigned>(to) & 1U) != 0;
}
constexpr bool byHandOnly(TaskState from, TaskState to)
{
    for (const TaskTransition& transition : kTaskTransitions)
        if (transition.from == from && transition.to == to)
            return transition.byHand;
    return false;
}
/// No transition leads out.
constexpr bool isTerminal(TaskState state)
{
    return nextStates(state) == 0;
}
/// The scheduler is done with it; a failed task moves again only when a person asks for it.
constexpr bool isEnded(TaskState state)
{
    return isTerminal(state) || state == TaskState::Failed;
}

/// What makes a task. With the campaign and the window's start it names a run: there is one.
enum class TriggerKind : std::uint8_t { Interval, Cron, Event, Manual };
inline constexpr std::size_t kTriggerKinds = 4;
inline constexpr std::array<std::string_view, kTriggerKinds> kTriggerKindNames{"interval", "cron",
                                                                               "event", "manual"};

enum class TaskPriority : std::uint8_t { High, Normal, Low };
inline constexpr std::size_t kTaskPriorities = 3;
inline constexpr std::array<std::string_view, kTaskPriorities> kTaskPriorityNames{"high", "normal",
                                                                                  "low"};

/// The steps of the saga, in order; compensation goes the other way.
enum class SagaStep : std::uint8_t { Collect, Settle, Distribute };
inline constexpr std::size_t kSagaSteps = 3;
inline constexpr std::array<std::string_view, kSagaSteps> kSagaStepNames{"collect", "settle",
                                                                         "distribute"};

enum class StepStatus : std::uint8_t {
    Waiting, ///< not begun, or definitely without effect
    Intent, ///< about to be done: the effect may or may not exist
    Unknown, ///< was done or not, nobody knows: its target must be asked
    Done,
    Undoing, ///< its compensation is about to be done
    Undone,
};
inline constexpr std::size_t kStepStatuses = 6;
inline constexpr std::array<std::string_view, kStepStatuses> kStepStatusNames{
    "waiting", "intent", "unknown", "done", "undoing", "undone"};

enum class ErrorClass : std::uint8_t {
    Retryable, ///< without effect; may work the next time
    Final, ///< without effect; will not work the next time either
    OutcomeUnknown, ///< may have had its effect
};
inline constexpr std::array<std::string_view, 3> kErrorClassNames{"retryable", "final",
                                                                  "outcome_unknown"};

/// Why a task did not go on; what a person reads first.
struct TaskFailure
{
    ErrorClass kind = ErrorClass::Retryable;
    std::string code; ///< stable and upper case: SERVER_SILENT, DEADLINE, CANCELLED
    std::string description;
    std::uint32_t attempts = 0; ///< of the step that failed
    std::string advice; ///< what to do about it
    bool operator==(const TaskFailure&) const = default;
};

using TaskId = std::uint64_t;
/// Counts up with each change of a slot's owner: a lower one is stale.
using LeaseToken = std::uint64_t;

/// One round for one campaign: what is kept in memory while it is open, and its row in the file.
struct ScheduleTask
{
    TaskId id = 0; ///< unique in the file: epoch of the node that made it * 2^32 + count
    Handle campaign = base::kNone;
    TriggerKind trigger = TriggerKind::Interval;
    TaskPriority priority = TaskPriority::Normal;
    TaskState state = TaskState::Pending;
    std::array<StepStatus, kSagaSteps> steps{};
    std::uint32_t version = 0; ///< of its last event; events of a task count up from 1
    std::uint32_t attempt = 0; ///< failed tries of the present step, or of its compensation
    std::uint32_t generation = 0; ///< counts the by-hand retries that began anew
    std::uint32_t node = 0; ///< epoch of the node that runs it
    std::uint16_t slot = 0; ///< of its campaign; who holds the slot's lease runs it
    bool cancelRequested = false;
    bool compensating = false;
    bool stuck = false; ///< tried for a quarter of an hour; a person should look
    bool pivotPassed = false; ///< an ad server accepted its quota: only forward from here
    TimeMs windowStart;
    TimeMs windowEnd;
    TimeMs createdAt;
    TimeMs startedAt; ///< 0 = not yet
    TimeMs changedAt;
    TimeMs dueAt; ///< nothing is tried before
    TimeMs deadline; ///< of the whole run; 0 = not yet started
    TimeMs troubleSince; ///< first failure of the present step or compensation; 0 = none
    std::uint64_t lastEvent = 0; ///< number of its newest durable event
    std::shared_ptr<const TaskFailure> failure; ///< the last one; null = none so far

    StepStatus& of(SagaStep step) { return steps[static_cast<std::size_t>(step)]; }
    StepStatus of(SagaStep step) const { return steps[static_cast<std::size_t>(step)]; }
};

enum class TaskEventKind : std::uint8_t {
    Created,
    Transition, ///< into DataCollecting, Calculating, Distributing it is also the step's intent,
                ///< and the next one its record
    StepIntent, ///< only while retrying, where no transition says it
    StepDone, ///< while retrying, and before a compensation
    StepUnknown,
    Attempt, ///< a try failed without effect; the next one is due at `dueAt`
    CompensationIntent,
    CompensationDone,
    Resumed, ///< taken up again after a crash or a change of owner
    CancelRequested, ///< honoured at the next boundary of a step
    Stuck,
};
inline constexpr std::size_t kTaskEventKinds = 11;
inline constexpr std::array<std::string_view, kTaskEventKinds> kTaskEventKindNames{
    "created", "transition",          "step_intent",       "step_done", "step_unknown",
    "attempt", "compensation_intent", "compensation_done", "resumed",   "cancel_requested",
    "stuck"};

enum class TaskCause : std::uint8_t {
    Trigger, ///< its trigger fired
    Placed, ///< a node holds the lease of its campaign
    Turn, ///< it was its turn
    StepDone,
    StepFailed,
    OutcomeUnknown,
    SomeAccepted, ///< quota went to some ad servers only
    RetryDue,
    Deadline,
    AttemptsUsedUp,
    CancelledByHand,
    RetriedByHand,
    Restart,
    OwnerChanged,
    Compensation,
};
inline constexpr std::size_t kTaskCauses = 15;
inline constexpr std::array<std::string_view, kTaskCauses> kTaskCauseNames{
    "trigger",           "placed",          "turn",      "step_done",     "step_failed",
    "outcome_unknown",   "some_accepted",   "retry_due", "deadline",      "attempts_used_up",
    "cancelled_by_hand", "retried_by_hand", "restart",   "owner_changed", "compensation"};

/// The words of an event, for the few that have any.
struct TaskEventText
{
    std::string actor; ///< the person; "" = the scheduler
    std::string detail; ///< one JSON object: a step's inputs and outputs, or what failed
    bool operator==(const TaskEventText&) const = default;
};

/// One line of a task's history; append-only.
struct TaskEvent
{
    TaskId task = 0;
    TimeMs at;
    TimeMs dueAt; ///< when the next try is due; 0 = says nothing
    std::uint32_t version = 0;
    std::uint32_t attempt = 0;
    TaskEventKind kind = TaskEventKind::Created;
    TaskState from = TaskState::Pending;
    TaskState to = TaskState::Pending;
    SagaStep step = SagaStep::Collect; ///< of the kinds about a step
    TaskCause cause = TaskCause::Trigger;
    std::shared_ptr<const TaskEventText> text; ///< null = none
};

} // namespace gavel::model
