// SPDX-License-Identifier: GPL-3.0-or-later
// Scheduler nodes, ad servers, store and network in one thread on a virtual clock, all from one
// seed: a phase with faults in which the rules must hold, then one without in which every run must
// end. More seeds: test_simulation --seeds 5000 [--first 1000].
#include "engine/scheduling/task_schema.h"
#include "tests/unit/scheduling/simulation/sim_world.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::scheduling;
using namespace gavel::scheduling::simulation;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define GAVEL_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define GAVEL_SANITIZED 1
#endif
#endif
#ifdef GAVEL_SANITIZED
std::uint64_t seedCount = 20; // a sanitizer takes its time
#else
std::uint64_t seedCount = 200;
#endif
std::uint64_t firstSeed = 1;

/// A workspace in memory: an fsync of it costs nothing. Made once with its tables, then copied.
class Template
{
public:
    Template()
        : m_folder(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                       ? QStringLiteral("/dev/shm/gavel-simulation-XXXXXX")
                       : QDir::tempPath() + QStringLiteral("/gavel-simulation-XXXXXX"))
    {
        (void)store::Workspace::open(path("template"), schedulingMigrations());
    }
    std::unique_ptr<store::Workspace> fresh() const
    {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(QString::fromStdString(path("run") + suffix));
        QFile::copy(QString::fromStdString(path("template")), QString::fromStdString(path("run")));
        return store::Workspace::open(path("run"), schedulingMigrations()).value();
    }

private:
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString() + ".gavel";
    }
    QTemporaryDir m_folder;
};

Fate fateOf(std::uint64_t seed)
{
    static const Template kTemplate;
    const auto workspace = kTemplate.fresh();
    return World(seed, *workspace).run();
}

} // namespace

class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedIsTheSameHistory();
    void everySeedKeepsTheRulesAndEnds();
};

void SimulationTest::theSameSeedIsTheSameHistory()
{
    std::set<std::uint64_t> digests;
    for (std::uint64_t seed = firstSeed; seed < firstSeed + 5; ++seed) {
        const Fate once = fateOf(seed);
        const Fate again = fateOf(seed);
        QCOMPARE(again.digest, once.digest);
        QCOMPARE(again.events, once.events);
        digests.insert(once.digest);
    }
    QCOMPARE(digests.size(), 5U); // and another seed is another history
}

void SimulationTest::everySeedKeepsTheRulesAndEnds()
{
    std::uint64_t events = 0;
    double stranded = 0;
    for (std::uint64_t seed = firstSeed; seed < firstSeed + seedCount; ++seed) {
        const Fate fate = fateOf(seed);
        QVERIFY2(fate.broken.empty(),
                 qPrintable(QStringLiteral("seed %1: ").arg(seed)
                            + QString::fromStdString(fate.broken)));
        QVERIFY(fate.overspentNanos <= 0);
        events += fate.events;
        stranded = std::max(stranded, fate.stranded);
    }
    qInfo("%llu seeds, %llu events, most stranded %.4f %%",
          static_cast<unsigned long long>(seedCount), static_cast<unsigned long long>(events),
          stranded * 100);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    const auto take = [&](const char* name, std::uint64_t& value) {
        const auto place = arguments.indexOf(QString::fromLatin1(name));
        if (place < 1 || place + 1 >= arguments.size())
            return;
        value = arguments[place + 1].toULongLong();
        arguments.remove(place, 2);
    };
    take("--seeds", seedCount);
    take("--first", firstSeed);
    SimulationTest test;
    return QTest::qExec(&test, arguments);
}

#include "test_simulation.moc"
