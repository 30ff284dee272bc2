// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/store/campaign_table.h"
#include "engine/store/event_log.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::store;

namespace {

constexpr int kKills = 30;

/// What a killed writer had said before it died.
struct Acknowledged
{
    std::uint32_t source = 0;
    std::uint64_t events = 0;
    std::uint64_t spends = 0;
};

Acknowledged read(const QByteArray& output)
{
    Acknowledged said;
    for (const QByteArray& line : output.split('\n')) {
        const auto words = line.split(' ');
        if (words.size() != 2)
            continue;
        const auto number = words[1].toULongLong();
        if (words[0] == "source")
            said.source = static_cast<std::uint32_t>(number);
        else if (words[0] == "events")
            said.events = number;
        else if (words[0] == "spends")
            said.spends = number;
    }
    return said;
}

} // namespace

class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesEveryKill();

private:
    void killOnce(std::int64_t afterMs);
    void checkEvents(Connection& reader, const Acknowledged& said);
    void checkSpends(Connection& reader, const Acknowledged& said);

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath("crash.gavel");
    std::uint64_t m_spendsBefore = 0; ///< in the file when this writer began
    std::uint64_t m_events = 0; ///< acknowledged in all runs
    std::uint64_t m_spends = 0;
};

void CrashTest::whatWasAcknowledgedSurvivesEveryKill()
{
    base::Random random(20260101);
    for (int kill = 0; kill < kKills; ++kill) {
        // The first kills fall into opening and migrating, the others into work.
        killOnce(kill < 6 ? random.below(30) : 30 + random.below(220));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(m_events > 0);
    QVERIFY(m_spends > 0);
    qInfo("%d kills, %llu events and %llu spends acknowledged, all there", kKills,
          static_cast<unsigned long long>(m_events), static_cast<unsigned long long>(m_spends));
}

void CrashTest::killOnce(std::int64_t afterMs)
{
    QProcess writer;
    writer.start(QStringLiteral(GAVEL_CRASH_WRITER), {m_file});
    QVERIFY(writer.waitForStarted());
    QTest::qSleep(static_cast<int>(afterMs));
    writer.kill(); // SIGKILL
    QVERIFY(writer.waitForFinished());
    QVERIFY2(writer.exitStatus() == QProcess::CrashExit, writer.readAllStandardError().constData());
    const Acknowledged said = read(writer.readAllStandardOutput());

    auto workspace = Workspace::open(m_file.toStdString());
    QVERIFY2(workspace, workspace ? "" : toString(workspace.error()).c_str());
    auto reader = (*workspace)->reader();
    QVERIFY(reader);
    checkEvents(*reader, said);
    checkSpends(*reader, said);
    const auto checks = verify(*reader);
    QVERIFY(checks);
    for (const Check& check : *checks)
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

// At least what was acknowledged, each sequence once: as many rows as the last sequence.
void CrashTest::checkEvents(Connection& reader, const Acknowledged& said)
{
    if (said.source == 0)
        return;
    const auto last = lastSequence(reader, said.source);
    QVERIFY(last);
    QVERIFY2(*last >= said.events,
             qPrintable(QString("%1 acknowledged, %2 there").arg(said.events).arg(*last)));
    const auto rows = reader.integer("SELECT count(*) FROM event WHERE key >> 40 = "
                                     + std::to_string(said.source));
    QCOMPARE(static_cast<std::uint64_t>(rows.value()), *last);
    QVERIFY(readTotals(reader, "live").value() == recountTotals(reader, "live").value());
    m_events += said.events;
}

// The last spend may be stored without its answer having been said; one thread waits for each, so
// at most one is.
void CrashTest::checkSpends(Connection& reader, const Acknowledged& said)
{
    const auto campaigns = loadCampaigns(reader, "live");
    QVERIFY(campaigns);
    const auto spent
        = campaigns->empty() ? 0 : static_cast<std::uint64_t>((*campaigns)[0].spent.micros);
    QVERIFY2(spent >= m_spendsBefore + said.spends && spent <= m_spendsBefore + said.spends + 1,
             qPrintable(QString("%1 before, %2 acknowledged, %3 there")
                            .arg(m_spendsBefore)
                            .arg(said.spends)
                            .arg(spent)));
    m_spendsBefore = spent;
    m_spends += said.spends;
}

QTEST_GUILESS_MAIN(CrashTest)
#include "test_crash.moc"
