// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/step_rules.h"

#include <algorithm>

namespace gavel::scheduling {

using model::SagaStep;
using model::StepStatus;
using model::TaskEventKind;
using model::TaskState;

namespace {

Error wrongOrder(const model::ScheduleTask& task, SagaStep step, std::string_view what)
{
    return {"STEP_ORDER", "task " + std::to_string(task.id),
            std::string(model::kSagaStepNames[static_cast<std::size_t>(step)]) + " is "
                + std::string(model::kStepStatusNames[static_cast<std::size_t>(task.of(step))])
                + " and cannot be " + std::string(what),
            "take the steps one after the other, and undo them in reverse"};
}

bool mayHaveEffect(StepStatus status)
{
    return status == StepStatus::Intent || status == StepStatus::Unknown;
}

/// The step that ends with a move has to be under way, the next one has to be new.
Result<void> passOn(model::ScheduleTask& task, SagaStep ending, SagaStep next)
{
    if (!mayHaveEffect(task.of(ending)))
        return wrongOrder(task, ending, "done");
    if (task.of(next) != StepStatus::Waiting)
        return wrongOrder(task, next, "begun");
    task.of(ending) = StepStatus::Done;
    task.of(next) = StepStatus::Intent;
    return {};
}

/// A failed task leaves nothing behind, unless an ad server accepted its quota already.
Result<void> fail(model::ScheduleTask& task)
{
    for (std::size_t i = 0; i < model::kSagaSteps; ++i) {
        const StepStatus status = task.steps[i];
        const bool left = status == StepStatus::Unknown || status == StepStatus::Undoing
            || (status == StepStatus::Done && !task.pivotPassed);
        if (left)
            return wrongOrder(task, static_cast<SagaStep>(i), "left behind");
    }
    std::replace(task.steps.begin(), task.steps.end(), StepStatus::Intent, StepStatus::Waiting);
    return {};
}

Result<void> undo(model::ScheduleTask& task, SagaStep step)
{
    if (task.pivotPassed)
        return Error{"PAST_PIVOT", "task " + std::to_string(task.id),
                     "an ad server accepted its quota already, nothing is undone any more",
                     "let it distribute the rest"};
    if (task.of(step) != StepStatus::Done)
        return wrongOrder(task, step, "undone");
    const auto after = task.steps.begin() + static_cast<std::ptrdiff_t>(step) + 1;
    for (auto later = after; later != task.steps.end(); ++later)
        if (*later == StepStatus::Done || *later == StepStatus::Unknown
            || *later == StepStatus::Undoing)
            return wrongOrder(task, step, "undone before the steps after it");
    std::replace(after, task.steps.end(), StepStatus::Intent, StepStatus::Waiting);
    task.of(step) = StepStatus::Undoing;
    task.compensating = true;
    return {};
}

Result<void> intend(model::ScheduleTask& task, SagaStep step)
{
    const auto place = task.steps.begin() + static_cast<std::ptrdiff_t>(step);
    const bool ready = std::all_of(task.steps.begin(), place,
                                   [](StepStatus status) { return status == StepStatus::Done; });
    if (task.state != TaskState::Retrying || !ready || *place != StepStatus::Waiting)
        return wrongOrder(task, step, "begun");
    *place = StepStatus::Intent;
    return {};
}

} // namespace

Result<void> moveSteps(model::ScheduleTask& task, TaskState to)
{
    switch (to) {
    case TaskState::DataCollecting:
        task.of(SagaStep::Collect) = StepStatus::Intent;
        return {};
    case TaskState::Calculating:
        return passOn(task, SagaStep::Collect, SagaStep::Settle);
    case TaskState::Distributing:
        return passOn(task, SagaStep::Settle, SagaStep::Distribute);
    case TaskState::Completed:
        // While retrying the step's own event has said so before.
        if (!mayHaveEffect(task.of(SagaStep::Distribute))
            && task.of(SagaStep::Distribute) != StepStatus::Done)
            return wrongOrder(task, SagaStep::Distribute, "done");
        task.of(SagaStep::Distribute) = StepStatus::Done;
        return {};
    case TaskState::PartiallyCompleted:
        if (!mayHaveEffect(task.of(SagaStep::Distribute)))
            return wrongOrder(task, SagaStep::Distribute, "done in part");
        task.of(SagaStep::Distribute) = StepStatus::Waiting;
        task.pivotPassed = true;
        return {};
    case TaskState::Failed:
        return fail(task);
    default:
        return {};
    }
}

Result<void> noteStep(model::ScheduleTask& task, TaskEventKind kind, SagaStep step)
{
    StepStatus& status = task.of(step);
    switch (kind) {
    case TaskEventKind::StepIntent:
        return intend(task, step);
    case TaskEventKind::StepDone:
        if (!mayHaveEffect(status))
            return wrongOrder(task, step, "done");
        status = StepStatus::Done;
        return {};
    case TaskEventKind::StepUnknown:
        if (!mayHaveEffect(status))
            return wrongOrder(task, step, "unknown");
        status = StepStatus::Unknown;
        return {};
    case TaskEventKind::Attempt:
        // Without effect for certain; the intent stands for the next try under the same key.
        if (!mayHaveEffect(status) && status != StepStatus::Undoing)
            return wrongOrder(task, step, "tried");
        if (status == StepStatus::Unknown)
            status = StepStatus::Intent;
        return {};
    case TaskEventKind::CompensationIntent:
        return undo(task, step);
    case TaskEventKind::CompensationDone:
        if (status != StepStatus::Undoing)
            return wrongOrder(task, step, "undone");
        status = StepStatus::Undone;
        return {};
    case TaskEventKind::Stuck:
        task.stuck = true;
        return {};
    default:
        return wrongOrder(task, step, "noted so");
    }
}

} // namespace gavel::scheduling
