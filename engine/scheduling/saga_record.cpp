// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/fault.h"
#include "engine/base/json.h"
#include "engine/scheduling/saga.h"

#include <boost/json/object.hpp>

#include <algorithm>

namespace gavel::scheduling {

using model::ErrorClass;
using model::SagaStep;
using model::ScheduleTask;
using model::StepStatus;
using model::TaskCause;
using model::TaskEventKind;
using model::TaskFailure;
using model::TaskId;
using model::TaskState;

namespace {

/// The state in which the next step is under way; while retrying the state stays.
TaskState stateAfter(SagaStep done)
{
    switch (done) {
    case SagaStep::Collect:
        return TaskState::Calculating;
    case SagaStep::Settle:
        return TaskState::Distributing;
    case SagaStep::Distribute:
        return TaskState::Completed;
    }
    return TaskState::Failed;
}

std::string failureDetail(const TaskFailure& failure)
{
    boost::json::object detail;
    detail["class"] = model::kErrorClassNames[static_cast<std::size_t>(failure.kind)];
    detail["code"] = failure.code;
    detail["text"] = failure.description;
    detail["advice"] = failure.advice;
    return base::jsonText(detail);
}

} // namespace

bool Saga::record(const StepOutcome& outcome, TimeMs now)
{
    const auto found = m_inFlight.find(outcome.task);
    const ScheduleTask* task = m_book.find(outcome.task);
    if (found == m_inFlight.end() || task == nullptr) {
        ++m_counts.strayOutcomes;
        if (found != m_inFlight.end())
            m_inFlight.erase(found);
        return false;
    }
    const InFlight flight = found->second;
    m_inFlight.erase(found);
    if (flight.undo)
        recordUndone(*task, flight, outcome, now);
    else if (outcome.result == StepResult::Done)
        recordDone(*task, flight.step, outcome, now);
    else if (outcome.result == StepResult::Partial && flight.step == SagaStep::Distribute)
        recordPartial(*task, outcome, now);
    else
        recordTrouble(*task, flight.step, outcome, now);
    return true;
}

void Saga::recordDone(const ScheduleTask& task, SagaStep done, const StepOutcome& outcome,
                      TimeMs now)
{
    const bool last = done == SagaStep::Distribute;
    const bool retrying = task.state == TaskState::Retrying;
    const bool cancelled = task.cancelRequested && !task.pivotPassed && !last;
    const bool late = !last && !task.pivotPassed && now >= deadlineOf(task, now);
    if (retrying || cancelled || late) {
        const Change change{now, TaskCause::StepDone, {}, {}, outcome.detail, {}};
        (void)m_book.note(task.id, TaskEventKind::StepDone, done, change);
        if (last)
            (void)m_book.move(task.id, TaskState::Completed, {now, TaskCause::StepDone});
        else if (cancelled || late)
            giveUp(task, cancelled ? TaskCause::CancelledByHand : TaskCause::Deadline, now);
        return; // else the next plan goes on with the next step
    }
    (void)m_book.move(task.id, stateAfter(done),
                      {now, TaskCause::StepDone, {}, {}, outcome.detail, {}});
}

void Saga::recordPartial(const ScheduleTask& task, const StepOutcome& outcome, TimeMs now)
{
    keepFailure(task.id, outcome.failure, task.attempt + 1);
    const TimeMs next = now + m_policy.retry.waitMs(task.attempt + 1, m_random);
    Change change{now, TaskCause::SomeAccepted, next, {}, failureDetail(*task.failure), {}};
    if (task.state == TaskState::Distributing) {
        (void)m_book.move(task.id, TaskState::PartiallyCompleted, change);
        return;
    }
    (void)m_book.steer(task.id, {{}, {}, true});
    const bool late = next >= deadlineOf(task, now);
    (void)m_book.note(task.id, TaskEventKind::Attempt, SagaStep::Distribute, change);
    if (task.attempt >= m_policy.retry.attempts || late)
        giveUp(task, late ? TaskCause::Deadline : TaskCause::AttemptsUsedUp, now);
}

void Saga::recordTrouble(const ScheduleTask& task, SagaStep step, const StepOutcome& outcome,
                         TimeMs now)
{
    const std::uint32_t failed = task.attempt + 1;
    keepFailure(task.id, outcome.failure, failed);
    const TimeMs next = now + m_policy.retry.waitMs(failed, m_random);
    Change change{now, TaskCause::StepFailed, next, {}, failureDetail(*task.failure), {}};
    const bool unknown = !base::planted(base::Fault::UnknownIsFailed)
        && (outcome.result == StepResult::Unknown
            || outcome.failure.kind == ErrorClass::OutcomeUnknown);
    if (unknown) {
        change.cause = TaskCause::OutcomeUnknown;
        (void)m_book.note(task.id, TaskEventKind::StepUnknown, step, change);
        markStuck(task, step, now);
        return;
    }
    const bool hopeless = outcome.failure.kind == ErrorClass::Final;
    const bool late = next >= deadlineOf(task, now);
    const bool usedUp
        = failed >= m_policy.retry.attempts && !base::planted(base::Fault::RetryWithoutEnd);
    if (hopeless || late || usedUp)
        change.dueAt = {};
    (void)m_book.note(task.id, TaskEventKind::Attempt, step, change);
    if (hopeless)
        giveUp(task, TaskCause::StepFailed, now);
    else if (usedUp || late)
        giveUp(task, usedUp ? TaskCause::AttemptsUsedUp : TaskCause::Deadline, now);
}

void Saga::recordUndone(const ScheduleTask& task, const InFlight& flight,
                        const StepOutcome& outcome, TimeMs now)
{
    if (outcome.result == StepResult::Done) {
        (void)m_book.note(task.id, TaskEventKind::CompensationDone, flight.step,
                          {now, TaskCause::StepDone, {}, {}, outcome.detail, {}});
        undoNext(task, TaskCause::Compensation, now);
        return;
    }
    // Never given up: money that was moved must come back. The first failure stays the task's.
    const TimeMs next = now + m_policy.retry.waitMs(task.attempt + 1, m_random);
    (void)m_book.note(task.id, TaskEventKind::Attempt, flight.step,
                      {now, TaskCause::StepFailed, next, {}, failureDetail(outcome.failure), {}});
    markStuck(task, flight.step, now);
}

/// The step will not be done: takes back what was done before it, or just ends when quota is out.
void Saga::giveUp(const ScheduleTask& task, TaskCause cause, TimeMs now)
{
    if (cause == TaskCause::CancelledByHand)
        keepFailure(task.id,
                    {ErrorClass::Final, "CANCELLED", "a person cancelled the run", 0,
                     "run it again by hand when it is wanted"},
                    task.attempt);
    else if (cause == TaskCause::Deadline)
        keepFailure(task.id,
                    {ErrorClass::Retryable, "DEADLINE",
                     "the run was not done within " + std::to_string(m_policy.runMs / 1000) + " s"
                         + (task.failure ? "; last: " + task.failure->description : std::string()),
                     0,
                     task.failure ? task.failure->advice
                                  : "see which step waits, then retry the task by hand"},
                    task.attempt);
    if (task.pivotPassed) {
        (void)m_book.move(task.id, TaskState::Failed, {now, cause});
        return;
    }
    undoNext(task, cause, now);
}

/// Compensation goes backwards, one step at a time; when nothing is left the task has failed.
void Saga::undoNext(const ScheduleTask& task, TaskCause cause, TimeMs now)
{
    for (std::size_t i = model::kSagaSteps; i-- > 0;)
        if (task.steps[i] == StepStatus::Done) {
            (void)m_book.note(task.id, TaskEventKind::CompensationIntent, static_cast<SagaStep>(i),
                              {now, cause});
            return;
        }
    (void)m_book.move(task.id, TaskState::Failed, {now, cause});
}

void Saga::keepFailure(TaskId task, TaskFailure failure, std::uint32_t attempts)
{
    failure.attempts = attempts;
    (void)m_book.steer(task, {{}, std::make_shared<const TaskFailure>(std::move(failure)), {}});
}

void Saga::markStuck(const ScheduleTask& task, SagaStep step, TimeMs now)
{
    if (!task.stuck && task.troubleSince != TimeMs{} && now - task.troubleSince >= m_policy.stuckMs)
        (void)m_book.note(task.id, TaskEventKind::Stuck, step, {now, TaskCause::StepFailed});
}

TimeMs Saga::deadlineOf(const ScheduleTask& task, TimeMs now) const
{
    // Never further away than a run may take: a clock that was set back must not lengthen it.
    return std::min(task.deadline == TimeMs{} ? TimeMs{INT64_MAX} : task.deadline,
                    now + m_policy.runMs);
}

} // namespace gavel::scheduling
