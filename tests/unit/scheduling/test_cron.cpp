// SPDX-License-Identifier: GPL-3.0-or-later
// Instants are from the zones' published rules: the last Sunday of March and October 01:00 UTC for
// the European Union, second Sunday of March and first of November 02:00 local for the United
// States, first Sunday of April and October for Lord Howe, whose clock moves by half an hour.
#include "engine/base/iso_time.h"
#include "engine/scheduling/times/cron_times.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::scheduling;

class CronTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextInstant_data();
    void theNextInstant();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void aRuleIsNeverDueTwiceWhileTheClockGoesBack();
    void aRuleInAGapIsDueOnce();
    void everyMinuteOfADayIsNamedOnce();
    void everyTimeOfEveryZoneComesInOrder();
};

namespace {

TimeMs at(const char* iso)
{
    return base::parseIso(iso, "test").value();
}

dsp::TimeZone zone(const char* name)
{
    return dsp::TimeZone::named(name).value();
}

std::vector<QString> firings(const char* rule, const char* zoneName, const char* from,
                             const char* until)
{
    std::vector<QString> found;
    const model::CronRule cron = model::CronRule::parse(rule).value();
    for (TimeMs time = nextAfter(cron, at(from), zone(zoneName)); time < at(until);
         time = nextAfter(cron, time, zone(zoneName)))
        found.push_back(QString::fromStdString(base::toIso(time)));
    return found;
}

} // namespace

void CronTest::theNextInstant_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* rule, const char* zoneName, const char* after,
                        const char* expected) {
        QTest::newRow(name) << rule << zoneName << after << expected;
    };
    row("every minute", "* * * * *", "UTC", "2026-03-03T12:00:30Z", "2026-03-03T12:01:00Z");
    row("an instant itself is not after it", "0 12 * * *", "UTC", "2026-03-03T12:00:00Z",
        "2026-03-04T12:00:00Z");
    row("steps", "*/15 * * * *", "UTC", "2026-03-03T12:46:00Z", "2026-03-03T13:00:00Z");
    row("a stepped range", "10-50/20 8 * * *", "UTC", "2026-03-03T08:31:00Z",
        "2026-03-03T08:50:00Z");
    row("a list", "5,35 * * * *", "UTC", "2026-03-03T12:06:00Z", "2026-03-03T12:35:00Z");
    row("Monday to Friday from Friday noon", "0 9 * * mon-fri", "UTC", "2026-03-06T12:00:00Z",
        "2026-03-09T09:00:00Z");
    row("Sunday is 0", "0 0 * * 0", "UTC", "2026-03-03T00:00:00Z", "2026-03-08T00:00:00Z");
    row("Sunday is 7 too", "0 0 * * 7", "UTC", "2026-03-03T00:00:00Z", "2026-03-08T00:00:00Z");
    row("names in any case", "0 0 1 JAN *", "UTC", "2026-03-03T00:00:00Z", "2027-01-01T00:00:00Z");
    row("either day field when both are bound", "0 0 13 * fri", "UTC", "2026-03-07T00:00:00Z",
        "2026-03-13T00:00:00Z"); // the 13th; it is a Friday as well
    row("the weekday comes first", "0 0 20 * tue", "UTC", "2026-03-03T00:00:00Z",
        "2026-03-10T00:00:00Z");
    row("the 31st skips short months", "0 0 31 * *", "UTC", "2026-03-31T00:00:00Z",
        "2026-05-31T00:00:00Z");
    row("29 February", "0 0 29 2 *", "UTC", "2024-02-29T00:00:00Z", "2028-02-29T00:00:00Z");
    row("29 February over 2100", "0 0 29 2 *", "UTC", "2096-02-29T00:00:00Z",
        "2104-02-29T00:00:00Z");
    row("monthly in short", "@monthly", "UTC", "2026-03-03T00:00:00Z", "2026-04-01T00:00:00Z");
    row("China has no summer time", "30 2 * * *", "Asia/Shanghai", "2026-03-28T20:00:00Z",
        "2026-03-29T18:30:00Z");
    row("Berlin before its gap", "30 2 * * *", "Europe/Berlin", "2026-03-27T12:00:00Z",
        "2026-03-28T01:30:00Z");
    row("Berlin has no 02:30 on 29 March", "30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z",
        "2026-03-29T01:00:00Z");
    row("Berlin after its gap", "30 2 * * *", "Europe/Berlin", "2026-03-29T01:00:00Z",
        "2026-03-30T00:30:00Z");
    row("Berlin's first 02:30 of 25 October", "30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z",
        "2026-10-25T00:30:00Z");
    row("and not its second", "30 2 * * *", "Europe/Berlin", "2026-10-25T00:30:00Z",
        "2026-10-26T01:30:00Z");
    row("asked between the two", "30 2 * * *", "Europe/Berlin", "2026-10-25T01:10:00Z",
        "2026-10-26T01:30:00Z");
    row("New York has no 02:30 on 8 March", "30 2 * * *", "America/New_York",
        "2026-03-07T12:00:00Z", "2026-03-08T07:00:00Z");
    row("New York's first 01:30 of 1 November", "30 1 * * *", "America/New_York",
        "2026-10-31T12:00:00Z", "2026-11-01T05:30:00Z");
    row("and the day after", "30 1 * * *", "America/New_York", "2026-11-01T05:30:00Z",
        "2026-11-02T06:30:00Z");
    row("Lord Howe's half hour is skipped: 02:15 on 4 October", "15 2 * * *", "Australia/Lord_Howe",
        "2026-10-03T00:00:00Z", "2026-10-03T15:30:00Z");
    row("Lord Howe's half hour comes twice: 01:45 on 5 April", "45 1 * * *", "Australia/Lord_Howe",
        "2026-04-04T00:00:00Z", "2026-04-04T14:45:00Z");
    row("a quarter-hour zone", "0 0 * * *", "Asia/Kathmandu", "2026-03-03T00:00:00Z",
        "2026-03-03T18:15:00Z");
    row("Samoa had no 30 December 2011", "0 12 30 12 *", "Pacific/Apia", "2011-12-30T05:00:00Z",
        "2011-12-30T10:00:00Z");
    row("midnight that the clock skips", "0 0 * * *", "Africa/Cairo", "2026-04-23T12:00:00Z",
        "2026-04-23T22:00:00Z"); // 2026-04-24 begins at 01:00
}

void CronTest::theNextInstant()
{
    QFETCH(QString, rule);
    QFETCH(QString, zone);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    const auto cron = model::CronRule::parse(rule.toStdString());
    QVERIFY(cron.has_value());
    const TimeMs next = nextAfter(*cron, at(qPrintable(after)), ::zone(qPrintable(zone)));
    QCOMPARE(QString::fromStdString(base::toIso(next)), expected);
}

void CronTest::nonsenseIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* text, const char* where, const char* code = "CRON_INVALID") {
        QTest::newRow(text) << text << code << where;
    };
    row("", "cron");
    row("* * * *", "cron");
    row("* * * * * *", "cron");
    row("@sometimes", "cron");
    row("60 * * * *", "cron, minute");
    row("-1 * * * *", "cron, minute");
    row("1- * * * *", "cron, minute");
    row("30-10 * * * *", "cron, minute");
    row("1-2-3 * * * *", "cron, minute");
    row("*/0 * * * *", "cron, minute");
    row("*/99 * * * *", "cron, minute");
    row("*/5/5 * * * *", "cron, minute");
    row("5/5 * * * *", "cron, minute");
    row("1,,2 * * * *", "cron, minute");
    row("99999999999999999999 * * * *", "cron, minute");
    row("* 24 * * *", "cron, hour");
    row("* * 0 * *", "cron, day of month");
    row("* * 32 * *", "cron, day of month");
    row("* * * 13 *", "cron, month");
    row("* * * foo *", "cron, month");
    row("* * * * 8", "cron, day of week");
    row("* * * * noday", "cron, day of week");
    row("0 0 30 2 *", "cron, day of month", "CRON_NEVER");
    row("0 0 31 4,6,9,11 *", "cron, day of month", "CRON_NEVER");
}

void CronTest::nonsenseIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QString, where);
    const auto cron = model::CronRule::parse(text.toStdString());
    QVERIFY(!cron);
    QCOMPARE(QString::fromStdString(cron.error().code), code);
    QCOMPARE(QString::fromStdString(cron.error().where), where);
    QVERIFY(!cron.error().advice.empty());
}

void CronTest::aRuleIsNeverDueTwiceWhileTheClockGoesBack()
{
    // 02:00, 02:20 and 02:40 come twice that night; each is due the first time only.
    QCOMPARE(
        firings("*/20 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"),
        (std::vector<QString>{"2026-10-25T00:00:00Z", "2026-10-25T00:20:00Z",
                              "2026-10-25T00:40:00Z"}));
}

void CronTest::aRuleInAGapIsDueOnce()
{
    QCOMPARE(
        firings("*/20 2,3 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"),
        (std::vector<QString>{"2026-03-29T01:00:00Z", "2026-03-29T01:20:00Z",
                              "2026-03-29T01:40:00Z"}));
}

void CronTest::everyMinuteOfADayIsNamedOnce()
{
    // An ordinary day has 24 x 60 minutes; the night of 25 October has an hour more on the wall
    // that names nothing new, the night of 29 March an hour less.
    const auto minutes = [](const char* from, const char* until) {
        return firings("* * * * *", "Europe/Berlin", from, until).size();
    };
    QCOMPARE(minutes("2026-03-02T22:59:00Z", "2026-03-03T23:00:00Z"), 1440U);
    QCOMPARE(minutes("2026-10-24T21:59:00Z", "2026-10-25T23:00:00Z"), 1440U);
    QCOMPARE(minutes("2026-03-28T22:59:00Z", "2026-03-29T22:00:00Z"), 1380U);
}

/// Against the plainest search there is: each minute of real time, by what the wall shows.
void CronTest::everyTimeOfEveryZoneComesInOrder()
{
    const model::CronRule cron = model::CronRule::parse("*/30 0-4 * * *").value();
    for (const char* name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                             "Asia/Shanghai", "America/St_Johns", "Africa/Cairo", "Pacific/Chatham",
                             "America/Santiago", "Asia/Tehran"}) {
        const dsp::TimeZone wall = zone(name);
        TimeMs next = nextAfter(cron, at("2026-01-01T00:00:00Z"), wall);
        std::int64_t newest = INT64_MIN; // latest local minute seen so far
        const TimeMs end = at("2027-01-01T00:00:00Z");
        for (TimeMs time = at("2026-01-01T00:01:00Z"); time < end; time = time + base::kMinuteMs) {
            const std::int64_t local = (time.value + wall.offsetMs(time)) / base::kMinuteMs;
            // Local minutes that were reached or passed over for the first time since the last one.
            bool named = false;
            for (std::int64_t minute = std::max(newest + 1, local - 180); minute <= local; ++minute)
                named = named || (minute % 30 == 0 && minute / 60 % 24 <= 4 && newest != INT64_MIN);
            newest = std::max(newest, local);
            if (!named)
                continue;
            QCOMPARE(QString::fromStdString(base::toIso(next)),
                     QString::fromStdString(base::toIso(time)));
            next = nextAfter(cron, time, wall);
        }
    }
}

QTEST_GUILESS_MAIN(CronTest)
#include "test_cron.moc"
