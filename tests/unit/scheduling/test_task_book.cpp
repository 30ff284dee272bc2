// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/scheduling/schedule_bed.h"

using namespace gavel;
using namespace gavel::scheduling;
using model::SagaStep;
using model::StepStatus;
using model::TaskEventKind;
using model::TaskState;
using model::TriggerKind;

class TaskBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badTasksAreRefused_data();
    void badTasksAreRefused();
    void aWindowRunsOnce();
    void aFullBookSaysSo();
    void changesOfWhatIsNotHereAreRefused();
    void aChangeSaysWhatItSaw();
    void stepsKeepTheirOrder();
    void nothingIsUndoneAfterThePivot();
    void aCancelBeforeTheStartEndsTheTask();
    void aCancelInTheMiddleIsARequest();
    void aRetryByHandBeginsAnew();
    void aResumeMakesIntentsUnknown();
    void eventsNameTheirVersionsWithoutGaps();
    void aLostSlotTakesItsTasksAndTheirEventsAlong();
    void refusedAndEndedTasksLeave();
};

namespace {

std::string codeOf(const Result<void>& result)
{
    return result ? std::string("done") : result.error().code;
}

/// A book with one task in the middle of settling.
model::TaskId settling(TaskBook& book)
{
    const model::TaskId id = book.create(minuteTask(1), kNoon).value();
    for (const TaskState state : {TaskState::Scheduled, TaskState::Running,
                                  TaskState::DataCollecting, TaskState::Calculating})
        if (!book.move(id, state, {kNoon}))
            return 0;
    return id;
}

Change byAda()
{
    Change change{kNoon};
    change.actor = "Ada";
    return change;
}

} // namespace

void TaskBookTest::badTasksAreRefused_data()
{
    QTest::addColumn<int>("campaign");
    QTest::addColumn<int>("slot");
    QTest::addColumn<int>("startMs");
    QTest::addColumn<int>("lengthMs");
    QTest::addColumn<QString>("code");
    QTest::newRow("no campaign") << 0 << 1 << 60'000 << 60'000 << "CAMPAIGN_UNKNOWN";
    QTest::newRow("another node's slot") << 1 << 200 << 60'000 << 60'000 << "LEASE_FOREIGN";
    QTest::newRow("no such slot") << 1 << 256 << 60'000 << 60'000 << "LEASE_FOREIGN";
    QTest::newRow("empty window") << 1 << 1 << 60'000 << 0 << "WINDOW_EMPTY";
    QTest::newRow("backward window") << 1 << 1 << 60'000 << -60'000 << "WINDOW_EMPTY";
    QTest::newRow("the same window") << 1 << 1 << 0 << 60'000 << "TASK_EXISTS";
    QTest::newRow("the same start, longer") << 1 << 1 << 0 << 90'000 << "TASK_EXISTS";
    QTest::newRow("an older window") << 1 << 1 << -60'000 << 60'000 << "TASK_EXISTS";
    QTest::newRow("half in the last window") << 1 << 1 << 30'000 << 60'000 << "WINDOW_OVERLAPS";
    QTest::newRow("the next window") << 1 << 1 << 60'000 << 60'000 << "";
    QTest::newRow("after a pause") << 1 << 1 << 600'000 << 60'000 << "";
}

void TaskBookTest::badTasksAreRefused()
{
    QFETCH(int, campaign);
    QFETCH(int, slot);
    QFETCH(int, startMs);
    QFETCH(int, lengthMs);
    QFETCH(QString, code);
    TaskBook book(1);
    book.hold(1, 1);
    QVERIFY(book.create(minuteTask(1), kNoon));
    NewTask wanted = minuteTask(static_cast<Handle>(campaign), kNoon + startMs);
    wanted.slot = static_cast<std::uint16_t>(slot);
    wanted.windowEnd = wanted.windowStart + lengthMs;
    const auto made = book.create(wanted, kNoon);
    QCOMPARE(made.has_value(), code.isEmpty());
    QCOMPARE(book.open().size(), code.isEmpty() ? 2U : 1U);
    if (!made)
        QCOMPARE(QString::fromStdString(made.error().code), code);
}

void TaskBookTest::aWindowRunsOnce()
{
    TaskBook book = wholeBook();
    NewTask wanted = minuteTask(1);
    QVERIFY(book.create(wanted, kNoon));
    wanted.trigger = TriggerKind::Manual; // another kind is another run
    QVERIFY(book.create(wanted, kNoon));
    QCOMPARE(book.create(wanted, kNoon).error().code, std::string("TASK_EXISTS"));
    wanted.windowStart = wanted.windowStart + 1; // by hand, windows may overlap but not repeat
    QVERIFY(book.create(wanted, kNoon));
    TaskBook later = wholeBook(2);
    later.knowWindow({1, TriggerKind::Interval, kNoon, kNoon + base::kMinuteMs});
    QCOMPARE(later.create(minuteTask(1), kNoon).error().code, std::string("TASK_EXISTS"));
}

void TaskBookTest::aFullBookSaysSo()
{
    TaskBook book(1, 2);
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot)
        book.hold(slot, 1);
    QVERIFY(book.create(minuteTask(1), kNoon));
    QVERIFY(book.create(minuteTask(2), kNoon));
    QCOMPARE(book.create(minuteTask(3), kNoon).error().code, std::string("BOOK_FULL"));
}

void TaskBookTest::changesOfWhatIsNotHereAreRefused()
{
    TaskBook book = wholeBook();
    QCOMPARE(codeOf(book.move(9, TaskState::Running, {kNoon})), std::string("TASK_UNKNOWN"));
    QCOMPARE(codeOf(book.cancel(9, byAda())), std::string("TASK_UNKNOWN"));
    const auto id = book.create(minuteTask(1), kNoon).value();
    book.hold(1, 0);
    QCOMPARE(codeOf(book.move(id, TaskState::Scheduled, {kNoon})), std::string("LEASE_FOREIGN"));
    QCOMPARE(codeOf(book.adopt(*book.find(id))), std::string("TASK_EXISTS"));
}

void TaskBookTest::aChangeSaysWhatItSaw()
{
    TaskBook book = wholeBook();
    const auto id = book.create(minuteTask(1), kNoon).value();
    Change change = byAda();
    change.expected = 1;
    QVERIFY(book.move(id, TaskState::Scheduled, change)); // now at version 2
    QCOMPARE(codeOf(book.cancel(id, change)), std::string("VERSION_STALE"));
    QVERIFY(book.find(id)->state == TaskState::Scheduled);
    change.expected = 2;
    QVERIFY(book.cancel(id, change));
}

void TaskBookTest::stepsKeepTheirOrder()
{
    TaskBook book = wholeBook();
    const auto id = settling(book);
    QVERIFY(book.find(id)->of(SagaStep::Collect) == StepStatus::Done);
    QVERIFY(book.find(id)->of(SagaStep::Settle) == StepStatus::Intent);
    const auto note = [&](TaskEventKind kind, SagaStep step) {
        return codeOf(book.note(id, kind, step, {kNoon}));
    };
    QCOMPARE(note(TaskEventKind::CompensationIntent, SagaStep::Settle), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::CompensationDone, SagaStep::Collect), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::StepDone, SagaStep::Collect), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::StepIntent, SagaStep::Distribute), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::Created, SagaStep::Collect), std::string("STEP_ORDER"));
    // Whoever fails leaves nothing behind.
    QCOMPARE(codeOf(book.move(id, TaskState::Failed, {kNoon})), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::StepUnknown, SagaStep::Settle), std::string("done"));
    QCOMPARE(note(TaskEventKind::CompensationIntent, SagaStep::Collect), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::Attempt, SagaStep::Settle), std::string("done"));
    QCOMPARE(book.find(id)->attempt, 2U);
    QCOMPARE(note(TaskEventKind::CompensationIntent, SagaStep::Collect), std::string("done"));
    QVERIFY(book.find(id)->compensating);
    QVERIFY(book.find(id)->of(SagaStep::Settle) == StepStatus::Waiting);
    QCOMPARE(codeOf(book.move(id, TaskState::Failed, {kNoon})), std::string("STEP_ORDER"));
    QCOMPARE(note(TaskEventKind::CompensationDone, SagaStep::Collect), std::string("done"));
    QCOMPARE(codeOf(book.move(id, TaskState::Failed, {kNoon})), std::string("done"));
}

void TaskBookTest::nothingIsUndoneAfterThePivot()
{
    TaskBook book = wholeBook();
    const auto id = settling(book);
    QVERIFY(book.move(id, TaskState::Distributing, {kNoon}));
    QVERIFY(book.move(id, TaskState::PartiallyCompleted, {kNoon}));
    QVERIFY(book.find(id)->pivotPassed);
    QCOMPARE(codeOf(book.cancel(id, byAda())), std::string("PAST_PIVOT"));
    QCOMPARE(codeOf(book.note(id, TaskEventKind::CompensationIntent, SagaStep::Settle, {kNoon})),
             std::string("PAST_PIVOT"));
    QVERIFY(book.move(id, TaskState::Retrying, {kNoon}));
    QVERIFY(book.note(id, TaskEventKind::StepIntent, SagaStep::Distribute, {kNoon}));
    QVERIFY(book.move(id, TaskState::Failed, {kNoon})); // what was settled stays settled
}

void TaskBookTest::aCancelBeforeTheStartEndsTheTask()
{
    for (const bool placed : {false, true}) {
        TaskBook book = wholeBook();
        const auto id = book.create(minuteTask(1), kNoon).value();
        if (placed)
            QVERIFY(book.move(id, TaskState::Scheduled, {kNoon}));
        QVERIFY(book.cancel(id, byAda()));
        QVERIFY(book.find(id)->state == TaskState::Cancelled);
        QCOMPARE(codeOf(book.cancel(id, byAda())), std::string("TASK_ENDED"));
        QCOMPARE(codeOf(book.retry(id, byAda())), std::string("TRANSITION_ILLEGAL"));
        const TaskBatch batch = book.take();
        QCOMPARE(batch.events.back().text->actor, std::string("Ada"));
    }
}

void TaskBookTest::aCancelInTheMiddleIsARequest()
{
    TaskBook book = wholeBook();
    const auto id = settling(book);
    QVERIFY(book.cancel(id, byAda()));
    QVERIFY(book.find(id)->state == TaskState::Calculating);
    QVERIFY(book.find(id)->cancelRequested);
    QCOMPARE(codeOf(book.cancel(id, byAda())), std::string("CANCEL_REQUESTED"));
    QVERIFY(book.take().events.back().kind == TaskEventKind::CancelRequested);
}

void TaskBookTest::aRetryByHandBeginsAnew()
{
    TaskBook book = wholeBook();
    const auto id = settling(book);
    QVERIFY(book.note(id, TaskEventKind::CompensationIntent, SagaStep::Collect, {kNoon}));
    QVERIFY(book.note(id, TaskEventKind::CompensationDone, SagaStep::Collect, {kNoon}));
    QVERIFY(book.move(id, TaskState::Failed, {kNoon}));
    QCOMPARE(codeOf(book.retry(id, {kNoon})), std::string("BY_HAND_ONLY"));
    QVERIFY(book.retry(id, byAda()));
    const model::ScheduleTask& task = *book.find(id);
    QVERIFY(task.state == TaskState::Retrying);
    QCOMPARE(task.generation, 1U);
    QVERIFY(!task.compensating);
    for (const StepStatus status : task.steps)
        QVERIFY(status == StepStatus::Waiting);
    // What was undone must not be taken for done by whoever remembers the keys.
    QVERIFY(stepKey(id, 0, SagaStep::Settle, false) != stepKey(id, 1, SagaStep::Settle, false));
}

void TaskBookTest::aResumeMakesIntentsUnknown()
{
    TaskBook book = wholeBook();
    const auto id = settling(book);
    const auto version = book.find(id)->version;
    QVERIFY(book.resume(id, {kNoon, model::TaskCause::Restart}));
    QVERIFY(book.find(id)->of(SagaStep::Settle) == StepStatus::Unknown);
    QVERIFY(book.find(id)->of(SagaStep::Collect) == StepStatus::Done);
    QVERIFY(book.find(id)->state == TaskState::Calculating); // an event, not an edge
    QCOMPARE(book.find(id)->version, version + 1);
}

void TaskBookTest::eventsNameTheirVersionsWithoutGaps()
{
    TaskBook book = wholeBook();
    const auto id = settling(book);
    const TaskBatch batch = book.take();
    QCOMPARE(batch.tasks.size(), 1U);
    QCOMPARE(batch.tasks[0].before, 0U);
    QCOMPARE(batch.tasks[0].task.version, 5U);
    QCOMPARE(batch.events.size(), 5U);
    for (std::size_t i = 0; i < batch.events.size(); ++i) {
        QCOMPARE(batch.events[i].version, i + 1);
        QCOMPARE(batch.owners[i], 0U);
    }
    QVERIFY(!book.hasChanges());
    QVERIFY(book.move(id, TaskState::Distributing, {kNoon}));
    QCOMPARE(book.take().tasks[0].before, 5U);
}

void TaskBookTest::aLostSlotTakesItsTasksAndTheirEventsAlong()
{
    TaskBook book = wholeBook();
    const auto lost = book.create(minuteTask(1), kNoon).value();
    const auto kept = book.create(minuteTask(2), kNoon).value();
    QVERIFY(book.move(lost, TaskState::Scheduled, {kNoon}));
    QVERIFY(book.move(kept, TaskState::Scheduled, {kNoon}));
    book.dropSlot(1);
    QVERIFY(book.find(lost) == nullptr);
    QVERIFY(book.move(kept, TaskState::Running, {kNoon}));
    const TaskBatch batch = book.take();
    QCOMPARE(batch.tasks.size(), 1U);
    QCOMPARE(batch.tasks[0].task.id, kept);
    QCOMPARE(batch.tasks[0].task.version, 3U);
    QCOMPARE(batch.events.size(), 3U);
    QCOMPARE(batch.owners, (std::vector<std::uint32_t>{0, 0, 0}));
}

void TaskBookTest::refusedAndEndedTasksLeave()
{
    TaskBook book = wholeBook();
    const auto refused = book.create(minuteTask(1), kNoon).value();
    const auto ended = book.create(minuteTask(2), kNoon).value();
    const auto open = book.create(minuteTask(3), kNoon).value();
    QVERIFY(book.cancel(ended, byAda()));
    const TaskBatch batch = book.take();
    book.settle(batch, {11, {{0, {"TASK_EXISTS", "task", "it has its run", "stop"}}}});
    QVERIFY(book.find(refused) == nullptr);
    QVERIFY(book.find(ended) == nullptr);
    QCOMPARE(book.find(open)->lastEvent, 13U); // events 11, 12, 13 and the cancel 14
}

QTEST_GUILESS_MAIN(TaskBookTest)
#include "test_task_book.moc"
