// SPDX-License-Identifier: GPL-3.0-or-later
// A market that is killed at any moment of its rounds goes on where it was: nothing is charged,
// granted or lost that should not be. A build with GAVEL_FAULTS kills every second one at a named
// point. More kills: test_crash_market --kills 20000 [--seed 7].
#include "engine/base/fault.h"
#include "engine/base/random.h"
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/runtime/scheduler/task_checks.h"
#include "engine/store/event_log.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"
#include "tests/crash/kill_options.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;

namespace {

int killCount = 300;
constexpr int kKillsPerMarket = 60; ///< a market whose budgets are spent has little left to lose
std::uint64_t firstSeed = 20260320;
constexpr int kReadyMs = 2'000;
constexpr int kReachedWithinMs = 20'000;

#ifdef GAVEL_FAULTS
constexpr bool kHasPoints = true;
#else
constexpr bool kHasPoints = false;
#endif

/// When a market is killed: after a time, or on its own at a pass of a point.
struct Kill
{
    unsigned afterMs = 0;
    std::optional<std::size_t> point; ///< of base::kFailPointNames
    unsigned pass = 1;
};

/// Points that a start passes only once.
bool comesOnce(std::size_t point)
{
    return point == static_cast<std::size_t>(base::FailPoint::WorkspaceOpened)
        || point == static_cast<std::size_t>(base::FailPoint::TasksResumed);
}

} // namespace

class CrashMarketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledMarketGoesOnWhereItWas_data();
    void aKilledMarketGoesOnWhereItWas();
    void everyPointWasReached();

private:
    Kill nextKill(int number);
    void killOnce(int number, const Kill& kill);
    void endAt(QProcess& market, const Kill& kill);
    void hear(QProcess& market);
    void settleAll();
    void check(const char* when);

    QTemporaryDir m_folder;
    base::Random m_random{firstSeed};
    std::string m_file;
    std::int64_t m_promised = 0; ///< nano-units of wins that were answered, in this market
    int m_wins = 0;
    std::array<int, base::kFailPointNames.size()> m_reached{};
};

void CrashMarketTest::aKilledMarketGoesOnWhereItWas_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    for (int first = 0; first < killCount; first += kKillsPerMarket)
        QTest::addRow("kills from %d", first)
            << first << std::min(first + kKillsPerMarket, killCount);
}

void CrashMarketTest::aKilledMarketGoesOnWhereItWas()
{
    QFETCH(const int, first);
    QFETCH(const int, end);
    m_file = m_folder.filePath(QStringLiteral("market-%1.gavel").arg(first)).toStdString();
    m_promised = 0;
    for (int number = first; number < end; ++number) {
        killOnce(number, nextKill(number));
        if (QTest::currentTestFailed())
            return;
    }
    settleAll();
    check("after the last start"); // the engine has settled everything and let go of its holds
}

void CrashMarketTest::everyPointWasReached()
{
    QVERIFY(m_wins > 0);
    for (std::size_t point = 0; kHasPoints && point < m_reached.size(); ++point)
        QVERIFY2(m_reached[point] > 0, base::kFailPointNames[point].data());
    qInfo("%d kills, %d wins promised", killCount, m_wins);
}

Kill CrashMarketTest::nextKill(int number)
{
    Kill kill{5 + m_random.below(400), std::nullopt, 1};
    if (kHasPoints && number % 2 == 1) {
        kill.point = static_cast<std::size_t>(number / 2) % base::kFailPointNames.size();
        if (!comesOnce(*kill.point) && m_reached[*kill.point] > 0)
            kill.pass = 1 + m_random.below(m_random.chance(0.5) ? 2 : 40);
    }
    return kill;
}

void CrashMarketTest::settleAll()
{
    runtime::EngineOptions options;
    options.workspace = m_file;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    const auto engine = runtime::Engine::open(options);
    QVERIFY(engine.has_value());
    QVERIFY((*engine)->goLive().has_value());
    QCOMPARE((*engine)->snapshot()->schedule.openTasks, std::size_t{0}); // resumed and ended
    for (const auto& invariant : (*engine)->freshSnapshot()->invariants)
        QCOMPARE(invariant.broken, std::uint64_t{0});
}

void CrashMarketTest::killOnce(int number, const Kill& kill)
{
    QProcess market;
    if (kill.point) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(
            QStringLiteral("GAVEL_FAIL_POINT"),
            QStringLiteral("%1:%2").arg(base::kFailPointNames[*kill.point].data()).arg(kill.pass));
        market.setProcessEnvironment(environment);
    }
    market.start(GAVEL_CRASH_MARKET,
                 {QString::fromStdString(m_file), GAVEL_SOURCE_DIR "/resources/scenarios",
                  QString::number(number)});
    QVERIFY(market.waitForStarted());
    endAt(market, kill);
    hear(market);
    check(qPrintable(QStringLiteral("after kill %1 %2")
                         .arg(number)
                         .arg(kill.point ? base::kFailPointNames[*kill.point].data() : "")));
}

void CrashMarketTest::endAt(QProcess& market, const Kill& kill)
{
    if (kill.point) { // a start may have fewer passes than asked for
        if (market.waitForFinished(kill.pass > 2 ? 500 : kReachedWithinMs)) {
            QCOMPARE(market.exitStatus(), QProcess::CrashExit);
            ++m_reached[*kill.point];
            return;
        }
    } else {
        QVERIFY2(market.waitForReadyRead(30'000), "the market did not start");
        QTest::qWait(static_cast<int>(kill.afterMs));
    }
    market.kill();
    QVERIFY(market.waitForFinished());
}

/// What it said before its end.
void CrashMarketTest::hear(QProcess& market)
{
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
}

void CrashMarketTest::check(const char* when)
{
    const auto workspace = store::Workspace::open(m_file);
    QVERIFY(workspace.has_value());
    auto reader = (*workspace)->reader();
    QVERIFY(reader.has_value());
    std::vector<store::Check> all;
    for (const auto& checks : {store::verify(*reader), runtime::checkCampaigns(*reader),
                               runtime::checkLedger(*reader), runtime::checkTasks(*reader)}) {
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

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    killCount = static_cast<int>(takeNumber(arguments, "--kills", killCount));
    firstSeed = takeNumber(arguments, "--seed", firstSeed);
    CrashMarketTest test;
    return QTest::qExec(&test, arguments);
}

#include "test_crash_market.moc"
