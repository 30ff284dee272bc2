// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of faults by a clock of the test: what is kept, what goes on after a restart, what
// people may do, and what is refused. Actions on a whole engine are in tests/integration.
#include "engine/health/alert_tables.h"
#include "engine/runtime/faults/faults.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using health::FaultEntry;
using metrics::AlertChangeKind;
using model::FaultClass;
using model::FaultState;

namespace {

constexpr TimeMs kStart{1'714'552'200'000};

struct Bed
{
    Bed()
    {
        clock.set(kStart);
        open();
    }
    void open()
    {
        faults.reset();
        workspace.reset();
        auto opened = store::Workspace::open(folder.filePath("w.gavel").toStdString(),
                                             health::healthMigrations());
        workspace = std::move(*opened);
        auto kept = runtime::Faults::open(
            {*workspace, clock, [this](runtime::LogLine line) { said.push_back(line); }});
        faults = std::move(*kept);
    }
    /// An alert's change as the watch keeps it, then a look.
    void alert(AlertChangeKind kind, const char* component, const char* fault)
    {
        metrics::AlertChange change;
        change.kind = kind;
        change.at = clock.now();
        change.alert.rule = change.alert.name = "rule";
        change.alert.subject = component;
        change.alert.fingerprint = metrics::fingerprintOf("rule", component);
        change.alert.state = kind == AlertChangeKind::Firing ? metrics::AlertState::Firing
                                                             : metrics::AlertState::Resolved;
        change.alert.labels = {{"fault", fault}, {"component", component}};
        QVERIFY(workspace
                    ->writeAndWait([&](store::Connection& connection) {
                        return health::keepAlertChange(connection, {change, {}});
                    })
                    .has_value());
    }
    health::Fault fault(const char* component) const
    {
        const auto view = faults->view(); // keeps what is looked at
        for (const health::Fault& one : view->faults)
            if (one.component == component)
                return one;
        return {};
    }
    QTemporaryDir folder;
    base::ManualClock clock{kStart};
    std::vector<runtime::LogLine> said;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<runtime::Faults> faults;
};

std::string codeOf(const Result<void>& done)
{
    return done ? "" : done.error().code + " " + done.error().where;
}

} // namespace

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertBecomesAFaultThatIsKept();
    void anOrderGoesOnAfterARestart();
    void alertsKeptMeanwhileAreReadAfterARestart();
    void personsMoveAFaultAndAreWrittenDown();
    void badOrdersAreRefused();
    void workOnAComponentKeepsItQuiet();
    void aWorkspaceOfTheFirstSchemaIsBroughtOn();
};

void FaultsTest::anAlertBecomesAFaultThatIsKept()
{
    Bed bed;
    bed.faults->tick();
    QCOMPARE(bed.faults->view()->open, std::size_t{0});
    QVERIFY(!bed.faults->view()->components.empty());
    bed.alert(AlertChangeKind::Firing, "ledger", "integrity");
    bed.faults->tick();
    QCOMPARE(bed.fault("ledger").state, FaultState::Investigating); // nothing can repair it
    QCOMPARE(bed.faults->view()->open, std::size_t{1});
    const auto history = bed.faults->history({});
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), std::size_t{3});
    QCOMPARE(history->front().to, FaultState::Investigating); // the newest first
    QCOMPARE(history->front().at, kStart);
    QCOMPARE(history->front().kind.value(), FaultClass::Integrity);
    QCOMPARE(bed.said.size(), std::size_t{3});
    bed.faults->tick(); // the same alert is not seen twice
    QCOMPARE(bed.faults->history({})->size(), std::size_t{3});
    QCOMPARE(bed.faults->history({"storage", {}})->size(), std::size_t{0});
    QCOMPARE(bed.faults->history({"", FaultClass::Integrity, INT64_MAX, 2})->size(),
             std::size_t{2});
}

void FaultsTest::anOrderGoesOnAfterARestart()
{
    Bed bed;
    bed.alert(AlertChangeKind::Firing, "storage", "resources");
    bed.faults->tick();
    QCOMPARE(bed.fault("storage").state, FaultState::AutoHealing);
    const auto run = bed.fault("storage").run;
    QVERIFY(run.has_value());
    QCOMPARE(run->action, std::string("checkpoint"));
    bed.clock.set(kStart + 30'000);
    bed.open();
    QCOMPARE(bed.fault("storage").state, FaultState::AutoHealing);
    QVERIFY(bed.fault("storage").run == run);
    // Nobody does it: after a minute it has failed.
    bed.clock.set(kStart + base::kMinuteMs);
    bed.faults->tick();
    QCOMPARE(bed.fault("storage").state, FaultState::Failed);
}

void FaultsTest::alertsKeptMeanwhileAreReadAfterARestart()
{
    Bed bed;
    bed.alert(AlertChangeKind::Firing, "ledger", "integrity");
    bed.faults->tick();
    bed.faults.reset(); // the program ends between the two
    bed.alert(AlertChangeKind::Resolved, "ledger", "integrity");
    bed.open();
    QCOMPARE(bed.fault("ledger").state, FaultState::Investigating);
    bed.faults->tick();
    QCOMPARE(bed.fault("ledger").state, FaultState::Normal);
    QCOMPARE(bed.faults->view()->open, std::size_t{0});
}

void FaultsTest::personsMoveAFaultAndAreWrittenDown()
{
    Bed bed;
    bed.alert(AlertChangeKind::Firing, "ledger", "integrity");
    bed.faults->tick();
    const auto move = [&](FaultState to, const char* note) {
        return codeOf(bed.faults->move("ledger", FaultClass::Integrity, to, "Mina", note));
    };
    QCOMPARE(codeOf(bed.faults->acknowledge("ledger", FaultClass::Integrity, "Mina")), "");
    QCOMPARE(bed.fault("ledger").state, FaultState::ManualIntervention);
    QCOMPARE(bed.fault("ledger").acknowledgedBy, std::string("Mina"));
    QCOMPARE(move(FaultState::HumanFixing, "looks at the day"), "");
    QCOMPARE(move(FaultState::Escalation, "cannot explain it"), "");
    QCOMPARE(move(FaultState::ExpertIntervention, "the book-keeper comes"), "");
    QVERIFY(bed.faults->view()->isIntakeOpen);
    QCOMPARE(move(FaultState::SystemShutdown, "no money until then"), "");
    QVERIFY(!bed.faults->view()->isIntakeOpen);
    QCOMPARE(bed.fault("ledger").run->action, std::string(health::kCloseIntake));
    bed.open();
    QVERIFY(!bed.faults->view()->isIntakeOpen); // also after a restart
    const auto history = bed.faults->history({"ledger", {}});
    QCOMPARE(history->front().person, std::string("Mina"));
    QCOMPARE(history->front().cause, std::string("no money until then"));
    QCOMPARE(history->front().to, FaultState::SystemShutdown);
}

void FaultsTest::badOrdersAreRefused()
{
    Bed bed;
    bed.alert(AlertChangeKind::Firing, "ledger", "integrity");
    bed.faults->tick();
    runtime::FaultDesk& desk = *bed.faults;
    const std::string tooLong(501, 'x');
    QCOMPARE(codeOf(desk.acknowledge("ledger", FaultClass::Integrity, " ")),
             "INVALID_FAULT_ORDER person");
    QCOMPARE(codeOf(desk.acknowledge("ledger", FaultClass::Integrity, std::string(65, 'x'))),
             "INVALID_FAULT_ORDER person");
    QCOMPARE(codeOf(desk.acknowledge("ledger", FaultClass::Latency, "Mina")),
             "FAULT_UNKNOWN ledger");
    const auto move = [&](FaultState to, const std::string& note) {
        return codeOf(desk.move("ledger", FaultClass::Integrity, to, "Mina", note));
    };
    QCOMPARE(move(FaultState::ManualIntervention, ""), "INVALID_FAULT_ORDER note");
    QCOMPARE(move(FaultState::ManualIntervention, tooLong), "INVALID_FAULT_ORDER note");
    QCOMPARE(move(FaultState::SystemShutdown, "now"), "TRANSITION_ILLEGAL ledger/integrity");
    QCOMPARE(move(FaultState::AutoHealing, "now"), "NOT_BY_HAND ledger/integrity");
    const TimeMs later = kStart + base::kHourMs;
    QCOMPARE(codeOf(desk.maintain("ledger", later, "Mina", "")), "INVALID_MAINTENANCE reason");
    QCOMPARE(codeOf(desk.maintain("ledger", kStart, "Mina", "disk")), "INVALID_MAINTENANCE end");
    QCOMPARE(codeOf(desk.maintain("", later, "Mina", "disk")), "INVALID_MAINTENANCE component");
    QCOMPARE(codeOf(desk.endMaintenance("ledger", "Mina")), "MAINTENANCE_UNKNOWN ledger");
    QCOMPARE(bed.faults->history({})->size(), std::size_t{3}); // nothing of it is written down
    QCOMPARE(bed.fault("ledger").state, FaultState::Investigating);
}

void FaultsTest::workOnAComponentKeepsItQuiet()
{
    Bed bed;
    const TimeMs end = kStart + base::kHourMs;
    QCOMPARE(codeOf(bed.faults->maintain("storage", end, "Mina", "a new disk")), "");
    QVERIFY(bed.faults->view()->workOn("storage") != nullptr);
    QVERIFY(bed.faults->view()->workOn("ledger") == nullptr);
    bed.alert(AlertChangeKind::Firing, "storage", "resources");
    bed.faults->tick();
    QCOMPARE(bed.faults->view()->open, std::size_t{0});
    QCOMPARE(codeOf(bed.faults->endMaintenance("storage", "Jun")), "");
    bed.faults->tick();
    QCOMPARE(bed.fault("storage").state, FaultState::AutoHealing);
    const auto history = bed.faults->history({"storage", FaultClass::Resources});
    QCOMPARE(history->back().what, FaultEntry::MaintenanceBegun);
    QCOMPARE(history->back().cause, std::string("a new disk"));
    QVERIFY(std::ranges::any_of(*history, [](const auto& change) {
        return change.what == FaultEntry::MaintenanceEnded && change.person == "Jun";
    }));
    // One that nobody ends is over in time.
    QCOMPARE(codeOf(bed.faults->maintain("market", end, "Mina", "new seats")), "");
    bed.clock.set(end);
    bed.faults->tick();
    QVERIFY(bed.faults->view()->workOn("market") == nullptr);
    const auto ended = bed.faults->history({"market", {}});
    QCOMPARE(ended->front().what, FaultEntry::MaintenanceEnded);
    QCOMPARE(ended->front().person, std::string());
}

void FaultsTest::aWorkspaceOfTheFirstSchemaIsBroughtOn()
{
    Bed bed;
    bed.faults.reset();
    bed.workspace.reset();
    const std::string file = bed.folder.filePath("old.gavel").toStdString();
    const auto all = health::healthMigrations();
    {
        auto old = store::Workspace::open(file, all.first(1));
        QVERIFY(old.has_value());
        const auto missing = (*old)->reader()->integer("SELECT count(*) FROM fault_change");
        QVERIFY(!missing.has_value());
    }
    auto now = store::Workspace::open(file, all);
    QVERIFY(now.has_value());
    auto faults = runtime::Faults::open({**now, bed.clock, [](const auto&) {}});
    QVERIFY(faults.has_value());
    QCOMPARE((*faults)->history({})->size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "test_faults.moc"
