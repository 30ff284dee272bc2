// SPDX-License-Identifier: GPL-3.0-or-later
// A whole engine: something goes really wrong, its alert raises a fault, the action is done, and
// what it reports is what was measured.
#include "engine/pipeline/intake/intake.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/fault_desk.h"
#include "engine/runtime/store_facts.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using model::FaultClass;
using model::FaultState;

namespace {

constexpr int kWaitMs = 60'000;
constexpr const char* kEvent
    = R"({"eventId":"event-%1","eventType":"IMPRESSION","advertisementId":"ad-1",)"
      R"("campaignId":"camp-1","userId":"user-1","sessionId":"session-1"})";

/// A rule whose metric is above a limit, at once.
std::string rule(const char* metric, const char* limit, const char* fault, const char* component)
{
    return QStringLiteral(R"({"id":"%1","name":"%1","level":"warn","metric":"%1",)"
                          R"("condition":{"kind":"above","limit":%2},)"
                          R"("labels":{"fault":"%3","component":"%4"}})")
        .arg(QString::fromLatin1(metric), QString::fromLatin1(limit), QString::fromLatin1(fault),
             QString::fromLatin1(component))
        .toStdString();
}

struct Bed
{
    Bed() { open(); }
    void open()
    {
        engine.reset();
        runtime::EngineOptions options;
        options.workspace = path("w.gavel");
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        auto opened = runtime::Engine::open(options);
        QVERIFY2(opened.has_value(), opened ? "" : base::toString(opened.error()).c_str());
        engine = std::move(*opened);
    }
    std::string path(const char* name) const
    {
        return folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    void setRule(const std::string& text) const
    {
        const auto version = engine->watch().setRules(R"({"rules":[)" + text + "]}", "Mina");
        QVERIFY2(version.has_value(), version ? "" : base::toString(version.error()).c_str());
    }
    FaultState state(const std::string& component) const
    {
        const auto view = engine->faults().view(); // keeps what is looked at
        for (const health::Fault& fault : view->faults)
            if (fault.component == component)
                return fault.state;
        return FaultState::Normal;
    }
    /// Why the newest change happened.
    std::string cause(const std::string& component) const
    {
        const auto history = engine->faults().history({component, {}, INT64_MAX, 1});
        return !history || history->empty() ? std::string() : history->front().cause;
    }
    void writeEvents(const char* name, int count) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < count; ++i)
            file.write((QString::fromLatin1(kEvent).arg(i) + u'\n').toUtf8());
    }
    void feed(const char* name, std::int64_t everySeconds) const
    {
        runtime::SourceOrder order;
        order.collector = "file";
        order.place = path(name);
        order.everySeconds = everySeconds;
        const auto fed = engine->pipeline().addSource(order, "Mina");
        QVERIFY2(fed.has_value(), fed ? "" : base::toString(fed.error()).c_str());
    }
    runtime::SourceView source(const std::string& name) const
    {
        for (const runtime::SourceView& one : engine->pipeline().sources())
            if (one.name == name)
                return one;
        return {};
    }
    /// "" when an event was taken, else the code of the refusal.
    std::string offer() const
    {
        const auto collector = engine->intake().collector("push", "push", "{}");
        pipeline::Offer offer;
        offer.collector = collector->id;
        static int number = 0;
        offer.lines.push_back(
            {QString::fromLatin1(kEvent).arg(1'000'000 + ++number).toStdString(), 0, 0, {}});
        const auto taken = engine->intake().offerAndWait(std::move(offer));
        return taken ? "" : taken.error().code;
    }
    QTemporaryDir folder;
    std::unique_ptr<runtime::Engine> engine;
};

} // namespace

class FaultActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSourceThatIsGoneWaitsForAPerson();
    void aSourceThatIsBackIsRestarted();
    void theLogIsMovedIntoTheFile();
    void aLogThatIsSmallIsNotWhatIsWrong();
    void whatCanBeReadAgainIsDropped();
    void aPartOfTheRequestsIsRefused();
    void whatIsNotLateIsVerifiedAtOnce();
    void aShutDownIntakeStaysShutUntilAPersonOpensIt();
};

void FaultActionsTest::aSourceThatIsGoneWaitsForAPerson()
{
    const Bed bed;
    bed.writeEvents("orders.jsonl", 3);
    bed.feed("orders.jsonl", 1);
    QTRY_COMPARE_WITH_TIMEOUT(bed.source("orders.jsonl").counts.stored, std::uint64_t{3}, kWaitMs);
    bed.setRule(rule("source_failed", "0", "traffic", "source/"));
    QVERIFY(QFile::rename(bed.folder.filePath(QStringLiteral("orders.jsonl")),
                          bed.folder.filePath(QStringLiteral("away.jsonl"))));
    const std::string component = "source/orders.jsonl";
    QTRY_COMPARE_WITH_TIMEOUT(bed.state(component), FaultState::Failed, kWaitMs);
    QVERIFY2(bed.cause(component).starts_with("restart_source failed: "),
             bed.cause(component).c_str());
    QVERIFY2(bed.cause(component).find("there is no such file") != std::string::npos,
             bed.cause(component).c_str());
    runtime::FaultDesk& desk = bed.engine->faults();
    QVERIFY(desk.acknowledge(component, FaultClass::Traffic, "Mina").has_value());
    QCOMPARE(bed.state(component), FaultState::ManualIntervention);
    QVERIFY(desk.move(component, FaultClass::Traffic, FaultState::HumanFixing, "Mina", "looks")
                .has_value());
    QVERIFY(QFile::rename(bed.folder.filePath(QStringLiteral("away.jsonl")),
                          bed.folder.filePath(QStringLiteral("orders.jsonl"))));
    QTRY_COMPARE_WITH_TIMEOUT(bed.state(component), FaultState::Normal, kWaitMs);
    QCOMPARE(bed.cause(component), std::string("its alerts are resolved"));
    QCOMPARE(bed.source("orders.jsonl").error, std::string());
    QCOMPARE(bed.source("orders.jsonl").counts.stored, std::uint64_t{3}); // nothing twice
}

void FaultActionsTest::aSourceThatIsBackIsRestarted()
{
    Bed bed;
    bed.writeEvents("orders.jsonl", 3);
    bed.feed("orders.jsonl", 0);
    QTRY_COMPARE_WITH_TIMEOUT(bed.source("orders.jsonl").counts.stored, std::uint64_t{3}, kWaitMs);
    QVERIFY(QFile::rename(bed.folder.filePath(QStringLiteral("orders.jsonl")),
                          bed.folder.filePath(QStringLiteral("away.jsonl"))));
    bed.open(); // it is read once, and not there
    QTRY_VERIFY_WITH_TIMEOUT(!bed.source("orders.jsonl").error.empty(), kWaitMs);
    bed.writeEvents("orders.jsonl", 5);
    bed.setRule(rule("source_failed", "0", "traffic", "source/"));
    const std::string component = "source/orders.jsonl";
    QTRY_VERIFY_WITH_TIMEOUT(bed.cause(component).starts_with("restart_source verified: "),
                             kWaitMs);
    QCOMPARE(bed.state(component), FaultState::Normal);
    QCOMPARE(bed.source("orders.jsonl").error, std::string());
    QCOMPARE(bed.source("orders.jsonl").counts.stored, std::uint64_t{2}); // those that were not
}

void FaultActionsTest::theLogIsMovedIntoTheFile()
{
    const Bed bed;
    constexpr std::int64_t kMiB = 1 << 20;
    const auto written = bed.engine->workspace().writeAndWait([](store::Connection& connection) {
        return connection.execute("CREATE TABLE ballast (bytes BLOB NOT NULL);"
                                  "INSERT INTO ballast VALUES (zeroblob(4194304))");
    });
    QVERIFY(written.has_value());
    const auto before = runtime::readStoreFacts(bed.engine->workspace());
    QVERIFY(before.has_value());
    QVERIFY(before->logBytes > 4 * kMiB);
    QVERIFY(before->freeBytes > 0);
    bed.setRule(rule("log_bytes", "2097152", "resources", "storage"));
    QTRY_VERIFY_WITH_TIMEOUT(bed.cause("storage").starts_with("checkpoint verified: the log had "),
                             kWaitMs);
    const auto after = runtime::readStoreFacts(bed.engine->workspace());
    QVERIFY(after->logBytes < kMiB);
    QVERIFY(after->fileBytes > 4 * kMiB);
}

void FaultActionsTest::aLogThatIsSmallIsNotWhatIsWrong()
{
    const Bed bed;
    // Every disk has more than a byte: what is wrong here no checkpoint can repair.
    bed.setRule(rule("disk_free_bytes", "1", "resources", "storage"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.state("storage"), FaultState::Failed, kWaitMs);
    QVERIFY2(bed.cause("storage").starts_with("checkpoint failed: the log has only "),
             bed.cause("storage").c_str());
}

void FaultActionsTest::whatCanBeReadAgainIsDropped()
{
    const Bed bed;
    const auto written = bed.engine->workspace().writeAndWait([](store::Connection& connection) {
        return connection.execute("CREATE TABLE ballast (bytes BLOB NOT NULL);"
                                  "INSERT INTO ballast VALUES (randomblob(4194304))");
    });
    QVERIFY(written.has_value());
    const std::int64_t before = store::Connection::memoryBytes();
    QVERIFY(before > std::int64_t{4} << 20);
    bed.setRule(rule("memory_share", "0", "resources", "memory"));
    QTRY_VERIFY_WITH_TIMEOUT(
        bed.cause("memory").starts_with("drop_cache verified: the caches had "), kWaitMs);
    QVERIFY(store::Connection::memoryBytes() < before - (std::int64_t{3} << 20));
}

void FaultActionsTest::aPartOfTheRequestsIsRefused()
{
    const Bed bed;
    const base::SystemClock clock;
    bed.engine->intake().shed(50, clock.now() + base::kHourMs);
    int refused = 0;
    for (int i = 0; i < 10; ++i)
        refused += bed.offer() == "OVERLOADED" ? 1 : 0;
    QCOMPARE(refused, 5);
    const auto sum = bed.source("push").counts;
    QCOMPARE(sum.refused, std::uint64_t{5});
    QCOMPARE(sum.missing(), std::int64_t{0}); // what was refused is told as refused
    bed.engine->intake().shed(50, clock.now()); // its time is over
    QCOMPARE(bed.offer(), std::string());
    bed.engine->intake().shed(100, clock.now() + base::kHourMs);
    QCOMPARE(bed.offer(), std::string("OVERLOADED"));
    bed.engine->intake().shed(0, {});
    QCOMPARE(bed.offer(), std::string());
}

void FaultActionsTest::whatIsNotLateIsVerifiedAtOnce()
{
    const Bed bed;
    QCOMPARE(bed.offer(), std::string());
    bed.setRule(rule("pipeline_lag_p99_ms", "0", "latency", "pipeline"));
    QTRY_VERIFY_WITH_TIMEOUT(bed.cause("pipeline").starts_with("shed_load verified: 0 lines wait"),
                             kWaitMs);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(bed.offer(), std::string()); // nothing is refused any more
}

void FaultActionsTest::aShutDownIntakeStaysShutUntilAPersonOpensIt()
{
    Bed bed;
    bed.setRule(rule("disk_free_bytes", "1", "integrity", "ledger"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.state("ledger"), FaultState::Investigating, kWaitMs);
    const auto move = [&](FaultState to) {
        return bed.engine->faults()
            .move("ledger", FaultClass::Integrity, to, "Mina", "by the book")
            .has_value();
    };
    QVERIFY(move(FaultState::ManualIntervention));
    QVERIFY(move(FaultState::HumanFixing));
    QVERIFY(move(FaultState::Escalation));
    QVERIFY(move(FaultState::ExpertIntervention));
    QCOMPARE(bed.offer(), std::string());
    QVERIFY(move(FaultState::SystemShutdown));
    QCOMPARE(bed.offer(), std::string("INTAKE_CLOSED"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.state("ledger"), FaultState::Maintenance, kWaitMs);
    QVERIFY2(bed.cause("ledger").starts_with("close_intake verified: "),
             bed.cause("ledger").c_str());
    bed.writeEvents("orders.jsonl", 3);
    bed.feed("orders.jsonl", 1);
    bed.open();
    QCOMPARE(bed.offer(), std::string("INTAKE_CLOSED"));
    QVERIFY(bed.engine->pipeline().status().sinceStart.refused >= 1);
    QCOMPARE(bed.source("orders.jsonl").counts.received, std::uint64_t{0}); // files wait
    QVERIFY(move(FaultState::Normal));
    QCOMPARE(bed.offer(), std::string());
    QTRY_COMPARE_WITH_TIMEOUT(bed.source("orders.jsonl").counts.stored, std::uint64_t{3}, kWaitMs);
}

QTEST_GUILESS_MAIN(FaultActionsTest)
#include "test_fault_actions.moc"
