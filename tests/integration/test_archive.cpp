// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace that a market wrote, its day moved into segments: everything that reads the log says
// what it said before, and the desk of the tiers shows where the day is.
#include "engine/pipeline/counters/counter_check.h"
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/store/moving/log_mover.h"
#include "engine/store/tiers/segment_folder.h"
#include "engine/store/verify.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace gavel;

class TestArchive : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<runtime::Engine> open(const std::filesystem::path& file)
    {
        runtime::EngineOptions options;
        options.workspace = file;
        options.scenarioFolder = GAVEL_SCENARIO_DIR;
        auto engine = runtime::Engine::open(options);
        return engine ? std::move(*engine) : nullptr;
    }
    static std::vector<store::Check> checksOf(store::Connection& reader)
    {
        auto checks = store::verify(reader).value();
        for (const auto& more : {runtime::checkCampaigns(reader), runtime::checkLedger(reader)})
            checks.insert(checks.end(), more->begin(), more->end());
        checks.push_back(pipeline::checkCounters(reader).value());
        return checks;
    }
    /// What the recount of all counters has found.
    static std::string recount(runtime::PipelineDesk& desk)
    {
        if (const auto begun = desk.startReplay("Mina Kang"); !begun)
            return toString(begun.error());
        while (desk.replay().isRunning)
            QTest::qWait(5);
        return desk.replay().outcome;
    }
    /// Every event is as old as wanted: all days of the scenario go.
    void moveAll()
    {
        const auto workspace = store::Workspace::open(m_file).value();
        store::LogMover mover(*workspace);
        const auto moved = mover.run({m_lastAt + 40 * base::kDayMs});
        QVERIFY2(moved, moved ? "" : toString(moved.error()).c_str());
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_file = m_folder.filePath("market.gavel").toStdString();
    std::vector<store::Check> m_before;
    std::int64_t m_lastAt = 0;
    std::int64_t m_events = 0;

private Q_SLOTS:
    void initTestCase()
    {
        {
            const auto engine = open(m_file);
            QVERIFY(engine);
            runtime::ScenarioRequest request;
            request.scenario = "demo";
            request.mostAuctions = 3'000;
            QVERIFY(engine->loadScenario(request));
            QVERIFY(engine->runToEnd());
        }
        {
            const auto workspace = store::Workspace::open(m_file).value();
            auto reader = workspace->reader();
            m_before = checksOf(*reader);
            m_lastAt = reader->integer("SELECT max(at) FROM event").value();
            m_events = reader->integer("SELECT count(*) FROM event").value();
        }
        QVERIFY(m_events > 500);
        moveAll();
    }

    void everyCheckSaysOfColdDaysWhatItSaidOfWarmOnes()
    {
        const auto workspace = store::Workspace::open(m_file).value();
        auto reader = workspace->reader();
        QCOMPARE(reader->integer("SELECT count(*) FROM event_warm").value(), 0);
        const auto after = checksOf(*reader);
        QCOMPARE(after.size(), m_before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            QVERIFY2(after[i].ok, (after[i].name + ": " + after[i].detail).c_str());
            // What these two look at has moved from the one to the other.
            if (after[i].name != "storage segments" && after[i].name != "packs")
                QCOMPARE(after[i].detail, m_before[i].detail);
        }
    }

    void aRecountOfColdDaysFindsTheSameCounters()
    {
        const auto engine = open(m_file);
        QVERIFY(engine);
        const std::string outcome = recount(engine->pipeline());
        QVERIFY2(outcome.ends_with("none differed"), outcome.c_str());
    }

    void theDeskShowsTheTiersAndKeepsThePolicy()
    {
        const auto engine = open(m_file);
        QVERIFY(engine);
        auto& desk = engine->storage();
        const auto view = desk.view().value();
        QCOMPARE(view.cold.events, static_cast<std::uint64_t>(m_events));
        QCOMPARE(view.policy.version, 0U);
        QVERIFY(view.cold.oldestDay <= m_lastAt / base::kDayMs);
        const auto wrong
            = desk.setPolicy(R"({"cold_after_days": 7, "archive_after_days": 7})", "Mina Kang");
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().where.find("archive_after_days") != std::string::npos,
                 wrong.error().where.c_str());
        QCOMPARE(desk.policy().value().dropTasksAfterDays, 14); // as nobody wrote another
        QCOMPARE(
            desk.setPolicy(R"({"cold_after_days": 7, "drop_tasks_after_days": 3})", "Mina Kang")
                .value(),
            1U);
        QCOMPARE(desk.policy().value().dropTasksAfterDays, 3);
        QCOMPARE(desk.view()->policy.policy.coldAfterDays, 7);
        QVERIFY(desk.runNow());
        QCOMPARE(desk.restoreDay(view.cold.oldestDay).value(), 0U); // it is beside the workspace
        const auto unknown = desk.restoreDay(view.cold.oldestDay - 1);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, std::string("DAY_UNKNOWN"));
    }

    void aRecountWithoutAFileIsAnErrorAndChangesNothing()
    {
        std::filesystem::path file;
        {
            const auto workspace = store::Workspace::open(m_file).value();
            file = store::coldFolderOf(m_file)
                / store::LogMover(*workspace).view()->segments.front().file;
        }
        const auto engine = open(m_file);
        QVERIFY(engine);
        std::filesystem::rename(file, file.string() + ".away");
        const std::string outcome = recount(engine->pipeline());
        QVERIFY2(outcome.find(file.filename().string()) != std::string::npos, outcome.c_str());
        std::filesystem::rename(file.string() + ".away", file);
        const std::string again = recount(engine->pipeline());
        QVERIFY2(again.ends_with("none differed"), again.c_str());
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "test_archive.moc"
