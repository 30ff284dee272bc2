// SPDX-License-Identifier: GPL-3.0-or-later
// A fault from its first alert to its end: by itself, by an action, by a person, by an expert.
#include "engine/base/enum_name.h"
#include "engine/health/fault_book.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::health;
using metrics::AlertChange;
using metrics::AlertChangeKind;
using model::FaultClass;
using model::FaultState;

class FaultBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairByAPerson_data();
    void everyPairByAPerson();
    void aPendingAlertIsWatched();
    void aFiringAlertIsRepaired();
    void theVerifiedRepairEnds();
    void theRepairThatFailsWaitsForAPerson();
    void theRepairThatIsNotVerifiedFailsAfterAMinute();
    void theAlertsEndIsTheRepairsEnd();
    void lateAndRepeatedReportsChangeNothing();
    void atMostThreeActionsInTenMinutes();
    void whatCannotBeDoneIsNotTried();
    void whatNobodyCanRepairIsInvestigated();
    void aFaultThatHealsByItselfEnds();
    void whatStillFiresAfterARepairIsAFaultAgain();
    void theLastAlertEndsTheFault();
    void nobodyAcknowledgesForAQuarterOfAnHour();
    void whoAcknowledgesIsWrittenDown();
    void aPersonAnExpertAShutdownAndMaintenance();
    void personsAreNeeded();
    void maintenanceKeepsQuiet();
    void badMaintenanceIsRefused();
    void aKindOfComponentIsCompletedByTheSubject();
    void alertsWithoutAClassRaiseNothing();
    void mutedAlertsRaiseNothing();
    void aBookGoesOnWhereItStood();
    void badStatesAreRefused();
    void memoryIsBounded();
};

namespace {

/// More than one process can do by itself.
constexpr std::array<HealingAction, 3> kMany{
    {{"shed_load", "Refuse a part of the requests", FaultClass::Latency, ""},
     {"checkpoint", "Move the log into the workspace file", FaultClass::Resources, "storage"},
     {"drop_cache", "Drop what can be computed again", FaultClass::Resources, ""}}};

constexpr TimeMs kStart{1'714'552'200'000};
constexpr auto kMinute = base::kMinuteMs;

AlertChange alert(AlertChangeKind kind, const char* subject = "", const char* fault = "resources",
                  const char* component = "storage")
{
    AlertChange change;
    change.kind = kind;
    change.alert.rule = "rule";
    change.alert.subject = subject;
    change.alert.fingerprint = metrics::fingerprintOf("rule", subject);
    change.alert.labels = {{"fault", fault}};
    if (*component != 0)
        change.alert.labels["component"] = component;
    return change;
}

AlertChange integrity(AlertChangeKind kind)
{
    return alert(kind, "", "integrity", "ledger");
}

/// "normal > monitoring > alert_triggered": the way the changes tell.
QString way(const FaultBook::Outcome& outcome)
{
    QStringList states;
    for (const FaultChange& change : outcome.changes) {
        if (change.what != FaultChangeKind::Moved)
            continue;
        const auto add = [&](FaultState state) {
            const auto name = base::nameOf(state, model::kFaultStateNames);
            states << QString::fromUtf8(name.data(), static_cast<int>(name.size()));
        };
        if (states.isEmpty())
            add(change.from);
        add(change.to);
    }
    return states.join(QStringLiteral(" > "));
}

FaultState stateOf(const FaultBook& book, FaultClass kind = FaultClass::Resources,
                   const char* component = "storage")
{
    const Fault* fault = book.find(component, kind);
    return fault == nullptr ? FaultState::Normal : fault->state;
}

/// With the fault of the ledger waiting for a person.
FaultBook waiting()
{
    FaultBook book;
    book.observe(integrity(AlertChangeKind::Firing), kStart);
    if (!book.acknowledge("ledger", FaultClass::Integrity, "Ada", kStart + 1))
        qFatal("not acknowledged");
    return book;
}

QString byHand(FaultBook& book, FaultState to, const std::string& person = "Ada")
{
    const auto moved
        = book.move("ledger", FaultClass::Integrity, {to, person, "because"}, kStart + 2);
    return moved ? way(*moved) : QString::fromStdString(moved.error().code);
}

} // namespace

void FaultBookTest::everyPairByAPerson_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (int from = 0; from < 13; ++from)
        for (int to = 0; to < 13; ++to)
            QTest::addRow("%s to %s",
                          model::kFaultStateNames[static_cast<std::size_t>(from)].data(),
                          model::kFaultStateNames[static_cast<std::size_t>(to)].data())
                << from << to;
}

/// A person may take every edge of the table from where a person has it in hand, and take over what
/// waits; nothing else.
void FaultBookTest::everyPairByAPerson()
{
    QFETCH(int, from);
    QFETCH(int, to);
    Fault fault;
    fault.component = "ledger";
    fault.state = static_cast<FaultState>(from);
    fault.raisedAt = kStart;
    const auto target = static_cast<FaultState>(to);
    const bool inTable = model::mayMove(fault.state, target);
    const bool inHand = from >= static_cast<int>(FaultState::ManualIntervention)
        || target == FaultState::ManualIntervention;
    const auto decided = decide(fault, PersonMove{target, "Ada", ""}, {}, kStart + 1);
    QCOMPARE(decided.has_value(), inTable && inHand);
    if (!decided) {
        QCOMPARE(decided.error().code, std::string(inTable ? "NOT_BY_HAND" : "TRANSITION_ILLEGAL"));
        return;
    }
    QVERIFY(decided->fault.state == target);
    QCOMPARE(decided->changes.size(), 1U);
    QCOMPARE(decided->changes[0].person, std::string("Ada"));
    QVERIFY(decided->changes[0].at == kStart + 1);
    QCOMPARE(decide(fault, PersonMove{target, " ", ""}, {}, kStart).error().code,
             std::string("PERSON_MISSING"));
}

void FaultBookTest::aPendingAlertIsWatched()
{
    FaultBook book;
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Pending), kStart)),
             QStringLiteral("normal > monitoring"));
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Pending, "b"), kStart)), QString());
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Cleared), kStart)), QString());
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Cleared, "b"), kStart)),
             QStringLiteral("monitoring > normal"));
}

void FaultBookTest::aFiringAlertIsRepaired()
{
    FaultBook book;
    book.observe(alert(AlertChangeKind::Pending), kStart);
    const auto outcome = book.observe(alert(AlertChangeKind::Firing), kStart + 5);
    QCOMPARE(way(outcome), QStringLiteral("monitoring > alert_triggered > auto_healing"));
    QCOMPARE(outcome.orders.size(), 1U);
    QCOMPARE(outcome.orders[0].action, std::string("checkpoint")); // the first for storage
    QCOMPARE(outcome.orders[0].component, std::string("storage"));
    QVERIFY(outcome.orders[0].deadline == kStart + (kMinute + 5));
    QVERIFY(book.openOrders() == outcome.orders);
    QVERIFY(book.find("storage", FaultClass::Resources)->raisedAt == kStart + 5);
}

void FaultBookTest::theVerifiedRepairEnds()
{
    FaultBook book;
    const auto order = book.observe(alert(AlertChangeKind::Firing), kStart).orders.at(0);
    QCOMPARE(way(book.report({order.key, ActionOutcome::Started, ""}, kStart + 1)),
             QStringLiteral("auto_healing > healing_in_progress"));
    const auto end = book.report({order.key, ActionOutcome::Verified, "12 MiB"}, kStart + 2);
    QCOMPARE(way(end), QStringLiteral("healing_in_progress > normal"));
    QCOMPARE(end.changes[0].cause, std::string("checkpoint verified: 12 MiB"));
    QVERIFY(book.openOrders().empty());
    QVERIFY(book.find("storage", FaultClass::Resources)->raisedAt == TimeMs{});
}

void FaultBookTest::theRepairThatFailsWaitsForAPerson()
{
    FaultBook book;
    const auto order = book.observe(alert(AlertChangeKind::Firing), kStart).orders.at(0);
    QCOMPARE(way(book.report({order.key, ActionOutcome::Failed, ""}, kStart + 1)),
             QStringLiteral("auto_healing > healing_in_progress > failed"));
    QCOMPARE(way(book.tick(kStart + kMinute)), QString()); // it is not tried again
    // Also when the alert goes away: a person looks at what failed.
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Resolved), kStart + kMinute)), QString());
    const auto seen = book.acknowledge("storage", FaultClass::Resources, "Ada", kStart + kMinute);
    QCOMPARE(way(*seen), QStringLiteral("failed > manual_intervention"));
}

void FaultBookTest::theRepairThatIsNotVerifiedFailsAfterAMinute()
{
    FaultBook book;
    const auto order = book.observe(alert(AlertChangeKind::Firing), kStart).orders.at(0);
    book.report({order.key, ActionOutcome::Started, ""}, kStart + 1);
    QCOMPARE(way(book.tick(kStart + (kMinute - 1))), QString());
    QCOMPARE(way(book.tick(kStart + kMinute)), QStringLiteral("healing_in_progress > failed"));
    FaultBook other; // never begun
    other.observe(alert(AlertChangeKind::Firing), kStart);
    QCOMPARE(way(other.tick(kStart + kMinute)),
             QStringLiteral("auto_healing > healing_in_progress > failed"));
}

void FaultBookTest::theAlertsEndIsTheRepairsEnd()
{
    FaultBook book;
    const auto order = book.observe(alert(AlertChangeKind::Firing), kStart).orders.at(0);
    book.report({order.key, ActionOutcome::Started, ""}, kStart + 1);
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Resolved), kStart + 2)),
             QStringLiteral("healing_in_progress > normal"));
}

void FaultBookTest::lateAndRepeatedReportsChangeNothing()
{
    FaultBook book;
    const auto order = book.observe(alert(AlertChangeKind::Firing), kStart).orders.at(0);
    book.report({order.key, ActionOutcome::Started, ""}, kStart + 1);
    QCOMPARE(way(book.report({order.key, ActionOutcome::Started, ""}, kStart + 2)), QString());
    book.report({order.key, ActionOutcome::Verified, ""}, kStart + 3);
    QCOMPARE(way(book.report({order.key, ActionOutcome::Failed, ""}, kStart + 4)), QString());
    QCOMPARE(way(book.report({"storage/resources/99", ActionOutcome::Failed, ""}, kStart)),
             QString());
    // A second alert of a fault that is in hand asks for nothing more.
    FaultBook two;
    two.observe(alert(AlertChangeKind::Firing, "a"), kStart);
    QVERIFY(two.observe(alert(AlertChangeKind::Firing, "b"), kStart).orders.empty());
}

void FaultBookTest::atMostThreeActionsInTenMinutes()
{
    FaultBook book(kMany);
    QStringList actions;
    const auto fails = [&](const char* component, TimeMs at) {
        const auto outcome
            = book.observe(alert(AlertChangeKind::Firing, component, "resources", component), at);
        for (const ActionOrder& order : outcome.orders) {
            actions << QString::fromStdString(order.action);
            book.report({order.key, ActionOutcome::Verified, ""}, at + 1);
        }
        return outcome.orders.size();
    };
    const auto good = [&](const char* component, TimeMs at) {
        book.observe(alert(AlertChangeKind::Resolved, component, "resources", component), at);
    };
    QCOMPARE(fails("storage", kStart), 1U);
    good("storage", kStart + kMinute);
    QCOMPARE(fails("storage", kStart + 2 * kMinute), 1U);
    QCOMPARE(fails("shard-1", kStart + 3 * kMinute), 1U); // one limit for the class
    QCOMPARE(actions, (QStringList{"checkpoint", "drop_cache", "drop_cache"}));
    QCOMPARE(fails("shard-2", kStart + 4 * kMinute), 0U);
    QVERIFY(stateOf(book, FaultClass::Resources, "shard-2") == FaultState::Investigating);
    // Another class has a limit of its own.
    QCOMPARE(
        book.observe(alert(AlertChangeKind::Firing, "", "latency", "shard-2"), kStart + 4 * kMinute)
            .orders.size(),
        1U);
    // The first was at the start: ten minutes later one more may be tried.
    const auto before = book.tick(kStart + (10 * kMinute - 1));
    QCOMPARE(stateOf(book, FaultClass::Resources, "shard-2"), FaultState::Investigating);
    const auto after = book.tick(kStart + 10 * kMinute);
    QVERIFY(stateOf(book, FaultClass::Resources, "shard-2") == FaultState::AutoHealing
            || stateOf(book, FaultClass::Resources, "shard-1") == FaultState::AutoHealing
            || stateOf(book) == FaultState::AutoHealing);
    QCOMPARE(before.orders.size(), 0U);
    QCOMPARE(after.orders.size(), 1U);
}

void FaultBookTest::whatCannotBeDoneIsNotTried()
{
    for (const HealingAction& action : kHealingActions) {
        QVERIFY(fits(action, action.fault, action.component));
        QVERIFY(!fits(action, FaultClass::Integrity, action.component));
        if (!action.component.empty())
            QVERIFY(!fits(action, action.fault, "another"));
    }
    // An action of a kind of components is for each of them.
    QVERIFY(fits(kHealingActions[0], FaultClass::Traffic, "source/orders.csv"));
    QVERIFY(!fits(kHealingActions[0], FaultClass::Traffic, "traffic"));
    FaultBook book(std::span<const HealingAction>{});
    const auto outcome = book.observe(alert(AlertChangeKind::Firing), kStart);
    QCOMPARE(way(outcome), QStringLiteral("normal > monitoring > alert_triggered > investigating"));
}

void FaultBookTest::whatNobodyCanRepairIsInvestigated()
{
    FaultBook book;
    const auto outcome = book.observe(integrity(AlertChangeKind::Firing), kStart);
    QCOMPARE(way(outcome), QStringLiteral("normal > monitoring > alert_triggered > investigating"));
    QVERIFY(outcome.orders.empty());
    QCOMPARE(way(book.tick(kStart + 10 * kMinute)), QString());
}

void FaultBookTest::aFaultThatHealsByItselfEnds()
{
    FaultBook book;
    book.observe(integrity(AlertChangeKind::Firing), kStart);
    QCOMPARE(way(book.observe(integrity(AlertChangeKind::Resolved), kStart + 1)),
             QStringLiteral("investigating > auto_healing > healing_in_progress > normal"));
}

void FaultBookTest::whatStillFiresAfterARepairIsAFaultAgain()
{
    FaultBook book(kMany);
    const auto order = book.observe(alert(AlertChangeKind::Firing), kStart).orders.at(0);
    book.report({order.key, ActionOutcome::Verified, ""}, kStart);
    QCOMPARE(way(book.tick(kStart + (5 * kMinute - 1))), QString());
    const auto again = book.tick(kStart + 5 * kMinute);
    QCOMPARE(way(again), QStringLiteral("normal > monitoring > alert_triggered > auto_healing"));
    QVERIFY(again.orders.at(0).key != order.key);
    QCOMPARE(again.orders.at(0).action, std::string("drop_cache")); // another one first
}

void FaultBookTest::theLastAlertEndsTheFault()
{
    FaultBook book;
    book.observe(alert(AlertChangeKind::Firing, "a"), kStart);
    book.observe(alert(AlertChangeKind::Firing, "b"), kStart);
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Resolved, "a"), kStart)), QString());
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Resolved, "b"), kStart)),
             QStringLiteral("auto_healing > healing_in_progress > normal"));
}

void FaultBookTest::nobodyAcknowledgesForAQuarterOfAnHour()
{
    FaultBook book;
    book.observe(integrity(AlertChangeKind::Firing), kStart);
    QVERIFY(book.tick(kStart + (15 * kMinute - 1)).changes.empty());
    const auto late = book.tick(kStart + 15 * kMinute);
    QCOMPARE(late.changes.size(), 2U);
    QVERIFY(late.changes[0].what == FaultChangeKind::Escalated);
    QCOMPARE(way(late), QStringLiteral("investigating > manual_intervention"));
    QVERIFY(book.find("ledger", FaultClass::Integrity)->escalatedAt == kStart + 15 * kMinute);
    QVERIFY(book.tick(kStart + 16 * kMinute).changes.empty()); // once
    // A repair that failed goes the same way; one that somebody acknowledged does not.
    FaultBook failed;
    failed.observe(alert(AlertChangeKind::Firing), kStart);
    failed.tick(kStart + kMinute);
    QCOMPARE(way(failed.tick(kStart + 15 * kMinute)),
             QStringLiteral("failed > manual_intervention"));
    FaultBook seen = waiting();
    QVERIFY(seen.tick(kStart + base::kHourMs).changes.empty());
}

void FaultBookTest::whoAcknowledgesIsWrittenDown()
{
    FaultBook book;
    const auto acknowledge = [&](const char* person) {
        return book.acknowledge("ledger", FaultClass::Integrity, person, kStart + 1);
    };
    QCOMPARE(acknowledge("Ada").error().code, std::string("FAULT_UNKNOWN"));
    book.observe(integrity(AlertChangeKind::Pending), kStart);
    QCOMPARE(acknowledge("Ada").error().code, std::string("FAULT_NOT_RAISED"));
    book.observe(integrity(AlertChangeKind::Firing), kStart);
    QCOMPARE(acknowledge(" ").error().code, std::string("PERSON_MISSING"));
    const auto seen = acknowledge("Ada");
    QVERIFY(seen->changes[0].what == FaultChangeKind::Acknowledged);
    QCOMPARE(seen->changes[0].person, std::string("Ada"));
    QVERIFY(seen->changes[0].at == kStart + 1);
    QCOMPARE(way(*seen), QStringLiteral("investigating > manual_intervention"));
    QCOMPARE(acknowledge("Bob").error().code, std::string("ALREADY_ACKNOWLEDGED"));
    // Who acknowledges an alert has seen the fault.
    FaultBook other;
    other.observe(integrity(AlertChangeKind::Firing), kStart);
    AlertChange alertSeen = integrity(AlertChangeKind::Acknowledged);
    alertSeen.person = "Eve";
    other.observe(alertSeen, kStart + 1);
    QCOMPARE(other.find("ledger", FaultClass::Integrity)->acknowledgedBy, std::string("Eve"));
}

void FaultBookTest::aPersonAnExpertAShutdownAndMaintenance()
{
    FaultBook book = waiting();
    QCOMPARE(byHand(book, FaultState::HumanFixing),
             QStringLiteral("manual_intervention > human_fixing"));
    QCOMPARE(byHand(book, FaultState::Escalation), QStringLiteral("human_fixing > escalation"));
    QCOMPARE(byHand(book, FaultState::ExpertIntervention, "Eve"),
             QStringLiteral("escalation > expert_intervention"));
    QVERIFY(book.intakeOpen());
    const auto down = book.move("ledger", FaultClass::Integrity,
                                {FaultState::SystemShutdown, "Eve", "ledger differs"}, kStart + 3);
    QVERIFY(!book.intakeOpen());
    QCOMPARE(down->changes[0].person, std::string("Eve"));
    QCOMPARE(down->changes[0].cause, std::string("ledger differs"));
    const ActionOrder order = down->orders.at(0);
    QCOMPARE(order.action, std::string("close_intake"));
    // It is asked for again until it is done, and is the same order.
    QVERIFY(book.tick(kStart + (kMinute + 2)).orders.empty());
    QCOMPARE(book.tick(kStart + (kMinute + 3)).orders.at(0).key, order.key);
    QCOMPARE(way(book.report({order.key, ActionOutcome::Failed, ""}, kStart + kMinute)), QString());
    QCOMPARE(way(book.report({order.key, ActionOutcome::Verified, ""}, kStart + kMinute)),
             QStringLiteral("system_shutdown > maintenance"));
    QVERIFY(!book.intakeOpen());
    // Only a person ends it, also when nothing fires any more.
    QCOMPARE(way(book.observe(integrity(AlertChangeKind::Resolved), kStart + kMinute)), QString());
    QCOMPARE(byHand(book, FaultState::Normal), QStringLiteral("maintenance > normal"));
    QVERIFY(book.intakeOpen());
    // What a person repairs ends with its alerts.
    FaultBook simple = waiting();
    byHand(simple, FaultState::HumanFixing);
    QCOMPARE(way(simple.observe(integrity(AlertChangeKind::Resolved), kStart + kMinute)),
             QStringLiteral("human_fixing > normal"));
}

void FaultBookTest::personsAreNeeded()
{
    FaultBook book = waiting();
    QCOMPARE(byHand(book, FaultState::HumanFixing, ""), QStringLiteral("PERSON_MISSING"));
    QCOMPARE(byHand(book, FaultState::Escalation), QStringLiteral("TRANSITION_ILLEGAL"));
    // Nothing by itself takes an edge that needs a person: not time, not an alert.
    for (const model::FaultTransition& edge : model::kFaultTransitions) {
        if (!edge.byHand)
            continue;
        Fault fault;
        fault.component = "ledger";
        fault.kind = FaultClass::Integrity;
        fault.state = edge.from;
        fault.raisedAt = kStart;
        fault.firing = {"f"};
        const Surroundings around{"drop_cache", false};
        const TimeMs later = kStart + base::kDayMs;
        for (const FaultEvent& event : std::initializer_list<FaultEvent>{
                 TimePassed{}, AlertSeen{AlertChangeKind::Firing, "g", false, ""},
                 AlertSeen{AlertChangeKind::Resolved, "f", false, ""}}) {
            const auto decision = decide(fault, event, around, later);
            for (const FaultChange& change : decision->changes)
                QVERIFY(change.from == change.to || !model::byHandOnly(change.from, change.to));
        }
    }
}

void FaultBookTest::maintenanceKeepsQuiet()
{
    FaultBook book;
    const MaintenanceWindow window{"storage", "Ada", "new disk", kStart, kStart + base::kHourMs};
    QVERIFY(book.maintain(window, kStart));
    QVERIFY(book.inMaintenance("storage", kStart + 1));
    QVERIFY(!book.inMaintenance("ledger", kStart + 1));
    const auto outcome = book.observe(alert(AlertChangeKind::Firing), kStart + 1);
    QCOMPARE(way(outcome), QStringLiteral("normal > monitoring"));
    QVERIFY(outcome.orders.empty());
    QVERIFY(book.tick(kStart + (base::kHourMs - 1)).changes.empty());
    QCOMPARE(way(book.tick(kStart + base::kHourMs)),
             QStringLiteral("monitoring > alert_triggered > auto_healing"));
    QVERIFY(book.maintenance().empty());
    QVERIFY(book.maintain({"ledger", "Ada", "audit", kStart, kStart + 2 * base::kHourMs},
                          kStart + base::kHourMs));
    QVERIFY(book.endMaintenance("ledger"));
    QCOMPARE(book.endMaintenance("ledger").error().code, std::string("MAINTENANCE_UNKNOWN"));
}

void FaultBookTest::badMaintenanceIsRefused()
{
    FaultBook book;
    const MaintenanceWindow good{"storage", "Ada", "new disk", kStart, kStart + 1};
    const auto field = [&](MaintenanceWindow window, TimeMs now = kStart) {
        const auto refused = book.maintain(window, now);
        return refused ? std::string("none") : refused.error().where;
    };
    MaintenanceWindow bad = good;
    bad.component.clear();
    QCOMPARE(field(bad), std::string("component"));
    bad = good;
    bad.person = " ";
    QCOMPARE(field(bad), std::string("person"));
    bad = good;
    bad.reason.clear();
    QCOMPARE(field(bad), std::string("reason"));
    bad = good;
    bad.begin = {INT64_MIN};
    QCOMPARE(field(bad), std::string("begin"));
    bad = good;
    bad.end = bad.begin;
    QCOMPARE(field(bad), std::string("end"));
    bad.end = bad.begin + (base::kWeekMs + 1);
    QCOMPARE(field(bad), std::string("end"));
    QCOMPARE(field(good, kStart + 1), std::string("end")); // has passed
    QCOMPARE(field(good), std::string("none"));
}

void FaultBookTest::aKindOfComponentIsCompletedByTheSubject()
{
    FaultBook book;
    const auto outcome
        = book.observe(alert(AlertChangeKind::Firing, "orders.csv", "traffic", "source/"), kStart);
    QCOMPARE(outcome.orders.at(0).action, std::string("restart_source"));
    QCOMPARE(outcome.orders.at(0).component, std::string("source/orders.csv"));
}

void FaultBookTest::alertsWithoutAClassRaiseNothing()
{
    FaultBook book;
    AlertChange change = alert(AlertChangeKind::Firing);
    change.alert.labels.erase("fault");
    QVERIFY(book.observe(change, kStart).changes.empty());
    change.alert.labels["fault"] = "weather";
    QVERIFY(book.observe(change, kStart).changes.empty());
    QVERIFY(book.faults().empty());
    // Without a component it is that of the subject, or the market.
    book.observe(alert(AlertChangeKind::Firing, "source-1", "traffic", ""), kStart);
    book.observe(alert(AlertChangeKind::Firing, "", "traffic", ""), kStart);
    QVERIFY(book.find("source-1", FaultClass::Traffic) != nullptr);
    QVERIFY(book.find("market", FaultClass::Traffic) != nullptr);
}

void FaultBookTest::mutedAlertsRaiseNothing()
{
    FaultBook book;
    book.observe(alert(AlertChangeKind::Pending), kStart);
    AlertChange muted = alert(AlertChangeKind::Firing);
    muted.alert.mute = metrics::Mute::Inhibited;
    QCOMPARE(way(book.observe(muted, kStart)), QStringLiteral("monitoring > normal"));
    // The cause is gone and it still fires.
    QCOMPARE(way(book.observe(alert(AlertChangeKind::Unmuted), kStart + 1)),
             QStringLiteral("normal > monitoring > alert_triggered > auto_healing"));
    // What is muted later goes on being repaired.
    AlertChange later = alert(AlertChangeKind::Muted);
    later.alert.mute = metrics::Mute::Silenced;
    QCOMPARE(way(book.observe(later, kStart + 2)), QString());
}

void FaultBookTest::aBookGoesOnWhereItStood()
{
    FaultBook first = waiting();
    byHand(first, FaultState::HumanFixing);
    const auto order = first.observe(alert(AlertChangeKind::Firing, "a"), kStart).orders.at(0);
    first.observe(alert(AlertChangeKind::Pending, "", "latency", "pipeline"), kStart);
    QVERIFY(first.maintain({"x", "Ada", "why", kStart, kStart + kMinute}, kStart));
    auto restored = FaultBook::restore(first.exportState(), kMany);
    QVERIFY2(restored.has_value(), restored ? "" : base::toString(restored.error()).c_str());
    FaultBook& book = *restored;
    QVERIFY(book.faults() == first.faults());
    QVERIFY(book.history() == first.history());
    QVERIFY(book.maintenance() == first.maintenance());
    QVERIFY(book.openOrders() == std::vector{order}); // given again, under the same key
    QCOMPARE(book.exportState(), first.exportState());
    QCOMPARE(way(book.report({order.key, ActionOutcome::Verified, ""}, kStart + 1)),
             QStringLiteral("auto_healing > healing_in_progress > normal"));
    // The tries of before count: two more of the class, then no more.
    QCOMPARE(book.observe(alert(AlertChangeKind::Firing, "b"), kStart + 2).orders.size(), 1U);
    QCOMPARE(book.observe(alert(AlertChangeKind::Firing, "", "resources", "c"), kStart + 2)
                 .orders.size(),
             1U);
    QCOMPARE(book.observe(alert(AlertChangeKind::Firing, "", "resources", "d"), kStart + 2)
                 .orders.size(),
             0U);
}

void FaultBookTest::badStatesAreRefused()
{
    FaultBook book;
    book.observe(alert(AlertChangeKind::Firing), kStart);
    const QByteArray good = QByteArray::fromStdString(book.exportState());
    const auto where = [&](const char* before, const char* after) {
        QByteArray text = good;
        const auto place = text.indexOf(before);
        if (place < 0)
            qFatal("%s is not in %s", before, text.constData());
        text.replace(place, qstrlen(before), after);
        const auto restored = FaultBook::restore(text.toStdString());
        return restored ? QString() : QString::fromStdString(restored.error().where);
    };
    const char* const state = R"("state":"auto_healing")";
    QVERIFY(where(state, R"("state":"healed")").contains(QStringLiteral("\"faults[0].state\"")));
    QVERIFY(where(state, R"("state":"normal")").contains(QStringLiteral("\"faults[0].run\"")));
    QVERIFY(where(R"("since":)", R"("since":-)").contains(QStringLiteral("\"faults[0].since\"")));
    QVERIFY(where(R"("maintenance":[])", R"("maintenance":0)")
                .contains(QStringLiteral("\"maintenance\"")));
    QVERIFY(where("}", "").contains(QStringLiteral("line 1")));
}

void FaultBookTest::memoryIsBounded()
{
    FaultBook book;
    for (std::size_t i = 0; i < FaultBook::kMostFaults; ++i)
        book.observe(alert(AlertChangeKind::Firing, "", "integrity", std::to_string(i).c_str()),
                     kStart);
    QCOMPARE(book.faults().size(), FaultBook::kMostFaults);
    QCOMPARE(book.history().size(), FaultBook::kMostHistory);
    book.observe(integrity(AlertChangeKind::Firing), kStart);
    QCOMPARE(book.unwatched(), 1U);
    // One that is over makes room.
    book.observe(alert(AlertChangeKind::Resolved, "", "integrity", "7"), kStart);
    book.observe(integrity(AlertChangeKind::Firing), kStart);
    QCOMPARE(book.unwatched(), 1U);
    QVERIFY(book.find("7", FaultClass::Integrity) == nullptr);
}

QTEST_GUILESS_MAIN(FaultBookTest)
#include "test_fault_book.moc"
