// SPDX-License-Identifier: GPL-3.0-or-later
// Every ordered pair of the eleven states, against the arrows of the seed's state diagram: in the
// table, in the book, in the history's check and in the trigger of the task's row.
#include "tests/unit/scheduling/schedule_bed.h"

#include <set>

using namespace gavel;
using namespace gavel::scheduling;
using model::SagaStep;
using model::ScheduleTask;
using model::StepStatus;
using model::TaskState;

class TaskStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsTheSeedsAndOneMore();
    void everyPairInTheBook_data();
    void everyPairInTheBook();
    void everyPairInTheHistory();
    void aRowOnlyGoesWhereItsStateCanLead();
    void terminalStatesHaveNoWayOut();
    void onlyAPersonCancelsAndRetries();
};

namespace {

/// The diagram of the seed document, section 3.1.2, word for word, and what was settled in writing
/// beside it: a task that waits may be cancelled.
constexpr const char* kArrows = R"(
    Pending --> Scheduled
    Pending --> Failed
    Scheduled --> Running
    Scheduled --> Cancelled
    Running --> DataCollecting
    Running --> Failed
    DataCollecting --> Calculating
    DataCollecting --> Failed
    Calculating --> Distributing
    Calculating --> Failed
    Distributing --> Completed
    Distributing --> PartiallyCompleted
    Distributing --> Failed
    PartiallyCompleted --> Retrying
    Retrying --> Completed
    Retrying --> Failed
    Failed --> Retrying
    Pending --> Cancelled
)";

const QStringList kNames{"Pending",     "Scheduled",    "Running",   "DataCollecting",
                         "Calculating", "Distributing", "Completed", "PartiallyCompleted",
                         "Retrying",    "Failed",       "Cancelled"};

std::set<std::pair<int, int>> arrows()
{
    std::set<std::pair<int, int>> pairs;
    for (const QString& line : QString::fromLatin1(kArrows).split('\n', Qt::SkipEmptyParts)) {
        const QStringList ends = line.split(QStringLiteral("-->"));
        if (ends.size() == 2)
            pairs.insert({kNames.indexOf(ends[0].trimmed()), kNames.indexOf(ends[1].trimmed())});
    }
    return pairs;
}

TaskState state(int number)
{
    return static_cast<TaskState>(number);
}

/// A task in one state whose steps stand in no way of the other.
ScheduleTask taskBetween(TaskState from, TaskState to)
{
    ScheduleTask task;
    task.id = 77;
    task.campaign = 1;
    task.slot = 1;
    task.version = 5;
    task.state = from;
    const auto before = to == TaskState::Failed ? StepStatus::Undone : StepStatus::Done;
    const auto stage = from == TaskState::DataCollecting ? SagaStep::Collect
        : from == TaskState::Calculating                 ? SagaStep::Settle
                                                         : SagaStep::Distribute;
    const bool inSaga = from == TaskState::DataCollecting || from == TaskState::Calculating
        || from == TaskState::Distributing || from == TaskState::Retrying;
    for (std::size_t i = 0; inSaga && i <= static_cast<std::size_t>(stage); ++i)
        task.steps[i] = i == static_cast<std::size_t>(stage) ? StepStatus::Intent : before;
    return task;
}

} // namespace

void TaskStatesTest::theTableIsTheSeedsAndOneMore()
{
    const auto expected = arrows();
    QCOMPARE(expected.size(), 18U); // 17 of the seed, 1 settled beside it
    for (int from = 0; from < 11; ++from)
        for (int to = 0; to < 11; ++to)
            QCOMPARE(model::mayMove(state(from), state(to)), expected.contains({from, to}));
}

void TaskStatesTest::everyPairInTheBook_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("allowed");
    const auto expected = arrows();
    for (int from = 0; from < 11; ++from)
        for (int to = 0; to < 11; ++to)
            QTest::addRow("%s to %s", qPrintable(kNames[from]), qPrintable(kNames[to]))
                << from << to << expected.contains({from, to});
}

void TaskStatesTest::everyPairInTheBook()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, allowed);
    TaskBook book = wholeBook();
    QVERIFY(book.adopt(taskBetween(state(from), state(to))));
    Change change;
    change.at = kNoon;
    change.actor = "Ada";
    const auto moved = book.move(77, state(to), change);
    QCOMPARE(moved.has_value(), allowed);
    QVERIFY(book.find(77)->state == state(allowed ? to : from));
    QCOMPARE(book.find(77)->version, allowed ? 6U : 5U);
    QCOMPARE(book.hasChanges(), allowed);
    if (!allowed)
        QCOMPARE(moved.error().code, std::string("TRANSITION_ILLEGAL"));
}

void TaskStatesTest::everyPairInTheHistory()
{
    TaskBed bed;
    bed.open();
    const auto expected = arrows();
    for (int from = 0; from < 11; ++from)
        for (int to = 0; to < 11; ++to) {
            const auto written
                = bed.workspace->writeAndWait([&](store::Connection& connection) -> Result<void> {
                      auto insert = connection.prepare(
                          "INSERT INTO task_event (task, version, previous, kind, from_state, "
                          "to_state, step, cause, attempt, at, due_at) "
                          "VALUES (1, 1, 0, 1, $1, $2, 0, 0, 0, 0, 0)");
                      return insert->bindAll(from, to).run();
                  });
            QCOMPARE(written.has_value(), expected.contains({from, to}));
            if (!written)
                QCOMPARE(written.error().code, std::string("STORE_RULE"));
        }
}

void TaskStatesTest::aRowOnlyGoesWhereItsStateCanLead()
{
    // By any number of arrows: a batch may hold several transitions of one task.
    auto reach = arrows();
    for (int middle = 0; middle < 11; ++middle)
        for (int from = 0; from < 11; ++from)
            for (int to = 0; to < 11; ++to)
                if (reach.contains({from, middle}) && reach.contains({middle, to}))
                    reach.insert({from, to});
    TaskBed bed;
    bed.open();
    TaskBook book(bed.store->epoch());
    QVERIFY(bed.store->fill(book));
    const auto id = book.create(bed.task("camp-1"), kNoon).value();
    QVERIFY(bed.store->append(book.take()));
    for (int from = 0; from < 11; ++from)
        for (int to = 0; to < 11; ++to) {
            const auto force = [&](store::Connection& connection) -> Result<void> {
                const bool ended
                    = to == kNames.indexOf("Completed") || to == kNames.indexOf("Cancelled");
                auto update = connection.prepare("UPDATE task SET prior_state = $1, state = $2, "
                                                 "open = $3 WHERE id = $4");
                update->bindAll(from, to, 1, static_cast<std::int64_t>(id));
                if (ended)
                    update->bindNull(3);
                return update->run();
            };
            QCOMPARE(bed.workspace->writeAndWait(force).has_value(),
                     from == to || reach.contains({from, to}));
        }
}

void TaskStatesTest::terminalStatesHaveNoWayOut()
{
    for (int number = 0; number < 11; ++number) {
        const bool ends
            = number == kNames.indexOf("Completed") || number == kNames.indexOf("Cancelled");
        QCOMPARE(model::isTerminal(state(number)), ends);
        QCOMPARE(model::isEnded(state(number)), ends || number == kNames.indexOf("Failed"));
    }
}

void TaskStatesTest::onlyAPersonCancelsAndRetries()
{
    const std::vector<std::pair<TaskState, TaskState>> byHand{
        {TaskState::Pending, TaskState::Cancelled},
        {TaskState::Scheduled, TaskState::Cancelled},
        {TaskState::Failed, TaskState::Retrying}};
    for (const auto& [from, to] : byHand) {
        TaskBook book = wholeBook();
        QVERIFY(book.adopt(taskBetween(from, to)));
        QCOMPARE(book.move(77, to, {kNoon}).error().code, std::string("BY_HAND_ONLY"));
        QVERIFY(book.find(77)->state == from);
    }
}

QTEST_GUILESS_MAIN(TaskStatesTest)
#include "test_task_states.moc"
