// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/retry_policy.h"
#include "engine/scheduling/step_key.h"
#include "engine/scheduling/task_book.h"

#include <span>
#include <vector>

namespace gavel::scheduling {

/// One step of one task, to be done now. Its intent is durable.
struct StepOrder
{
    model::TaskId task = 0;
    Handle campaign = base::kNone;
    StepKey key;
    std::uint32_t generation
        = 0; ///< of the task: stepKey() of its other steps, and of what is undone
    /// Fencing token of the campaign's slot, to be sent with every message: a receiver that has
    /// seen a higher one refuses.
    model::LeaseToken fence = 0;
    TimeMs windowStart;
    TimeMs windowEnd;
    model::TriggerKind trigger = model::TriggerKind::Interval;
    std::uint32_t attempt = 0; ///< failed tries before this one
};

/// The same thing to be done for many tasks at once.
struct StepBatch
{
    model::SagaStep step = model::SagaStep::Collect;
    bool undo = false; ///< compensate: whatever it did under the forward key is taken back
    /// Nobody knows whether an earlier try had its effect: ask by key, or do it again under the
    /// same key where that is harmless.
    bool ask = false;
    std::vector<StepOrder> orders;
};

enum class StepResult : std::uint8_t {
    Done,
    Partial, ///< Distribute: some ad servers accepted, the rest is to be tried again
    Failed, ///< certainly without effect; the failure's kind says whether to try again
    Unknown, ///< may have had its effect
};

struct StepOutcome
{
    model::TaskId task = 0;
    StepResult result = StepResult::Done;
    model::TaskFailure failure{}; ///< of all but Done; `attempts` is filled in by the saga
    std::string detail{}; ///< one JSON object for the history, "" = none
};

/// What the three steps are. Implemented where the parts meet (and in the simulation).
class SagaSteps
{
public:
    virtual ~SagaSteps() = default;
    /// Does the batch and adds the outcomes known at once; the others are told to Saga::record()
    /// when they come. Must be harmless when repeated under the same keys.
    virtual void perform(const StepBatch& batch, TimeMs now, std::vector<StepOutcome>& outcomes)
        = 0;
};

struct SagaPolicy
{
    base::RetryPolicy retry;
    std::int64_t runMs = 180 * base::kSecondMs; ///< a run's deadline, from its start
    std::int64_t stepMs = 60 * base::kSecondMs; ///< without an outcome after that it is unknown
    std::int64_t stuckMs = 15 * base::kMinuteMs; ///< of trouble, then a person should look
};

/// Drives every open task of a book through collect, settle and distribute. Intents are durable
/// before a step, records follow with the next commit, both for all tasks in one batch. A step that
/// fails for good is followed by the compensation of the steps before it in reverse, tried without
/// end; the first accepted quota is the point of no return, from where the rest is only tried
/// again. One thread; deterministic in what it is given.
class Saga
{
public:
    /// Keeps the references. `seed` is for the jitter.
    Saga(TaskBook& book, TaskJournal& journal, SagaSteps& steps, SagaPolicy policy,
         std::uint64_t seed);

    /// Begins scheduled tasks: Running, then DataCollecting. Errors of TaskBook::move.
    Result<void> start(std::span<const model::TaskId> tasks, TimeMs now);
    /// After TaskStore::fill(): goes on with every open task where it stood.
    Result<void> resumeAll(TimeMs now);
    /// Adopts the open tasks of slots that this node has taken over and goes on with them.
    Result<void> takeOver(std::span<const model::ScheduleTask> tasks, TimeMs now);
    /// Records, plans, commits, then has the planned steps done. True: something was done, call
    /// again; false: everything waits for time or for outcomes. Error: the commit failed; this saga
    /// and its book must be thrown away and filled anew.
    Result<bool> turn(TimeMs now);
    /// The outcome of a step that perform() did not tell. An outcome that no order waits for is
    /// left out (false).
    bool record(const StepOutcome& outcome, TimeMs now);
    /// When the earliest waiting task is due; nothing when none waits for time.
    std::optional<TimeMs> nextDue() const;
    /// A step of this task has no outcome yet.
    bool isInFlight(model::TaskId task) const { return m_inFlight.contains(task); }

    struct Counts
    {
        std::uint64_t refused = 0; ///< writes that the journal refused: stale owner or version
        std::uint64_t strayOutcomes = 0;
        std::uint64_t waiting = 0; ///< orders without an outcome yet
    };
    Counts counts() const;
    /// What the journal refused last, newest last; at most 64.
    const std::vector<Error>& refusals() const { return m_refusals; }

private:
    struct InFlight
    {
        model::SagaStep step;
        bool undo;
        TimeMs since;
    };

    void plan(const model::ScheduleTask& task, TimeMs now);
    void planStep(const model::ScheduleTask& task, TimeMs now);
    void planUndo(const model::ScheduleTask& task, TimeMs now);
    void order(const model::ScheduleTask& task, model::SagaStep step, bool undo, bool ask,
               TimeMs now);
    void timeOut(const model::ScheduleTask& task, const InFlight& flight, TimeMs now);
    void recordDone(const model::ScheduleTask& task, model::SagaStep done,
                    const StepOutcome& outcome, TimeMs now);
    void recordUndone(const model::ScheduleTask& task, const InFlight& flight,
                      const StepOutcome& outcome, TimeMs now);
    void recordPartial(const model::ScheduleTask& task, const StepOutcome& outcome, TimeMs now);
    void recordTrouble(const model::ScheduleTask& task, model::SagaStep step,
                       const StepOutcome& outcome, TimeMs now);
    void giveUp(const model::ScheduleTask& task, model::TaskCause cause, TimeMs now);
    void undoNext(const model::ScheduleTask& task, model::TaskCause cause, TimeMs now);
    void keepFailure(model::TaskId task, model::TaskFailure failure, std::uint32_t attempts);
    void markStuck(const model::ScheduleTask& task, model::SagaStep step, TimeMs now);
    TimeMs deadlineOf(const model::ScheduleTask& task, TimeMs now) const;
    Result<void> commit();
    void performPlanned(TimeMs now);
    void forgetStrays();

    TaskBook& m_book;
    TaskJournal& m_journal;
    SagaSteps& m_steps;
    SagaPolicy m_policy;
    base::Random m_random;
    std::unordered_map<model::TaskId, InFlight> m_inFlight;
    std::vector<StepBatch> m_planned;
    std::vector<Error> m_refusals;
    Counts m_counts;
};

} // namespace gavel::scheduling
