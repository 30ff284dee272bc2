// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/scheduling/schedule_bed.h"

#include <map>
#include <set>

using namespace gavel;
using namespace gavel::scheduling;
using model::ErrorClass;
using model::SagaStep;
using model::StepStatus;
using model::TaskEventKind;
using model::TaskState;

class SagaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatGoesWellTakesEachStepOnce();
    void anIntentIsDurableBeforeItsStep();
    void aBatchIsOneCommitForAllTasks();
    void aFailedCollectLeavesNothingToUndo();
    void aFailedSettleUndoesTheCollect();
    void aFailedDistributeUndoesInReverse();
    void retriesKeepTheirKeyAndEnd();
    void theDeadlineEndsRetries();
    void aPartialIsTriedAgainUntilAllHaveTheirQuota();
    void aPartialThatNeverEndsFailsWithoutUndoing();
    void anUnknownOutcomeIsAskedForNotUndone();
    void aSilentStepBecomesUnknown();
    void aCompensationIsTriedWithoutEnd();
    void aCancelIsHonouredAtTheNextBoundary_data();
    void aCancelIsHonouredAtTheNextBoundary();
    void aCancelEndsTheWaitForARetry();
    void aRetryByHandHasNewKeys();
    void aResumedTaskGoesOnWithTheSameKeys();
    void aRefusedTaskIsNotPerformed();
    void aFailedCommitPerformsNothing();
    void aStrayOutcomeIsLeftOut();
};

namespace {

struct SagaBed
{
    TaskBook book = wholeBook();
    MemoryJournal journal;
    ScriptedSteps steps;
    Saga saga{book, journal, steps, {}, 7};
    TimeMs now = kNoon;
    model::TaskId id = 0;

    SagaBed() { id = start(1); }
    SagaBed(const SagaBed&) = delete;

    model::TaskId start(Handle campaign)
    {
        const model::TaskId task = book.create(minuteTask(campaign), now).value();
        const bool started = book.move(task, TaskState::Scheduled, {now}).has_value()
            && saga.start(std::span(&task, 1), now).has_value();
        return started ? task : 0;
    }
    /// Turns, and lets time pass to what is due next, until the task has ended or so long is over.
    void run(std::int64_t mostMs = base::kHourMs)
    {
        const TimeMs end = now + mostMs;
        while (now <= end) {
            while (saga.turn(now).value()) { }
            const auto due = saga.nextDue();
            if (!due)
                return;
            now = std::max(now + 1, *due);
        }
    }
    std::vector<TaskEventKind> kinds() const
    {
        std::vector<TaskEventKind> found;
        for (const model::TaskEvent& event : journal.events)
            found.push_back(event.kind);
        return found;
    }
    std::vector<TaskState> states() const
    {
        std::vector<TaskState> found;
        for (const model::TaskEvent& event : journal.events)
            if (event.kind == TaskEventKind::Transition)
                found.push_back(event.to);
        return found;
    }
    std::vector<std::string> doings() const
    {
        std::vector<std::string> found;
        for (const auto& done : steps.performed)
            found.push_back(
                (done.undo      ? "undo "
                     : done.ask ? "ask "
                                : "")
                + std::string(model::kSagaStepNames[static_cast<std::size_t>(done.step)]));
        return found;
    }
    const model::ScheduleTask& task() const { return journal.tasks.at(id); }
};

StepOutcome failing(const StepOutcome& outcome, ErrorClass kind)
{
    StepOutcome failed = outcome;
    failed.result = StepResult::Failed;
    failed.failure = {kind, "SERVER_SILENT", "the ad server does not answer", 0, "look at it"};
    return failed;
}

using Doings = std::vector<std::string>;
using States = std::vector<TaskState>;

} // namespace

void SagaTest::aRunThatGoesWellTakesEachStepOnce()
{
    SagaBed bed;
    bed.run();
    QCOMPARE(bed.doings(), (Doings{"collect", "settle", "distribute"}));
    QCOMPARE(bed.states(),
             (States{TaskState::Scheduled, TaskState::Running, TaskState::DataCollecting,
                     TaskState::Calculating, TaskState::Distributing, TaskState::Completed}));
    QCOMPARE(bed.journal.commits, 4U);
    QVERIFY(bed.book.open().empty());
    QVERIFY(bed.steps.performed[0].order.key != bed.steps.performed[1].order.key);
    QCOMPARE(bed.steps.performed[0].order.key, stepKey(bed.id, 0, SagaStep::Collect, false));
}

void SagaTest::anIntentIsDurableBeforeItsStep()
{
    SagaBed bed;
    int seen = 0;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome&) {
        const std::array<TaskState, 3> states{TaskState::DataCollecting, TaskState::Calculating,
                                              TaskState::Distributing};
        const auto step = static_cast<std::size_t>(performed.step);
        if (bed.task().state == states[step] && bed.task().steps[step] == StepStatus::Intent)
            ++seen;
        return true;
    };
    bed.run();
    QCOMPARE(seen, 3);
}

void SagaTest::aBatchIsOneCommitForAllTasks()
{
    SagaBed bed;
    for (Handle campaign = 2; campaign <= 100; ++campaign)
        bed.start(campaign);
    bed.run();
    QCOMPARE(bed.journal.commits, 4U);
    QCOMPARE(bed.steps.performed.size(), 300U);
    for (const auto& [id, task] : bed.journal.tasks)
        QVERIFY(task.state == TaskState::Completed);
}

void SagaTest::aFailedCollectLeavesNothingToUndo()
{
    SagaBed bed;
    bed.steps.script = [](const auto&, TimeMs, StepOutcome& outcome) {
        outcome = failing(outcome, ErrorClass::Final);
        return true;
    };
    bed.run();
    QCOMPARE(bed.doings(), (Doings{"collect"}));
    QVERIFY(bed.task().state == TaskState::Failed);
    QCOMPARE(bed.task().failure->code, std::string("SERVER_SILENT"));
    QCOMPARE(bed.task().failure->attempts, 1U);
    QCOMPARE(bed.task().failure->advice, std::string("look at it"));
    QVERIFY(bed.book.open().empty());
}

void SagaTest::aFailedSettleUndoesTheCollect()
{
    SagaBed bed;
    bed.steps.script = [](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step == SagaStep::Settle)
            outcome = failing(outcome, ErrorClass::Final);
        return true;
    };
    bed.run();
    QCOMPARE(bed.doings(), (Doings{"collect", "settle", "undo collect"}));
    QVERIFY(bed.task().state == TaskState::Failed);
    QVERIFY(bed.task().of(SagaStep::Collect) == StepStatus::Undone);
    QVERIFY(bed.task().of(SagaStep::Settle) == StepStatus::Waiting);
}

void SagaTest::aFailedDistributeUndoesInReverse()
{
    SagaBed bed;
    bed.steps.script = [](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step == SagaStep::Distribute)
            outcome = failing(outcome, ErrorClass::Final);
        return true;
    };
    bed.run();
    QCOMPARE(bed.doings(),
             (Doings{"collect", "settle", "distribute", "undo settle", "undo collect"}));
    QVERIFY(bed.task().state == TaskState::Failed);
    QVERIFY(bed.steps.performed[1].order.key != bed.steps.performed[3].order.key);
}

void SagaTest::retriesKeepTheirKeyAndEnd()
{
    SagaBed bed;
    bed.steps.script = [](const auto&, TimeMs, StepOutcome& outcome) {
        outcome = failing(outcome, ErrorClass::Retryable);
        return true;
    };
    bed.run();
    QCOMPARE(bed.steps.performed.size(), 8U);
    for (std::uint32_t i = 0; i < 8; ++i) {
        QCOMPARE(bed.steps.performed[i].order.attempt, i);
        QCOMPARE(bed.steps.performed[i].order.key, bed.steps.performed[0].order.key);
    }
    QVERIFY(bed.task().state == TaskState::Failed);
    QCOMPARE(bed.task().failure->attempts, 8U);
    // Waits are within 1, 2, 4, 8, 16, 32 and 64 seconds.
    std::int64_t bound = 1000;
    for (const model::TaskEvent& event : bed.journal.events)
        if (event.kind == TaskEventKind::Attempt && event.dueAt != TimeMs{}) {
            QVERIFY(event.dueAt > event.at && event.dueAt - event.at <= bound);
            bound *= 2;
        }
    QCOMPARE(bound, 128'000);
}

void SagaTest::theDeadlineEndsRetries()
{
    SagaBed bed;
    TimeMs lastTry;
    bed.steps.script = [&](const auto&, TimeMs now, StepOutcome& outcome) {
        lastTry = now;
        bed.now = now + 40 * base::kSecondMs; // each try takes its time
        outcome = failing(outcome, ErrorClass::Retryable);
        return true;
    };
    bed.run();
    QVERIFY(bed.task().state == TaskState::Failed);
    QCOMPARE(bed.task().failure->code, std::string("DEADLINE"));
    QVERIFY(bed.task().failure->description.find("does not answer") != std::string::npos);
    QVERIFY(lastTry - kNoon < 180 * base::kSecondMs);
    QVERIFY(lastTry - kNoon > 100 * base::kSecondMs);
}

void SagaTest::aPartialIsTriedAgainUntilAllHaveTheirQuota()
{
    SagaBed bed;
    int tries = 0;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step != SagaStep::Distribute || ++tries > 3)
            return true;
        outcome = failing(outcome, ErrorClass::Retryable);
        outcome.result = StepResult::Partial;
        return true;
    };
    bed.run();
    QCOMPARE(bed.states(),
             (States{TaskState::Scheduled, TaskState::Running, TaskState::DataCollecting,
                     TaskState::Calculating, TaskState::Distributing, TaskState::PartiallyCompleted,
                     TaskState::Retrying, TaskState::Completed}));
    QCOMPARE(tries, 4);
    QVERIFY(bed.task().pivotPassed);
}

void SagaTest::aPartialThatNeverEndsFailsWithoutUndoing()
{
    SagaBed bed;
    int tries = 0;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step != SagaStep::Distribute)
            return true;
        ++tries;
        outcome = failing(outcome, ErrorClass::Retryable);
        outcome.result = StepResult::Partial;
        return true;
    };
    bed.run();
    QVERIFY(bed.task().state == TaskState::Failed);
    QCOMPARE(tries, 8);
    QVERIFY(bed.task().of(SagaStep::Settle) == StepStatus::Done); // the money stays where it is
    for (const auto& performed : bed.steps.performed)
        QVERIFY(!performed.undo);
}

void SagaTest::anUnknownOutcomeIsAskedForNotUndone()
{
    SagaBed bed;
    int asked = 0;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step == SagaStep::Settle && asked < 20) {
            asked += performed.ask ? 1 : 0;
            outcome = failing(outcome, ErrorClass::OutcomeUnknown);
            outcome.result = StepResult::Unknown;
        }
        return true;
    };
    bed.run(3 * base::kHourMs);
    QCOMPARE(asked, 20); // more often than a failure would be tried, and past the deadline
    QCOMPARE(bed.doings()[2], std::string("ask settle"));
    const auto& performed = bed.steps.performed;
    for (std::size_t i = 1; i <= 22; ++i)
        QCOMPARE(performed[i].order.key, performed[1].order.key);
    // Done after all, but long past its deadline: what was settled is taken back.
    QVERIFY(bed.task().state == TaskState::Failed);
    QCOMPARE(bed.doings()[23], std::string("undo settle"));
}

void SagaTest::aSilentStepBecomesUnknown()
{
    SagaBed bed;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome&) { return performed.ask; };
    bed.run();
    QCOMPARE(
        bed.doings(),
        (Doings{"collect", "ask collect", "settle", "ask settle", "distribute", "ask distribute"}));
    const auto found = bed.kinds();
    QCOMPARE(std::count(found.begin(), found.end(), TaskEventKind::StepUnknown), 3);
}

void SagaTest::aCompensationIsTriedWithoutEnd()
{
    SagaBed bed;
    int undone = 0;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step == SagaStep::Settle || (performed.undo && ++undone <= 40))
            outcome = failing(outcome, ErrorClass::Final);
        return true;
    };
    bed.run(3 * base::kHourMs);
    QCOMPARE(undone, 41);
    QVERIFY(bed.task().state == TaskState::Failed);
    QVERIFY(bed.task().of(SagaStep::Collect) == StepStatus::Undone);
    const auto found = bed.kinds();
    const auto stuck = std::find(found.begin(), found.end(), TaskEventKind::Stuck);
    QVERIFY(stuck != found.end());
    QCOMPARE(std::count(found.begin(), found.end(), TaskEventKind::Stuck), 1);
    const auto first = std::find(found.begin(), found.end(), TaskEventKind::CompensationIntent);
    const auto& events = bed.journal.events;
    QVERIFY(events[static_cast<std::size_t>(stuck - found.begin())].at
                - events[static_cast<std::size_t>(first - found.begin())].at
            >= 15 * base::kMinuteMs);
    QVERIFY(!bed.task().stuck); // it got through in the end
}

void SagaTest::aCancelIsHonouredAtTheNextBoundary_data()
{
    QTest::addColumn<int>("during");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("while collecting") << 0 << QStringList{"collect", "undo collect"};
    QTest::newRow("while settling")
        << 1 << QStringList{"collect", "settle", "undo settle", "undo collect"};
    QTest::newRow("while distributing: too late")
        << 2 << QStringList{"collect", "settle", "distribute"};
}

void SagaTest::aCancelIsHonouredAtTheNextBoundary()
{
    QFETCH(int, during);
    QFETCH(QStringList, expected);
    SagaBed bed;
    bool asked = false;
    bed.steps.script = [&](const auto& performed, TimeMs now, StepOutcome&) {
        if (!performed.undo && static_cast<int>(performed.step) == during) {
            Change change{now};
            change.actor = "Ada";
            asked = bed.book.cancel(bed.id, change).has_value();
        }
        return true;
    };
    bed.run();
    QVERIFY(asked);
    QStringList found;
    for (const std::string& doing : bed.doings())
        found << QString::fromStdString(doing);
    QCOMPARE(found, expected);
    QVERIFY(bed.task().state == (during == 2 ? TaskState::Completed : TaskState::Failed));
    if (during != 2)
        QCOMPARE(bed.task().failure->code, std::string("CANCELLED"));
}

void SagaTest::aCancelEndsTheWaitForARetry()
{
    SagaBed bed;
    bed.steps.script = [](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step == SagaStep::Settle)
            outcome = failing(outcome, ErrorClass::Retryable);
        return true;
    };
    while (bed.saga.turn(bed.now).value()) { }
    Change change{bed.now};
    change.actor = "Ada";
    QVERIFY(bed.book.cancel(bed.id, change));
    while (bed.saga.turn(bed.now).value()) { } // no time has passed
    QVERIFY(bed.task().state == TaskState::Failed);
    QCOMPARE(bed.doings(), (Doings{"collect", "settle", "undo collect"}));
}

void SagaTest::aRetryByHandHasNewKeys()
{
    SagaBed bed;
    bool works = false;
    bed.steps.script = [&](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (performed.step == SagaStep::Distribute && !works)
            outcome = failing(outcome, ErrorClass::Final);
        return true;
    };
    bed.run();
    works = true;
    QVERIFY(bed.book.adopt(bed.task()));
    Change change{bed.now};
    change.actor = "Ada";
    QVERIFY(bed.book.retry(bed.id, change));
    bed.run();
    QVERIFY(bed.task().state == TaskState::Completed);
    QCOMPARE(bed.doings(),
             (Doings{"collect", "settle", "distribute", "undo settle", "undo collect", "collect",
                     "settle", "distribute"}));
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(bed.steps.performed[i].order.key != bed.steps.performed[i + 5].order.key);
}

void SagaTest::aResumedTaskGoesOnWithTheSameKeys()
{
    // Killed after each of the commits: whatever was done is asked for, nothing is done anew under
    // another key, and the run ends well.
    for (std::size_t killed = 1; killed <= 3; ++killed) {
        SagaBed before;
        for (std::size_t i = 0; i < killed; ++i)
            QVERIFY(before.saga.turn(before.now));
        TaskBook book = wholeBook(2);
        QVERIFY(book.adopt(before.task()));
        Saga saga(book, before.journal, before.steps, {}, 8);
        QVERIFY(saga.resumeAll(before.now));
        while (saga.turn(before.now).value()) { }
        QVERIFY(before.task().state == TaskState::Completed);
        std::map<SagaStep, std::set<StepKey>> keys;
        for (const auto& performed : before.steps.performed)
            keys[performed.step].insert(performed.order.key);
        QCOMPARE(keys.size(), 3U);
        for (const auto& [step, some] : keys)
            QCOMPARE(some.size(), 1U);
        QVERIFY(before.steps.performed[killed].ask);
    }
}

void SagaTest::aRefusedTaskIsNotPerformed()
{
    SagaBed bed;
    const auto other = bed.start(2);
    bed.journal.refuses = [&](const TaskWrite& write) { return write.task.id == bed.id; };
    bed.run();
    for (const auto& performed : bed.steps.performed)
        QCOMPARE(performed.order.task, other);
    QCOMPARE(bed.saga.counts().refused, 1U);
    QCOMPARE(bed.saga.refusals().size(), 1U);
    QCOMPARE(bed.saga.counts().waiting, 0U);
}

void SagaTest::aFailedCommitPerformsNothing()
{
    SagaBed bed;
    bed.journal.fail = true;
    QCOMPARE(bed.saga.turn(bed.now).error().code, std::string("STORE_IO"));
    QVERIFY(bed.steps.performed.empty());
}

void SagaTest::aStrayOutcomeIsLeftOut()
{
    SagaBed bed;
    QVERIFY(!bed.saga.record({bed.id, StepResult::Done, {}, {}}, bed.now));
    QVERIFY(!bed.saga.record({12345, StepResult::Done, {}, {}}, bed.now));
    QCOMPARE(bed.saga.counts().strayOutcomes, 2U);
    bed.run();
    QVERIFY(bed.task().state == TaskState::Completed);
}

QTEST_GUILESS_MAIN(SagaTest)
#include "test_saga.moc"
