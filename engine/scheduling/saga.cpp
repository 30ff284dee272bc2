// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/saga.h"

#include "engine/base/fault.h"

#include <algorithm>
#include <cassert>
#include <unordered_set>
#include <utility>

namespace gavel::scheduling {

using model::SagaStep;
using model::ScheduleTask;
using model::StepStatus;
using model::TaskCause;
using model::TaskEventKind;
using model::TaskId;
using model::TaskState;

namespace {

constexpr std::size_t kRefusalsKept = 64;

bool isSagaState(TaskState state)
{
    return !model::isEnded(state) && state != TaskState::Pending && state != TaskState::Scheduled;
}

/// The steps are taken in order, so the first that is not done is the present one.
std::optional<SagaStep> presentStep(const ScheduleTask& task)
{
    for (std::size_t i = 0; i < model::kSagaSteps; ++i)
        if (task.steps[i] != StepStatus::Done)
            return static_cast<SagaStep>(i);
    return std::nullopt;
}

} // namespace

Saga::Saga(TaskBook& book, TaskJournal& journal, SagaSteps& steps, SagaPolicy policy,
           std::uint64_t seed)
    : m_book(book)
    , m_journal(journal)
    , m_steps(steps)
    , m_policy(policy)
    , m_random(seed)
{
}

Result<void> Saga::start(std::span<const TaskId> tasks, TimeMs now)
{
    for (const TaskId id : tasks) {
        if (auto moved = m_book.move(id, TaskState::Running, {now, TaskCause::Turn}); !moved)
            return moved;
        if (auto steered = m_book.steer(id, {now + m_policy.runMs}); !steered)
            return steered;
        if (auto begun = m_book.move(id, TaskState::DataCollecting, {now, TaskCause::Turn}); !begun)
            return begun;
    }
    return {};
}

Result<void> Saga::resumeAll(TimeMs now)
{
    for (const ScheduleTask& task : m_book.open())
        if (auto resumed = m_book.resume(task.id, {now, TaskCause::Restart}); !resumed)
            return resumed;
    base::passes(base::FailPoint::TasksResumed);
    return {};
}

Result<void> Saga::takeOver(std::span<const ScheduleTask> tasks, TimeMs now)
{
    for (const ScheduleTask& task : tasks) {
        m_inFlight.erase(task.id); // of an earlier turn as its owner
        if (auto adopted = m_book.adopt(task); !adopted)
            return adopted;
        if (auto resumed = m_book.resume(task.id, {now, TaskCause::OwnerChanged}); !resumed)
            return resumed;
    }
    return {};
}

Result<bool> Saga::turn(TimeMs now)
{
    forgetStrays();
    for (const ScheduleTask& task : m_book.open())
        plan(task, now);
    const bool busy = m_book.hasChanges() || !m_planned.empty();
    if (base::planted(base::Fault::StepBeforeIntent))
        performPlanned(now);
    if (!m_planned.empty())
        base::passes(base::FailPoint::BeforeIntents);
    if (auto committed = commit(); !committed)
        return committed.error();
    if (!m_planned.empty())
        base::passes(base::FailPoint::AfterIntents);
    performPlanned(now);
    return busy || m_book.hasChanges();
}

void Saga::performPlanned(TimeMs now)
{
    std::vector<StepOutcome> outcomes;
    for (const StepBatch& batch : std::exchange(m_planned, {})) {
        outcomes.clear();
        m_steps.perform(batch, now, outcomes);
        for (const StepOutcome& outcome : outcomes)
            record(outcome, now);
    }
}

/// Steps of tasks that left with their slot while they had no outcome.
void Saga::forgetStrays()
{
    if (m_inFlight.size() > m_book.open().size())
        std::erase_if(m_inFlight,
                      [&](const auto& flight) { return m_book.find(flight.first) == nullptr; });
}

Result<void> Saga::commit()
{
    const TaskBatch batch = m_book.take();
    if (batch.empty())
        return {};
    const auto appended = m_journal.append(batch);
    if (!appended)
        return appended.error();
    m_book.settle(batch, *appended);
    if (appended->refused.empty())
        return {};
    std::unordered_set<TaskId> lost;
    for (const TaskRefusal& refusal : appended->refused) {
        const TaskId id = batch.tasks[refusal.place].task.id;
        lost.insert(id);
        m_inFlight.erase(id);
        m_refusals.push_back(refusal.why);
    }
    m_counts.refused += appended->refused.size();
    if (m_refusals.size() > kRefusalsKept)
        m_refusals.erase(m_refusals.begin(),
                         m_refusals.end() - static_cast<std::ptrdiff_t>(kRefusalsKept));
    for (StepBatch& planned : m_planned)
        std::erase_if(planned.orders,
                      [&](const StepOrder& order) { return lost.contains(order.task); });
    std::erase_if(m_planned, [](const StepBatch& planned) { return planned.orders.empty(); });
    return {};
}

void Saga::plan(const ScheduleTask& task, TimeMs now)
{
    if (!isSagaState(task.state))
        return;
    if (const auto flight = m_inFlight.find(task.id); flight != m_inFlight.end()) {
        flight->second.since = std::min(flight->second.since, now); // the clock was set back
        if (now - flight->second.since >= m_policy.stepMs)
            timeOut(task, flight->second, now);
        return;
    }
    const bool endsNow = task.cancelRequested && !task.compensating && !task.pivotPassed;
    // No wait is longer than the policy's; a longer one comes from a clock that was set back.
    const bool waits = task.dueAt > now && task.dueAt - now <= m_policy.retry.mostMs;
    if (!waits || endsNow)
        planStep(task, now);
}

void Saga::planStep(const ScheduleTask& task, TimeMs now)
{
    if (task.compensating)
        return planUndo(task, now);
    if (task.state == TaskState::Running)
        (void)m_book.move(task.id, TaskState::DataCollecting, {now, TaskCause::Turn});
    if (task.state == TaskState::PartiallyCompleted) {
        (void)m_book.steer(task.id, {now + m_policy.runMs});
        (void)m_book.move(task.id, TaskState::Retrying, {now, TaskCause::RetryDue});
    }
    const auto step = presentStep(task);
    if (!step) {
        (void)m_book.move(task.id, TaskState::Completed, {now, TaskCause::StepDone});
        return;
    }
    const bool known = task.of(*step) != StepStatus::Unknown;
    if (known && task.cancelRequested && !task.pivotPassed)
        return giveUp(task, TaskCause::CancelledByHand, now);
    if (known && task.attempt > 0 && now >= deadlineOf(task, now))
        return giveUp(task, TaskCause::Deadline, now);
    if (task.of(*step) == StepStatus::Waiting) {
        if (task.deadline == TimeMs{})
            (void)m_book.steer(task.id, {now + m_policy.runMs});
        const auto intended
            = m_book.note(task.id, TaskEventKind::StepIntent, *step, {now, TaskCause::RetryDue});
        if (!intended)
            return; // the slot was given up: another node goes on
    }
    order(task, *step, false, !known, now);
}

void Saga::planUndo(const ScheduleTask& task, TimeMs now)
{
    for (std::size_t i = 0; i < model::kSagaSteps; ++i)
        if (task.steps[i] == StepStatus::Undoing)
            return order(task, static_cast<SagaStep>(i), true, false, now);
    undoNext(task, TaskCause::Compensation, now);
}

void Saga::order(const ScheduleTask& task, SagaStep step, bool undo, bool ask, TimeMs now)
{
    if (m_book.tokenOf(task.slot) == 0)
        return;
    auto batch = std::find_if(m_planned.begin(), m_planned.end(), [&](const StepBatch& planned) {
        return planned.step == step && planned.undo == undo && planned.ask == ask;
    });
    if (batch == m_planned.end())
        batch = m_planned.insert(m_planned.end(), StepBatch{step, undo, ask, {}});
    StepOrder next;
    next.task = task.id;
    next.campaign = task.campaign;
    next.key = stepKey(task.id, task.generation, step, undo);
    next.generation = task.generation;
    next.fence = m_book.tokenOf(task.slot);
    next.windowStart = task.windowStart;
    next.windowEnd = task.windowEnd;
    next.trigger = task.trigger;
    next.attempt = task.attempt;
    batch->orders.push_back(next);
    m_inFlight[task.id] = {step, undo, now};
}

void Saga::timeOut(const ScheduleTask& task, const InFlight& flight, TimeMs now)
{
    StepOutcome outcome{task.id, StepResult::Unknown, {}, {}};
    outcome.failure = {model::ErrorClass::OutcomeUnknown, "STEP_TIMEOUT",
                       std::string(model::kSagaStepNames[static_cast<std::size_t>(flight.step)])
                           + " gave no outcome within "
                           + std::to_string(m_policy.stepMs / base::kSecondMs) + " s",
                       0, "check that the ad servers and the disk answer; it is asked again"};
    record(outcome, now);
}

std::optional<TimeMs> Saga::nextDue() const
{
    std::optional<TimeMs> next;
    for (const ScheduleTask& task : m_book.open()) {
        if (!isSagaState(task.state))
            continue;
        const auto flight = m_inFlight.find(task.id);
        const TimeMs due
            = flight == m_inFlight.end() ? task.dueAt : flight->second.since + m_policy.stepMs;
        next = std::min(next.value_or(due), due);
    }
    return next;
}

Saga::Counts Saga::counts() const
{
    Counts counts = m_counts;
    counts.waiting = m_inFlight.size();
    return counts;
}

} // namespace gavel::scheduling
