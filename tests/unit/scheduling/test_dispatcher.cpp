// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/retry_policy.h"
#include "engine/scheduling/dispatcher.h"
#include "tests/unit/scheduling/schedule_bed.h"

#include <set>

using namespace gavel;
using namespace gavel::scheduling;
using model::TaskPriority;
using model::TaskState;

class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEarliestComesFirst();
    void aClockSetBackHoldsNothingUp();
    void prioritiesShareTheirTurns();
    void aRestedPrioritySavesNoTurnsUp();
    void thePoolIsBounded();
    void aCampaignRunsOneTaskAtATime();
    void itSaysWhatATaskWaitsFor();
    void backOffDoublesUpToItsCap();
    void jitterFillsTheWholeBound();
};

namespace {

model::TaskId scheduled(TaskBook& book, Handle campaign, TaskPriority priority, TimeMs due = kNoon)
{
    NewTask wanted = minuteTask(campaign, kNoon + campaign * base::kHourMs);
    wanted.priority = priority;
    wanted.trigger = model::TriggerKind::Event;
    wanted.dueAt = due;
    const auto id = book.create(wanted, kNoon).value();
    Change placed{kNoon, model::TaskCause::Placed};
    placed.dueAt = due;
    return book.move(id, TaskState::Scheduled, placed) ? id : 0;
}

std::array<int, 3> startsOf(const TaskBook& book, const std::vector<model::TaskId>& ids)
{
    std::array<int, 3> starts{};
    for (const model::TaskId id : ids)
        ++starts[static_cast<std::size_t>(book.find(id)->priority)];
    return starts;
}

void end(TaskBook& book, const std::vector<model::TaskId>& ids)
{
    for (const model::TaskId id : ids)
        book.drop(id);
}

} // namespace

void DispatcherTest::theEarliestComesFirst()
{
    TaskBook book = wholeBook();
    const auto late = scheduled(book, 1, TaskPriority::Normal, kNoon + 500);
    const auto early = scheduled(book, 2, TaskPriority::Normal, kNoon + 100);
    const auto future = scheduled(book, 3, TaskPriority::Normal, kNoon + 5000);
    Dispatcher dispatcher;
    QCOMPARE(dispatcher.choose(book, kNoon + 1000), (std::vector{early, late}));
    QVERIFY(book.find(future)->state == TaskState::Scheduled);
}

void DispatcherTest::aClockSetBackHoldsNothingUp()
{
    TaskBook book = wholeBook();
    const auto due = scheduled(book, 1, TaskPriority::Normal, kNoon); // when it was made
    const auto later = scheduled(book, 2, TaskPriority::Normal, kNoon + 1);
    Dispatcher dispatcher;
    QCOMPARE(dispatcher.choose(book, {kNoon.value - base::kHourMs}), std::vector{due});
    QCOMPARE(dispatcher.choose(book, kNoon + 1), (std::vector{due, later}));
}

void DispatcherTest::prioritiesShareTheirTurns()
{
    // 6 : 3 : 1 of 100 starts are 60, 30 and 10, in every stretch of ten as well.
    TaskBook book = wholeBook();
    for (Handle campaign = 1; campaign <= 300; ++campaign)
        scheduled(book, campaign, static_cast<TaskPriority>(campaign % 3));
    Dispatcher dispatcher({10});
    for (int round = 0; round < 10; ++round) {
        const auto chosen = dispatcher.choose(book, kNoon);
        QCOMPARE(startsOf(book, chosen), (std::array{6, 3, 1}));
        end(book, chosen);
    }
}

void DispatcherTest::aRestedPrioritySavesNoTurnsUp()
{
    TaskBook book = wholeBook();
    for (Handle campaign = 1; campaign <= 200; ++campaign)
        scheduled(book, campaign, TaskPriority::Low);
    Dispatcher dispatcher({10});
    for (int round = 0; round < 10; ++round)
        end(book, dispatcher.choose(book, kNoon));
    // High work appears: it gets six starts to one of low, not all until it has caught up.
    for (Handle campaign = 201; campaign <= 300; ++campaign)
        scheduled(book, campaign, TaskPriority::High);
    std::array<int, 3> starts{};
    for (int round = 0; round < 7; ++round) {
        const auto chosen = dispatcher.choose(book, kNoon);
        const auto some = startsOf(book, chosen);
        for (std::size_t i = 0; i < 3; ++i)
            starts[i] += some[i];
        end(book, chosen);
    }
    QCOMPARE(starts, (std::array{60, 0, 10}));
}

void DispatcherTest::thePoolIsBounded()
{
    TaskBook book = wholeBook();
    for (Handle campaign = 1; campaign <= 10; ++campaign)
        scheduled(book, campaign, TaskPriority::Normal);
    Dispatcher dispatcher({4});
    const auto first = dispatcher.choose(book, kNoon);
    QCOMPARE(first.size(), 4U);
    for (const model::TaskId id : first)
        QVERIFY(book.move(id, TaskState::Running, {kNoon}));
    QVERIFY(dispatcher.choose(book, kNoon).empty());
    book.drop(first[0]);
    QCOMPARE(dispatcher.choose(book, kNoon).size(), 1U);
}

void DispatcherTest::aCampaignRunsOneTaskAtATime()
{
    TaskBook book = wholeBook();
    const auto first = scheduled(book, 1, TaskPriority::Normal);
    NewTask byHand = minuteTask(1, kNoon);
    byHand.trigger = model::TriggerKind::Manual;
    byHand.dueAt = kNoon;
    const auto second = book.create(byHand, kNoon).value();
    QVERIFY(book.move(second, TaskState::Scheduled, {kNoon}));
    Dispatcher dispatcher;
    QCOMPARE(dispatcher.choose(book, kNoon).size(), 1U);
    QVERIFY(book.move(first, TaskState::Running, {kNoon}));
    QVERIFY(dispatcher.choose(book, kNoon).empty());
    QVERIFY(dispatcher.waitOf(book, *book.find(second), false, kNoon) == TaskWait::Campaign);
    book.drop(first);
    QCOMPARE(dispatcher.choose(book, kNoon), std::vector{second});
}

void DispatcherTest::itSaysWhatATaskWaitsFor()
{
    TaskBook book = wholeBook();
    const auto running = scheduled(book, 1, TaskPriority::Normal);
    const auto waiting = scheduled(book, 2, TaskPriority::Normal, kNoon + 100);
    Dispatcher dispatcher({1});
    const auto why = [&](model::TaskId id, bool inFlight, TimeMs now) {
        return dispatcher.waitOf(book, *book.find(id), inFlight, now);
    };
    QVERIFY(why(waiting, false, kNoon + 100) == TaskWait::Nothing);
    QVERIFY(why(waiting, false, kNoon + 99) == TaskWait::Time);
    Change change{kNoon};
    QVERIFY(book.move(running, TaskState::Running, change));
    QVERIFY(why(waiting, false, kNoon + 100) == TaskWait::Pool);
    QVERIFY(why(running, true, kNoon) == TaskWait::Outcome);
    change.dueAt = kNoon + 700;
    QVERIFY(book.move(running, TaskState::DataCollecting, change));
    QVERIFY(why(running, false, kNoon) == TaskWait::Retry);
    QVERIFY(why(running, false, kNoon + 700) == TaskWait::Nothing);
}

void DispatcherTest::backOffDoublesUpToItsCap()
{
    const base::RetryPolicy policy;
    const std::vector<std::int64_t> bounds{1000,   2000,   4000,    8000,   16'000,
                                           32'000, 64'000, 100'000, 100'000};
    for (std::size_t i = 0; i < bounds.size(); ++i)
        QCOMPARE(policy.boundMs(static_cast<std::uint32_t>(i + 1)), bounds[i]);
    QCOMPARE(policy.boundMs(4'000'000'000U), 100'000);
}

void DispatcherTest::jitterFillsTheWholeBound()
{
    // Uniform on 1 to 8000 ms: mean 4000.5, standard deviation 2309; the mean of 20 000 draws is
    // within five standard errors (16.3 each).
    const base::RetryPolicy policy;
    base::Random random(42);
    double sum = 0;
    std::int64_t least = INT64_MAX;
    std::int64_t most = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::int64_t wait = policy.waitMs(4, random);
        sum += static_cast<double>(wait);
        least = std::min(least, wait);
        most = std::max(most, wait);
    }
    QVERIFY(least >= 1 && least < 20);
    QVERIFY(most <= 8000 && most > 7980);
    QVERIFY(std::abs(sum / 20'000 - 4000.5) < 82);
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "test_dispatcher.moc"
