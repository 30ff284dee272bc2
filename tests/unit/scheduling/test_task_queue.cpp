// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_queue.h"
#include "tests/unit/scheduling/schedule_bed.h"

#include <future>
#include <numeric>
#include <thread>

using namespace gavel;
using namespace gavel::scheduling;
using model::TaskState;

class TaskQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWaitedForIsInTheFileInOrder();
    void aTaskIsWrittenWhenItHasEnded();
    void aLostLeaseStopsEverythingAfterIt();
    void whatIsQueuedAfterAFailureEndsBeforeTheQueue();
};

namespace {

/// A book and a saga whose batches nobody waits for.
struct Node
{
    TaskBook book;
    TaskQueue queue;
    ScriptedSteps steps;
    Saga saga;

    explicit Node(TaskBed& bed)
        : book(bed.store->epoch())
        , queue(*bed.store, *bed.workspace)
        , saga(book, queue, steps, {}, 1)
    {
        isFilled = bed.store->fill(book).has_value();
    }
    bool isFilled = false;

    /// A round of one campaign up to the first error.
    Result<model::TaskId> round(TaskBed& bed, TimeMs start)
    {
        const TimeMs due = start + base::kMinuteMs;
        const auto id = book.create(bed.task("camp-1", start), due);
        if (!id)
            return id.error();
        if (auto placed = book.move(*id, TaskState::Scheduled, {due}); !placed)
            return placed.error();
        if (auto started = saga.start(std::vector{*id}, due); !started)
            return started.error();
        for (;;) {
            const auto busy = saga.turn(due);
            if (!busy)
                return busy.error();
            if (!*busy)
                return *id;
        }
    }
    TimeMs minute(int number) const { return kNoon + number * base::kMinuteMs; }
};

} // namespace

void TaskQueueTest::whatIsWaitedForIsInTheFileInOrder()
{
    constexpr int kRounds = 300; // more batches than may be outstanding
    TaskBed bed;
    bed.open();
    Node node(bed);
    QVERIFY(node.isFilled);
    model::TaskId last = 0;
    for (int i = 0; i < kRounds; ++i)
        last = node.round(bed, node.minute(i)).value();
    QVERIFY(node.queue.wait());
    auto reader = bed.reader();
    QCOMPARE(countTasks(reader, "live").value()[static_cast<std::size_t>(TaskState::Completed)],
             kRounds);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
    const auto history = taskHistory(reader, last).value();
    QCOMPARE(history.events.size(), 7U);
    // Seven events a round, numbered as they happened.
    QCOMPARE(history.row.task.lastEvent, 7U * kRounds);
}

void TaskQueueTest::aTaskIsWrittenWhenItHasEnded()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    QVERIFY(node.round(bed, node.minute(0)));
    QVERIFY(node.queue.wait());
    const TimeMs due = node.minute(2);
    const auto id = node.book.create(bed.task("camp-1", node.minute(1)), due);
    QVERIFY(id);
    QVERIFY(node.book.move(*id, TaskState::Scheduled, {due}));
    QVERIFY(node.saga.start(std::vector{*id}, due));
    QVERIFY(node.saga.turn(due));
    auto reader = bed.reader();
    QCOMPARE(taskHistory(reader, *id).error().code, std::string("TASK_UNKNOWN"));
    // Who waits has it in the file as it stands, and it goes on from there.
    QVERIFY(node.queue.wait());
    const auto begun = taskHistory(reader, *id);
    QVERIFY(begun);
    QVERIFY(!model::isEnded(begun->row.task.state));
    QCOMPARE(begun->row.task.lastEvent, 7 + begun->events.size());
    while (node.saga.turn(due).value()) { }
    QVERIFY(node.queue.wait());
    const auto ended = taskHistory(reader, *id);
    QVERIFY(ended && ended->row.task.state == TaskState::Completed);
    QCOMPARE(ended->events.size(), 7U);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
}

void TaskQueueTest::aLostLeaseStopsEverythingAfterIt()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    QVERIFY(node.round(bed, node.minute(0)));
    QVERIFY(node.queue.wait());
    const auto successor
        = TaskStore::open(*bed.workspace, bed.vocabulary, "live", "second", node.minute(1));
    QVERIFY(successor);
    QVERIFY(node.book.create(bed.task("camp-1", node.minute(1)), node.minute(2)));
    // Whoever looks first once it is written is told so.
    const auto turned = node.saga.turn(node.minute(2));
    const auto stopped = node.queue.wait();
    QVERIFY(!turned || !stopped);
    QCOMPARE(turned ? stopped.error().code : turned.error().code, std::string("LEASE_STALE"));
    const auto again = node.round(bed, node.minute(2));
    const auto after = node.queue.wait();
    QVERIFY(!again || !after);
    QCOMPARE(again ? after.error().code : again.error().code, std::string("TASKS_STOPPED"));
    auto reader = bed.reader();
    const auto counts = countTasks(reader, "live").value();
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), 1);
}

void TaskQueueTest::whatIsQueuedAfterAFailureEndsBeforeTheQueue()
{
    TaskBed bed;
    bed.open();
    auto node = std::make_unique<Node>(bed);
    QVERIFY(node->round(bed, node->minute(0)));
    QVERIFY(node->queue.wait());
    QVERIFY(TaskStore::open(*bed.workspace, bed.vocabulary, "live", "second", node->minute(1)));
    // The first commit holds up the second, in which a batch fails; the third has more of them.
    std::promise<void> first;
    std::promise<void> second;
    std::promise<void> begun;
    std::vector<std::future<Result<void>>> others;
    others.push_back(bed.workspace->write([&](store::Connection&) -> Result<void> {
        first.get_future().wait();
        return {};
    }));
    static_cast<void>(node->round(bed, node->minute(1)));
    others.push_back(bed.workspace->write([&](store::Connection&) -> Result<void> {
        begun.set_value();
        second.get_future().wait();
        return {};
    }));
    first.set_value();
    begun.get_future().wait();
    others.push_back(bed.workspace->write([](store::Connection&) -> Result<void> {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        return {};
    }));
    static_cast<void>(node->round(bed, node->minute(2)));
    second.set_value();
    node.reset();
    for (auto& other : others)
        QVERIFY(other.get());
    // What the queue left behind would run before this and look at what is gone.
    QVERIFY(bed.workspace->writeAndWait([](store::Connection&) { return Result<void>(); }));
    auto reader = bed.reader();
    const auto counts = countTasks(reader, "live").value();
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), 1);
}

QTEST_GUILESS_MAIN(TaskQueueTest)
#include "test_task_queue.moc"
