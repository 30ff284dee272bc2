// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_row.h"

namespace gavel::scheduling {

namespace {

constexpr int kStepBits = 3;

template<typename E>
E enumOf(const store::Statement& row, int column)
{
    return static_cast<E>(row.integer(column));
}

std::shared_ptr<const model::TaskFailure> readFailure(const store::Statement& row, int column)
{
    if (row.isNull(column))
        return nullptr;
    model::TaskFailure failure;
    failure.kind = enumOf<model::ErrorClass>(row, column);
    failure.code = row.text(column + 1);
    failure.description = row.text(column + 2);
    failure.attempts = static_cast<std::uint32_t>(row.integer(column + 3));
    failure.advice = row.text(column + 4);
    return std::make_shared<const model::TaskFailure>(std::move(failure));
}

} // namespace

model::ScheduleTask readTask(const store::Statement& row)
{
    model::ScheduleTask task;
    task.id = static_cast<model::TaskId>(row.integer(0));
    task.slot = static_cast<std::uint16_t>(row.integer(1));
    task.trigger = enumOf<model::TriggerKind>(row, 2);
    task.priority = enumOf<model::TaskPriority>(row, 3);
    task.windowStart = {row.integer(4)};
    task.windowEnd = {row.integer(5)};
    task.createdAt = {row.integer(6)};
    task.state = enumOf<model::TaskState>(row, 7);
    task.version = static_cast<std::uint32_t>(row.integer(8));
    task.attempt = static_cast<std::uint32_t>(row.integer(9));
    task.generation = static_cast<std::uint32_t>(row.integer(10));
    task.node = static_cast<std::uint32_t>(row.integer(11));
    for (std::size_t i = 0; i < model::kSagaSteps; ++i)
        task.steps[i] = static_cast<model::StepStatus>(
            row.integer(12) >> (kStepBits * static_cast<int>(i)) & ((1 << kStepBits) - 1));
    const std::int64_t flags = row.integer(13);
    task.cancelRequested = (flags & 1) != 0;
    task.compensating = (flags & 2) != 0;
    task.stuck = (flags & 4) != 0;
    task.pivotPassed = (flags & 8) != 0;
    task.startedAt = {row.integer(14)};
    task.changedAt = {row.integer(15)};
    task.dueAt = {row.integer(16)};
    task.deadline = {row.integer(17)};
    task.troubleSince = {row.integer(18)};
    task.lastEvent = static_cast<std::uint64_t>(row.integer(19));
    task.failure = readFailure(row, 20);
    return task;
}

std::int64_t packedSteps(const model::ScheduleTask& task)
{
    std::int64_t steps = 0;
    for (std::size_t i = 0; i < model::kSagaSteps; ++i)
        steps |= static_cast<std::int64_t>(task.steps[i]) << (kStepBits * static_cast<int>(i));
    return steps;
}

std::int64_t packedFlags(const model::ScheduleTask& task)
{
    return (task.cancelRequested ? 1 : 0) | (task.compensating ? 2 : 0) | (task.stuck ? 4 : 0)
        | (task.pivotPassed ? 8 : 0);
}

} // namespace gavel::scheduling
