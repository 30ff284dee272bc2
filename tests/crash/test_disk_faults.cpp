// SPDX-License-Identifier: GPL-3.0-or-later
// The store on a disk that loses its power at any write, and on one whose calls fail. More cuts:
// test_disk_faults --cuts 20000 --seed 7; fewer failing calls, each tenth: --every 10
#include "tests/crash/disk_load.h"
#include "tests/crash/kill_options.h"
#include "tests/crash/memory_disk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::store;
using gavel::store::test::DiskLoad;
using gavel::store::test::MemoryDisk;

namespace {

std::uint32_t cuts = 2'000;
std::uint64_t seed = 20'260'101;
std::uint64_t every = 1; ///< call of the disk that fails

constexpr int kCutsOfAFile = 40; // small files are judged quickly
constexpr std::uint64_t kRoundEvents = 10;

} // namespace

class DiskFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostInAPowerCut();
    void aDiskThatLiesIsCaught();
    void nothingIsAcknowledgedAfterAnIoError_data();
    void nothingIsAcknowledgedAfterAnIoError();

private:
    std::filesystem::path file() const { return m_folder.filePath("disk.gavel").toStdString(); }
    /// Opens with the power to be lost in one of the first writes, then again until that works.
    static void openThroughCut(MemoryDisk& disk, DiskLoad& load, base::Random& random, int& done);
    static void workUntilCut(MemoryDisk& disk, DiskLoad& load, base::Random& random);

    QTemporaryDir m_folder; ///< of the lock files, which are real
};

void DiskFaultsTest::openThroughCut(MemoryDisk& disk, DiskLoad& load, base::Random& random,
                                    int& done)
{
    if (random.below(4) != 0)
        return;
    disk.cutAt(1 + random.below(60));
    (void)load.open();
    disk.cutNow();
    load.close();
    disk.powerOn();
    ++done;
}

void DiskFaultsTest::workUntilCut(MemoryDisk& disk, DiskLoad& load, base::Random& random)
{
    disk.cutAt(1 + random.below(150));
    for (int round = 0; round < 60 && !disk.isOff(); ++round)
        (void)load.round(1 + random.below(2 * kRoundEvents));
    disk.cutNow();
    load.close();
    disk.powerOn();
}

void DiskFaultsTest::nothingAcknowledgedIsLostInAPowerCut()
{
    MemoryDisk disk(seed);
    base::Random random(seed ^ 1);
    std::uint64_t acknowledged = 0;
    for (int done = 0; done < static_cast<int>(cuts);) {
        disk.removeAll();
        DiskLoad load(file());
        for (const int end = done + kCutsOfAFile; done < end;) {
            openThroughCut(disk, load, random, done);
            QVERIFY2(load.open(), qPrintable(QString("cut %1").arg(done)));
            const std::string wrong = load.judge();
            QVERIFY2(wrong.empty(),
                     qPrintable(QString("seed %1, cut %2: ").arg(seed).arg(done) + wrong.c_str()));
            workUntilCut(disk, load, random);
            ++done;
        }
        acknowledged += load.ackedEvents();
    }
    QVERIFY(acknowledged > cuts); // the cuts met a store at work
    qInfo("%u cuts, %llu events acknowledged, all there", cuts,
          static_cast<unsigned long long>(acknowledged));
}

// The same judge must see what the test above says never happens.
void DiskFaultsTest::aDiskThatLiesIsCaught()
{
    int caught = 0;
    for (std::uint64_t turn = 1; turn <= 20; ++turn) {
        MemoryDisk disk(seed + turn);
        base::Random random(seed ^ turn);
        DiskLoad load(file());
        QVERIFY(load.open());
        disk.setLies(true);
        workUntilCut(disk, load, random);
        disk.setLies(false);
        caught += !load.open() || !load.judge().empty() ? 1 : 0;
        load.close();
    }
    QVERIFY2(caught >= 10, qPrintable(QString("%1 of 20").arg(caught)));
}

void DiskFaultsTest::nothingIsAcknowledgedAfterAnIoError_data()
{
    QTest::addColumn<bool>("stays");
    QTest::newRow("one call") << false;
    QTest::newRow("every later call too") << true;
}

void DiskFaultsTest::nothingIsAcknowledgedAfterAnIoError()
{
    QFETCH(const bool, stays);
    constexpr int kRounds = 24; // a checkpoint comes after twenty commits
    MemoryDisk disk(seed);
    std::uint64_t calls = UINT64_MAX;
    std::uint64_t stopped = 0;
    for (std::uint64_t n = 0; n <= calls; n += every) { // 0: no fault, which counts the calls
        disk.removeAll();
        DiskLoad load(file());
        disk.failAt(n, stays);
        const bool opened = load.open();
        bool failed = !opened;
        for (int round = 0; opened && round < kRounds; ++round) {
            const bool said = load.round(kRoundEvents);
            QVERIFY2(!(failed && said), qPrintable(QString("call %1: yes after a no").arg(n)));
            failed = failed || !said;
            if (failed && round + 3 < kRounds)
                round = kRounds - 4; // three more tries tell enough
        }
        QVERIFY2(!opened || failed == load.hasFailed(), qPrintable(QString("call %1").arg(n)));
        stopped += failed ? 1 : 0;
        if (n == 0) {
            QVERIFY(!failed);
            calls = disk.calls();
        }
        // What the program believes to be on the disk is judged by what the disk keeps.
        disk.failNever();
        disk.cutNow();
        load.close();
        disk.powerOn();
        QVERIFY2(load.open(), qPrintable(QString("call %1").arg(n)));
        const std::string wrong = load.judge();
        QVERIFY2(wrong.empty(), qPrintable(QString("call %1: ").arg(n) + wrong.c_str()));
        load.close();
    }
    QVERIFY(stopped > calls / every / 4);
    qInfo("%llu calls, one of %llu failed; the store stopped at %llu of them",
          static_cast<unsigned long long>(calls), static_cast<unsigned long long>(every),
          static_cast<unsigned long long>(stopped));
}

int main(int argc, char** argv)
{
    QStringList arguments(argv, argv + argc);
    cuts = static_cast<std::uint32_t>(takeNumber(arguments, "--cuts", cuts));
    seed = takeNumber(arguments, "--seed", seed);
    every = takeNumber(arguments, "--every", every);
    DiskFaultsTest test;
    return QTest::qExec(&test, arguments);
}

#include "test_disk_faults.moc"
