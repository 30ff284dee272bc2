// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/ssp/floor_advice.h"
#include "engine/ssp/inventory.h"

#include <QtTest>

using namespace gavel;

class TestSsp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooFewAuctionsSuggestNoFloor()
    {
        ssp::FloorAdvice advice;
        for (int i = 0; i < 999; ++i)
            advice.observe(Price{5'000'000}, Price{1'000'000});
        QCOMPARE(advice.suggest().floor.nanos, std::int64_t{0});
    }

    void alwaysTheSameBidsSuggestTheHighest()
    {
        ssp::FloorAdvice advice;
        for (int i = 0; i < 2000; ++i)
            advice.observe(Price{5'000'000}, Price{1'000'000});
        const auto suggestion = advice.suggest();
        QCOMPARE(suggestion.floor.nanos, std::int64_t{5'000'000});
        QCOMPARE(suggestion.perAuction.nanos, std::int64_t{5'000'000});
        QCOMPARE(suggestion.perAuctionWithout.nanos, std::int64_t{1'000'000});
    }

    /// Two bidders uniform on [0, 1]: the best floor is 1/2 and earns 5/12 instead of 1/3 (Myerson
    /// 1981).
    void uniformBiddersSuggestOneHalf()
    {
        base::Random random(42);
        ssp::FloorAdvice advice;
        for (int i = 0; i < 400'000; ++i) {
            const double a = random.uniform();
            const double b = random.uniform();
            advice.observe(Price::floorOf(1e7 * std::max(a, b)),
                           Price::floorOf(1e7 * std::min(a, b)));
        }
        const auto suggestion = advice.suggest();
        QVERIFY(std::abs(static_cast<double>(suggestion.floor.nanos) / 1e7 - 0.5) < 0.05);
        QVERIFY(std::abs(static_cast<double>(suggestion.perAuction.nanos) / 1e7 - 5.0 / 12)
                < 0.005);
        QVERIFY(std::abs(static_cast<double>(suggestion.perAuctionWithout.nanos) / 1e7 - 1.0 / 3)
                < 0.005);
    }

    void mergedAdviceEqualsOneObserver()
    {
        ssp::FloorAdvice one;
        ssp::FloorAdvice left;
        ssp::FloorAdvice right;
        for (int i = 0; i < 3000; ++i) {
            const Price high{1'000'000 + i * 1000};
            const Price low{500'000};
            one.observe(high, low);
            (i % 2 ? left : right).observe(high, low);
        }
        left.merge(right);
        QCOMPARE(left.suggest().floor.nanos, one.suggest().floor.nanos);
        QCOMPARE(left.auctions(), one.auctions());
    }

    void inventoryRefusesUnknownAndUnavailableSlots()
    {
        model::Placement top;
        top.id = "top";
        top.publisherId = "pub";
        model::Placement gone = top;
        gone.id = "gone";
        gone.available = false;
        const ssp::Inventory inventory({{"pub", "Publisher", "", {}, {}, {}}}, {top, gone});
        QVERIFY(inventory.offer("top").has_value());
        QCOMPARE(inventory.offer("gone").error().what, std::string("Ad slot not available"));
        QCOMPARE(inventory.offer("none").error().what, std::string("Ad slot not found"));
        QCOMPARE(inventory.placements("pub").size(), std::size_t{2});
        QCOMPARE(inventory.placements("other").size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestSsp)
#include "test_ssp.moc"
