// SPDX-License-Identifier: GPL-3.0-or-later
// A number of a market that no longer runs, back to its events.
#include "engine/runtime/engine.h"
#include "engine/runtime/pipeline_desk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using runtime::Engine;
using runtime::LineageQuery;

namespace {

constexpr int kWaitMs = 60'000;
constexpr std::int64_t kRunMs = 90'000;

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_engine = open();
        play("demo", 1);
        play("city-day", 7);
        play("city-day", 42); // what is asked for is of this run
        const auto snapshot = m_engine->freshSnapshot();
        m_begin = snapshot->now + -kRunMs;
        for (const auto& campaign : snapshot->campaigns)
            if (campaign.impressions > m_shown) {
                m_shown = campaign.impressions;
                m_campaign = campaign.id;
            }
        QVERIFY(m_shown > 0);
        m_engine.reset();
        m_engine = open();
    }

    void theMarketThatRanLastIsMeant()
    {
        const auto number = counted(query());
        QVERIFY(number.has_value());
        QCOMPARE(number->market, std::string("city-day"));
        QCOMPARE(number->value, m_shown);
        QCOMPARE(number->counter, m_shown);
        QCOMPARE(number->events.size(), std::size_t{5});
    }

    void anotherMarketIsAskedForByName()
    {
        LineageQuery wanted = query();
        wanted.market = "demo";
        const auto number = counted(wanted);
        QVERIFY(number.has_value());
        QCOMPARE(number->value, std::uint64_t{0}); // the demonstration has no such campaign
        QCOMPARE(number->counter, std::uint64_t{0});
    }

    /// Half a minute is no span of a counter: the whole is told, from the log as well.
    void aSpanIsOfWholeMinutes()
    {
        LineageQuery wanted = query();
        wanted.from = m_begin + 30'500;
        wanted.to = m_begin + 31'000;
        const auto number = counted(wanted);
        QVERIFY(number.has_value());
        QCOMPARE(number->from.value, m_begin.value);
        QCOMPARE(number->to.value, m_begin.value + base::kMinuteMs);
        QVERIFY(number->value > 0);
        QCOMPARE(number->counter, number->value);
        wanted.from = wanted.to;
        wanted.to = m_begin + base::kHourMs;
        const auto rest = counted(wanted); // from half the first minute: the whole again
        QVERIFY(rest.has_value());
        QCOMPARE(rest->value, m_shown);
    }

    void aMarketThatNeverRanIsNamed()
    {
        LineageQuery wanted = query();
        wanted.market = "week-hundred";
        const auto refused = m_engine->pipeline().lineage(wanted);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, std::string("LINEAGE_WRONG"));
        QCOMPARE(refused.error().where, std::string("market"));
        QVERIFY(refused.error().what.find("week-hundred") != std::string::npos);
    }

private:
    std::unique_ptr<Engine> open() const
    {
        runtime::EngineOptions options;
        options.workspace = m_folder.filePath("traced.gavel").toStdString();
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        return Engine::open(options).value();
    }

    void play(const char* scenario, std::uint64_t seed)
    {
        runtime::ScenarioRequest request;
        request.scenario = scenario;
        request.seed = seed;
        request.shards = 1;
        request.paused = true;
        request.speed = 0;
        QVERIFY(m_engine->loadScenario(request).has_value());
        QVERIFY(m_engine->runTo(m_engine->freshSnapshot()->now + kRunMs).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->freshSnapshot()->paused, kWaitMs);
    }

    LineageQuery query() const
    {
        LineageQuery wanted;
        wanted.key = m_campaign;
        wanted.from = m_begin;
        wanted.to = m_begin + base::kHourMs;
        wanted.mostEvents = 5;
        return wanted;
    }

    /// An engine that has just opened counts what was left to count.
    Result<runtime::LineageView> counted(const LineageQuery& wanted) const
    {
        auto number = m_engine->pipeline().lineage(wanted);
        for (int tries = 0; number && number->value != number->counter && tries < 50; ++tries) {
            QTest::qWait(100);
            number = m_engine->pipeline().lineage(wanted);
        }
        return number;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    TimeMs m_begin;
    std::uint64_t m_shown = 0;
    std::string m_campaign;
};

QTEST_GUILESS_MAIN(TestTrace)
#include "test_trace.moc"
