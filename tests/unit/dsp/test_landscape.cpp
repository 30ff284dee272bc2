// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/dsp/landscape.h"

#include <QtTest>

#include <cmath>

using namespace gavel;
using namespace gavel::dsp;

namespace {

constexpr std::int64_t kUnit = 2'000'000; ///< prices are uniform up to 2.00 per thousand

Price uniformPrice(base::Random& random)
{
    return Price::floorOf(random.uniform() * kUnit + 1);
}

double share(std::int64_t part)
{
    return static_cast<double>(part) / kUnit;
}

} // namespace

class TestLandscape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutNoticesTheValueIsBid()
    {
        Landscape landscape;
        QCOMPARE(landscape.shade({1'000'000}, {10}).nanos, 1'000'000);
        QCOMPARE(landscape.winRate({1'000'000}), 0.0);
        landscape.observePrice({0}); // unknown
        QCOMPARE(landscape.weight(), 0.0);
    }

    void theWinRateIsTheDistributionOfPrices()
    {
        base::Random random(1);
        Landscape landscape;
        for (int i = 0; i < 40'000; ++i)
            landscape.observePrice(uniformPrice(random));
        for (const std::int64_t bid : {200'000, 500'000, 1'000'000, 1'900'000}) {
            const double rate = landscape.winRate({bid});
            // a bin is 5 % wide and counts below its upper edge only
            QVERIFY(rate <= share(bid) + 0.01 && rate >= share(bid) * 0.95 - 0.01);
        }
        QCOMPARE(landscape.winRate({3 * kUnit}), 1.0);
    }

    /// Wins at the own bid hide the price. F(b) = b all the same: the product limit redistributes
    /// them.
    void winsAtTheOwnBidAreNotTakenForPrices()
    {
        base::Random random(2);
        Landscape landscape;
        for (int i = 0; i < 60'000; ++i) {
            const Price bid = uniformPrice(random);
            const Price toWin = uniformPrice(random);
            if (toWin <= bid)
                landscape.observeWinAtOwnBid(bid);
            else
                landscape.observePrice(toWin);
        }
        for (const std::int64_t bid : {500'000, 1'000'000, 1'500'000}) {
            const double rate = landscape.winRate({bid});
            QVERIFY(std::abs(rate - share(bid)) < 0.04);
        }
    }

    /// Uniform prices: (V - b) b is greatest at b = V/2.
    void shadingBidsHalfTheValueAgainstUniformPrices()
    {
        base::Random random(3);
        Landscape landscape;
        for (int i = 0; i < 40'000; ++i)
            landscape.observePrice(uniformPrice(random));
        for (const std::int64_t value : {600'000, 1'000'000, 1'800'000}) {
            const Price bid = landscape.shade({value}, {});
            QVERIFY(std::abs(static_cast<double>(bid.nanos) / static_cast<double>(value) - 0.5)
                    < 0.05);
        }
        // Above all prices nothing is gained by bidding more than the highest.
        QVERIFY(landscape.shade({40 * kUnit}, {}).nanos <= kUnit * 11 / 10);
    }

    void shadingStaysBetweenFloorAndValue()
    {
        base::Random random(4);
        Landscape landscape;
        for (int i = 0; i < 1000; ++i)
            landscape.observePrice(uniformPrice(random));
        QCOMPARE(landscape.shade({1'000'000}, {900'000}).nanos, 900'000);
        QCOMPARE(landscape.shade({1'000'000}, {1'000'000}).nanos, 1'000'000);
        QCOMPARE(landscape.shade({1'000'000}, {2'000'000}).nanos, 1'000'000);
        QCOMPARE(landscape.shade({5}, {}).nanos, 5);
    }
};

QTEST_GUILESS_MAIN(TestLandscape)
#include "test_landscape.moc"
