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
    void openTasksComeBackAfterARestart();
    void anotherRunOfTheSameWindowIsRefused();
    void aStaleVersionIsRefused();
    void marketsShareNothing();
    void aFailureIsKeptAndRetried();
    void aPageIsFilteredAndSorted();
    void historyIsOnlyAppended();
    void damageIsFound_data();
    void damageIsFound();
    void aBatchMayShareACommit();
    void anUndoneWriteIsForgotten();
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

/// A book and a saga on the bed's store.
struct Node
{
    TaskBook book;
    ScriptedSteps steps;
    Saga saga;

    explicit Node(TaskBed& bed)
        : book(bed.store->epoch())
        , saga(book, *bed.store, steps, {}, 1)
    {
        isFilled = bed.store->fill(book).has_value();
    }
    bool isFilled = false;
    void finish(TimeMs now)
    {
        while (saga.turn(now).value()) { }
    }
};

constexpr TimeMs kDue = kNoon + base::kMinuteMs;

std::size_t at(TaskState state)
{
    return static_cast<std::size_t>(state);
}

} // namespace

void TaskStoreTest::aRoundIsDurableAndItsHistoryComplete()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    QVERIFY(node.isFilled);
    const auto ids = startRound(bed, node.book, node.saga, 10'000, kNoon);
    QCOMPARE(ids.size(), 10'000U);
    node.finish(kDue);
    QVERIFY(node.book.open().empty());
    auto reader = bed.reader();
    QCOMPARE(countTasks(reader, "live").value()[at(TaskState::Completed)], 10'000);
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
    for (std::size_t i = 0; i < history.events.size(); ++i)
        QCOMPARE(history.events[i].version, i + 1);
}

void TaskStoreTest::openTasksComeBackAfterARestart()
{
    TaskBed bed;
    bed.open();
    std::map<model::TaskId, StepKey> keys;
    {
        Node node(bed);
        QCOMPARE(startRound(bed, node.book, node.saga, 10'000, kNoon).size(), 10'000U);
        QVERIFY(node.saga.turn(kDue)); // collected, not yet recorded
        for (const auto& performed : node.steps.performed)
            keys[performed.order.task] = performed.order.key;
    }
    bed.close();
    bed.open(kDue + 10);
    Node node(bed);
    QCOMPARE(node.book.open().size(), 10'000U);
    QVERIFY(node.saga.resumeAll(kDue + 10));
    node.finish(kDue + 10);
    int asked = 0;
    for (const auto& performed : node.steps.performed)
        if (performed.step == model::SagaStep::Collect) {
            QCOMPARE(performed.order.key, keys.at(performed.order.task));
            asked += performed.ask ? 1 : 0;
        }
    QCOMPARE(asked, 10'000);
    auto reader = bed.reader();
    QCOMPARE(countTasks(reader, "live").value()[at(TaskState::Completed)], 10'000);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
    // And what had run is known: the same window again is refused without asking the file.
    QCOMPARE(node.book.create(bed.task("camp-1"), kDue).error().code, std::string("TASK_EXISTS"));
}

void TaskStoreTest::anotherRunOfTheSameWindowIsRefused()
{
    TaskBed bed;
    bed.open();
    Node first(bed);
    Node second(bed); // filled before the first one wrote: it knows of nothing
    const auto id = first.book.create(bed.task("camp-1"), kNoon).value();
    first.finish(kNoon);
    QVERIFY(second.book.create(bed.task("camp-1"), kNoon));
    const TaskBatch batch = second.book.take();
    TaskBatch renamed = batch; // the same node's second task has another number
    renamed.tasks[0].task.id = id + 1;
    renamed.events[0].task = id + 1;
    const auto appended = bed.store->append(renamed).value();
    QCOMPARE(appended.refused.size(), 1U);
    QCOMPARE(appended.refused[0].why.code, std::string("TASK_EXISTS"));
    auto reader = bed.reader();
    QCOMPARE(countTasks(reader, "live").value()[at(TaskState::Pending)], 1);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
}

void TaskStoreTest::aStaleVersionIsRefused()
{
    TaskBed bed;
    bed.open();
    Node first(bed);
    const auto id = first.book.create(bed.task("camp-1"), kNoon).value();
    first.finish(kNoon);
    Node second(bed); // sees version 1
    QVERIFY(first.book.move(id, TaskState::Scheduled, {kNoon}));
    first.finish(kNoon); // version 2
    Change change{kNoon};
    change.actor = "Ada";
    QVERIFY(second.book.cancel(id, change));
    const TaskBatch batch = second.book.take();
    const auto appended = bed.store->append(batch).value();
    QCOMPARE(appended.refused.size(), 1U);
    QCOMPARE(appended.refused[0].why.code, std::string("VERSION_STALE"));
    auto reader = bed.reader();
    QVERIFY(taskHistory(reader, id).value().row.task.state == TaskState::Scheduled);
}

void TaskStoreTest::marketsShareNothing()
{
    TaskBed bed;
    bed.open();
    Node live(bed);
    QVERIFY(live.book.create(bed.task("camp-1"), kNoon));
    live.finish(kNoon);
    bed.close();
    bed.open(kNoon, "city-day/2");
    Node simulated(bed);
    QVERIFY(simulated.book.open().empty());
    QVERIFY(simulated.book.create(bed.task("camp-1"), kNoon)); // the same window
    simulated.finish(kNoon);
    auto reader = bed.reader();
    QCOMPARE(countTasks(reader, "live").value()[at(TaskState::Pending)], 1);
    QCOMPARE(countTasks(reader, "city-day/2").value()[at(TaskState::Pending)], 1);
    QCOMPARE(countTasks(reader, "unheard").value()[at(TaskState::Pending)], 0);
    QCOMPARE(listTasks(reader, "live", {}, TaskOrder::Newest, 0, 10).value().rows.size(), 1U);
}

void TaskStoreTest::aFailureIsKeptAndRetried()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    node.steps.script = [](const auto&, TimeMs, StepOutcome& outcome) {
        outcome.result = StepResult::Failed;
        outcome.failure = {model::ErrorClass::Final, "LOG_GAP", "event 12 of shard-1 is missing", 0,
                           "read shard-1's log again"};
        return true;
    };
    const auto id = startRound(bed, node.book, node.saga, 1, kNoon).at(0);
    node.finish(kDue);
    QVERIFY(node.book.open().empty());
    bed.close();
    bed.open(kDue);
    Node after(bed);
    QVERIFY(after.book.open().empty()); // a failed task is not open
    const auto failed = bed.store->loadTask(id).value();
    QVERIFY(failed.state == TaskState::Failed);
    QCOMPARE(*failed.failure,
             (model::TaskFailure{model::ErrorClass::Final, "LOG_GAP",
                                 "event 12 of shard-1 is missing", 1, "read shard-1's log again"}));
    QVERIFY(after.book.adopt(failed));
    Change change{kDue};
    change.actor = "Ada";
    QVERIFY(after.book.retry(id, change));
    after.finish(kDue);
    auto reader = bed.reader();
    const auto history = taskHistory(reader, id).value();
    QVERIFY(history.row.task.state == TaskState::Completed);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
    QCOMPARE(bed.store->loadTask(999).error().code, std::string("TASK_UNKNOWN"));
    QCOMPARE(taskHistory(reader, 999).error().code, std::string("TASK_UNKNOWN"));
}

void TaskStoreTest::aPageIsFilteredAndSorted()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    for (int minute = 0; minute < 3; ++minute)
        for (const char* campaign : {"shoes", "Boots", "hats"}) {
            NewTask wanted = bed.task(campaign, kNoon + minute * base::kMinuteMs);
            wanted.priority = minute == 2 ? model::TaskPriority::High : model::TaskPriority::Low;
            const auto id = node.book.create(wanted, kNoon).value();
            if (std::string(campaign) == "hats")
                QVERIFY(node.book.move(id, TaskState::Scheduled, {kNoon + minute}));
        }
    node.finish(kNoon);
    auto reader = bed.reader();
    const auto list
        = [&](const TaskFilter& filter, TaskOrder order, std::size_t skip, std::size_t most) {
              const auto page = listTasks(reader, "live", filter, order, skip, most).value();
              QStringList names;
              for (const TaskRow& row : page.rows)
                  names << QString::fromStdString(row.campaign)
                          + QString::number((row.task.windowStart - kNoon) / base::kMinuteMs);
              return page.more ? names << "more" : names;
          };
    QCOMPARE(list({}, TaskOrder::Newest, 0, 4),
             (QStringList{"hats2", "Boots2", "shoes2", "hats1", "more"}));
    QCOMPARE(list({}, TaskOrder::Oldest, 7, 4), (QStringList{"Boots2", "hats2"}));
    QCOMPARE(list({}, TaskOrder::Campaign, 0, 3),
             (QStringList{"Boots2", "Boots1", "Boots0", "more"}));
    TaskFilter filter;
    filter.states = 1U << at(TaskState::Scheduled);
    QCOMPARE(list(filter, TaskOrder::Changed, 0, 9), (QStringList{"hats2", "hats1", "hats0"}));
    filter = {};
    filter.campaign = "OO";
    QCOMPARE(list(filter, TaskOrder::Oldest, 0, 9), (QStringList{"Boots0", "Boots1", "Boots2"}));
    filter.campaign = "%";
    QVERIFY(list(filter, TaskOrder::Oldest, 0, 9).isEmpty());
    filter = {};
    filter.priorities = 1U << static_cast<unsigned>(model::TaskPriority::High);
    filter.until = kNoon + 2 * base::kMinuteMs;
    QVERIFY(list(filter, TaskOrder::Oldest, 0, 9).isEmpty());
    filter.until.reset();
    filter.since = kNoon + 2 * base::kMinuteMs;
    QCOMPARE(list(filter, TaskOrder::Oldest, 0, 9), (QStringList{"shoes2", "Boots2", "hats2"}));
    filter.triggers = 1U << static_cast<unsigned>(model::TriggerKind::Cron);
    QVERIFY(list(filter, TaskOrder::Oldest, 0, 9).isEmpty());
}

void TaskStoreTest::historyIsOnlyAppended()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    startRound(bed, node.book, node.saga, 3, kNoon);
    node.finish(kDue);
    for (const char* sql :
         {"UPDATE task_event SET at = 0", "DELETE FROM task_event", "DELETE FROM task"}) {
        const auto done = bed.workspace->writeAndWait(
            [&](store::Connection& connection) { return connection.execute(sql); });
        QCOMPARE(done.error().code, std::string("STORE_RULE"));
    }
    auto reader = bed.reader();
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
}

void TaskStoreTest::damageIsFound_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("found");
    QTest::newRow("a transition outside the table")
        << "UPDATE task_event SET from_state = 3, to_state = 6 WHERE version = 6"
        << "go on";
    QTest::newRow("a missing event") << "DELETE FROM task_event WHERE version = 4"
                                     << "version";
    QTest::newRow("a broken chain") << "UPDATE task_event SET previous = 1 WHERE version = 3"
                                    << "before it";
    QTest::newRow("a row beside its history")
        << "UPDATE task SET state = 5, prior_state = 5, open = 1"
        << "its history says";
    QTest::newRow("a history without its task") << "DELETE FROM task WHERE id % 2"
                                                << "has no task";
    QTest::newRow("a window without its run")
        << "DELETE FROM task; DELETE FROM task_event; UPDATE task_count SET tasks = 0"
        << "is missing";
    QTest::newRow("a wrong count") << "UPDATE task_count SET tasks = tasks + 1"
                                   << "counts";
}

void TaskStoreTest::damageIsFound()
{
    QFETCH(QString, damage);
    QFETCH(QString, found);
    TaskBed bed;
    bed.open();
    Node node(bed);
    startRound(bed, node.book, node.saga, 3, kNoon);
    node.finish(kDue);
    // By somebody who sets the rules aside first.
    const auto done = bed.workspace->writeAndWait([&](store::Connection& connection) {
        return connection.execute("DROP TRIGGER task_event_is_not_changed; DROP TRIGGER "
                                  "task_event_is_not_deleted; DROP TRIGGER task_is_not_deleted; "
                                  "PRAGMA ignore_check_constraints = 1;"
                                  + damage.toStdString());
    });
    QVERIFY(done);
    auto reader = bed.reader();
    const QString wrong = QString::fromStdString(firstBrokenTask(reader).value());
    QVERIFY2(wrong.contains(found), qPrintable(wrong));
}

void TaskStoreTest::aBatchMayShareACommit()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    QVERIFY(node.book.create(bed.task("camp-1"), kNoon));
    const TaskBatch batch = node.book.take();
    Appended appended;
    QVERIFY(bed.workspace->writeAndWait([&](store::Connection& connection) -> Result<void> {
        auto written = bed.store->write(connection, batch);
        if (!written)
            return written.error();
        appended = *written;
        return connection.execute("INSERT INTO setting (key, value) VALUES ('beside', 'it')");
    }));
    node.book.settle(batch, appended);
    QCOMPARE(node.book.open().size(), 1U);
    QCOMPARE(node.book.open()[0].lastEvent, 1U);
}

void TaskStoreTest::anUndoneWriteIsForgotten()
{
    TaskBed bed;
    bed.open();
    Node node(bed);
    QVERIFY(node.book.create(bed.task("camp-1"), kNoon));
    TaskBatch broken = node.book.take();
    broken.events[0].kind = model::TaskEventKind::Transition; // Pending to Pending: no such arrow
    QCOMPARE(bed.store->append(broken).error().code, std::string("STORE_RULE"));
    Node again(bed); // filled anew, as after every failed commit
    QVERIFY(again.book.open().empty());
    QVERIFY(again.book.create(bed.task("camp-1"), kNoon)); // its name is learnt anew as well
    again.finish(kNoon);
    auto reader = bed.reader();
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
    QCOMPARE(listTasks(reader, "live", {}, TaskOrder::Newest, 0, 9).value().rows.at(0).campaign,
             std::string("camp-1"));
}

QTEST_GUILESS_MAIN(TaskStoreTest)
#include "test_task_store.moc"
