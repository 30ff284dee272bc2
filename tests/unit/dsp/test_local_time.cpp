// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/local_time.h"

#include <QTest>

using gavel::TimeMs;
using gavel::dsp::LocalTime;
using gavel::dsp::TimeZone;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

// Days since 1970-01-01, by `date -u -d 2026-03-29 +%s` divided by 86 400 and likewise.
constexpr std::int32_t kMarch29 = 20541; // 2026, a Sunday
constexpr std::int32_t kNovember1 = 20758; // 2026, a Sunday

TimeMs utc(std::int32_t day, std::int64_t hour, std::int64_t minute = 0)
{
    return {day * kDay + hour * kHour + minute * kMinute};
}
constexpr std::uint32_t hourOn(std::uint32_t weekday, std::uint32_t hour)
{
    return weekday * 24 + hour;
}
constexpr std::uint32_t kMonday = 0;
constexpr std::uint32_t kThursday = 3;
constexpr std::uint32_t kSaturday = 5;
constexpr std::uint32_t kSunday = 6;

TimeZone zone(const char* name)
{
    return TimeZone::named(name).value();
}

} // namespace

class TestLocalTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEpochIsAThursdayInUtc()
    {
        QVERIFY((TimeZone().at({0}) == LocalTime{0, hourOn(kThursday, 0)}));
        QVERIFY((TimeZone().at({-1}) == LocalTime{-1, hourOn(2, 23)}));
        QCOMPARE(TimeZone().name(), std::string_view("UTC"));
    }
    void berlinSkipsAnHourInSpring()
    {
        // 2026-03-29 01:00 UTC: clocks go from 02:00 CET to 03:00 CEST.
        const TimeZone berlin = zone("Europe/Berlin");
        QVERIFY((berlin.at(utc(kMarch29, 0, 59)) == LocalTime{kMarch29, hourOn(kSunday, 1)}));
        QVERIFY((berlin.at(utc(kMarch29, 1)) == LocalTime{kMarch29, hourOn(kSunday, 3)}));
        QCOMPARE(berlin.offsetMs({utc(kMarch29, 1).value - 1}), kHour);
        QCOMPARE(berlin.offsetMs(utc(kMarch29, 1)), 2 * kHour);
    }
    void newYorkRepeatsAnHourInAutumn()
    {
        // 2026-11-01 06:00 UTC: clocks go from 02:00 EDT back to 01:00 EST.
        const TimeZone newYork = zone("America/New_York");
        QVERIFY((newYork.at(utc(kNovember1, 5, 59)) == LocalTime{kNovember1, hourOn(kSunday, 1)}));
        QVERIFY((newYork.at(utc(kNovember1, 6)) == LocalTime{kNovember1, hourOn(kSunday, 1)}));
        QVERIFY((newYork.at(utc(kNovember1, 7)) == LocalTime{kNovember1, hourOn(kSunday, 2)}));
        QVERIFY(
            (newYork.at(utc(kNovember1, 3)) == LocalTime{kNovember1 - 1, hourOn(kSaturday, 23)}));
    }
    void seoulIsNineHoursAheadAllYear()
    {
        const TimeZone seoul = zone("Asia/Seoul");
        for (std::int32_t day = kMarch29 - 100; day < kMarch29 + 300; ++day)
            QCOMPARE(seoul.offsetMs(utc(day, 12)), 9 * kHour);
        QVERIFY((seoul.at(utc(kMarch29, 15)) == LocalTime{kMarch29 + 1, hourOn(kMonday, 0)}));
    }
    void zonesWithHalfHoursCountTheirOwnHours()
    {
        // India is 5:30 ahead: 18:29 UTC is 23:59, 18:30 UTC is the next day.
        const TimeZone india = zone("Asia/Kolkata");
        QVERIFY((india.at(utc(kMarch29, 18, 29)) == LocalTime{kMarch29, hourOn(kSunday, 23)}));
        QVERIFY((india.at(utc(kMarch29, 18, 30)) == LocalTime{kMarch29 + 1, hourOn(kMonday, 0)}));
    }
    void aDayBeginsAtLocalMidnight()
    {
        QCOMPARE(zone("Asia/Seoul").startOfDay(kMarch29).value, utc(kMarch29 - 1, 15).value);
        const TimeZone berlin = zone("Europe/Berlin");
        QCOMPARE(berlin.startOfDay(kMarch29).value, utc(kMarch29 - 1, 23).value);
        QCOMPARE(berlin.startOfDay(kMarch29 + 1).value, utc(kMarch29, 22).value); // 23 hours later
        const TimeZone newYork = zone("America/New_York");
        QCOMPARE(newYork.startOfDay(kNovember1 + 1) - newYork.startOfDay(kNovember1), 25 * kHour);
    }
    void aDayWithoutMidnightBeginsWhereTheClockJumps()
    {
        // Sao Paulo, 2018-11-04 (day 17839): 00:00 -03 became 01:00 -02, which is 03:00 UTC.
        const TimeZone saoPaulo = zone("America/Sao_Paulo");
        QCOMPARE(saoPaulo.startOfDay(17839).value, utc(17839, 3).value);
        QVERIFY((saoPaulo.at(utc(17839, 3)) == LocalTime{17839, hourOn(kSunday, 1)}));
    }
    void theSameZoneIsLoadedOnce()
    {
        QVERIFY(zone("Asia/Seoul") == zone("Asia/Seoul"));
        QVERIFY(!(zone("Asia/Seoul") == zone("Asia/Tokyo")));
        QVERIFY(zone("UTC") == TimeZone());
    }
    void anUnknownZoneIsRefusedByName()
    {
        const auto zone = TimeZone::named("Mars/Olympus_Mons");
        QVERIFY(zone.has_error());
        QCOMPARE(zone.error().code, std::string("UNKNOWN_TIME_ZONE"));
        QVERIFY(zone.error().what.find("Mars/Olympus_Mons") != std::string::npos);
        QVERIFY(TimeZone::named("").has_error());
    }
    void yearsFarAwayKeepTheNearestOffset()
    {
        const TimeZone seoul = zone("Asia/Seoul");
        QCOMPARE(seoul.offsetMs({INT64_MAX / 2}), 9 * kHour);
        QCOMPARE(seoul.offsetMs({-kDay * 40000}), 9 * kHour); // as on 1970-01-01
    }
};

QTEST_GUILESS_MAIN(TestLocalTime)
#include "test_local_time.moc"
