// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/rival_bidder.h"
#include "market_fixture.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace fixture;
using market::RivalBidder;

namespace {

constexpr int kDraws = 200'000;

std::map<std::int64_t, int> pricesOf(const model::Seat& seat)
{
    const RivalBidder rival(seat);
    base::Random random(11);
    std::map<std::int64_t, int> counts;
    for (int i = 0; i < kDraws; ++i)
        ++counts[rival.offer({}, random).nanos];
    return counts;
}

/// Within five standard deviations of a binomial count.
bool isNear(int count, double share)
{
    const double sigma = std::sqrt(kDraws * share * (1 - share));
    return std::abs(count - kDraws * share) <= 5 * sigma;
}

} // namespace

class TestRivalBidder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void histogramPricesComeInProportionToTheirWeights()
    {
        model::Seat seat = recordedSeat("rival");
        seat.kind = model::SeatKind::Histogram;
        seat.histogram = {1, 0, 2, 5};
        const auto counts = pricesOf(seat);
        QCOMPARE(counts.size(), std::size_t{3});
        QVERIFY(isNear(counts.at(0), 1.0 / 8));
        QVERIFY(isNear(counts.at(20'000), 2.0 / 8));
        QVERIFY(isNear(counts.at(30'000), 5.0 / 8));
    }

    void aHistogramOfNothingNeverBids()
    {
        model::Seat seat = recordedSeat("rival");
        seat.kind = model::SeatKind::Histogram;
        QCOMPARE(pricesOf(seat).at(0), kDraws);
        seat.histogram.assign(301, 0);
        QCOMPARE(pricesOf(seat).at(0), kDraws);
    }

    void halfOfTheLogNormalPricesLieBelowTheMedian()
    {
        model::Seat seat = logNormalSeat("rival", std::log(2.0));
        seat.bidShare = 1;
        int below = 0;
        int belowOneSigma = 0;
        for (const auto& [price, count] : pricesOf(seat)) {
            below += price < 2 * kCpm ? count : 0;
            belowOneSigma += static_cast<double>(price) < 2e6 * std::exp(0.5) ? count : 0;
        }
        QVERIFY(isNear(below, 0.5)); // median = e^mu = 2.00 per thousand
        QVERIFY(isNear(belowOneSigma, 0.841345)); // Phi(1)
    }

    void aRivalAnswersItsShareOfOpportunities()
    {
        model::Seat seat = logNormalSeat("rival", 0);
        seat.bidShare = 0.25;
        QVERIFY(isNear(pricesOf(seat).at(0), 0.75));
    }

    void aRecordedSeatOffersTheLogsPrice()
    {
        const RivalBidder rival(recordedSeat("rival"));
        base::Random random(1);
        model::Opportunity offer;
        QCOMPARE(rival.offer(offer, random).nanos, 0LL);
        offer.recordedPrice = {77};
        QCOMPARE(rival.offer(offer, random).nanos, 77LL);
    }
};

QTEST_GUILESS_MAIN(TestRivalBidder)
#include "test_rival_bidder.moc"
