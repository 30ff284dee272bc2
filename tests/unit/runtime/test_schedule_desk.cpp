// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told of the schedule and may do about it.
#include "engine/runtime/engine.h"

#include <QtTest>

using namespace gavel;
using runtime::ScheduleDesk;

namespace {

std::unique_ptr<runtime::Engine> demoFor(std::int64_t minutes)
{
    runtime::EngineOptions options;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    options.threads = 1;
    auto engine = *runtime::Engine::open(options);
    if (minutes == 0)
        return engine;
    runtime::ScenarioRequest request;
    request.scenario = "demo";
    request.seed = 1;
    request.paused = true;
    request.keepRows = false;
    if (!engine->loadScenario(request))
        return nullptr;
    const TimeMs start = engine->freshSnapshot()->start;
    if (!engine->runTo(start + minutes * base::kMinuteMs))
        return nullptr;
    const auto settled = [&] { // rounds come after the traffic, on their own thread
        const auto rounds = engine->schedule().rounds();
        return !rounds.empty() && rounds.front().at >= start + (minutes - 1) * base::kMinuteMs;
    };
    return QTest::qWaitFor(settled, 20'000) ? std::move(engine) : nullptr;
}

std::vector<runtime::RoundView> roundsByHand(const ScheduleDesk& desk)
{
    std::vector<runtime::RoundView> rounds = desk.rounds();
    std::erase_if(rounds, [](const runtime::RoundView& round) { return !round.byHand; });
    return rounds;
}

} // namespace

class ScheduleDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAMarketNothingIsListedAndNothingDone();
    void aRoundHasItsOwnTasks();
    void aBadFilterIsRefused();
    void whatIsUnknownIsRefused();
    void aBudgetIsSpentHeldOrFree();
    void aRoundByHandIsARoundOfItsOwn();
};

void ScheduleDeskTest::withoutAMarketNothingIsListedAndNothingDone()
{
    const auto engine = demoFor(0);
    ScheduleDesk& desk = engine->schedule();
    QVERIFY(desk.rounds().empty());
    QVERIFY(desk.coming().empty());
    QCOMPARE(desk.tasks({})->total, std::size_t{0});
    QCOMPARE(desk.previewRunNow({}).errors.size(), std::size_t{1});
    const auto run = desk.runNow({}, "somebody");
    QVERIFY(!run);
    QCOMPARE(run.error().code, std::string("SERVICE_UNAVAILABLE"));
}

void ScheduleDeskTest::aRoundHasItsOwnTasks()
{
    const auto engine = demoFor(4);
    ScheduleDesk& desk = engine->schedule();
    const auto rounds = desk.rounds();
    QVERIFY2(rounds.size() >= 3, qPrintable(QString::number(rounds.size())));
    std::size_t all = 0;
    for (const runtime::RoundView& round : rounds) {
        runtime::TaskQuery query;
        query.round = round.number;
        const auto page = desk.tasks(query);
        QCOMPARE(page->total, round.tasks);
        all += page->total;
    }
    QVERIFY(desk.tasks({})->total >= all); // another round may have come meanwhile
    runtime::TaskQuery none;
    none.round = 999'999;
    QCOMPARE(desk.tasks(none)->total, std::size_t{0});
    runtime::TaskQuery open;
    open.notDoneOnly = true;
    QCOMPARE(desk.tasks(open)->matching, std::size_t{0});
}

void ScheduleDeskTest::aBadFilterIsRefused()
{
    const auto engine = demoFor(1);
    for (const char* filter : {"state =", "colour = red", "attempt = many", "(state = failed"}) {
        runtime::TaskQuery query;
        query.filter = filter;
        const auto page = engine->schedule().tasks(query);
        QVERIFY2(!page, filter);
        QVERIFY2(page.error().code.starts_with("FILTER_"), filter);
        QVERIFY2(page.error().where.starts_with("column "), filter);
    }
}

void ScheduleDeskTest::whatIsUnknownIsRefused()
{
    const auto engine = demoFor(1);
    ScheduleDesk& desk = engine->schedule();
    QCOMPARE(desk.task(123).error().code, std::string("TASK_UNKNOWN"));
    QCOMPARE(desk.quota("nobody").error().code, std::string("CAMPAIGN_NOT_FOUND"));
    const std::array<std::string, 1> nobody{"nobody"};
    QCOMPARE(desk.previewRunNow(nobody).errors.front().code, std::string("CAMPAIGN_NOT_FOUND"));
    QVERIFY(!desk.runNow(nobody, "somebody"));
    const auto done = desk.tasks({})->rows.front().id;
    const std::array tasks{done};
    QCOMPARE(desk.previewRetry(tasks).errors.front().code, std::string("TRANSITION_ILLEGAL"));
    QCOMPARE(desk.previewCancel(tasks).errors.front().code, std::string("PAST_PIVOT"));
    QVERIFY(!desk.retry(tasks, "somebody"));
    QVERIFY(!desk.cancel(tasks, "somebody"));
}

void ScheduleDeskTest::aBudgetIsSpentHeldOrFree()
{
    const auto engine = demoFor(10);
    const auto flows = engine->schedule().quotas();
    QVERIFY(!flows.empty());
    for (const runtime::QuotaFlow& flow : flows) {
        QCOMPARE((flow.spent + flow.held + flow.free).micros, flow.budget.micros);
        QVERIFY(!flow.slices.empty());
        for (const runtime::QuotaSlice& slice : flow.slices) {
            QVERIFY(slice.granted >= Money{});
            QVERIFY(slice.appliedVersion <= slice.version);
        }
    }
}

void ScheduleDeskTest::aRoundByHandIsARoundOfItsOwn()
{
    const auto engine = demoFor(2);
    ScheduleDesk& desk = engine->schedule();
    QVERIFY(roundsByHand(desk).empty());
    const auto preview = desk.previewRunNow({});
    QVERIFY(preview.errors.empty());
    QCOMPARE(preview.lines.size(), preview.objects);
    QVERIFY(preview.objects > 0);
    QVERIFY(desk.runNow({}, "somebody").has_value());
    const auto rounds = roundsByHand(desk);
    QCOMPARE(rounds.size(), std::size_t{1});
    QCOMPARE(rounds.front().tasks, preview.objects);
    runtime::TaskQuery query;
    query.round = rounds.front().number;
    const auto page = desk.tasks(query);
    for (const runtime::TaskRow& row : page->rows)
        QVERIFY(row.trigger == model::TriggerKind::Manual);
}

QTEST_GUILESS_MAIN(ScheduleDeskTest)
#include "test_schedule_desk.moc"
