// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"
#include "ui/overview/explore/explore_panel.h"
#include "ui/overview/overview_page.h"

#include <QApplication>
#include <QClipboard>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::overview;

namespace {

constexpr int kWaitMs = 30'000;

std::int64_t digitsOf(QString text)
{
    return text.remove(u',').toLongLong();
}

} // namespace

/// The explorer over a workspace in which a city's day has run for a while.
class TestOverviewExplore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        widgets::Theme::current().install();
        runtime::EngineOptions options;
        options.workspace = (m_folder.path() + QStringLiteral("/w.gavel")).toStdString();
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
        m_panel = m_page->findChild<ExplorePanel*>();
        runtime::ScenarioRequest request;
        request.scenario = "city-day";
        request.shards = 1;
        request.seed = 42;
        request.speed = 0;
        request.mostAuctions = 20'000;
        QVERIFY(m_engine->loadScenario(request).has_value());
        QVERIFY(m_engine->runToEnd().has_value());
        m_page->runCommand(QStringLiteral("explore.open"));
    }

    void thePanelShowsWhatTheLogHolds_data()
    {
        QTest::addColumn<QString>("measure");
        QTest::addColumn<int>("kind");
        QTest::newRow("impressions") << "impressions" << 3;
        QTest::newRow("wins") << "wins" << 2;
    }

    void thePanelShowsWhatTheLogHolds()
    {
        QFETCH(QString, measure);
        QFETCH(int, kind);
        m_panel->setChoice({QStringLiteral("campaign"), measure, ExploreWindow::Everything, false});
        auto reader = m_engine->workspace().reader();
        const auto most = [&] {
            return *reader->integer(
                "SELECT count(*) AS n FROM event WHERE kind = " + std::to_string(kind)
                + " AND campaign <> 0 GROUP BY campaign ORDER BY n DESC LIMIT 1");
        };
        const auto shown
            = [this] { return digitsOf(m_panel->rows().index(0, 1).data().toString()); };
        QTRY_VERIFY_WITH_TIMEOUT(
            m_panel->choice().measure == measure && most() > 0 && shown() == most(), kWaitMs);
    }

    void aRowOpensItsCampaign()
    {
        QSignalSpy asked(&m_navigator, &bridge::Navigator::requested);
        m_panel->table().setCurrentIndex(m_panel->rows().index(0, 0));
        QTest::keyClick(&m_panel->table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<bridge::Destination>().page, QStringLiteral("campaigns"));
    }

    void anotherRowLeadsToTheEventsBehindIt()
    {
        m_panel->setChoice(
            {QStringLiteral("publisher"), QStringLiteral("ctr"), ExploreWindow::Everything, true});
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->traced() && m_panel->traced()->dimension == "publisher"
                                     && m_panel->traced()->measure == "clicks",
                                 kWaitMs);
        const auto place = bridge::tracePlace(*m_panel->traced());
        const runtime::LineageQuery query = bridge::tracedBy(place);
        QCOMPARE(place.page, QStringLiteral("pipeline"));
        QCOMPARE(query.key, m_panel->traced()->key);
        QCOMPARE(query.from.value, m_panel->traced()->from.value);
    }

    void spaceTakesARowsLineAndGivesItBack()
    {
        m_panel->setChoice({QStringLiteral("campaign"), QStringLiteral("impressions"),
                            ExploreWindow::Everything, false});
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->chart().lines().size(), std::size_t{4}, kWaitMs);
        m_panel->table().setCurrentIndex(m_panel->rows().index(0, 0));
        QTest::keyClick(&m_panel->table(), Qt::Key_Space);
        QCOMPARE(m_panel->chart().lines().size(), std::size_t{3});
        QTest::keyClick(&m_panel->table(), Qt::Key_Space);
        QCOMPARE(m_panel->chart().lines().size(), std::size_t{4});
    }

    void theTableStandsInForTheChart()
    {
        QVERIFY(m_page->commandState(QStringLiteral("chart.table"))->enabled);
        m_page->runCommand(QStringLiteral("chart.table"));
        QVERIFY(m_panel->showsTable());
        QVERIFY(m_page->stepBack());
        QVERIFY(!m_panel->showsTable());
    }

    void theRowsAreCopiedExactly()
    {
        m_page->runCommand(QStringLiteral("explore.copy"));
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.first(), QStringLiteral("campaign,name,from,impressions,before"));
        QVERIFY(lines.size() > 2);
    }

    void theChoiceIsKept()
    {
        const ExploreChoice choice{QStringLiteral("device"), QStringLiteral("spend"),
                                   ExploreWindow::Day, false};
        QCOMPARE(ExploreChoice::fromJson(choice.toJson()), choice);
        // Requests are counted of the whole market only, and there is no such window.
        const ExploreChoice wrong
            = ExploreChoice::fromJson({{QStringLiteral("dimension"), QStringLiteral("device")},
                                       {QStringLiteral("measure"), QStringLiteral("requests")},
                                       {QStringLiteral("window"), 99}});
        QCOMPARE(wrong.measure, ExploreChoice().measure);
        QCOMPARE(wrong.window, ExploreWindow::Page);
    }

    void cleanupTestCase()
    {
        m_page.reset();
        m_client.reset();
        m_engine.reset();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    bridge::Navigator m_navigator;
    std::unique_ptr<OverviewPage> m_page;
    ExplorePanel* m_panel = nullptr;
};

QTEST_MAIN(TestOverviewExplore)
#include "test_overview_explore.moc"
