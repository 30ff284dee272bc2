// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/publisher_panel.h"
#include "ui/overview/spend_panel.h"
#include "ui/overview/throughput_panel.h"
#include "ui/overview/tile_row.h"
#include "ui/overview/verdict_bar.h"

#include <QTableView>
#include <QtTest>

using namespace gavel;
using namespace gavel::overview;

/// The page over a real engine that has run twenty minutes of the city's day.
class TestOverviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        widgets::Theme::current().install();
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        auto opened = runtime::Engine::open(options);
        QVERIFY(opened.has_value());
        m_engine = std::move(*opened);
        m_client = std::make_unique<bridge::EngineClient>(*m_engine);
        m_page = std::make_unique<OverviewPage>(*m_client, m_navigator);
        m_page->resize(1304, 799);
        m_page->retranslate();
        connect(m_client.get(), &bridge::EngineClient::snapshotChanged, m_page.get(),
                [this](const bridge::SnapshotPtr& snapshot) { m_page->setSnapshot(snapshot); });
        m_page->show();
    }

    void withoutAMarketThePageLeadsToTraining()
    {
        m_page->setSnapshot(m_client->snapshot());
        auto* verdict = m_page->findChild<VerdictBar*>();
        QVERIFY(verdict->sentence().contains(u"No market runs"));
        QSignalSpy asked(&m_navigator, &bridge::Navigator::requested);
        verdict->findChildren<QPushButton*>().last()->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<bridge::Destination>().page, QStringLiteral("training"));
        QVERIFY(!m_page->commandState(QStringLiteral("range.earlier"))->enabled);
    }

    void aRunningMarketFillsEveryPanel()
    {
        runtime::ScenarioRequest request;
        request.scenario = "city-day";
        request.shards = 1;
        request.seed = 42;
        request.paused = true;
        QVERIFY(m_engine->loadScenario(request).has_value());
        const TimeMs start = m_engine->freshSnapshot()->start;
        QVERIFY(m_engine->runTo(start + 20 * base::kMinuteMs).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_client->snapshot()->paused
                                     && m_client->snapshot()->now - start >= 20 * base::kMinuteMs,
                                 60'000);
        auto* spend = m_page->findChild<SpendPanel*>();
        QTRY_COMPARE_WITH_TIMEOUT(spend->rows().row(spend->rows().rowCount() - 1).campaigns, 60,
                                  10'000);
        auto* tiles = m_page->findChild<TileRow*>();
        QTRY_VERIFY_WITH_TIMEOUT(
            !tiles->tile(TileRow::Fill)->accessibleDescription().startsWith(u'–'), 10'000);
        auto* publishers = m_page->findChild<PublisherPanel*>();
        QTRY_VERIFY_WITH_TIMEOUT(publishers->equation().startsWith(u"paid "), 10'000);
        QVERIFY(!publishers->equation().contains(u"difference"));
    }

    void theSumRowIsTheSumOfTheMarket()
    {
        const auto sum = [this] {
            Money spent;
            for (const auto& campaign : m_client->snapshot()->campaigns)
                spent += campaign.spentToday;
            return spent.micros;
        };
        QVERIFY(sum() > 0);
        const SpendModel& rows = m_page->findChild<SpendPanel*>()->rows();
        QTRY_COMPARE_WITH_TIMEOUT(rows.row(rows.rowCount() - 1).spent.micros, sum(), 10'000);
    }

    void aTileOpensItsSource()
    {
        QSignalSpy asked(&m_navigator, &bridge::Navigator::requested);
        m_page->findChild<TileRow*>()->tile(TileRow::Fill)->click();
        const auto place = asked[0][0].value<bridge::Destination>();
        QCOMPARE(place.page, QStringLiteral("market"));
        QCOMPARE(m_engine->checkFilter(place.value.toStdString()).state,
                 runtime::FilterCheck::State::Valid);
    }

    void keysMoveTheRangeAndShowTheTable()
    {
        auto* panel = m_page->findChild<ThroughputPanel*>();
        const auto enabled = [this](const char* id) {
            return m_page->commandState(QString::fromLatin1(id))->enabled;
        };
        QVERIFY(!enabled("range.out"));
        Q_EMIT panel->chart().rangeSelected(m_client->snapshot()->start.value,
                                            m_client->snapshot()->start.value + 300'000);
        QVERIFY(enabled("range.out"));
        QTRY_COMPARE_WITH_TIMEOUT(panel->chart().to() - panel->chart().from(), qint64{300'000},
                                  10'000);
        m_page->runCommand(QStringLiteral("chart.table"));
        QVERIFY(panel->showsTable());
        QCOMPARE(panel->findChild<widgets::ChartTable*>()->model()->columnCount(), 4);
        QVERIFY(m_page->stepBack());
        QVERIFY(!panel->showsTable());
        QVERIFY(m_page->stepBack());
        QVERIFY(!enabled("range.out"));
        QVERIFY(!m_page->stepBack());
    }

    void theLayoutAndSpanAreKept()
    {
        QJsonObject state = m_page->saveState();
        state.insert(QStringLiteral("span"), static_cast<int>(Span::Day));
        m_page->restoreState(state);
        QCOMPARE(m_page->saveState().value(u"span").toInt(), static_cast<int>(Span::Day));
        m_page->restoreState({{QStringLiteral("span"), 99}, {QStringLiteral("rows"), 7}});
        QCOMPARE(m_page->saveState().value(u"span").toInt(), static_cast<int>(Span::Day));
    }

    void aNarrowPageKeepsEveryPanel()
    {
        m_page->resize(1212, 599);
        for (const char* name : {"Auction latency", "Publisher revenue", "Event log"}) {
            const auto tabs = m_page->findChildren<QTabBar*>();
            QVERIFY(std::any_of(tabs.begin(), tabs.end(), [&](const QTabBar* bar) {
                for (int i = 0; i < bar->count(); ++i) {
                    if (bar->isVisible() && bar->tabText(i) == QLatin1String(name))
                        return true;
                }
                return false;
            }));
        }
        m_page->resize(1304, 799);
    }

    void cleanupTestCase()
    {
        m_page.reset();
        m_client.reset();
        m_engine.reset();
    }

private:
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    bridge::Navigator m_navigator;
    std::unique_ptr<OverviewPage> m_page;
};

QTEST_MAIN(TestOverviewPage)
#include "test_overview_page.moc"
