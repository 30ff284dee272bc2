// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/base/random.h"
#include "engine/scheduling/quota/day_curve.h"

#include <QtTest>

#include <numeric>

using namespace gavel;
using namespace gavel::scheduling;

namespace {

constexpr std::int64_t kHalfHourMs = base::kHourMs / 2;

TimeMs at(const char* text)
{
    return *base::parseIso(text, "test");
}
dsp::TimeZone zoneNamed(const char* name)
{
    return *dsp::TimeZone::named(name);
}
bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b));
}

} // namespace

class TestDayCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreCutAtTheHalfHoursOfTheirClock_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("at");
        QTest::addColumn<int>("spans");
        QTest::addColumn<int>("hours");
        QTest::newRow("utc") << QByteArray("UTC") << QByteArray("2026-07-01T12:00:00Z") << 48 << 24;
        QTest::newRow("summer begins")
            << QByteArray("Europe/Berlin") << QByteArray("2026-03-29T10:00:00Z") << 46 << 23;
        QTest::newRow("summer ends")
            << QByteArray("Europe/Berlin") << QByteArray("2026-10-25T10:00:00Z") << 50 << 25;
        QTest::newRow("quarter of an hour")
            << QByteArray("Asia/Kathmandu") << QByteArray("2026-07-01T12:00:00Z") << 48 << 24;
    }
    void daysAreCutAtTheHalfHoursOfTheirClock()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, at);
        QFETCH(int, spans);
        QFETCH(int, hours);
        const LocalDay day = localDay(zoneNamed(zone), ::at(at));
        QCOMPARE(static_cast<int>(day.spans.size()), spans);
        QCOMPARE(day.end - day.begin, hours * base::kHourMs);
        TimeMs next = day.begin;
        for (const DaySpan& span : day.spans) {
            QVERIFY(span.begin == next);
            QCOMPARE(span.end - span.begin, kHalfHourMs);
            QCOMPARE(span.hourOfWeek % 24, span.half / 2);
            next = span.end;
        }
        QVERIFY(next == day.end);
    }

    void anHourEndsOnTheHour()
    {
        const LocalDay day = localDay(zoneNamed("Asia/Kolkata"), at("2026-07-01T12:00:00Z"));
        // 12:10 UTC is 17:40 in India.
        QVERIFY(day.endOfHour(at("2026-07-01T12:10:00Z")) == at("2026-07-01T12:30:00Z"));
        QVERIFY(day.endOfHour(at("2026-07-01T12:30:00Z")) == at("2026-07-01T13:30:00Z"));
    }

    void theHourThatComesTwiceIsTwoHours()
    {
        const LocalDay day = localDay(zoneNamed("Europe/Berlin"), at("2026-10-25T10:00:00Z"));
        QVERIFY(day.endOfHour(at("2026-10-25T00:00:00Z")) == at("2026-10-25T01:00:00Z"));
        QVERIFY(day.endOfHour(at("2026-10-25T01:00:00Z")) == at("2026-10-25T02:00:00Z"));
    }

    void trafficIsCountedWhereTheCampaignIsOpen()
    {
        const LocalDay day = localDay({}, at("2026-07-01T00:00:00Z")); // a Wednesday
        const HalfHours even = evenShape();
        QVERIFY(isNear(trafficWithin(even, day, {}, day.begin, day.end), 48));
        QVERIFY(
            isNear(trafficWithin(even, day, {}, day.begin, day.begin + base::kMinuteMs), 1.0 / 30));
        model::HourGrid hours;
        for (std::size_t hour = 8; hour < 20; ++hour)
            hours.set(2 * 24 + hour);
        OpenHours open{.hours = &hours};
        QVERIFY(isNear(trafficWithin(even, day, open, day.begin, day.end), 24));
        open.flightStart = at("2026-07-01T10:00:00Z");
        open.flightEnd = at("2026-07-01T11:15:00Z");
        QVERIFY(isNear(trafficWithin(even, day, open, day.begin, day.end), 2.5));
    }

    void shapesHaveAMeanOfOne()
    {
        std::vector<double> market(48, 0.01);
        market[20] = 0.53; // 10:00 in UTC
        const HalfHours utc = priorShape(market, 0, localDay({}, at("2026-07-01T00:00:00Z")));
        QVERIFY(isNear(std::accumulate(utc.begin(), utc.end(), 0.0), 48));
        QVERIFY(isNear(utc[20], 0.53 * 48));
        QVERIFY(isNear(utc[21], 0.01 * 48));
    }

    void theMarketsDayIsSeenFromTheCampaignsZone()
    {
        std::vector<double> market(48, 0.01);
        market[20] = 0.53;
        // 10:00 in a market at UTC+1 is 18:00 in Tokyo.
        const LocalDay day = localDay(zoneNamed("Asia/Tokyo"), at("2026-07-01T00:00:00Z"));
        const HalfHours tokyo = priorShape(market, 60, day);
        QVERIFY(isNear(tokyo[36], 0.53 * 48));
    }

    void withoutAMarketCurveTheDayIsEven()
    {
        QVERIFY(priorShape({}, 0, localDay({}, {})) == evenShape());
        QVERIFY(DayCurve().shape(evenShape()) == evenShape());
        QCOMPARE(DayCurve().level(evenShape()), 0.0);
    }

    void anObservedHalfHourCountsAsMuchAsThePrior()
    {
        const LocalDay day = localDay({}, at("2026-07-01T00:00:00Z"));
        DayCurve curve;
        curve.learn(day, {}, evenShape(), day.begin, day.begin + kHalfHourMs, 10, 1);
        curve.learn(day, {}, evenShape(), day.begin + kHalfHourMs, day.begin + 2 * kHalfHourMs, 30,
                    1);
        // 40 in two half hours: 20 expected of any. (20 + 10) / 2 = 15 and (20 + 30) / 2 = 25.
        QVERIFY(isNear(curve.level(evenShape()), 20));
        const HalfHours shape = curve.shape(evenShape());
        QVERIFY(isNear(shape[0], 0.75));
        QVERIFY(isNear(shape[1], 1.25));
        QVERIFY(isNear(shape[2], 1));
    }

    void whatAnExhaustedQuotaHidIsNotHeldAgainstTheTime()
    {
        const LocalDay day = localDay({}, at("2026-07-01T00:00:00Z"));
        DayCurve half;
        half.learn(day, {}, evenShape(), day.begin, day.begin + kHalfHourMs, 10, 0.5);
        QVERIFY(isNear(half.level(evenShape()), 20));
        DayCurve never;
        never.learn(day, {}, evenShape(), day.begin, day.begin + kHalfHourMs, 0, 0);
        QCOMPARE(never.level(evenShape()), 0.0);
    }

    void hoursThatAreNotOpenTeachNothing()
    {
        const LocalDay day = localDay({}, at("2026-07-01T00:00:00Z"));
        const model::HourGrid closed;
        DayCurve curve;
        curve.learn(day, {.hours = &closed}, evenShape(), day.begin, day.end, 0, 1);
        QCOMPARE(curve.level(evenShape()), 0.0);
    }

    void aCurveOfItsOwnIsLearntInAWeek()
    {
        // Twice the traffic in the second half of the day, against an even prior.
        DayCurve curve;
        for (int days = 0; days < 7; ++days) {
            const LocalDay day = localDay({}, at("2026-07-01T00:00:00Z") + days * base::kDayMs);
            for (const DaySpan& span : day.spans)
                curve.learn(day, {}, evenShape(), span.begin, span.end, span.half < 24 ? 100 : 200,
                            1);
        }
        const HalfHours shape = curve.shape(evenShape());
        // The weight of seven faded days is (1 - e^-1) / (1 - e^-1/7) = 4.749 against 1 of prior.
        const double watched = (1 - std::exp(-1.0)) / (1 - std::exp(-1.0 / 7));
        const double expected = (150 + 100 * watched) / (1 + watched) / 150;
        QVERIFY(std::abs(shape[5] - expected) < 1e-4);
        QVERIFY(std::abs(shape[40] - (2 - expected)) < 1e-4);
    }

    void aFlightIsTheSumOfItsDays()
    {
        base::Random random(11);
        HalfHours shape = evenShape();
        for (double& share : shape)
            share = 0.1 + random.uniform();
        for (int i = 0; i < 200; ++i) {
            model::HourGrid hours;
            for (std::size_t hour = 0; hour < hours.size(); ++hour)
                hours.set(hour, random.chance(0.6));
            const TimeMs now{at("2026-07-01T00:00:00Z").value
                             + static_cast<std::int64_t>(random.below(20 * 24 * 60))
                                 * base::kMinuteMs};
            OpenHours open{.hours = random.chance(0.5) ? &hours : nullptr};
            open.flightStart = now
                + (static_cast<std::int64_t>(random.below(10 * 24 * 60)) - 5 * 24 * 60)
                    * base::kMinuteMs;
            open.flightEnd = open.flightStart
                + static_cast<std::int64_t>(random.below(30 * 24 * 60)) * base::kMinuteMs;
            const dsp::TimeZone zone = zoneNamed("Asia/Kolkata"); // no daylight saving
            double expected = 0;
            for (TimeMs in = now; in < open.flightEnd;) {
                const LocalDay day = localDay(zone, in);
                expected += trafficWithin(shape, day, open, in, day.end);
                in = day.end;
            }
            const double got = trafficOfFlight(shape, localDay(zone, now), zone, open, now);
            QVERIFY2(std::abs(got - expected) < 1e-6 * std::max(expected, 1.0),
                     qPrintable(QString("%1 instead of %2").arg(got).arg(expected)));
        }
    }
};

QTEST_GUILESS_MAIN(TestDayCurve)
#include "test_day_curve.moc"
