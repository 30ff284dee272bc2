// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/scheduling/times/triggers.h"
#include "tests/unit/scheduling/schedule_bed.h"

using namespace gavel;
using namespace gavel::scheduling;
using model::TriggerKind;

class TriggersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheFiveIntervals();
    void windowsFollowEachOther();
    void theFirstWindowEndsAtTheNextBoundary();
    void anHourBeginsOnTheZonesClock();
    void theClocksJumpEndsAWindow();
    void missedWindowsByPolicy_data();
    void missedWindowsByPolicy();
    void aRestartFollowsOnTheLastRun();
    void aClockSetBackFiresNothingTwice();
    void roundsGoOnWhileATimeIsRepeated();
    void anEventIsOneRunASecond();
    void theCalendarCountsCampaigns();
    void aRemovedCampaignIsNotDue();
};

namespace {

TimeMs at(const char* iso)
{
    return base::parseIso(iso, "test").value();
}

TriggerRule every(int minutes, const char* zone = "UTC")
{
    TriggerRule rule;
    rule.minutes = minutes;
    rule.zone = dsp::TimeZone::named(zone).value();
    return rule;
}

QStringList windows(const std::vector<NewTask>& tasks)
{
    QStringList texts;
    for (const NewTask& task : tasks)
        texts << QString::fromStdString(base::toIso(task.windowStart) + " "
                                        + base::toIso(task.windowEnd));
    return texts;
}

} // namespace

void TriggersTest::onlyTheFiveIntervals()
{
    for (int minutes = -5; minutes <= 120; ++minutes) {
        const bool good
            = minutes == 1 || minutes == 5 || minutes == 15 || minutes == 30 || minutes == 60;
        QCOMPARE(checkInterval(minutes).has_value(), good);
    }
    QCOMPARE(checkInterval(7).error().code, std::string("INTERVAL_INVALID"));
}

void TriggersTest::windowsFollowEachOther()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, every(1), book, at("2026-03-03T12:00:00Z"));
    QVERIFY(triggers.due(at("2026-03-03T12:00:59.999Z")).empty());
    QCOMPARE(windows(triggers.due(at("2026-03-03T12:01:00Z"))),
             QStringList{"2026-03-03T12:00:00Z 2026-03-03T12:01:00Z"});
    QVERIFY(triggers.due(at("2026-03-03T12:01:30Z")).empty());
    const auto next = triggers.due(at("2026-03-03T12:02:10Z"));
    QCOMPARE(windows(next), QStringList{"2026-03-03T12:01:00Z 2026-03-03T12:02:00Z"});
    QVERIFY(next[0].dueAt == at("2026-03-03T12:02:00Z"));
    QVERIFY(next[0].trigger == TriggerKind::Interval);
}

void TriggersTest::theFirstWindowEndsAtTheNextBoundary()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, every(15), book, at("2026-03-03T12:07:20Z"));
    QVERIFY(triggers.nextDue() == at("2026-03-03T12:15:00Z"));
    QCOMPARE(windows(triggers.due(at("2026-03-03T12:15:00Z"))),
             QStringList{"2026-03-03T12:07:20Z 2026-03-03T12:15:00Z"});
}

void TriggersTest::anHourBeginsOnTheZonesClock()
{
    // Kathmandu is at +05:45: its hours begin at a quarter past in UTC.
    QVERIFY(every(60, "Asia/Kathmandu").nextAfter(at("2026-03-03T12:00:00Z"))
            == at("2026-03-03T12:15:00Z"));
    QVERIFY(every(60).nextAfter(at("2026-03-03T12:00:00Z")) == at("2026-03-03T13:00:00Z"));
    QVERIFY(every(30, "Australia/Adelaide").nextAfter(at("2026-03-03T12:00:00Z"))
            == at("2026-03-03T12:30:00Z"));
}

void TriggersTest::theClocksJumpEndsAWindow()
{
    // Lord Howe goes from +11:00 to +10:30 on 2026-04-05 at 02:00, 15:00 UTC the day before: an
    // hour that begins at 15:00 UTC is one of half past one, and the next begins at 15:30 UTC.
    const TriggerRule hourly = every(60, "Australia/Lord_Howe");
    QVERIFY(hourly.nextAfter(at("2026-04-04T14:10:00Z")) == at("2026-04-04T15:00:00Z"));
    QVERIFY(hourly.nextAfter(at("2026-04-04T15:00:00Z")) == at("2026-04-04T15:30:00Z"));
    QVERIFY(hourly.nextAfter(at("2026-04-04T15:30:00Z")) == at("2026-04-04T16:30:00Z"));
    // And from +10:30 to +11:00 on 2026-10-04 at 02:00, 15:30 UTC: 02:30 to 03:00 is left.
    QVERIFY(hourly.nextAfter(at("2026-10-03T14:30:00Z")) == at("2026-10-03T15:30:00Z"));
    QVERIFY(hourly.nextAfter(at("2026-10-03T15:30:00Z")) == at("2026-10-03T16:00:00Z"));
}

void TriggersTest::missedWindowsByPolicy_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("expected");
    const int once = static_cast<int>(Misfire::FireOnce);
    const int skip = static_cast<int>(Misfire::Skip);
    const int all = static_cast<int>(Misfire::FireAll);
    QTest::newRow("one run for all") << once << "2026-03-03T13:03:00Z"
                                     << QStringList{"2026-03-03T12:00:00Z 2026-03-03T13:00:00Z"};
    QTest::newRow("none") << skip << "2026-03-03T13:03:00Z" << QStringList{};
    QTest::newRow("the newest within its grace")
        << skip << "2026-03-03T13:00:30Z"
        << QStringList{"2026-03-03T12:45:00Z 2026-03-03T13:00:00Z"};
    QTest::newRow("the newest three") << all << "2026-03-03T13:03:00Z"
                                      << QStringList{"2026-03-03T12:15:00Z 2026-03-03T12:30:00Z",
                                                     "2026-03-03T12:30:00Z 2026-03-03T12:45:00Z",
                                                     "2026-03-03T12:45:00Z 2026-03-03T13:00:00Z"};
}

void TriggersTest::missedWindowsByPolicy()
{
    QFETCH(int, policy);
    QFETCH(QString, now);
    QFETCH(QStringList, expected);
    const TaskBook book = wholeBook();
    Triggers triggers;
    TriggerRule rule = every(15);
    rule.misfire = static_cast<Misfire>(policy);
    rule.most = 3;
    triggers.set(1, 1, rule, book, at("2026-03-03T12:00:00Z"));
    QCOMPARE(windows(triggers.due(at(qPrintable(now)))), expected);
    QVERIFY(triggers.due(at(qPrintable(now))).empty());
    QVERIFY(triggers.nextDue() == at("2026-03-03T13:15:00Z"));
}

void TriggersTest::aRestartFollowsOnTheLastRun()
{
    TaskBook book = wholeBook();
    book.knowWindow(
        {1, TriggerKind::Interval, at("2026-03-03T11:58:00Z"), at("2026-03-03T11:59:00Z")});
    Triggers triggers;
    triggers.set(1, 1, every(1), book, at("2026-03-03T12:05:30Z"));
    const auto due = triggers.due(at("2026-03-03T12:05:30Z"));
    QCOMPARE(windows(due), QStringList{"2026-03-03T11:59:00Z 2026-03-03T12:05:00Z"});
    QVERIFY(book.create(due[0], at("2026-03-03T12:05:30Z")));
}

void TriggersTest::aClockSetBackFiresNothingTwice()
{
    TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, every(1), book, at("2026-03-03T12:00:00Z"));
    std::size_t runs = 0;
    const auto run = [&](TimeMs now) {
        for (const NewTask& wanted : triggers.due(now))
            runs += wanted.trigger == TriggerKind::Interval && book.create(wanted, now) ? 1 : 0;
    };
    for (int minute = 1; minute <= 30; ++minute)
        run(at("2026-03-03T12:00:00Z") + minute * base::kMinuteMs);
    QCOMPARE(runs, 30U);
    // An hour back, and the same half hour again, also for a node that starts in it.
    for (int minute = -30; minute <= 30; ++minute)
        run(at("2026-03-03T12:00:00Z") + minute * base::kMinuteMs);
    QCOMPARE(runs, 30U);
    triggers.set(1, 1, every(1), book, at("2026-03-03T11:30:00Z"));
    run(at("2026-03-03T12:30:00Z"));
    QCOMPARE(runs, 30U);
    run(at("2026-03-03T12:31:00Z"));
    QCOMPARE(runs, 31U);
}

void TriggersTest::roundsGoOnWhileATimeIsRepeated()
{
    TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, every(5), book, at("2026-03-03T12:00:00Z"));
    QCOMPARE(triggers.due(at("2026-03-03T12:05:00Z")).size(), 1U);
    // Back to 11:35:20, and on second by second until 12:12: rounds every five minutes, as events
    // up to the end of what has run, then as they were meant.
    QStringList found;
    for (TimeMs now = at("2026-03-03T11:35:20Z"); now <= at("2026-03-03T12:12:00Z");
         now = now + base::kSecondMs)
        for (const NewTask& task : triggers.due(now)) {
            QVERIFY(book.create(task, now));
            found << QString::fromStdString(
                base::toIso(task.windowEnd).substr(11, 8) + " "
                + std::string(model::kTriggerKindNames[static_cast<std::size_t>(task.trigger)]));
        }
    QCOMPARE(found,
             (QStringList{"11:35:21 event", "11:40:21 event", "11:45:21 event", "11:50:21 event",
                          "11:55:21 event", "12:00:21 event", "12:10:00 interval"}));
}

void TriggersTest::anEventIsOneRunASecond()
{
    TaskBook book = wholeBook();
    const TimeMs now = at("2026-03-03T12:00:00.250Z");
    const NewTask wanted = Triggers::atOnce(1, 1, TriggerEvent::BudgetChanged, now);
    QVERIFY(wanted.priority == model::TaskPriority::High);
    QVERIFY(wanted.dueAt == now);
    QVERIFY(book.create(wanted, now));
    const NewTask again = Triggers::atOnce(1, 1, TriggerEvent::SourceLate, now + 700);
    QCOMPARE(book.create(again, now).error().code, std::string("TASK_EXISTS"));
    QVERIFY(book.create(Triggers::byHand(1, 1, "Ada", now), now)); // another kind
    QVERIFY(book.create(Triggers::atOnce(1, 1, TriggerEvent::SourceLate, now + 1000), now));
    const TaskBatch batch = book.take();
    QCOMPARE(batch.events[0].text->detail, std::string(R"({"event":"budget_changed"})"));
    QCOMPARE(batch.events[1].text->actor, std::string("Ada"));
}

void TriggersTest::theCalendarCountsCampaigns()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    const TimeMs noon = at("2026-03-03T12:00:00Z");
    for (Handle campaign = 1; campaign <= 30; ++campaign)
        triggers.set(campaign, 1, every(campaign <= 20 ? 30 : 60), book, noon);
    TriggerRule cron;
    cron.cron = model::CronRule::parse("0 13 * * *").value();
    triggers.set(31, 1, cron, book, noon);
    const auto coming = triggers.coming(noon + 1, at("2026-03-03T13:30:00Z") + 1, 10);
    QCOMPARE(coming.size(), 4U);
    QVERIFY(coming[0].at == at("2026-03-03T12:30:00Z"));
    QCOMPARE(coming[0].campaigns, 20U);
    QVERIFY(coming[1].at == at("2026-03-03T13:00:00Z"));
    QVERIFY(coming[1].trigger == TriggerKind::Interval);
    QCOMPARE(coming[1].campaigns, 30U);
    QVERIFY(coming[2].at == at("2026-03-03T13:00:00Z"));
    QVERIFY(coming[2].trigger == TriggerKind::Cron);
    QCOMPARE(coming[2].campaigns, 1U);
    QCOMPARE(coming[3].campaigns, 20U);
    QCOMPARE(triggers.coming(noon + 1, at("2026-03-04T12:00:00Z"), 2).size(), 2U);
}

void TriggersTest::aRemovedCampaignIsNotDue()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    for (Handle campaign = 1; campaign <= 3; ++campaign)
        triggers.set(campaign, 1, every(1), book, kNoon);
    triggers.remove(1);
    triggers.remove(1);
    triggers.remove(77);
    QCOMPARE(triggers.size(), 2U);
    std::vector<Handle> due;
    for (const NewTask& task : triggers.due(kNoon + base::kMinuteMs))
        due.push_back(task.campaign);
    std::sort(due.begin(), due.end());
    QCOMPARE(due, (std::vector<Handle>{2, 3}));
    QVERIFY(triggers.ruleOf(1) == nullptr);
    QCOMPARE(triggers.ruleOf(2)->minutes, 1);
}

QTEST_GUILESS_MAIN(TriggersTest)
#include "test_triggers.moc"
