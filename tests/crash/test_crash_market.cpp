// SPDX-License-Identifier: GPL-3.0-or-later
// A market that is killed at any moment of its rounds goes on where it was: nothing is charged,
// granted or lost that should not be.
#include "engine/base/random.h"
#include "engine/ledger/audit/verify_ledger.h"
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/scheduler/task_checks.h"
#include "engine/store/event_log.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;

namespace {

constexpr int kKills = 20;
constexpr int kReadyMs = 2'000;

} // namespace

class CrashMarketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledMarketGoesOnWhereItWas();

private:
    void killOnce(int number, unsigned afterMs);
    void check(const char* when);

    QTemporaryDir m_folder;
    std::string m_file = m_folder.filePath("market.gavel").toStdString();
    std::int64_t m_promised = 0; ///< nano-units of wins that were answered
    int m_wins = 0;
};

void CrashMarketTest::aKilledMarketGoesOnWhereItWas()
{
    base::Random random(20260320);
    for (int kill = 0; kill < kKills; ++kill) {
        killOnce(kill, 5 + random.below(400));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(m_wins > 0);
    runtime::EngineOptions options;
    options.workspace = m_file;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    {
        const auto engine = runtime::Engine::open(options);
        QVERIFY(engine.has_value());
        QVERIFY((*engine)->goLive().has_value());
        QCOMPARE((*engine)->snapshot()->schedule.openTasks, std::size_t{0}); // resumed and ended
        for (const auto& invariant : (*engine)->freshSnapshot()->invariants)
            QCOMPARE(invariant.broken, std::uint64_t{0});
    }
    check("after the last start"); // the engine has settled everything and let go of its holds
    qInfo("%d kills, %d wins promised", kKills, m_wins);
}

void CrashMarketTest::killOnce(int number, unsigned afterMs)
{
    QProcess market;
    market.start(GAVEL_CRASH_MARKET,
                 {QString::fromStdString(m_file), GAVEL_SOURCE_DIR "/resources/scenarios",
                  QString::number(number)});
    QVERIFY(market.waitForStarted());
    QVERIFY2(market.waitForReadyRead(30'000), "the market did not start");
    QTest::qWait(static_cast<int>(afterMs));
    market.kill();
    QVERIFY(market.waitForFinished());
    for (const QByteArray& line : market.readAllStandardOutput().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() != 2)
            continue;
        if (words[0] == "ready")
            QVERIFY2(words[1].toInt() < kReadyMs, line.constData());
        if (words[0] == "won") {
            m_promised += words[1].toLongLong();
            ++m_wins;
        }
    }
    check(qPrintable(QStringLiteral("after kill %1").arg(number)));
}

void CrashMarketTest::check(const char* when)
{
    const auto workspace = store::Workspace::open(m_file);
    QVERIFY(workspace.has_value());
    auto reader = (*workspace)->reader();
    QVERIFY(reader.has_value());
    std::vector<store::Check> all;
    for (const auto& checks : {store::verify(*reader), runtime::checkCampaigns(*reader),
                               ledger::verifyLedger(*reader), runtime::checkTasks(*reader)}) {
        QVERIFY2(checks.has_value(), when);
        all.insert(all.end(), checks->begin(), checks->end());
    }
    for (const store::Check& check : all)
        QVERIFY2(
            check.ok,
            qPrintable(
                QStringLiteral("%1, %2: %3").arg(when, check.name.c_str(), check.detail.c_str())));
    std::int64_t logged = 0;
    const auto totals = store::readTotals(*reader, "live");
    QVERIFY(totals.has_value());
    for (const auto& total : *totals)
        logged += total.spentNanos + total.unchargedNanos;
    QVERIFY2(logged >= m_promised, when);
}

QTEST_GUILESS_MAIN(CrashMarketTest)
#include "test_crash_market.moc"
