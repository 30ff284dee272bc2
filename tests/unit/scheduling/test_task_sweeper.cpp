// SPDX-License-Identifier: GPL-3.0-or-later
// Ended tasks leave the file when the policy says so; what they made impossible stays impossible.
#include "engine/scheduling/task_sweeper.h"
#include "tests/unit/scheduling/schedule_bed.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace gavel;
using namespace gavel::scheduling;
using model::TaskState;

class TaskSweeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksLeaveAfterTheirDays();
    void betweenSweepsItRests();
    void zeroDaysIsForEver();
    void openTasksAndTheNewestEventStay();
    void aDroppedWindowNeverRunsAgain();
    void aRetryOfADroppedTaskIsRefused();
    void aPlayAgesFromTheSweepThatMetIt();
    void aFileOfBeforeIsSwept();
    void aSweepThatIsKilledIsHarmless();
};

namespace {

constexpr TaskRetention kKeep{14, 90};

TimeMs daysLater(int days)
{
    return kNoon + days * base::kDayMs;
}

/// A round of the campaigns that ends at once, by a node of its own; those whose name begins with
/// "bad" fail.
std::vector<model::TaskId> playRound(TaskBed& bed, const std::vector<std::string>& campaigns,
                                     TimeMs start, const char* market = "live")
{
    bed.close();
    bed.open(start, market);
    TaskBook book(bed.store->epoch());
    ScriptedSteps steps;
    steps.script = [&](const auto& performed, TimeMs, StepOutcome& outcome) {
        if (bed.vocabulary->campaigns.text(performed.order.campaign).starts_with("bad")) {
            outcome.result = StepResult::Failed;
            outcome.failure = {model::ErrorClass::Final, "LOG_GAP", "an event is missing", 0, ""};
        }
        return true;
    };
    Saga saga(book, *bed.store, steps, {}, 1);
    std::vector<model::TaskId> ids;
    if (!bed.store->fill(book))
        return ids;
    for (const std::string& campaign : campaigns) {
        const auto id = book.create(bed.task(campaign, start), start);
        if (!id || !book.move(*id, TaskState::Scheduled, {start}))
            return {};
        ids.push_back(*id);
    }
    if (!saga.start(ids, start))
        return {};
    while (saga.turn(start).value()) { }
    return ids;
}

/// What a node that knows of no window would write: a first task of the campaign.
TaskBatch firstTask(TaskBed& bed, const std::string& campaign)
{
    TaskBook book(bed.store->epoch() + 1000); // numbers that nobody has
    for (const HeldLease& lease : bed.store->leases())
        book.hold(lease.slot, lease.token);
    return book.create(bed.task(campaign), kNoon) ? book.take() : TaskBatch();
}

/// A whole sweep; how many portions it took.
int sweep(TaskBed& bed, TimeMs now, const TaskRetention& keep = kKeep)
{
    TaskSweeper sweeper(*bed.workspace);
    int portions = 0;
    while (sweeper.step(keep, now).value())
        ++portions;
    return portions;
}

std::vector<std::string> names(const char* prefix, int count)
{
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back(prefix + std::to_string(i));
    return names;
}

std::int64_t inState(const TaskBed& bed, TaskState state, const char* market = "live")
{
    auto reader = bed.reader();
    return countTasks(reader, market).value()[static_cast<std::size_t>(state)];
}

std::string wrongIn(const TaskBed& bed)
{
    auto reader = bed.reader();
    return firstBrokenTask(reader).value();
}

} // namespace

void TaskSweeperTest::tasksLeaveAfterTheirDays()
{
    TaskBed bed;
    QCOMPARE(playRound(bed, names("good", 600), kNoon).size(), 600U);
    QCOMPARE(playRound(bed, names("bad", 3), kNoon).size(), 3U);
    const auto late = playRound(bed, {"good0"}, daysLater(80));
    QCOMPARE(late.size(), 1U);
    const TimeMs due = daysLater(14);
    QCOMPARE(sweep(bed, due + -1), 0);
    QCOMPARE(inState(bed, TaskState::Completed), 601);
    QVERIFY(sweep(bed, due) > 1); // 600 are more than one commit should hold
    QCOMPARE(inState(bed, TaskState::Completed), 1);
    QCOMPARE(inState(bed, TaskState::Failed), 3);
    QCOMPARE(wrongIn(bed), std::string());
    sweep(bed, daysLater(90) + -1);
    QCOMPARE(inState(bed, TaskState::Failed), 3);
    sweep(bed, daysLater(90));
    QCOMPARE(inState(bed, TaskState::Failed), 0);
    auto reader = bed.reader();
    // Nothing but the last round's one task is left: seven events, as in the seed's straight path.
    QCOMPARE(reader.integer("SELECT count(*) FROM task").value(), 1);
    QCOMPARE(reader.integer("SELECT count(*) FROM task_event").value(), 7);
    QVERIFY(taskHistory(reader, late[0]).value().row.task.state == TaskState::Completed);
    const auto holdings = taskHoldings(reader).value();
    QCOMPARE(holdings.kept, 1);
    QCOMPARE(holdings.dropped, 603);
    QCOMPARE(wrongIn(bed), std::string());
}

void TaskSweeperTest::betweenSweepsItRests()
{
    TaskBed bed;
    playRound(bed, {"good"}, kNoon);
    playRound(bed, {"last"}, daysLater(14));
    TaskSweeper sweeper(*bed.workspace);
    const TimeMs before = daysLater(14) + -base::kMinuteMs;
    QVERIFY(!sweeper.step(kKeep, before).value());
    QVERIFY(!sweeper.step(kKeep, daysLater(14)).value()); // it looked a minute ago
    QCOMPARE(inState(bed, TaskState::Completed), 2);
    QVERIFY(sweeper.step({13, 90}, before).value()); // another policy holds at once
    QVERIFY(!sweeper.step({13, 90}, before).value());
    QCOMPARE(inState(bed, TaskState::Completed), 1);
    // A clock that was set back makes it look again, and finds nothing.
    QVERIFY(!sweeper.step({13, 90}, kNoon).value());
    QCOMPARE(inState(bed, TaskState::Completed), 1);
}

void TaskSweeperTest::zeroDaysIsForEver()
{
    TaskBed bed;
    playRound(bed, {"good", "bad"}, kNoon);
    playRound(bed, {"last"}, kNoon + base::kMinuteMs);
    const TimeMs late = daysLater(36'500);
    sweep(bed, late, {0, 0});
    QCOMPARE(inState(bed, TaskState::Completed), 2);
    sweep(bed, late, {0, 90});
    QCOMPARE(inState(bed, TaskState::Completed), 2);
    QCOMPARE(inState(bed, TaskState::Failed), 0);
    sweep(bed, late, {14, 0});
    QCOMPARE(inState(bed, TaskState::Completed), 1);
    QCOMPARE(wrongIn(bed), std::string());
}

void TaskSweeperTest::openTasksAndTheNewestEventStay()
{
    TaskBed bed;
    bed.open();
    TaskBook book(bed.store->epoch());
    QVERIFY(bed.store->fill(book));
    const auto open = book.create(bed.task("waits"), kNoon).value();
    QVERIFY(bed.store->append(book.take()).value().refused.empty());
    playRound(bed, {"good"}, kNoon);
    sweep(bed, daysLater(100));
    QCOMPARE(inState(bed, TaskState::Pending), 1);
    QCOMPARE(inState(bed, TaskState::Completed), 1); // its last event is the newest of all
    QCOMPARE(bed.store->loadTask(open).value().id, open);
    // Neither goes by hand.
    for (const char* sql : {"DELETE FROM task", "DELETE FROM task_event"}) {
        const auto done = bed.workspace->writeAndWait(
            [&](store::Connection& connection) { return connection.execute(sql); });
        QCOMPARE(done.error().code, std::string("STORE_RULE"));
    }
    // A new event takes the next number, and then the older one may go.
    const std::int64_t newest = bed.reader().integer("SELECT max(seq) FROM task_event").value();
    playRound(bed, {"good"}, daysLater(100));
    QCOMPARE(bed.reader()
                 .integer("SELECT min(seq) FROM task_event WHERE seq > " + std::to_string(newest))
                 .value(),
             newest + 1);
    sweep(bed, daysLater(100));
    QCOMPARE(inState(bed, TaskState::Completed), 1);
    QCOMPARE(wrongIn(bed), std::string());
}

void TaskSweeperTest::aDroppedWindowNeverRunsAgain()
{
    TaskBed bed;
    QCOMPARE(playRound(bed, {"camp-1"}, kNoon).size(), 1U);
    playRound(bed, {"camp-1", "camp-2"}, daysLater(20));
    const auto before = bed.store->append(firstTask(bed, "camp-1")).value();
    QCOMPARE(before.refused.size(), 1U);
    QCOMPARE(before.refused[0].why.code, std::string("TASK_EXISTS"));
    sweep(bed, daysLater(20));
    QCOMPARE(bed.reader().integer("SELECT count(*) FROM task").value(), 2);
    const auto after = bed.store->append(firstTask(bed, "camp-1")).value();
    QCOMPARE(after.refused.size(), 1U);
    QCOMPARE(after.refused[0].why.code, before.refused[0].why.code);
    QCOMPARE(after.refused[0].why.what, before.refused[0].why.what);
    QCOMPARE(bed.reader().integer("SELECT count(*) FROM task").value(), 2);
    QCOMPARE(wrongIn(bed), std::string());
    // And after a restart the book says so without asking the file.
    bed.close();
    bed.open(daysLater(21));
    TaskBook later(bed.store->epoch());
    QVERIFY(bed.store->fill(later));
    QCOMPARE(later.create(bed.task("camp-1"), kNoon).error().code, std::string("TASK_EXISTS"));
    QVERIFY(later.create(bed.task("camp-1", daysLater(21)), daysLater(21)));
}

void TaskSweeperTest::aRetryOfADroppedTaskIsRefused()
{
    TaskBed bed;
    const auto id = playRound(bed, {"bad"}, kNoon).at(0);
    playRound(bed, {"last"}, kNoon);
    TaskBook book(bed.store->epoch());
    QVERIFY(bed.store->fill(book));
    QVERIFY(book.adopt(bed.store->loadTask(id).value()));
    Change change{daysLater(100)};
    change.actor = "Ada";
    QVERIFY(book.retry(id, change));
    const TaskBatch retried = book.take();
    sweep(bed, daysLater(100)); // it comes first
    const auto refused = bed.store->append(retried).value().refused;
    QCOMPARE(refused.size(), 1U);
    QCOMPARE(refused[0].why.code, std::string("VERSION_STALE"));
    QCOMPARE(bed.store->loadTask(id).error().code, std::string("TASK_UNKNOWN"));
    QCOMPARE(wrongIn(bed), std::string());
}

void TaskSweeperTest::aPlayAgesFromTheSweepThatMetIt()
{
    TaskBed bed;
    const char* const play = "city-day#2"; // its clock says 2026, whatever the wall's does
    playRound(bed, {"good", "bad"}, kNoon, play);
    playRound(bed, {"last"}, daysLater(1000));
    sweep(bed, daysLater(1000));
    QCOMPARE(inState(bed, TaskState::Completed, play), 1);
    sweep(bed, daysLater(1014) + -1);
    QCOMPARE(inState(bed, TaskState::Completed, play), 1);
    sweep(bed, daysLater(1014));
    QCOMPARE(inState(bed, TaskState::Completed, play), 0);
    QCOMPARE(inState(bed, TaskState::Failed, play), 1);
    sweep(bed, daysLater(1090));
    QCOMPARE(inState(bed, TaskState::Failed, play), 0);
    QCOMPARE(wrongIn(bed), std::string());
}

void TaskSweeperTest::aFileOfBeforeIsSwept()
{
    TaskBed bed;
    const std::string file = bed.folder.filePath(QStringLiteral("bed.gavel")).toStdString();
    {
        const auto old = store::Workspace::open(file, schedulingMigrations().first(2)).value();
        // A task as the second schema holds it: made, then scheduled.
        QVERIFY(old->writeAndWait([](store::Connection& connection) {
            return connection.execute(R"sql(
INSERT INTO task_market (id, name) VALUES (1, 'live');
INSERT INTO task_node (epoch, market, name, began_at, seen_at) VALUES (1, 1, 'node', 0, 0);
INSERT INTO name (id, kind, text) VALUES (1, 'campaign', 'camp-1');
INSERT INTO task_window VALUES (1, 1, 0, 0, 60000);
INSERT INTO task_count VALUES (1, 1, 1);
INSERT INTO task_event (seq, task, version, previous, kind, from_state, to_state, step, cause,
    attempt, at, due_at) VALUES (1, 4294967297, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    (2, 4294967297, 2, 1, 1, 0, 1, 0, 0, 0, 0, 0);
INSERT INTO task (id, market, campaign, slot, trigger_kind, priority, window_start, window_end,
    created_at, state, prior_state, version, attempt, generation, node, steps, flags, started_at,
    changed_at, due_at, deadline, trouble_since, last_event, open)
VALUES (4294967297, 1, 1, 0, 0, 1, 0, 60000, 0, 1, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 1);
)sql");
        }));
    }
    {
        auto reader = store::Connection::open(file, store::Connection::Access::Read);
        QCOMPARE(firstBrokenTask(*reader).value(), std::string());
    }
    bed.open();
    QCOMPARE(wrongIn(bed), std::string());
    TaskBook book(bed.store->epoch());
    QVERIFY(bed.store->fill(book));
    Change change{kNoon};
    change.actor = "Ada";
    QVERIFY(book.cancel(4294967297, change));
    QVERIFY(bed.store->append(book.take()).value().refused.empty());
    QCOMPARE(inState(bed, TaskState::Cancelled), 1);
    playRound(bed, {"last"}, daysLater(14));
    sweep(bed, daysLater(14));
    QCOMPARE(inState(bed, TaskState::Cancelled), 0);
    QCOMPARE(wrongIn(bed), std::string());
}

/// A process of its own sweeps and is killed wherever it stands.
void TaskSweeperTest::aSweepThatIsKilledIsHarmless()
{
    TaskBed bed;
    for (int minute = 0; minute < 10; ++minute)
        playRound(bed, names("good", 500), kNoon + minute * base::kMinuteMs);
    playRound(bed, {"last"}, daysLater(30));
    std::int64_t left = inState(bed, TaskState::Completed);
    QCOMPARE(left, 5001);
    int kills = 0;
    for (int wait = 0; left > 1 && kills < 200; wait += 3, ++kills) {
        bed.close();
        const pid_t child = fork();
        if (child == 0) {
            const auto workspace = store::Workspace::open(
                bed.folder.filePath(QStringLiteral("bed.gavel")).toStdString(),
                schedulingMigrations());
            TaskSweeper sweeper(**workspace);
            while (sweeper.step(kKeep, daysLater(30)).value()) { }
            pause();
        }
        usleep(static_cast<useconds_t>(wait) * 1000);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        bed.open();
        QCOMPARE(wrongIn(bed), std::string());
        const std::int64_t now = inState(bed, TaskState::Completed);
        QVERIFY(now <= left);
        left = now;
    }
    QCOMPARE(left, 1);
    QCOMPARE(bed.reader().integer("SELECT sum(dropped) FROM task_count").value(), 5000);
    QCOMPARE(bed.reader().integer("SELECT count(*) FROM task_event").value(), 7);
}

QTEST_GUILESS_MAIN(TaskSweeperTest)
#include "test_task_sweeper.moc"
