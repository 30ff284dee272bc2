// SPDX-License-Identifier: GPL-3.0-or-later
// A pipeline that is killed at any moment while a sender pushes and a file is read. The sender
// tells again what was not acknowledged, and some of what was. Nothing acknowledged is lost,
// nothing is stored or counted twice. More kills: test_crash_pipeline --kills 20000 [--seed 7].
#include "engine/base/random.h"
#include "engine/pipeline/counters/counter_check.h"
#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/intake/flow_check.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"
#include "tests/crash/kill_options.h"
#include "tests/crash/pipeline_load.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;

namespace {

int killCount = 300;
std::uint64_t firstSeed = 20260320;
constexpr int kKillsPerWorkspace = 60; ///< a recount reads all of its log
constexpr int kRecountEach = 12; ///< kills
constexpr std::uint64_t kToldAgain = 50; ///< lines that were acknowledged
constexpr std::uint64_t kFileLines = 20'000;
constexpr std::uint64_t kLastLines = kCrashUnderWay + 1'000; ///< beyond all that was sent
constexpr std::uint64_t kNoEnd = 1'000'000'000;

QStringList numbers(std::initializer_list<std::uint64_t> given)
{
    QStringList texts;
    for (const std::uint64_t number : given)
        texts << QString::number(number);
    return texts;
}

} // namespace

class CrashPipelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEventIsCountedOnce_data();
    void everyEventIsCountedOnce();

private:
    void start(QProcess& pipeline, std::uint64_t last);
    void killOnce();
    void hear(QProcess& pipeline);
    void check(bool recounts);
    void checkTotals(std::uint64_t last);

    QTemporaryDir m_folder;
    QString m_lines = m_folder.filePath(QStringLiteral("orders.jsonl"));
    QString m_file;
    base::Random m_random{firstSeed};
    std::uint64_t m_acknowledged = 0;
};

void CrashPipelineTest::initTestCase()
{
    QFile file(m_lines);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (std::uint64_t number = 1; number <= kFileLines; ++number)
        file.write((crashLine("file", number) + "\n").c_str());
}

void CrashPipelineTest::everyEventIsCountedOnce_data()
{
    QTest::addColumn<int>("kills");
    for (int first = 0; first < killCount; first += kKillsPerWorkspace)
        QTest::addRow("kills from %d", first) << std::min(kKillsPerWorkspace, killCount - first);
}

void CrashPipelineTest::everyEventIsCountedOnce()
{
    QFETCH(const int, kills);
    m_file = m_folder.filePath(QLatin1String(QTest::currentDataTag()) + QStringLiteral(".gavel"));
    m_acknowledged = 0;
    for (int kill = 1; kill <= kills && !QTest::currentTestFailed(); ++kill) {
        killOnce();
        check(kill % kRecountEach == 0);
    }
    const std::uint64_t last = m_acknowledged + kLastLines;
    QProcess pipeline;
    start(pipeline, last);
    QVERIFY(pipeline.waitForFinished(120'000));
    QCOMPARE(pipeline.exitStatus(), QProcess::NormalExit);
    QCOMPARE(pipeline.exitCode(), 0);
    check(true);
    checkTotals(last);
}

void CrashPipelineTest::start(QProcess& pipeline, std::uint64_t last)
{
    const std::uint64_t from = m_acknowledged - std::min(m_acknowledged, kToldAgain);
    pipeline.start(GAVEL_CRASH_PIPELINE,
                   QStringList{m_file, GAVEL_SOURCE_DIR "/resources/scenarios", m_lines}
                       + numbers({from, last, kFileLines}));
    QVERIFY(pipeline.waitForStarted());
}

void CrashPipelineTest::killOnce()
{
    QProcess pipeline;
    start(pipeline, kNoEnd);
    if (m_random.chance(0.9)) // else while it starts
        QVERIFY2(pipeline.waitForReadyRead(60'000), "nothing was acknowledged");
    QTest::qWait(static_cast<int>(m_random.below(120)));
    pipeline.kill();
    QVERIFY(pipeline.waitForFinished());
    hear(pipeline);
}

/// What it said before its end.
void CrashPipelineTest::hear(QProcess& pipeline)
{
    for (const QByteArray& line : pipeline.readAllStandardOutput().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 2 && words[0] == "pushed") // the last line may be cut
            m_acknowledged = std::max<std::uint64_t>(m_acknowledged, words[1].toULongLong());
    }
}

void CrashPipelineTest::check(bool recounts)
{
    const auto workspace
        = store::Workspace::open(m_file.toStdString(), pipeline::pipelineMigrations());
    QVERIFY(workspace.has_value());
    auto reader = (*workspace)->reader();
    QVERIFY(reader.has_value());
    std::vector<store::Check> all;
    const auto flow = pipeline::checkFlow(*reader);
    QVERIFY(flow.has_value());
    all.push_back(*flow);
    if (recounts) {
        const auto counters = pipeline::checkCounters(*reader);
        const auto log = store::verify(*reader);
        QVERIFY(counters.has_value() && log.has_value());
        all.push_back(*counters);
        all.insert(all.end(), log->begin(), log->end());
    }
    for (const store::Check& check : all)
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    const auto stored = reader->integer(
        "SELECT coalesce(sum(f.stored), 0) FROM flow_minute f JOIN collector c ON c.id = "
        "f.collector WHERE c.name = 'sender'");
    QVERIFY(stored.has_value());
    QVERIFY(*stored >= static_cast<std::int64_t>(goodCrashLines(m_acknowledged)));
}

/// Every number is the sum over the lines that were told, each once.
void CrashPipelineTest::checkTotals(std::uint64_t last)
{
    std::array<std::int64_t, kCrashCampaigns> impressions{};
    std::array<std::int64_t, kCrashCampaigns> viewable{};
    for (const std::uint64_t lines : {last, kFileLines})
        for (std::uint64_t number = 1; number <= lines; ++number)
            if (isCrashLineGood(number)) {
                ++impressions[number % kCrashCampaigns];
                viewable[number % kCrashCampaigns] += number % 3 == 0 ? 1 : 0;
            }
    const auto workspace
        = store::Workspace::open(m_file.toStdString(), pipeline::pipelineMigrations());
    QVERIFY(workspace.has_value());
    auto reader = (*workspace)->reader();
    const auto scopes = pipeline::Scopes::read(*reader);
    QVERIFY(scopes.has_value());
    for (std::size_t campaign = 0; campaign < kCrashCampaigns; ++campaign) {
        const auto name = pipeline::nameOf(*reader, pipeline::CountedBy::Campaign,
                                           "camp-" + std::to_string(campaign));
        QVERIFY(name && *name);
        const auto rows = pipeline::readCounters(*reader,
                                                 {{scopes->newestOf(pipeline::kOutsideMarket)},
                                                  pipeline::CountedBy::Campaign,
                                                  **name,
                                                  pipeline::Granularity::Total,
                                                  0,
                                                  1});
        QVERIFY(rows && rows->size() == 1);
        QCOMPARE(rows->front().measures.impressions, impressions[campaign]);
        QCOMPARE(rows->front().measures.viewable, viewable[campaign]);
    }
    QCOMPARE(reader
                 ->integer("SELECT sum(f.received) FROM flow_minute f JOIN collector c ON c.id = "
                           "f.collector WHERE c.name = 'orders'")
                 .value(),
             static_cast<std::int64_t>(kFileLines));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    killCount = static_cast<int>(takeNumber(arguments, "--kills", killCount));
    firstSeed = takeNumber(arguments, "--seed", firstSeed);
    CrashPipelineTest test;
    return QTest::qExec(&test, arguments);
}

#include "test_crash_pipeline.moc"
