// SPDX-License-Identifier: GPL-3.0-or-later
// What part of a day budget is planned by a moment, from the clock face alone.
#include "engine/runtime/day_plan.h"

#include <QtTest>

using namespace gavel;

namespace {

constexpr TimeMs kMidnight{1'773'964'800'000}; // 2026-03-20T00:00:00Z, a Friday

TimeMs at(double hour)
{
    return kMidnight + static_cast<std::int64_t>(hour * base::kHourMs);
}

} // namespace

class TestDayPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evenWithoutACurve()
    {
        const model::Campaign campaign;
        QCOMPARE(runtime::plannedShare(campaign, {}, at(0)), 0.0);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(6)), 0.25);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(23.5)), 47.0 / 48);
    }

    void onlyInTheHoursOfTheTargeting()
    {
        model::Campaign campaign;
        campaign.targeting.hours.emplace();
        for (std::size_t hour = 7; hour < 23; ++hour)
            campaign.targeting.hours->set(4 * 24 + hour);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(7)), 0.0);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(11)), 4.0 / 16);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(23.9)), 1.0);
    }

    void followsTheTrafficOfTheMarketsDay()
    {
        // All traffic between 20:00 and 21:00 in a market eight hours east: 12:00 to 13:00 UTC.
        runtime::DayCurve curve;
        curve.halfHours.assign(48, 0.0);
        curve.halfHours[40] = 0.75;
        curve.halfHours[41] = 0.25;
        curve.utcOffsetMinutes = 480;
        const model::Campaign campaign;
        QCOMPARE(runtime::plannedShare(campaign, curve, at(12)), 0.0);
        QCOMPARE(runtime::plannedShare(campaign, curve, at(12.5)), 0.75);
        QCOMPARE(runtime::plannedShare(campaign, curve, at(12.75)), 0.875);
        QCOMPARE(runtime::plannedShare(campaign, curve, at(18)), 1.0);
    }

    void nothingBeforeTheMarketsStart()
    {
        runtime::DayCurve curve;
        curve.from = at(6);
        const model::Campaign campaign;
        QCOMPARE(runtime::plannedShare(campaign, curve, at(6)), 0.0);
        QCOMPARE(runtime::plannedShare(campaign, curve, at(18)), 0.5);
        QCOMPARE(runtime::plannedShare(campaign, curve, at(24 + 6)), 0.25);
    }

    void aShareIsComeToAtItsTime()
    {
        model::Campaign campaign;
        QVERIFY(runtime::plannedAt(campaign, {}, at(3), 0.5) == at(12));
        QVERIFY(runtime::plannedAt(campaign, {}, at(3), 1.5) == TimeMs{}); // not on this day
        campaign.targeting.hours.emplace();
        for (std::size_t hour = 7; hour < 23; ++hour)
            campaign.targeting.hours->set(4 * 24 + hour);
        QVERIFY(runtime::plannedAt(campaign, {}, at(8), 0.25) == at(11));
        runtime::DayCurve curve;
        curve.halfHours.assign(48, 0.0);
        curve.halfHours[24] = 0.75;
        curve.halfHours[25] = 0.25;
        campaign.targeting.hours.reset();
        QVERIFY(runtime::plannedAt(campaign, curve, at(2), 0.875) == at(12.75));
        curve = {};
        curve.from = at(6); // a quarter of the day is past and stays unspent
        QVERIFY(runtime::plannedAt(campaign, curve, at(7), 0.5) == at(18));
        QVERIFY(runtime::plannedAt(campaign, curve, at(7), 0.9) == TimeMs{});
    }

    void onlyInsideTheFlight()
    {
        model::Campaign campaign;
        campaign.flightStart = at(12);
        campaign.flightEnd = at(20);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(11)), 0.0);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(14)), 0.25);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(22)), 1.0);
        QCOMPARE(runtime::plannedShare(campaign, {}, at(30)), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestDayPlan)
#include "test_day_plan.moc"
