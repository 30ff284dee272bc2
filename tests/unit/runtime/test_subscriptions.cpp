// SPDX-License-Identifier: GPL-3.0-or-later
// Subscribers over a real workspace and a clock that the test sets; the test plays the sender.
#include "engine/health/alert_tables.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/runtime/desks/subscriptions.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>
#include <thread>

using namespace gavel;
using metrics::AlertChangeKind;
using pipeline::DeadState;
using pipeline::DeliveryEnd;
using pipeline::DeliveryOutcome;

namespace {

constexpr TimeMs kStart{1'767'614'400'000}; // 2026-01-05T12:00:00Z
const DeliveryOutcome kArrived{DeliveryEnd::Delivered, {}, 0};
const DeliveryOutcome kFailed{DeliveryEnd::Retry, "answered with status 500", 0};
const DeliveryOutcome kRefused{DeliveryEnd::Final, "answered with status 400", 0};

constexpr const char* kOps
    = R"({"subscribers": [{"name": "ops", "channel": "webhook",)"
      R"("place": "https://hooks.example.com/secret", "notification": {"format": "generic"},)"
      R"("retry": {"attempts": 3}}]})";
/// The same and a second one that takes only what wakes somebody.
constexpr const char* kOpsAndNight
    = R"({"subscribers": [)"
      R"({"name": "ops", "channel": "webhook", "place": "https://hooks.example.com/secret",)"
      R"("notification": {"format": "generic"}, "retry": {"attempts": 3}},)"
      R"({"name": "night", "channel": "webhook", "place": "https://night.example.com/",)"
      R"("notification": {"format": "slack"}, "alerts": {"least_level": "page"}}]})";

class Bed
{
public:
    Bed()
    {
        if (!m_folder.isValid())
            qFatal("no folder");
        reopen();
    }
    /// As after a crash: nothing is told to the subscriptions before they are gone.
    void reopen()
    {
        subscriptions.reset();
        m_workspace.reset();
        std::vector<store::Migration> rooms(pipeline::pipelineMigrations().begin(),
                                            pipeline::pipelineMigrations().end());
        rooms.insert(rooms.end(), health::healthMigrations().begin(),
                     health::healthMigrations().end());
        m_workspace
            = store::Workspace::open(m_folder.filePath("w.gavel").toStdString(), rooms).value();
        subscriptions = runtime::Subscriptions::open(
                            {*m_workspace, clock, 7,
                             [this](runtime::LogLine line) { said.push_back(line.text); }})
                            .value();
    }
    /// A change of an alert is kept, and heard of.
    void happens(const char* rule, metrics::AlertLevel level = metrics::AlertLevel::Warn,
                 bool tell = true, AlertChangeKind kind = AlertChangeKind::Firing)
    {
        metrics::AlertChange change;
        change.kind = kind;
        change.at = clock.now();
        change.tell = tell;
        change.alert.rule = change.alert.name = rule;
        change.alert.fingerprint = metrics::fingerprintOf(rule, "");
        change.alert.level = level;
        change.alert.state = metrics::AlertState::Firing;
        change.alert.pendingAt = change.alert.firingAt = change.alert.heldAt = clock.now();
        m_workspace
            ->writeAndWait([&](store::Connection& connection) {
                return health::keepAlertChange(connection, {change, {}});
            })
            .value();
        subscriptions->hear();
    }
    /// A change is kept that nobody can read.
    void breaks()
    {
        m_workspace
            ->writeAndWait([](store::Connection& connection) {
                return connection.execute("INSERT INTO alert_change (at, market_at, fingerprint, "
                                          "json) VALUES (0, 0, '', '{')");
            })
            .value();
        subscriptions->hear();
    }
    /// "member key #attempt" of what is to be sent now, "" for nothing; noted when there is an
    /// outcome.
    std::string sends(const std::optional<DeliveryOutcome>& outcome = kArrived)
    {
        const auto outgoing = subscriptions->tryNext();
        if (!outgoing)
            return {};
        last = outgoing->delivery;
        if (outcome)
            subscriptions->note(last, *outcome);
        return last.member + " " + last.parcel.key() + " #" + std::to_string(last.attempt);
    }
    runtime::SubscriberView view(std::size_t i = 0) const
    {
        return subscriptions->subscribers().at(i);
    }
    std::vector<runtime::DeadDeliveryView> dead(std::optional<DeadState> state = {}) const
    {
        runtime::DeadDeliveryQuery query;
        query.state = state;
        return subscriptions->deadDeliveries(query).value();
    }
    void later(std::int64_t ms) { clock.set(clock.now() + ms); }

    base::ManualClock clock{kStart};
    std::unique_ptr<runtime::Subscriptions> subscriptions;
    pipeline::Delivery last;
    std::vector<std::string> said;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Workspace> m_workspace;
};

} // namespace

class SubscriptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewSubscriberBeginsNow();
    void whatNobodyIsToldOfIsNotSent();
    void whatCannotBeReadIsPassedOver();
    void filtersChooseByLevel();
    void triesWaitWithinTheirBounds();
    void whatTheReceiverAsksToWaitIsWaited();
    void deadAfterSoManyTriesAndTheNextGoesOn();
    void aFinalAnswerIsNotTriedAgain();
    void oneThatFailsHoldsNoOther();
    void aRestartGoesOnAtItsPlace();
    void whatIsUnderWayAtACrashIsSentAgainUnderItsKey();
    void redriveAndDiscardArePeoplesAndKept();
    void aRedriveOutlivesARestart();
    void redrivesAreLimited();
    void aDisabledOneWaitsAndGoesOn();
    void aRemovedOneIsForgotten();
    void documentsAreKeptWithTheirVersion();
    void aTestNeedsASender();
    void aTestIsSentOnceByTheSender();
};

void SubscriptionsTest::aNewSubscriberBeginsNow()
{
    Bed bed;
    bed.happens("before");
    QCOMPARE(bed.subscriptions->setDocument(kOps, "Mina").value(), 1U);
    QCOMPARE(bed.sends(), std::string());
    bed.happens("after");
    QCOMPARE(bed.sends(), std::string("ops ops:2 #1"));
    const auto body = QJsonDocument::fromJson(QByteArray::fromStdString(bed.last.parcel.body()));
    QCOMPARE(body["alert"]["rule"].toString(), QString("after"));
    QCOMPARE(bed.last.place, std::string("https://hooks.example.com/secret"));
    QCOMPARE(bed.sends(), std::string());
    const auto view = bed.view();
    QCOMPARE(view.place, std::string("https://hooks.example.com/..."));
    QCOMPARE(view.lag, std::uint64_t{0});
    QVERIFY(view.lastSuccessAt == kStart);
    QCOMPARE(view.counts.messages, std::uint64_t{1});
}

void SubscriptionsTest::whatNobodyIsToldOfIsNotSent()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("muted", metrics::AlertLevel::Page, false);
    bed.happens("pending", metrics::AlertLevel::Page, false, AlertChangeKind::Pending);
    QCOMPARE(bed.sends(), std::string());
    bed.happens("told");
    QCOMPARE(bed.sends(), std::string("ops ops:3 #1"));
}

void SubscriptionsTest::whatCannotBeReadIsPassedOver()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    bed.breaks();
    bed.happens("b");
    QCOMPARE(bed.sends(), std::string("ops ops:1 #1"));
    QCOMPARE(bed.sends(), std::string("ops ops:3 #1"));
    bed.breaks();
    QCOMPARE(bed.sends(), std::string());
    QCOMPARE(bed.view().lag, std::uint64_t{0});
}

void SubscriptionsTest::filtersChooseByLevel()
{
    Bed bed;
    bed.subscriptions->setDocument(kOpsAndNight, "Mina").value();
    bed.happens("warns");
    bed.happens("wakes", metrics::AlertLevel::Page);
    std::set<std::string> sent;
    for (std::string one = bed.sends(); !one.empty(); one = bed.sends())
        sent.insert(one);
    QCOMPARE(sent, (std::set<std::string>{"ops ops:1 #1", "ops ops:2 #1", "night night:2 #1"}));
}

void SubscriptionsTest::triesWaitWithinTheirBounds()
{
    Bed bed;
    bed.subscriptions
        ->setDocument(
            R"({"subscribers": [{"name": "ops", "channel": "webhook",)"
            R"("place": "https://hooks.example.com/", "notification": {"format": "slack"},)"
            R"("retry": {"attempts": 20}}]})",
            "Mina")
        .value();
    bed.happens("a");
    // Bounds: 1 s, 2 s, 4 s, ... 256 s, then 5 minutes.
    for (int failed = 1; failed <= 15; ++failed) {
        QVERIFY(!bed.sends(kFailed).empty());
        const std::int64_t bound = std::min<std::int64_t>(1000LL << (failed - 1), 300'000);
        const std::int64_t wait = bed.view().nextAt - bed.clock.now();
        QVERIFY2(wait >= 1 && wait <= bound, qPrintable(QString::number(wait)));
        bed.later(wait - 1);
        QVERIFY(bed.sends().empty());
        bed.later(1);
    }
    QVERIFY(bed.dead().empty());
}

void SubscriptionsTest::whatTheReceiverAsksToWaitIsWaited()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    QVERIFY(!bed.sends(DeliveryOutcome{DeliveryEnd::Retry, "answered with status 429", 60'000})
                 .empty());
    QVERIFY(bed.view().nextAt == kStart + 60'000);
}

void SubscriptionsTest::deadAfterSoManyTriesAndTheNextGoesOn()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    bed.happens("b");
    for (const char* expected : {"ops ops:1 #1", "ops ops:1 #2", "ops ops:1 #3"}) {
        QCOMPARE(bed.sends(kFailed), std::string(expected));
        bed.later(300'000);
    }
    QCOMPARE(bed.sends(), std::string("ops ops:2 #1"));
    const auto dead = bed.dead(DeadState::Open);
    QCOMPARE(dead.size(), std::size_t{1});
    QCOMPARE(dead[0].key, std::string("ops:1"));
    QCOMPARE(dead[0].attempts, 3U);
    QCOMPARE(dead[0].reason, kFailed.reason);
    QVERIFY(dead[0].body.find("\"rule\":\"a\"") != std::string::npos);
    QCOMPARE(bed.subscriptions->openDeads(), (std::map<std::string, std::uint64_t>{{"ops", 1}}));
    QCOMPARE(bed.said.size(), std::size_t{1});
}

void SubscriptionsTest::aFinalAnswerIsNotTriedAgain()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    QCOMPARE(bed.sends(kRefused), std::string("ops ops:1 #1"));
    bed.later(300'000);
    QCOMPARE(bed.sends(), std::string());
    QCOMPARE(bed.dead(DeadState::Open).size(), std::size_t{1});
}

void SubscriptionsTest::oneThatFailsHoldsNoOther()
{
    Bed bed;
    bed.subscriptions->setDocument(kOpsAndNight, "Mina").value();
    bed.happens("a", metrics::AlertLevel::Page);
    bed.happens("b", metrics::AlertLevel::Page);
    std::vector<pipeline::Delivery> underWay;
    while (const auto outgoing = bed.subscriptions->tryNext())
        underWay.push_back(outgoing->delivery);
    QCOMPARE(underWay.size(), std::size_t{2}); // one a subscriber
    for (const auto& delivery : underWay)
        if (delivery.member == "night")
            bed.subscriptions->note(delivery, kArrived);
    QCOMPARE(bed.sends(), std::string("night night:2 #1")); // ops still has no answer
    QCOMPARE(bed.sends(), std::string());
}

void SubscriptionsTest::aRestartGoesOnAtItsPlace()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    for (const char* rule : {"a", "b", "c"})
        bed.happens(rule);
    QCOMPARE(bed.sends(), std::string("ops ops:1 #1"));
    QCOMPARE(bed.sends(kFailed), std::string("ops ops:2 #1"));
    bed.reopen();
    QCOMPARE(bed.view().lag, std::uint64_t{2});
    // Tries are counted on.
    QCOMPARE(bed.sends(), std::string("ops ops:2 #2"));
    QCOMPARE(bed.sends(), std::string("ops ops:3 #1"));
    bed.reopen();
    QCOMPARE(bed.sends(), std::string());
    QCOMPARE(bed.view().lag, std::uint64_t{0});
}

void SubscriptionsTest::whatIsUnderWayAtACrashIsSentAgainUnderItsKey()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    QCOMPARE(bed.sends(std::nullopt), std::string("ops ops:1 #1"));
    const auto before = bed.last.headers();
    const std::string body = bed.last.parcel.body();
    QVERIFY(
        std::ranges::find(before, std::pair<std::string, std::string>{"Idempotency-Key", "ops:1"})
        != before.end());
    bed.reopen();
    QCOMPARE(bed.sends(), std::string("ops ops:1 #2"));
    QVERIFY(bed.last.headers() == before);
    QCOMPARE(bed.last.parcel.body(), body);
}

void SubscriptionsTest::redriveAndDiscardArePeoplesAndKept()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    bed.happens("b");
    QVERIFY(!bed.sends(kRefused).empty());
    QVERIFY(!bed.sends(kRefused).empty());
    const auto dead = bed.dead(DeadState::Open); // newest first
    QCOMPARE(dead.size(), std::size_t{2});
    auto& desk = *bed.subscriptions;
    QCOMPARE(desk.redrive(dead[1].id, " ").error().code, std::string("PERSON_MISSING"));
    QCOMPARE(desk.redrive(99, "Mina").error().code, std::string("DEAD_UNKNOWN"));
    QCOMPARE(desk.discard(dead[0].id, "", "Mina").error().code, std::string("REASON_MISSING"));
    QVERIFY(desk.redrive(dead[1].id, "Mina").has_value());
    QCOMPARE(desk.redrive(dead[1].id, "Mina").error().code, std::string("DEAD_NOT_OPEN"));
    QCOMPARE(bed.sends(), std::string("ops ops:1 #2"));
    QVERIFY(desk.discard(dead[0].id, "nobody works there any more", "Jun").has_value());
    QCOMPARE(desk.redrive(dead[0].id, "Mina").error().code, std::string("DEAD_NOT_OPEN"));
    bed.reopen();
    const auto kept = bed.dead();
    QVERIFY(kept[1].state == DeadState::Delivered);
    QCOMPARE(kept[1].attempts, 2U);
    QVERIFY(kept[0].state == DeadState::Discarded);
    QCOMPARE(kept[0].actor, std::string("Jun"));
    QCOMPARE(kept[0].note, std::string("nobody works there any more"));
    QCOMPARE(bed.subscriptions->openDeads(), (std::map<std::string, std::uint64_t>{{"ops", 0}}));
    const auto acts = bed.subscriptions->acts(10).value();
    QCOMPARE(acts.size(), std::size_t{3});
    QCOMPARE(acts[0].action + " " + acts[0].subject + " " + acts[0].actor,
             std::string("discard ops:2 Jun"));
    QCOMPARE(acts[1].action + " " + acts[1].subject + " " + acts[1].actor,
             std::string("redrive ops:1 Mina"));
    QCOMPARE(acts[2].action + " " + acts[2].subject + " " + acts[2].actor,
             std::string("set 1 Mina"));
}

void SubscriptionsTest::aRedriveOutlivesARestart()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    QVERIFY(!bed.sends(kRefused).empty());
    QVERIFY(bed.subscriptions->redrive(bed.dead()[0].id, "Mina").has_value());
    bed.reopen();
    QCOMPARE(bed.sends(kRefused), std::string("ops ops:1 #2"));
    QVERIFY(bed.dead()[0].state == DeadState::Open);
    QCOMPARE(bed.dead()[0].attempts, 2U);
    // Its group goes while it is redriven: a person has to see to it.
    bed.later(1'000);
    QVERIFY(bed.subscriptions->redrive(bed.dead()[0].id, "Mina").has_value());
    QVERIFY(bed.subscriptions->setDocument(R"({"subscribers": []})", "Mina").has_value());
    QVERIFY(bed.dead()[0].state == DeadState::Open);
    QCOMPARE(bed.subscriptions->redrive(bed.dead()[0].id, "Mina").error().code,
             std::string("GROUP_UNKNOWN"));
}

void SubscriptionsTest::redrivesAreLimited()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    bed.happens("b");
    QVERIFY(!bed.sends(kRefused).empty());
    QVERIFY(!bed.sends(kRefused).empty());
    const auto dead = bed.dead();
    QVERIFY(bed.subscriptions->redrive(dead[0].id, "Mina").has_value());
    QCOMPARE(bed.subscriptions->redrive(dead[1].id, "Mina").error().code,
             std::string("REDRIVE_LIMITED"));
    QVERIFY(bed.dead()[1].state == DeadState::Open);
    bed.later(1'000);
    QVERIFY(bed.subscriptions->redrive(dead[1].id, "Mina").has_value());
}

void SubscriptionsTest::aDisabledOneWaitsAndGoesOn()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    bed.happens("a");
    QCOMPARE(bed.sends(), std::string("ops ops:1 #1"));
    QString off(kOps);
    off.replace("\"channel\"", "\"enabled\": false, \"channel\"");
    bed.subscriptions->setDocument(off.toStdString(), "Mina").value();
    bed.happens("b");
    QCOMPARE(bed.sends(), std::string());
    QVERIFY(!bed.view().isEnabled);
    bed.reopen();
    QCOMPARE(bed.sends(), std::string());
    bed.subscriptions->setDocument(kOps, "Mina").value();
    QCOMPARE(bed.sends(), std::string("ops ops:2 #1"));
}

void SubscriptionsTest::aRemovedOneIsForgotten()
{
    Bed bed;
    bed.subscriptions->setDocument(kOpsAndNight, "Mina").value();
    bed.happens("a", metrics::AlertLevel::Page);
    bed.subscriptions->setDocument(kOps, "Mina").value();
    QCOMPARE(bed.sends(), std::string("ops ops:1 #1"));
    QCOMPARE(bed.sends(), std::string());
    bed.subscriptions->setDocument(kOpsAndNight, "Mina").value();
    QCOMPARE(bed.sends(), std::string()); // it begins anew
    bed.happens("b", metrics::AlertLevel::Page);
    QVERIFY(!bed.sends().empty());
    QVERIFY(!bed.sends().empty());
    QCOMPARE(bed.sends(), std::string());
}

void SubscriptionsTest::documentsAreKeptWithTheirVersion()
{
    Bed bed;
    QCOMPARE(bed.subscriptions->document().version, 0U);
    QCOMPARE(bed.subscriptions->setDocument(kOps, "").error().code, std::string("PERSON_MISSING"));
    const auto wrong = bed.subscriptions->setDocument("{\n\"subscribers\": [{}]}", "Mina");
    QVERIFY(QString::fromStdString(wrong.error().where).contains("line 2"));
    QCOMPARE(bed.subscriptions->checkDocument(kOpsAndNight).value(), std::size_t{2});
    QCOMPARE(bed.subscriptions->document().version, 0U);
    QCOMPARE(bed.subscriptions->setDocument(kOps, "Mina").value(), 1U);
    QCOMPARE(bed.subscriptions->setDocument(kOpsAndNight, "Jun").value(), 2U);
    bed.reopen();
    const auto document = bed.subscriptions->document();
    QCOMPARE(document.version, 2U);
    QCOMPARE(document.actor, std::string("Jun"));
    QCOMPARE(document.json, std::string(kOpsAndNight));
    QCOMPARE(bed.subscriptions->subscribers().size(), std::size_t{2});
}

void SubscriptionsTest::aTestNeedsASender()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    QCOMPARE(bed.subscriptions->sendTest("nobody", "Mina").error().code,
             std::string("SUBSCRIBER_UNKNOWN"));
    QCOMPARE(bed.subscriptions->sendTest("ops", "Mina").error().code, std::string("NOT_SENDING"));
    QCOMPARE(bed.subscriptions->sendTest("ops", "").error().code, std::string("PERSON_MISSING"));
}

void SubscriptionsTest::aTestIsSentOnceByTheSender()
{
    Bed bed;
    bed.subscriptions->setDocument(kOps, "Mina").value();
    std::vector<std::string> bodies;
    std::jthread sends([&](const std::stop_token& stop) {
        while (const auto outgoing = bed.subscriptions->next(stop)) {
            bodies.push_back(outgoing->delivery.parcel.body());
            bed.subscriptions->note(outgoing->delivery, bodies.size() == 1 ? kArrived : kFailed);
        }
    });
    auto first = bed.subscriptions->sendTest("ops", "Mina");
    while (!first && first.error().code == "NOT_SENDING") // until it has begun
        first = bed.subscriptions->sendTest("ops", "Mina");
    QVERIFY2(first, first ? "" : toString(first.error()).c_str());
    const auto failed = bed.subscriptions->sendTest("ops", "Mina");
    QCOMPARE(failed.error().code, std::string("TEST_FAILED"));
    QCOMPARE(failed.error().what, kFailed.reason);
    sends.request_stop();
    sends.join();
    QCOMPARE(bodies.size(), std::size_t{2});
    QVERIFY(bodies[0].find("Test of a subscriber") != std::string::npos);
    QVERIFY(bed.dead().empty());
    QCOMPARE(bed.subscriptions->sendTest("ops", "Mina").error().code, std::string("NOT_SENDING"));
}

QTEST_GUILESS_MAIN(SubscriptionsTest)
#include "test_subscriptions.moc"
