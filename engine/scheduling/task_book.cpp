// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_book.h"

#include "engine/base/enum_name.h"
#include "engine/base/fault.h"
#include "engine/scheduling/step_rules.h"

#include <cassert>

namespace gavel::scheduling {

using model::ScheduleTask;
using model::TaskEvent;
using model::TaskEventKind;
using model::TaskId;
using model::TaskState;

namespace {

std::string nameOf(TaskId id)
{
    return "task " + std::to_string(id);
}

std::string_view nameOf(TaskState state)
{
    return base::nameOf(state, model::kTaskStateNames);
}

/// Interval and cron windows follow each other; those of an event or a person only never repeat,
/// which the file sees to.
bool keepsOrder(model::TriggerKind trigger)
{
    return trigger == model::TriggerKind::Interval || trigger == model::TriggerKind::Cron;
}

Error refused(TaskId id, TaskState from, TaskState to)
{
    return {"TRANSITION_ILLEGAL", nameOf(id),
            std::string(nameOf(from)) + " cannot become " + std::string(nameOf(to)),
            "see the state table for what may follow"};
}

} // namespace

TaskBook::TaskBook(std::uint32_t epoch, std::size_t limit)
    : m_epoch(epoch)
    , m_limit(limit)
{
}

void TaskBook::hold(std::uint16_t slot, model::LeaseToken token)
{
    m_tokens.at(slot) = token;
}

Result<void> TaskBook::mayCreate(const NewTask& wanted) const
{
    if (wanted.campaign == base::kNone)
        return Error{"CAMPAIGN_UNKNOWN", "campaign", "the task names no known campaign",
                     "create the campaign first"};
    if (wanted.slot >= kLeaseSlots || m_tokens[wanted.slot] == 0)
        return Error{"LEASE_FOREIGN", "slot " + std::to_string(wanted.slot),
                     "this node does not hold the campaign's slot",
                     "ask the node that holds it, or take the lease first"};
    if (wanted.windowEnd <= wanted.windowStart)
        return Error{"WINDOW_EMPTY", "window", "the window ends where it starts or before",
                     "let it end after its start"};
    if (m_tasks.size() >= m_limit)
        return Error{"BOOK_FULL", "tasks",
                     "there are " + std::to_string(m_limit) + " open tasks already",
                     "let them end, or plan fewer rounds"};
    const TaskWindow* last = windowOf(wanted.campaign, wanted.trigger);
    if (last == nullptr || base::planted(base::Fault::RunWindowTwice))
        return {};
    const bool ordered = keepsOrder(wanted.trigger);
    if (ordered ? wanted.windowStart >= last->end : wanted.windowStart != last->start)
        return {};
    if (wanted.windowStart > last->start)
        return Error{"WINDOW_OVERLAPS", "window",
                     "the campaign's last window of this kind ends at "
                         + std::to_string(last->end.value) + " ms, after this one starts",
                     "let windows follow each other"};
    return Error{"TASK_EXISTS", "window",
                 "this window or a newer one of the campaign and kind has its run",
                 "each window runs once; retry the task that ran it"};
}

Result<TaskId> TaskBook::create(const NewTask& wanted, TimeMs now)
{
    if (auto allowed = mayCreate(wanted); !allowed)
        return allowed.error();
    ScheduleTask task;
    task.id = (TaskId{m_epoch} << 32) + ++m_made;
    task.campaign = wanted.campaign;
    task.slot = wanted.slot;
    task.trigger = wanted.trigger;
    task.priority = wanted.priority;
    task.node = m_epoch;
    task.windowStart = wanted.windowStart;
    task.windowEnd = wanted.windowEnd;
    task.createdAt = now;
    add(task, {});
    windowEntry(wanted.campaign, wanted.trigger)
        = {wanted.campaign, wanted.trigger, wanted.windowStart, wanted.windowEnd};
    TaskEvent event;
    event.kind = TaskEventKind::Created;
    emit(m_tasks.back(), event,
         {now, model::TaskCause::Trigger, wanted.dueAt, wanted.actor, wanted.detail, {}});
    return task.id;
}

/// The task, when this caller may change it.
Result<ScheduleTask*> TaskBook::changeable(TaskId id, const Change& change)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return Error{"TASK_UNKNOWN", nameOf(id), "no such task is open here",
                     "look it up in the history"};
    ScheduleTask& task = m_tasks[found->second];
    if (change.expected && *change.expected != task.version)
        return Error{"VERSION_STALE", nameOf(id),
                     "it is at version " + std::to_string(task.version) + ", not "
                         + std::to_string(*change.expected),
                     "look at it again, then decide"};
    if (m_tokens[task.slot] == 0)
        return Error{"LEASE_FOREIGN", nameOf(id), "this node does not hold the campaign's slot",
                     "ask the node that holds it"};
    return &task;
}

Result<void> TaskBook::move(TaskId id, TaskState to, const Change& change)
{
    const auto found = changeable(id, change);
    if (!found)
        return found.error();
    ScheduleTask& task = **found;
    if (!model::mayMove(task.state, to))
        return refused(id, task.state, to);
    if (model::byHandOnly(task.state, to) && change.actor.empty())
        return Error{"BY_HAND_ONLY", nameOf(id),
                     std::string(nameOf(task.state)) + " becomes " + std::string(nameOf(to))
                         + " only when a person asks for it",
                     "say who asks"};
    const TaskState from = task.state;
    if (auto allowed = moveSteps(task, to); !allowed)
        return allowed;
    task.state = to;
    if (to == TaskState::Running)
        task.startedAt = change.at;
    if (to == TaskState::PartiallyCompleted) {
        task.attempt = 1;
        task.troubleSince = change.at;
    } else if (to != TaskState::Failed && from != TaskState::PartiallyCompleted) {
        task.attempt = 0;
        task.troubleSince = {};
        task.stuck = false;
    }
    TaskEvent event;
    event.kind = TaskEventKind::Transition;
    event.from = from;
    emit(task, event, change);
    return {};
}

Result<void> TaskBook::note(TaskId id, TaskEventKind kind, model::SagaStep step,
                            const Change& change)
{
    const auto found = changeable(id, change);
    if (!found)
        return found.error();
    ScheduleTask& task = **found;
    if (auto allowed = noteStep(task, kind, step); !allowed)
        return allowed;
    if (kind == TaskEventKind::Attempt || kind == TaskEventKind::StepUnknown) {
        ++task.attempt;
        if (task.troubleSince == TimeMs{})
            task.troubleSince = change.at;
    } else if (kind != TaskEventKind::Stuck && kind != TaskEventKind::StepIntent) {
        task.attempt = 0;
        task.troubleSince = {};
        task.stuck = false;
    }
    TaskEvent event;
    event.kind = kind;
    event.from = task.state;
    event.step = step;
    emit(task, event, change);
    return {};
}

Result<void> TaskBook::cancel(TaskId id, const Change& change)
{
    const auto found = changeable(id, change);
    if (!found)
        return found.error();
    ScheduleTask& task = **found;
    if (model::mayMove(task.state, TaskState::Cancelled))
        return move(id, TaskState::Cancelled, change);
    if (model::isEnded(task.state))
        return Error{"TASK_ENDED", nameOf(id), "it has ended", "there is nothing to cancel"};
    if (task.pivotPassed)
        return Error{"PAST_PIVOT", nameOf(id),
                     "an ad server accepted its quota already, the round can only go forward",
                     "let it end; lower the campaign's budget for the next round"};
    if (task.cancelRequested || task.compensating)
        return Error{"CANCEL_REQUESTED", nameOf(id), "it is being ended already",
                     "wait for the next boundary of a step"};
    task.cancelRequested = true;
    TaskEvent event;
    event.kind = TaskEventKind::CancelRequested;
    event.from = task.state;
    emit(task, event, change);
    return {};
}

Result<void> TaskBook::retry(TaskId id, const Change& change)
{
    const auto found = changeable(id, change);
    if (!found)
        return found.error();
    if ((*found)->state != TaskState::Failed)
        return refused(id, (*found)->state, TaskState::Retrying);
    if (auto moved = move(id, TaskState::Retrying, change); !moved)
        return moved;
    ScheduleTask& task = **found;
    task.compensating = false;
    task.cancelRequested = false;
    task.deadline = {}; // the saga sets a new one when it goes on
    if (!task.pivotPassed) {
        task.steps.fill(model::StepStatus::Waiting);
        ++task.generation;
    }
    task.node = m_epoch;
    copyToBatch(task);
    return {};
}

Result<void> TaskBook::resume(TaskId id, const Change& change)
{
    const auto found = changeable(id, change);
    if (!found)
        return found.error();
    ScheduleTask& task = **found;
    for (model::StepStatus& status : task.steps)
        if (status == model::StepStatus::Intent)
            status = model::StepStatus::Unknown;
    task.node = m_epoch;
    TaskEvent event;
    event.kind = TaskEventKind::Resumed;
    event.from = task.state;
    emit(task, event, change);
    return {};
}

Result<void> TaskBook::steer(TaskId id, const Course& course)
{
    const auto found = changeable(id, {});
    if (!found)
        return found.error();
    ScheduleTask& task = **found;
    task.deadline = course.deadline.value_or(task.deadline);
    task.pivotPassed = course.pivotPassed.value_or(task.pivotPassed);
    if (course.failure)
        task.failure = *course.failure;
    copyToBatch(task);
    return {};
}

/// Fills in what every event says and puts the task as it now stands in the batch.
void TaskBook::emit(ScheduleTask& task, TaskEvent event, const Change& change)
{
    const bool plans = event.kind != TaskEventKind::CancelRequested
        && event.kind != TaskEventKind::Resumed && event.kind != TaskEventKind::Stuck;
    if (plans)
        task.dueAt = change.dueAt;
    task.changedAt = change.at;
    ++task.version;
    event.task = task.id;
    event.version = task.version;
    event.attempt = task.attempt;
    event.at = change.at;
    event.dueAt = change.dueAt;
    event.to = task.state;
    event.cause = change.cause;
    if (!change.actor.empty() || !change.detail.empty())
        event.text = std::make_shared<const model::TaskEventText>(
            model::TaskEventText{change.actor, change.detail});
    Written& written = m_written[m_places.at(task.id)];
    if (written.place == kNoPlace) {
        written.place = static_cast<std::uint32_t>(m_batch.tasks.size());
        m_batch.tasks.push_back({{}, written.version, written.state, m_tokens[task.slot]});
    }
    m_batch.owners.push_back(written.place);
    m_batch.events.push_back(std::move(event));
    copyToBatch(task);
}

void TaskBook::copyToBatch(const ScheduleTask& task)
{
    const Written& written = m_written[m_places.at(task.id)];
    if (written.place != kNoPlace)
        m_batch.tasks[written.place].task = task;
}

} // namespace gavel::scheduling
