// SPDX-License-Identifier: GPL-3.0-or-later
// The page over a real engine with a market that has rounds: what it shows is what the schedule
// says, and what is done from it is listed first.
#include "ui/schedule/diagram_panel.h"
#include "ui/schedule/quota_panel.h"
#include "ui/schedule/schedule_page.h"
#include "ui/schedule/state_diagram.h"
#include "ui/schedule/task_panel.h"
#include "ui/schedule/tasks_panel.h"
#include "ui/widgets/confirm_dialog.h"

#include <QLabel>
#include <QtTest>

using namespace gavel;
using schedule::SchedulePage;

namespace {

constexpr int kWaitMs = 20'000;
constexpr std::int64_t kRunMs = 5 * base::kMinuteMs;

struct Bed
{
    explicit Bed(bool withMarket = true)
    {
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        engine = *runtime::Engine::open(options);
        if (withMarket) {
            runtime::ScenarioRequest request;
            request.scenario = "city-day";
            request.seed = 7;
            request.shards = 2;
            request.paused = true;
            request.keepRows = false;
            started = engine->loadScenario(request).has_value();
            const TimeMs start = engine->freshSnapshot()->start;
            started = started && engine->runTo(start + kRunMs).has_value();
            started = started
                && QTest::qWaitFor( // rounds come after the traffic
                          [&] {
                              const auto rounds = engine->schedule().rounds();
                              return !rounds.empty()
                                  && rounds.front().at >= start + (kRunMs - base::kMinuteMs);
                          },
                          kWaitMs);
        }
        client = std::make_unique<bridge::EngineClient>(*engine);
        page = std::make_unique<SchedulePage>(*client, navigator);
        page->resize(1304, 799);
        page->retranslate();
        QObject::connect(client.get(), &bridge::EngineClient::snapshotChanged, page.get(),
                         [this](const bridge::SnapshotPtr& now) { page->setSnapshot(now); });
        QObject::connect(&navigator, &bridge::Navigator::noticed, page.get(),
                         [this](const bridge::Notice& notice) { said << notice.sentence; });
        page->show();
        page->setSnapshot(client->snapshot());
    }
    schedule::TasksPanel& tasks() const { return *page->findChild<schedule::TasksPanel*>(); }
    schedule::TaskPanel& task() const { return *page->findChild<schedule::TaskPanel*>(); }
    schedule::StateDiagram& diagram() const { return *page->findChild<schedule::StateDiagram*>(); }
    /// The page shows the tasks of a round and the selected one.
    bool waitForTasks() const
    {
        return QTest::qWaitFor(
            [this] {
                const auto& shown = task().task();
                return shown && shown->row.id == tasks().selected();
            },
            kWaitMs);
    }

    std::vector<runtime::RoundView> roundsByHand() const
    {
        std::vector<runtime::RoundView> rounds = engine->schedule().rounds();
        std::erase_if(rounds, [](const runtime::RoundView& round) { return !round.byHand; });
        return rounds;
    }

    std::unique_ptr<runtime::Engine> engine;
    bridge::Navigator navigator;
    std::unique_ptr<bridge::EngineClient> client;
    std::unique_ptr<SchedulePage> page;
    QStringList said;
    bool started = false;
};

} // namespace

class SchedulePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAMarketItSaysSo();
    void theDiagramCountsTheTasksOfTheRound();
    void aStateIsAFilter();
    void aWrongFilterSaysWhy();
    void oneTaskShowsItsLife();
    void aRoundIsListedThenRun();
};

void SchedulePageTest::withoutAMarketItSaysSo()
{
    const Bed bed(false);
    QCOMPARE(bed.tasks().rows().rowCount(), 0);
    QVERIFY(!bed.page->commandState(QStringLiteral("schedule.runNow"))->enabled);
    bool told = false;
    for (const QLabel* label : bed.page->findChildren<QLabel*>())
        told = told || label->text().contains(QStringLiteral("No market runs."));
    QVERIFY(told);
}

void SchedulePageTest::theDiagramCountsTheTasksOfTheRound()
{
    const Bed bed;
    QVERIFY(bed.started);
    QVERIFY(bed.waitForTasks());
    const auto rounds = bed.engine->schedule().rounds();
    QVERIFY2(rounds.size() >= 4, qPrintable(QString::number(rounds.size()))); // one a minute
    std::size_t counted = 0;
    for (const std::size_t count : bed.diagram().counts())
        counted += count;
    QCOMPARE(counted, rounds.front().tasks);
    QCOMPARE(static_cast<std::size_t>(bed.tasks().rows().rowCount()), rounds.front().tasks);
    QCOMPARE(bed.diagram().counts()[static_cast<std::size_t>(model::TaskState::Completed)],
             rounds.front().tasks);
}

void SchedulePageTest::aStateIsAFilter()
{
    const Bed bed;
    QVERIFY(bed.waitForTasks());
    QTest::mouseClick(&bed.diagram(), Qt::LeftButton, {},
                      bed.diagram().boxOf(model::TaskState::Failed).center());
    QCOMPARE(bed.tasks().filter().text(), QStringLiteral("state = failed"));
    QVERIFY(QTest::qWaitFor([&] { return bed.tasks().rows().rowCount() == 0; }, kWaitMs));
    QTest::mouseClick(&bed.diagram(), Qt::LeftButton, {},
                      bed.diagram().boxOf(model::TaskState::Completed).center());
    QVERIFY(QTest::qWaitFor([&] { return bed.tasks().rows().rowCount() > 0; }, kWaitMs));
    QVERIFY(bed.page->stepBack());
    QVERIFY(bed.tasks().filter().text().isEmpty());
}

void SchedulePageTest::aWrongFilterSaysWhy()
{
    const Bed bed;
    bed.tasks().filter().setText(QStringLiteral("state ="));
    QVERIFY(bed.tasks().filter().verdict().state == widgets::FilterVerdict::State::Unfinished);
    bed.tasks().filter().setText(QStringLiteral("colour = red"));
    QVERIFY(bed.tasks().filter().verdict().state == widgets::FilterVerdict::State::Wrong);
    QVERIFY(bed.tasks().filter().verdict().words.contains(QStringLiteral("colour")));
}

void SchedulePageTest::oneTaskShowsItsLife()
{
    const Bed bed;
    QVERIFY(bed.waitForTasks());
    const runtime::TaskDetail& task = *bed.task().task();
    QCOMPARE(task.row.id, bed.tasks().selected());
    // Pending, Scheduled, Running, DataCollecting, Calculating, Distributing, Completed
    QCOMPARE(task.spans.size(), std::size_t{7});
    QVERIFY(task.spans.back().state == model::TaskState::Completed);
    QVERIFY(!bed.page->commandState(QStringLiteral("schedule.retry"))->enabled);
    QVERIFY(!bed.page->commandState(QStringLiteral("schedule.cancel"))->enabled);
    const auto flow = bed.engine->schedule().quota(task.row.campaignId);
    QVERIFY(flow.has_value());
    QCOMPARE(flow->budget.micros, (flow->spent + flow->held + flow->free).micros);
}

void SchedulePageTest::aRoundIsListedThenRun()
{
    const Bed bed;
    QVERIFY(bed.waitForTasks());
    bed.page->runCommand(QStringLiteral("schedule.runNow"));
    widgets::ConfirmDialog* dialog = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] {
            dialog = bed.page->findChild<widgets::ConfirmDialog*>();
            return dialog != nullptr;
        },
        kWaitMs));
    QVERIFY(bed.roundsByHand().empty()); // nothing is done yet
    bool lists = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        lists = lists || label->text().contains(QStringLiteral("settle what was delivered"));
    QVERIFY(lists);
    dialog->accept();
    QVERIFY(QTest::qWaitFor([&] { return !bed.said.isEmpty(); }, kWaitMs));
    QCOMPARE(bed.said.last(), QStringLiteral("Done."));
    const auto rounds = bed.roundsByHand();
    QCOMPARE(rounds.size(), std::size_t{1});
    QVERIFY(rounds.front().tasks > 0);
}

QTEST_MAIN(SchedulePageTest)
#include "test_schedule_page.moc"
