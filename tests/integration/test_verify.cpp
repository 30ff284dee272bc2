// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace that a market wrote, damaged in one place each: the check that must notice does.
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/runtime/scheduler/task_checks.h"
#include "engine/store/connection.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace gavel;

class TestVerify : public QObject
{
    Q_OBJECT

private:
    static std::vector<store::Check> checksOf(const std::filesystem::path& file)
    {
        const auto workspace = store::Workspace::open(file);
        if (!workspace)
            return {};
        auto reader = (*workspace)->reader();
        auto checks = store::verify(*reader);
        const auto campaigns = runtime::checkCampaigns(*reader);
        const auto ledger = runtime::checkLedger(*reader);
        const auto tasks = runtime::checkTasks(*reader);
        if (!checks || !campaigns || !ledger || !tasks)
            return {};
        for (const auto* more : {&*campaigns, &*ledger, &*tasks})
            checks->insert(checks->end(), more->begin(), more->end());
        return *checks;
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_good;

private Q_SLOTS:
    void initTestCase()
    {
        m_good = m_folder.filePath("good.gavel").toStdString();
        runtime::EngineOptions options;
        options.workspace = m_good;
        options.scenarioFolder = GAVEL_SCENARIO_DIR;
        auto engine = runtime::Engine::open(options);
        QVERIFY(engine);
        runtime::ScenarioRequest request;
        request.scenario = "demo";
        request.mostAuctions = 3'000;
        QVERIFY((*engine)->loadScenario(request));
        QVERIFY((*engine)->runToEnd());
    }

    void aWorkspaceOfAMarketIsWhole()
    {
        const auto checks = checksOf(m_good);
        QCOMPARE(checks.size(),
                 24U); // 14 of the store, 4 of campaigns, 5 of the ledger, 1 of tasks
        for (const auto& check : checks)
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    }

    void eachDamageIsNamed_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QByteArray>("check");
        const QString win = "(SELECT min(key) FROM event WHERE kind = 2)";
        QTest::newRow("price above the bid")
            << "UPDATE event_warm SET amount = bid + 1 WHERE key = " + win
            << QByteArray("clearing prices");
        QTest::newRow("price below the floor")
            << "UPDATE event_warm SET amount = floor - 1, publisher = 0 WHERE key = " + win
            << QByteArray("clearing prices");
        QTest::newRow("publisher above the price")
            << "UPDATE event_warm SET publisher = amount + 1 WHERE key = " + win
            << QByteArray("prices");
        QTest::newRow("a fact twice")
            << "INSERT INTO event_warm (key, at, kind, auction, campaign, seat, placement, "
               "creative, "
               "user, amount, publisher) SELECT (SELECT max(key) + 1 FROM event), at, kind, "
               "auction, campaign, seat, placement, creative, user, amount, publisher FROM event "
               "WHERE key = "
                + win
            << QByteArray("wins");
        QTest::newRow("a sequence that jumps") << QString(
            "UPDATE event_warm SET key = key + 9 WHERE key = (SELECT max(key) FROM event)")
                                               << QByteArray("sequences");
        QTest::newRow("a win without auction")
            << "UPDATE event_warm SET auction = 0 WHERE key = " + win << QByteArray("deliveries");
        QTest::newRow("a real impression told twice")
            << QString("UPDATE event_warm SET auction = -5 WHERE kind = 3")
            << QByteArray("told once");
        QTest::newRow("a source nobody knows") << QString(
            "UPDATE event_warm SET key = key + (5 << 40) WHERE key = (SELECT max(key) FROM "
            "event)") << QByteArray("event sources");
        QTest::newRow("a name nobody knows")
            << QString("UPDATE event_warm SET campaign = 9999") << QByteArray("event names");
        QTest::newRow("a counter off by one")
            << QString("UPDATE campaign_total SET wins = wins + 1") << QByteArray("totals");
        QTest::newRow("spending off by a nano-unit")
            << QString("UPDATE campaign_quarter SET spent_nanos = spent_nanos + 1")
            << QByteArray("spending");
        QTest::newRow("supply off by one")
            << QString("UPDATE placement_quarter SET wins = wins + 1") << QByteArray("supply");
        QTest::newRow("more spent than there was")
            << QString("UPDATE campaign SET json = replace(json, '1000', '1')")
            << QByteArray("budgets");
        QTest::newRow("everything shown to one user")
            << QString("UPDATE event_warm SET user = 77 WHERE kind = 3")
            << QByteArray("frequency caps");
    }
    void eachDamageIsNamed()
    {
        QFETCH(QString, damage);
        QFETCH(QByteArray, check);
        const std::filesystem::path file
            = m_folder.filePath(QString("%1.gavel").arg(QTest::currentDataTag())).toStdString();
        {
            const auto good = store::Workspace::open(m_good);
            QVERIFY((*good)->backup(file));
            auto connection = store::Connection::open(file, store::Connection::Access::Write);
            // As rows each event can be changed.
            QVERIFY(connection->execute("INSERT OR IGNORE INTO event_warm SELECT * FROM event; "
                                        "DELETE FROM event_pack"));
            const auto done = connection->execute(damage.toStdString());
            QVERIFY2(done, done ? "" : toString(done.error()).c_str());
        }
        const auto checks = checksOf(file);
        const auto found = std::ranges::find(checks, check.toStdString(), &store::Check::name);
        QVERIFY(found != checks.end());
        QVERIFY2(!found->ok, found->detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "test_verify.moc"
