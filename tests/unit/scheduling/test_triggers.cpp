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
    void windowsFollowEachOther();
    void theFirstWindowEndsAtTheNextTime();
    void timesAreThoseOfTheZonesClock();
    void whatWasMissedIsOneRun();
    void aRestartFollowsOnTheLastRun();
    void aClockSetBackFiresNothingTwice();
    void theCalendarCountsCampaigns();
    void aRemovedCampaignIsNotDue();
};

namespace {

TimeMs at(const char* iso)
{
    return base::parseIso(iso, "test").value();
}

TriggerRule rule(const char* cron, const char* zone = "UTC")
{
    return {model::CronRule::parse(cron).value(), dsp::TimeZone::named(zone).value()};
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

void TriggersTest::windowsFollowEachOther()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, rule("* * * * *"), book, at("2026-03-03T12:00:00Z"));
    QVERIFY(triggers.due(at("2026-03-03T12:00:59.999Z")).empty());
    QCOMPARE(windows(triggers.due(at("2026-03-03T12:01:00Z"))),
             QStringList{"2026-03-03T12:00:00Z 2026-03-03T12:01:00Z"});
    QVERIFY(triggers.due(at("2026-03-03T12:01:30Z")).empty());
    const auto next = triggers.due(at("2026-03-03T12:02:10Z"));
    QCOMPARE(windows(next), QStringList{"2026-03-03T12:01:00Z 2026-03-03T12:02:00Z"});
    QVERIFY(next[0].dueAt == at("2026-03-03T12:02:00Z"));
    QVERIFY(next[0].trigger == TriggerKind::Cron);
    QVERIFY(next[0].priority == model::TaskPriority::High);
}

void TriggersTest::theFirstWindowEndsAtTheNextTime()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, rule("*/15 * * * *"), book, at("2026-03-03T12:07:20Z"));
    QVERIFY(triggers.nextDue() == at("2026-03-03T12:15:00Z"));
    QCOMPARE(windows(triggers.due(at("2026-03-03T12:15:00Z"))),
             QStringList{"2026-03-03T12:07:20Z 2026-03-03T12:15:00Z"});
}

void TriggersTest::timesAreThoseOfTheZonesClock()
{
    // Kathmandu is at +05:45: its hours begin at a quarter past in UTC.
    const TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, rule("0 * * * *", "Asia/Kathmandu"), book, at("2026-03-03T12:00:00Z"));
    QVERIFY(triggers.nextDue() == at("2026-03-03T12:15:00Z"));
}

void TriggersTest::whatWasMissedIsOneRun()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, rule("*/15 * * * *"), book, at("2026-03-03T12:00:00Z"));
    const TimeMs now = at("2026-03-03T13:03:00Z");
    QCOMPARE(windows(triggers.due(now)), QStringList{"2026-03-03T12:00:00Z 2026-03-03T13:00:00Z"});
    QVERIFY(triggers.due(now).empty());
    QVERIFY(triggers.nextDue() == at("2026-03-03T13:15:00Z"));
}

void TriggersTest::aRestartFollowsOnTheLastRun()
{
    TaskBook book = wholeBook();
    book.knowWindow({1, TriggerKind::Cron, at("2026-03-03T11:58:00Z"), at("2026-03-03T11:59:00Z")});
    Triggers triggers;
    triggers.set(1, 1, rule("* * * * *"), book, at("2026-03-03T12:05:30Z"));
    const auto due = triggers.due(at("2026-03-03T12:05:30Z"));
    QCOMPARE(windows(due), QStringList{"2026-03-03T11:59:00Z 2026-03-03T12:05:00Z"});
    QVERIFY(book.create(due[0], at("2026-03-03T12:05:30Z")));
}

void TriggersTest::aClockSetBackFiresNothingTwice()
{
    TaskBook book = wholeBook();
    Triggers triggers;
    triggers.set(1, 1, rule("* * * * *"), book, at("2026-03-03T12:00:00Z"));
    std::size_t runs = 0;
    const auto run = [&](TimeMs now) {
        for (const NewTask& wanted : triggers.due(now))
            runs += book.create(wanted, now) ? 1 : 0;
    };
    for (int minute = 1; minute <= 30; ++minute)
        run(at("2026-03-03T12:00:00Z") + minute * base::kMinuteMs);
    QCOMPARE(runs, 30U);
    // An hour back, and the same half hour again, also for a node that starts in it.
    for (int minute = -30; minute <= 30; ++minute)
        run(at("2026-03-03T12:00:00Z") + minute * base::kMinuteMs);
    QCOMPARE(runs, 30U);
    triggers.set(1, 1, rule("* * * * *"), book, at("2026-03-03T11:30:00Z"));
    run(at("2026-03-03T12:30:00Z"));
    QCOMPARE(runs, 30U);
    run(at("2026-03-03T12:31:00Z"));
    QCOMPARE(runs, 31U);
}

void TriggersTest::theCalendarCountsCampaigns()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    const TimeMs noon = at("2026-03-03T12:00:00Z");
    for (Handle campaign = 1; campaign <= 30; ++campaign)
        triggers.set(campaign, 1, rule(campaign <= 20 ? "*/30 * * * *" : "0 * * * *"), book, noon);
    triggers.set(31, 1, rule("0 13 * * *"), book, noon);
    const auto coming = triggers.coming(noon + 1, at("2026-03-03T13:30:00Z") + 1, 10);
    QCOMPARE(coming.size(), 3U);
    QVERIFY(coming[0].at == at("2026-03-03T12:30:00Z"));
    QCOMPARE(coming[0].campaigns, 20U);
    QVERIFY(coming[1].at == at("2026-03-03T13:00:00Z"));
    QCOMPARE(coming[1].campaigns, 31U);
    QVERIFY(coming[2].at == at("2026-03-03T13:30:00Z"));
    QCOMPARE(coming[2].campaigns, 20U);
    QCOMPARE(triggers.coming(noon + 1, at("2026-03-04T12:00:00Z"), 2).size(), 2U);
}

void TriggersTest::aRemovedCampaignIsNotDue()
{
    const TaskBook book = wholeBook();
    Triggers triggers;
    for (Handle campaign = 1; campaign <= 3; ++campaign)
        triggers.set(campaign, 1, rule("* * * * *"), book, kNoon);
    triggers.remove(1);
    triggers.remove(1);
    triggers.remove(77);
    QCOMPARE(triggers.size(), 2U);
    std::vector<Handle> due;
    for (const NewTask& task : triggers.due(kNoon + base::kMinuteMs))
        due.push_back(task.campaign);
    std::sort(due.begin(), due.end());
    QCOMPARE(due, (std::vector<Handle>{2, 3}));
}

QTEST_GUILESS_MAIN(TriggersTest)
#include "test_triggers.moc"
