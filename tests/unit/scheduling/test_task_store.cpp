// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/scheduling/schedule_bed.h"

using namespace gavel;
using namespace gavel::scheduling;
using model::TaskState;

class TaskStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoundIsDurableAndItsHistoryComplete();
};

namespace {

/// Creates, places and starts a task for each campaign.
std::vector<model::TaskId> startRound(TaskBed& bed, TaskBook& book, Saga& saga, int campaigns,
                                      TimeMs start)
{
    std::vector<model::TaskId> ids;
    for (int i = 0; i < campaigns; ++i) {
        const auto id
            = book.create(bed.task("camp-" + std::to_string(i), start), start + base::kMinuteMs);
        if (!id || !book.move(*id, TaskState::Scheduled, {start + base::kMinuteMs}))
            return {};
        ids.push_back(*id);
    }
    if (!saga.start(ids, start + base::kMinuteMs))
        return {};
    return ids;
}

} // namespace

void TaskStoreTest::aRoundIsDurableAndItsHistoryComplete()
{
    TaskBed bed;
    bed.open();
    TaskBook book(bed.store->epoch());
    QVERIFY(bed.store->fill(book));
    ScriptedSteps steps;
    Saga saga(book, *bed.store, steps, {}, 1);
    const auto ids = startRound(bed, book, saga, 10'000, kNoon);
    QCOMPARE(ids.size(), 10'000U);
    QElapsedTimer timer;
    timer.start();
    while (saga.turn(kNoon + base::kMinuteMs).value()) { }
    qInfo() << "ms" << timer.elapsed();
    QVERIFY(book.open().empty());
    auto reader = bed.reader();
    const auto counts = countTasks(reader, "live").value();
    QCOMPARE(counts[static_cast<std::size_t>(TaskState::Completed)], 10'000);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
    const auto history = taskHistory(reader, ids[17]).value();
    QCOMPARE(history.row.campaign, std::string("camp-17"));
    std::vector<TaskState> states;
    for (const model::TaskEvent& event : history.events)
        states.push_back(event.to);
    QCOMPARE(states,
             (std::vector{TaskState::Pending, TaskState::Scheduled, TaskState::Running,
                          TaskState::DataCollecting, TaskState::Calculating,
                          TaskState::Distributing, TaskState::Completed}));
}

QTEST_GUILESS_MAIN(TaskStoreTest)
#include "test_task_store.moc"
