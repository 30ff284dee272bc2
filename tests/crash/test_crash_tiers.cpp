// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/store/event_writer.h"
#include "engine/store/moving/log_mover.h"
#include "engine/store/verify.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace gavel;
using namespace gavel::store;

namespace {

constexpr int kKills = 30;
constexpr std::int64_t kDay = 20'532;
constexpr std::int64_t kEvents = 20'000; // over two days
constexpr const char* kSum
    = "SELECT sum(key % 1000003 + at % 7919 + auction + amount) + count(*) * 1000000007 FROM event";

} // namespace

/// A mover that is killed at any moment loses no event and doubles none: it is in the table or in a
/// segment, whatever was being written, registered, emptied or archived.
class CrashTiersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noKillLosesOrDoublesAnEvent();

private:
    /// A fresh copy of the log, all of it warm.
    void begin();
    /// True when the mover ended by itself.
    bool killAfter(std::int64_t ms);
    void check();

    QTemporaryDir m_folder;
    QString m_first = m_folder.filePath("first.gavel");
    QString m_file = m_folder.filePath("moved.gavel");
    QString m_archive = m_folder.filePath("archive");
    std::int64_t m_sum = 0;
    int m_round = 0;
};

void CrashTiersTest::initTestCase()
{
    const auto workspace = Workspace::open(m_first.toStdString()).value();
    {
        EventWriter writer(*workspace);
        auto words = std::make_shared<model::Vocabulary>();
        words->campaigns.intern("camp-1");
        base::SpscRing<model::DeliveryEvent> ring(8192);
        const auto source
            = writer.addSource(writer.beginRun("live", {}).value(), "shard 0").value();
        QVERIFY(writer.attach(ring, source, words));
        for (std::int64_t number = 0; number < kEvents; ++number) {
            model::DeliveryEvent event;
            event.sequence = static_cast<std::uint64_t>(number + 1);
            event.kind = number % 2 == 0 ? model::EventKind::Win : model::EventKind::Impression;
            event.at = {kDay * base::kDayMs + number * 6000};
            event.auction = static_cast<std::uint64_t>(number / 2 + 1);
            event.campaign = 1;
            event.amount = number % 2 == 0 ? 1000 : 0;
            while (!ring.push(event))
                std::this_thread::yield();
        }
        QVERIFY(writer.detach(source));
    }
    QVERIFY(workspace->writeAndWait([&](Connection& connection) -> Result<void> {
        const auto version
            = keepTierPolicy(connection, {1, 2, m_archive.toStdString(), 0}, "Mina Kang", {});
        return version ? Result<void>() : version.error();
    }));
    m_sum = workspace->reader()->integer(kSum).value();
}

void CrashTiersTest::begin()
{
    QFile::remove(m_file);
    QFile::remove(m_file + "-wal");
    QFile::remove(m_file + "-shm");
    QDir(m_file + "-cold").removeRecursively();
    QDir(m_archive).removeRecursively();
    QVERIFY(QDir().mkdir(m_archive));
    QVERIFY(QFile::copy(m_first, m_file));
    ++m_round;
}

bool CrashTiersTest::killAfter(std::int64_t ms)
{
    QProcess mover;
    mover.start(QStringLiteral(GAVEL_CRASH_TIERS), {m_file, QString::number(kDay + 3)});
    if (!mover.waitForFinished(static_cast<int>(ms)))
        mover.kill(); // SIGKILL
    mover.waitForFinished();
    return mover.exitStatus() == QProcess::NormalExit && mover.exitCode() == 0;
}

void CrashTiersTest::check()
{
    const auto workspace = Workspace::open(m_file.toStdString());
    QVERIFY2(workspace, workspace ? "" : toString(workspace.error()).c_str());
    auto reader = (*workspace)->reader();
    QCOMPARE(reader->integer(kSum).value(), m_sum);
    for (const Check& check : verify(*reader).value())
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

void CrashTiersTest::noKillLosesOrDoublesAnEvent()
{
    base::Random random(20260320);
    int kills = 0;
    bool isDone = true;
    while (kills < kKills || !isDone) {
        if (isDone) {
            begin();
            if (QTest::currentTestFailed())
                return;
        }
        isDone = killAfter(kills < kKills ? 1 + random.below(120) : 60'000);
        check();
        if (QTest::currentTestFailed())
            return;
        kills += isDone ? 0 : 1;
    }
    const auto workspace = Workspace::open(m_file.toStdString()).value();
    const StorageView view = LogMover(*workspace).view().value();
    QCOMPARE(view.archive.events, static_cast<std::uint64_t>(kEvents));
    QCOMPARE(workspace->reader()->integer("SELECT count(*) FROM event_warm").value(), 0);
    qInfo("%d kills in %d rounds, every event there once", kills, m_round);
}

QTEST_GUILESS_MAIN(CrashTiersTest)
#include "test_crash_tiers.moc"
