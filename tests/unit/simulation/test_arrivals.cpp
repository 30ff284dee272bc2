// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/arrivals.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>

using namespace gavel;
using simulation::Arrivals;
using simulation::ArrivalSlot;
using simulation::TrafficPlan;

namespace {

constexpr TimeMs kMonday{1'773'619'200'000}; // 2026-03-16T00:00:00Z, a Monday

TrafficPlan dayPlan(std::int64_t auctions)
{
    TrafficPlan plan;
    plan.auctions = auctions;
    for (int half = 0; half < 48; ++half)
        plan.curve.push_back(half < 24 ? 1 : 3);
    return plan;
}

std::vector<TimeMs> moments(const TrafficPlan& plan, std::uint32_t shard, std::uint32_t shards)
{
    Arrivals arrivals(simulation::layOutSlots(plan, kMonday, base::kDayMs, 0, 5), shard, shards,
                      base::Random(9));
    std::vector<TimeMs> all;
    for (; !arrivals.finished(); arrivals.take())
        all.push_back(arrivals.next());
    return all;
}

std::int64_t before(const std::vector<TimeMs>& all, TimeMs time)
{
    return std::count_if(all.begin(), all.end(), [&](TimeMs at) { return at < time; });
}

} // namespace

class TestArrivals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAuctionOfThePlanComesInOrder()
    {
        const auto all = moments(dayPlan(40'000), 0, 1);
        QCOMPARE(all.size(), std::size_t{40'000});
        QVERIFY(std::is_sorted(all.begin(), all.end()));
        QVERIFY(all.front() >= kMonday);
        QVERIFY(all.back() < kMonday + base::kDayMs);
    }

    void halvesOfTheDayGetTheirShareOfTheCurve()
    {
        // 24 x 1 of 24 x (1 + 3): a quarter before noon, exactly.
        const auto all = moments(dayPlan(40'000), 0, 1);
        QCOMPARE(before(all, kMonday + base::kDayMs / 2), std::int64_t{10'000});
    }

    void momentsAreEvenWithinASlot()
    {
        // 40 000 x 3/96 = 1250 in the last half hour; its first third has 1250/3 with a deviation
        // of sqrt(1250 x 1/3 x 2/3) = 16.7: four of them are 67.
        const auto all = moments(dayPlan(40'000), 0, 1);
        const auto from = kMonday + (base::kDayMs - base::kHourMs / 2);
        const auto inThird = before(all, from + 10 * base::kMinuteMs) - before(all, from);
        QVERIFY(std::abs(static_cast<double>(inThird) - 1250.0 / 3) < 67);
    }

    void shardsPartTheAuctionsOfTheMarket()
    {
        const auto plan = dayPlan(10'001);
        std::size_t sum = 0;
        for (std::uint32_t shard = 0; shard < 3; ++shard) {
            const auto count = moments(plan, shard, 3).size();
            QVERIFY(count == 3333 || count == 3334);
            sum += count;
        }
        QCOMPARE(sum, std::size_t{10'001});
    }

    void aWeekCurveStartsOnMondayLocalTime()
    {
        TrafficPlan plan;
        plan.auctions = 1000;
        plan.curve.assign(168, 0.0);
        plan.curve[2 * 24 + 8] = 1; // Wednesday, 8 to 9
        const auto spans = simulation::layOutSlots(plan, kMonday, base::kWeekMs, 480, 1);
        for (const auto& slot : spans) {
            // Wednesday 08:00 at UTC+8 is Wednesday 00:00 UTC.
            const bool wanted = slot.from == kMonday.value + 2 * base::kDayMs;
            QCOMPARE(slot.auctions, wanted ? std::int64_t{1000} : std::int64_t{0});
        }
    }

    void aRunMayStartInsideASlot()
    {
        const auto spans = simulation::layOutSlots(dayPlan(900), kMonday + 20 * base::kMinuteMs,
                                                   base::kHourMs, 0, 1);
        // 10 minutes, 30 minutes and 20 minutes at the same rate: 150, 450 and 300.
        QCOMPARE(spans.size(), std::size_t{3});
        QCOMPARE(spans[0].auctions, std::int64_t{150});
        QCOMPARE(spans[1].auctions, std::int64_t{450});
        QCOMPARE(spans[2].auctions, std::int64_t{300});
    }

    void modulationMovesSlotsButNotTheSum()
    {
        auto plan = dayPlan(96'000);
        plan.curve.assign(48, 1.0);
        plan.modulation = 0.4;
        const auto spans = simulation::layOutSlots(plan, kMonday, base::kDayMs, 0, 77);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            sum += spans[i].auctions;
            // The four half hours of two hours move together; rounding may part them by one.
            QVERIFY(std::abs(spans[i].auctions - spans[i / 4 * 4].auctions) <= 1);
            // 2000 x (1 +- 0.4) over a mean of at least 0.6 and at most 1.4.
            QVERIFY(spans[i].auctions >= 2000 * 0.6 / 1.4 - 1
                    && spans[i].auctions <= 2000 * 1.4 / 0.6 + 1);
        }
        QCOMPARE(sum, std::int64_t{96'000});
        QVERIFY(spans[0].auctions != spans[4].auctions);
    }

    void theTrafficFactorScalesWhatIsStillToCome()
    {
        Arrivals arrivals(simulation::layOutSlots(dayPlan(40'000), kMonday, base::kDayMs, 0, 5), 0,
                          1, base::Random(9));
        std::int64_t count = 0;
        for (; arrivals.next() < kMonday + base::kDayMs / 2; arrivals.take())
            ++count;
        QCOMPARE(count, std::int64_t{10'000});
        arrivals.setFactor(0.5);
        for (count = 0; !arrivals.finished(); arrivals.take())
            ++count;
        QVERIFY(std::abs(count - 15'000) <= 1);
    }
};

QTEST_GUILESS_MAIN(TestArrivals)
#include "test_arrivals.moc"
