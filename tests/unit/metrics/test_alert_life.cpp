// SPDX-License-Identifier: GPL-3.0-or-later
// Inactive, pending, firing, resolved: what moves an alert, what it remembers, who has it.
#include "tests/unit/metrics/alert_bed.h"

using namespace gavel;
using namespace gavel::metrics;

class AlertLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itFiresAtOnceWhenNothingIsToBeWaitedFor();
    void itPendsBeforeItFires();
    void pendingGoesAway();
    void aGoodReadingInBetweenBeginsAnew();
    void itKeepsFiringForAWhile();
    void aConditionThatComesBackKeepsItFiring();
    void itRemembersValuesAndTimes();
    void aSilentSourceIsNoLongerBad();
    void someReadingsCountUntilTheNext();
    void subjectsHaveAlertsOfTheirOwn();
    void theSameAlertIsOne();
    void groupsCountWhatFires();
    void somebodyAcknowledges();
    void aNewAlertIsNobodysAgain();
    void aClockSetBackHoldsNothingUp();
    void memoryIsBounded();
    void otherRulesResolveWhatTheyNoLongerKnow();
};

void AlertLifeTest::itFiresAtOnceWhenNothingIsToBeWaitedFor()
{
    AlertBook book({loadRule()});
    QCOMPARE(told(see(book, value("load", 10, kStart))), QString());
    const auto changes = see(book, value("load", 11, kStart + 1));
    QCOMPARE(told(changes), QStringLiteral("firing load_high"));
    QVERIFY(changes.front().tell);
    const auto good = see(book, value("load", 9, kStart + 2));
    QCOMPARE(told(good), QStringLiteral("resolved load_high"));
    QVERIFY(good.front().tell);
    QVERIFY(book.active().empty());
}

void AlertLifeTest::itPendsBeforeItFires()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    AlertBook book({rule});
    const auto first = see(book, value("load", 11, kStart));
    QCOMPARE(told(first), QStringLiteral("pending load_high"));
    QVERIFY(!first.front().tell);
    QCOMPARE(told(see(book, value("load", 11, kStart + (kMinute - 1)))), QString());
    // Time alone moves it: no new observation is needed.
    QCOMPARE(told(book.observe({}, kStart + kMinute)), QStringLiteral("firing load_high"));
}

void AlertLifeTest::pendingGoesAway()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    AlertBook book({rule});
    see(book, value("load", 11, kStart));
    const auto changes = see(book, value("load", 9, kStart + (kMinute - 1)));
    QCOMPARE(told(changes), QStringLiteral("cleared load_high"));
    QVERIFY(changes.front().alert.state == AlertState::Inactive);
    QCOMPARE(told(see(book, value("load", 11, kStart + kMinute))),
             QStringLiteral("pending load_high"));
}

void AlertLifeTest::aGoodReadingInBetweenBeginsAnew()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    AlertBook book({rule});
    // All in one batch: each reading counts at its own time.
    const std::vector<Observation> batch{
        value("load", 11, kStart), value("load", 9, kStart + kMinute / 2),
        value("load", 11, kStart + kMinute / 2 + 1), value("load", 11, kStart + kMinute)};
    QCOMPARE(told(book.observe(batch, kStart + kMinute)),
             QStringLiteral("pending load_high, cleared load_high, pending load_high"));
}

void AlertLifeTest::itKeepsFiringForAWhile()
{
    AlertRule rule = loadRule();
    rule.keepFiringMs = kMinute;
    AlertBook book({rule});
    see(book, value("load", 11, kStart));
    QCOMPARE(told(see(book, value("load", 9, kStart + 1))), QString());
    QCOMPARE(told(see(book, value("load", 9, kStart + (kMinute - 1)))), QString());
    QCOMPARE(told(book.observe({}, kStart + kMinute)), QStringLiteral("resolved load_high"));
}

void AlertLifeTest::aConditionThatComesBackKeepsItFiring()
{
    AlertRule rule = loadRule();
    rule.keepFiringMs = kMinute;
    AlertBook book({rule});
    see(book, value("load", 11, kStart));
    see(book, value("load", 9, kStart + kSecond));
    see(book, value("load", 12, kStart + 50 * kSecond)); // no second alert
    see(book, value("load", 9, kStart + 51 * kSecond));
    QCOMPARE(told(book.observe({}, kStart + kMinute)), QString());
    QCOMPARE(told(book.observe({}, kStart + 110 * kSecond)), QStringLiteral("resolved load_high"));
}

void AlertLifeTest::itRemembersValuesAndTimes()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    rule.keepFiringMs = kMinute;
    rule.labels = {{"component", "shard"}};
    AlertBook book({rule});
    see(book, value("load", 11, kStart));
    see(book, value("load", 12, kStart + kMinute));
    see(book, value("load", 13, kStart + 2 * kMinute));
    const Alert* alert = book.find(fingerprintOf("load_high", ""));
    QVERIFY(alert != nullptr);
    QCOMPARE(alert->triggerValue, 12.0);
    QCOMPARE(alert->latestValue, 13.0);
    QVERIFY(alert->pendingAt == kStart);
    QVERIFY(alert->firingAt == kStart + kMinute);
    QVERIFY(alert->labels == rule.labels);
    see(book, value("load", 5, kStart + 2 * kMinute + 1));
    const auto changes = book.observe({}, kStart + 3 * kMinute);
    QVERIFY(changes.front().alert.resolvedAt == kStart + 3 * kMinute);
    QCOMPARE(changes.front().alert.triggerValue, 12.0);
    QCOMPARE(changes.front().alert.latestValue, 5.0);
    QCOMPARE(book.history().size(), 3U);
    QVERIFY(book.history().back() == changes.front());
}

void AlertLifeTest::aSilentSourceIsNoLongerBad()
{
    AlertBook book({loadRule()}); // a reading is stale after 5 minutes
    see(book, value("load", 11, kStart));
    QCOMPARE(told(book.observe({}, kStart + (5 * kMinute - 1))), QString());
    QCOMPARE(told(book.observe({}, kStart + 5 * kMinute)), QStringLiteral("resolved load_high"));
}

void AlertLifeTest::someReadingsCountUntilTheNext()
{
    AlertRule rule = loadRule();
    rule.condition = NotZero{};
    rule.staleMs = 0;
    AlertBook book({rule});
    see(book, value("load", 1, kStart));
    QCOMPARE(told(book.observe({}, kStart + base::kWeekMs)), QString());
    QCOMPARE(told(see(book, value("load", 0, kStart + base::kWeekMs + 1))),
             QStringLiteral("resolved load_high"));
}

void AlertLifeTest::subjectsHaveAlertsOfTheirOwn()
{
    AlertBook book({loadRule()});
    const std::vector<Observation> batch{value("load", 11, kStart, "a"),
                                         value("load", 9, kStart, "b"),
                                         value("load", 12, kStart, "c")};
    QCOMPARE(book.observe(batch, kStart).size(), 2U);
    QVERIFY(book.find(fingerprintOf("load_high", "a")) != nullptr);
    QVERIFY(book.find(fingerprintOf("load_high", "b")) == nullptr);
    QVERIFY(book.find(fingerprintOf("load_high", "c")) != nullptr);
}

void AlertLifeTest::theSameAlertIsOne()
{
    AlertBook book({loadRule()});
    const std::vector<Observation> batch(5, value("load", 11, kStart, "a"));
    QCOMPARE(told(book.observe(batch, kStart)), QStringLiteral("firing load_high"));
    QCOMPARE(told(book.observe(batch, kStart + 1)), QString());
    // FNV-1a with 64 bits of a single zero byte: 0xcbf29ce484222325 * 0x100000001b3 mod 2^64.
    QCOMPARE(fingerprintOf("", ""), std::string("af63bd4c8601b7df"));
    QVERIFY(fingerprintOf("a", "bc") != fingerprintOf("ab", "c"));
}

void AlertLifeTest::groupsCountWhatFires()
{
    AlertRule page = loadRule("page");
    page.level = AlertLevel::Page;
    page.condition = Threshold{Side::Above, 20};
    AlertRule later = loadRule("later");
    later.forMs = kMinute;
    AlertRule other = loadRule("other");
    other.group = "another";
    other.level = AlertLevel::Ticket;
    AlertBook book({loadRule(), page, later, other});
    see(book, value("load", 21, kStart, "a"));
    see(book, value("load", 11, kStart, "b"));
    QVERIFY(book.acknowledge(fingerprintOf("page", "a"), "Ada", kStart));
    const auto groups = book.groups();
    QCOMPARE(groups.size(), 2U);
    QVERIFY((groups[0] == AlertGroup{"another", AlertLevel::Ticket, 2, 2}));
    QVERIFY((groups[1] == AlertGroup{"system", AlertLevel::Page, 3, 2})); // one is acknowledged
}

void AlertLifeTest::somebodyAcknowledges()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    AlertBook book({rule});
    const std::string id = fingerprintOf("load_high", "");
    QCOMPARE(book.acknowledge(id, "Ada", kStart).error().code, std::string("ALERT_UNKNOWN"));
    see(book, value("load", 11, kStart));
    QCOMPARE(book.acknowledge(id, "Ada", kStart).error().code, std::string("ALERT_NOT_FIRING"));
    see(book, value("load", 11, kStart + kMinute));
    QCOMPARE(book.acknowledge(id, " ", kStart).error().code, std::string("PERSON_MISSING"));
    const TimeMs later = kStart + 2 * kMinute;
    const auto change = book.acknowledge(id, "Ada", later);
    QVERIFY(change.has_value());
    QVERIFY(change->kind == AlertChangeKind::Acknowledged);
    QCOMPARE(change->person, std::string("Ada"));
    QVERIFY(change->tell); // those who were told that it fires
    QCOMPARE(book.find(id)->acknowledgedBy, std::string("Ada"));
    QVERIFY(book.find(id)->acknowledgedAt == later);
    QVERIFY(book.history().back() == *change);
    QCOMPARE(book.acknowledge(id, "Bob", later).error().code, std::string("ALREADY_ACKNOWLEDGED"));
}

void AlertLifeTest::aNewAlertIsNobodysAgain()
{
    AlertBook book({loadRule()});
    const std::string id = fingerprintOf("load_high", "");
    see(book, value("load", 11, kStart));
    QVERIFY(book.acknowledge(id, "Ada", kStart));
    see(book, value("load", 1, kStart + 1));
    QVERIFY(see(book, value("load", 11, kStart + 2)).front().tell);
    QCOMPARE(book.find(id)->acknowledgedBy, std::string());
}

void AlertLifeTest::aClockSetBackHoldsNothingUp()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    AlertBook book({rule});
    see(book, value("load", 11, kStart + base::kHourMs));
    QCOMPARE(told(see(book, value("load", 11, kStart))), QString());
    QCOMPARE(told(see(book, value("load", 11, kStart + kMinute))),
             QStringLiteral("firing load_high"));
}

void AlertLifeTest::memoryIsBounded()
{
    AlertRule ratio = loadRule("ratio");
    ratio.metric = "ratio";
    ratio.condition = RatioAbove{0.5, kMinute, 1, 0};
    AlertBook book({loadRule(), ratio}, {3, 4, 1});
    // Good readings of a threshold are forgotten at once, windows when they are empty.
    for (int i = 0; i < 100; ++i)
        see(book, value("load", 1, kStart, "s" + std::to_string(i)));
    QCOMPARE(book.unwatched(), 0U);
    for (int i = 0; i < 5; ++i)
        see(book, counts("ratio", 0, 1, kStart, "s" + std::to_string(i)));
    QCOMPARE(book.unwatched(), 2U); // 3 are watched
    book.observe({}, kStart + 2 * kMinute); // all windows are empty
    see(book, counts("ratio", 1, 1, kStart + 2 * kMinute, "s9"));
    QCOMPARE(book.unwatched(), 2U);
    QVERIFY(book.find(fingerprintOf("ratio", "s9")) != nullptr);
    for (int i = 0; i < 10; ++i) {
        see(book, value("load", 11, kStart + 3 * kMinute + 2 * i));
        see(book, value("load", 1, kStart + 3 * kMinute + 2 * i + 1));
    }
    QCOMPARE(book.history().size(), 4U); // the newest
    QVERIFY(book.history().back().at == kStart + 3 * kMinute + 19);
}

void AlertLifeTest::otherRulesResolveWhatTheyNoLongerKnow()
{
    AlertRule kept = loadRule("kept");
    AlertBook book({loadRule(), kept});
    see(book, value("load", 11, kStart));
    QCOMPARE(book.active().size(), 2U);
    kept.name = "Another name";
    book.replaceRules({kept});
    QCOMPARE(told(book.observe({}, kStart + 1)), QStringLiteral("resolved load_high"));
    QVERIFY(book.find(fingerprintOf("kept", "")) != nullptr);
}

QTEST_GUILESS_MAIN(AlertLifeTest)
#include "test_alert_life.moc"
