// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/pacing_meter.h"
#include "seat_fixture.h"

#include <QtTest>

#include <numeric>

using namespace gavel;
using namespace gavel::dsp;
using namespace gavel::dsp::test;
using model::CampaignFate;
using model::PriceRatios;

namespace {

constexpr Price kUnbound{INT64_MAX};

/// A seat whose campaigns' bids can be scaled.
struct Paced : Bidding
{
    using Bidding::Bidding;

    void scale(const std::string& id, std::int32_t ppm, Price limit = {500'000'000'000})
    {
        auto changed = grant(id, ++version, limit, {INT64_MAX});
        changed.epoch = 9; // newer than the fixture's
        changed.bidFactorPpm = ppm;
        QCOMPARE(static_cast<int>(seat.apply(changed)),
                 static_cast<int>(model::GrantAnswer::Applied));
    }
    model::PacingTally tally(const std::string& id) const { return seat.pacing(handle(id)); }
    std::uint64_t version = 0;
};

float sumOf(const std::array<float, PriceRatios::kBins>& bins)
{
    return std::accumulate(bins.begin(), bins.end(), 0.0F);
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-5 * std::abs(b);
}

} // namespace

class TestSeatPacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFactorScalesTheBidAndIsATermOfItsOwn()
    {
        Paced paced(marketWith({campaignNamed("a", 2'000'000)}));
        paced.scale("a", 250'000);
        const auto opportunity = opportunityAt(kMonday);
        QCOMPARE(paced.bid(opportunity).price.nanos, 500'000);
        const model::BidFormula formula = paced.seat.lastFormula();
        QCOMPARE(formula.value.nanos, 2'000'000);
        QCOMPARE(formula.pacing, 0.25);
        QCOMPARE(formula.shaded.nanos, 500'000);
        QCOMPARE(formula.bid.nanos, 500'000);
        const auto trace = paced.traceOf(opportunity, "a");
        QCOMPARE(trace.formula.pacing, 0.25);
        QCOMPARE(trace.terms.pacing, 0.25);
    }

    void bidsAreRaisedUpToTheStrategysBound()
    {
        auto campaign = campaignNamed("a", 2'000'000);
        campaign.strategy.maxBid = {5'000'000};
        Paced paced(marketWith({campaign}));
        paced.scale("a", 1'500'000);
        QCOMPARE(paced.bid(opportunityAt(kMonday)).price.nanos, 3'000'000);
        paced.scale("a", 4'000'000);
        QCOMPARE(paced.bid(opportunityAt(kMonday, 2)).price.nanos, 5'000'000);
    }

    void theFactorOutlivesAnEditAndAChangeOfStrategy()
    {
        const auto setup = marketWith({campaignNamed("a", 2'000'000)});
        Paced paced(setup);
        paced.scale("a", 500'000);
        paced.seat.change(campaignNamed("a", 3'000'000));
        QCOMPARE(paced.bid(opportunityAt(kMonday)).price.nanos, 1'500'000);
        paced.seat.setStrategy(model::StrategyKind::Constant);
        QCOMPARE(paced.bid(opportunityAt(kMonday, 2)).price.nanos, 1'500'000);
    }

    void aSeatOffersTheCampaignThatBidsMost()
    {
        Paced paced(marketWith({campaignNamed("a", 2'000'000), campaignNamed("b", 1'000'000)}));
        QCOMPARE(paced.bid(opportunityAt(kMonday)).campaign, paced.handle("a"));
        paced.scale("a", 400'000);
        const auto bid = paced.bid(opportunityAt(kMonday, 2));
        QCOMPARE(bid.campaign, paced.handle("b"));
        QCOMPARE(bid.price.nanos, 1'000'000);
        paced.scale("b", 300'000);
        QCOMPARE(paced.bid(opportunityAt(kMonday, 3)).campaign, paced.handle("a"));
    }

    void aBidBelowTheFloorIsNoBid()
    {
        Paced paced(marketWith({campaignNamed("a", 2'000'000)}));
        paced.scale("a", 400'000);
        QCOMPARE(paced.bid(opportunityAt(kMonday), {1'000'000}).price.nanos, 0);
        QCOMPARE(static_cast<int>(paced.traceOf(opportunityAt(kMonday), "a").fate),
                 static_cast<int>(CampaignFate::NoValue));
    }

    void ratiosSumUpPriceAndWorth()
    {
        Paced paced(marketWith({campaignNamed("a", 1'000'000)}));
        const auto play = [&](std::uint64_t id, std::int64_t toWin) {
            const auto opportunity = opportunityAt(kMonday, id);
            const auto bid = paced.bid(opportunity);
            if (bid.price.nanos > toWin)
                paced.seat.won(bid, opportunity, {toWin});
            else
                paced.seat.lost(bid, opportunity, {toWin});
        };
        play(1, 300'000); // won: 0.3 of the worth, in [2^-2, 2^-1.5)
        play(2, 3'000'000); // lost: 3, in [2^1.5, 2^2)
        const auto silent = opportunityAt(kMonday, 3);
        paced.seat.lost(paced.bid(silent), silent, {}); // nobody says at what price: no ratio
        const auto tally = paced.tally("a");
        QCOMPARE(tally.priced, std::uint64_t{2});
        QCOMPARE(tally.worthSeen, 2'000'000);
        QCOMPARE(tally.worthWon, 1'000'000);
        QCOMPARE(tally.worthLost, 0); // dearer than the worth is no loss to pacing
        QVERIFY(std::abs(tally.ratios.weight - 2) < 1e-3F);
        QVERIFY(isNear(tally.ratios.price[PriceRatios::binOf(0.3)], 300'000 * (1 - 1 / 10'000.0)));
        QVERIFY(isNear(tally.ratios.price[PriceRatios::binOf(3)], 3'000'000));
        QVERIFY(isNear(tally.ratios.worth[PriceRatios::binOf(3)], 1'000'000));
        QVERIFY(isNear(sumOf(tally.ratios.price), 3'299'970));
    }

    void ratiosAreOfTheUnscaledBid()
    {
        Paced paced(marketWith({campaignNamed("a", 1'000'000)}));
        paced.scale("a", 500'000);
        const auto opportunity = opportunityAt(kMonday);
        paced.seat.lost(paced.bid(opportunity), opportunity, {700'000});
        const auto tally = paced.tally("a");
        QVERIFY(isNear(tally.ratios.price[PriceRatios::binOf(0.7)], 700'000));
        QCOMPARE(tally.worthLost, 1'000'000); // the bid as it is would have won
    }

    void pricesAboveTheStrategysBoundAreNeverBought()
    {
        auto campaign = campaignNamed("a", 1'000'000);
        campaign.strategy.maxBid = {1'000'000};
        Paced paced(marketWith({campaign}));
        const auto opportunity = opportunityAt(kMonday);
        paced.seat.lost(paced.bid(opportunity), opportunity, {1'100'000});
        QVERIFY(isNear(paced.tally("a").ratios.price[PriceRatios::kBins - 1], 1'100'000));
    }

    void aWinAtTheOwnBidLiesBetweenFloorAndBid()
    {
        auto campaign = campaignNamed("a", 1'000'000);
        campaign.strategy.shade = false;
        Paced paced(marketWith({campaign}));
        for (std::uint64_t id = 1; id <= 1000; ++id) {
            const auto opportunity = opportunityAt(kMonday, id);
            const auto bid = paced.bid(opportunity, {600'000}, true);
            paced.seat.won(bid, opportunity, bid.price);
        }
        const auto tally = paced.tally("a");
        QCOMPARE(tally.priced, std::uint64_t{1000});
        // uniform in [0.6, 1]: half-octaves end at 0.707 and 1
        QCOMPARE(PriceRatios::binOf(0.6) + 1, PriceRatios::binOf(0.99));
        const float lower = tally.ratios.worth[PriceRatios::binOf(0.6)];
        QVERIFY(isNear(lower + tally.ratios.worth[PriceRatios::binOf(0.8)]
                           + tally.ratios.worth[PriceRatios::binOf(1)],
                       sumOf(tally.ratios.worth)));
        QVERIFY(std::abs(lower / sumOf(tally.ratios.worth) - 0.107F / 0.4F) < 0.05F);
    }

    void aShadedBidIsComparedWithWhatShadingLeavesOfTheWorth()
    {
        PacingMeter meter;
        meter.makeRoom(1);
        const Hold shaded{.opportunity = 1,
                          .at = {},
                          .price = {250'000},
                          .worth = {1'000'000},
                          .floor = {},
                          .slot = 0,
                          .shading = 0.5F};
        meter.lost(shaded, {300'000}, kUnbound); // 0.6 of the 0.5 that would be bid unscaled
        QVERIFY(isNear(meter.tally(0).ratios.worth[PriceRatios::binOf(0.6)], 1e6));
        QCOMPARE(meter.tally(0).worthLost, 1'000'000);
        meter.lost(shaded, {600'000}, kUnbound);
        QCOMPARE(meter.tally(0).worthLost, 1'000'000);
    }

    void oldAuctionsFade()
    {
        PacingMeter meter;
        meter.makeRoom(1);
        const Hold cheap{.opportunity = 1,
                         .at = {},
                         .price = {1'000'000},
                         .worth = {1'000'000},
                         .floor = {},
                         .slot = 0};
        for (int i = 0; i < 10'000; ++i)
            meter.lost(cheap, {100'000}, kUnbound);
        for (int i = 0; i < 10'000; ++i)
            meter.lost(cheap, {2'000'000}, kUnbound);
        const auto tally = meter.tally(0);
        // Each of the first counts e^-1 of one of the last.
        const double ratio = tally.ratios.worth[PriceRatios::binOf(0.1)]
            / tally.ratios.worth[PriceRatios::binOf(2)];
        QVERIFY(std::abs(ratio - std::exp(-1)) < 1e-3);
        QVERIFY(std::abs(tally.ratios.weight - 10'000 * (1 - std::exp(-2))) < 20);
        for (int i = 0; i < 400'000; ++i) // until the sums are brought down, more than once
            meter.lost(cheap, {2'000'000}, kUnbound);
        const auto later = meter.tally(0);
        QVERIFY(std::abs(later.ratios.worth[PriceRatios::binOf(2)] / (10'000 * 1e6) - 1) < 2e-3);
        QVERIFY(later.ratios.worth[PriceRatios::binOf(0.1)] < 1e3F);
    }

    void opportunitiesThatComeToUsedUpQuotaAreMissed()
    {
        Paced paced(marketWith({campaignNamed("a", 1'000'000)}));
        paced.scale("a", 1'000'000, {2'500'000});
        const auto spend = [&](std::uint64_t id) {
            const auto opportunity = opportunityAt(kMonday, id);
            const auto bid = paced.bid(opportunity);
            if (bid.price.nanos > 0)
                paced.seat.won(bid, opportunity, bid.price);
            return bid.price.nanos;
        };
        QCOMPARE(spend(1), 1'000'000);
        QCOMPARE(spend(2), 1'000'000);
        QCOMPARE(spend(3), 500'000); // what is left
        for (std::uint64_t id = 4; id <= 10; ++id)
            QCOMPARE(spend(id), 0);
        QCOMPARE(paced.tally("a").asked, std::uint64_t{10});
        QCOMPARE(paced.tally("a").missed, std::uint64_t{7});
        QCOMPARE(paced.tally("a").eligible, std::uint64_t{3});
        paced.scale("a", 1'000'000, {4'000'000});
        QCOMPARE(spend(11), 1'000'000);
        QCOMPARE(paced.tally("a").missed, std::uint64_t{7});
        QCOMPARE(paced.tally("a").asked, std::uint64_t{11});
    }

    void aHoldThatTakesAllForAMomentMissesNothing()
    {
        Paced paced(marketWith({campaignNamed("a", 1'000'000)}));
        paced.scale("a", 1'000'000, {1'000'000});
        for (std::uint64_t id = 1; id <= 5; ++id) {
            const auto opportunity = opportunityAt(kMonday, id);
            const auto bid = paced.bid(opportunity);
            QCOMPARE(bid.price.nanos, 1'000'000);
            paced.seat.lost(bid, opportunity, {2'000'000});
        }
        QCOMPARE(paced.tally("a").missed, std::uint64_t{0});
    }

    void aPausedCampaignMissesNothing()
    {
        auto campaign = campaignNamed("a", 1'000'000);
        Paced paced(marketWith({campaign}));
        paced.scale("a", 1'000'000, {1});
        const auto opportunity = opportunityAt(kMonday);
        paced.seat.won(paced.bid(opportunity), opportunity, {1});
        campaign.status = model::CampaignStatus::Paused;
        paced.seat.change(campaign);
        for (std::uint64_t id = 2; id <= 5; ++id)
            paced.bid(opportunityAt(kMonday, id));
        QCOMPARE(paced.tally("a").missed, std::uint64_t{0});
    }

    void eligibleOpportunitiesOfLargeSeatsAreExtrapolated()
    {
        std::vector<model::Campaign> campaigns;
        for (int i = 0; i < 40; ++i)
            campaigns.push_back(campaignNamed("c" + std::to_string(i)));
        Paced paced(marketWith(campaigns));
        for (std::uint64_t id = 1; id <= 16'000; ++id)
            paced.bid(opportunityAt(kMonday, id));
        // One in 16 counts 16: 1000 expected, standard deviation 31 of them.
        const auto eligible = static_cast<double>(paced.tally("c7").eligible);
        QVERIFY2(std::abs(eligible - 16'000) < 5 * 31 * 16, qPrintable(QString::number(eligible)));
    }

    void theHighestBidIsOneOfLate()
    {
        PacingMeter meter;
        meter.makeRoom(1);
        meter.bid(0, {1'000'000});
        meter.bid(0, {200'000});
        QVERIFY(meter.tally(0).highestBid.nanos > 999'000);
        for (int i = 0; i < 40'960; ++i)
            meter.bid(0, {200'000});
        QVERIFY(meter.tally(0).highestBid.nanos < 201'000);
    }

    void whatLoweredBidsLoseUnseenIsEstimated()
    {
        // The seat learns that half of the prices are 0.5 and half 3, above a floor of 0.4.
        Paced paced(marketWith({campaignNamed("a", 1'000'000)}));
        const Price floor{400'000};
        const auto play = [&](std::uint64_t id) {
            const auto opportunity = opportunityAt(kMonday, id);
            const auto bid = paced.bid(opportunity, floor);
            if (bid.price.nanos == 0)
                return;
            if (id % 2 == 0)
                paced.seat.won(bid, opportunity, {500'000});
            else
                paced.seat.lost(bid, opportunity, {3'000'000});
        };
        for (std::uint64_t id = 1; id <= 1000; ++id)
            play(id);
        QCOMPARE(paced.tally("a").worthLost, 0);
        paced.scale("a", 300'000); // below the floor: no bid at all any more
        const int lowered = 64'000;
        for (std::uint64_t id = 1001; id <= 1000 + lowered; ++id)
            play(id);
        // Each would have won with probability 1/2, and was worth 1.
        const double lost = static_cast<double>(paced.tally("a").worthLost) / 1e6;
        const double expected = lowered / 2.0;
        QVERIFY2(std::abs(lost / expected - 1) < 0.15, qPrintable(QString::number(lost)));
    }

    void reportsCarryTheTally()
    {
        Paced paced(marketWith({campaignNamed("a", 1'000'000)}));
        const auto opportunity = opportunityAt(kMonday);
        paced.seat.lost(paced.bid(opportunity), opportunity, {2'000'000});
        std::vector<model::CampaignReport> reports;
        paced.seat.report(reports);
        QCOMPARE(reports.size(), std::size_t{1});
        QCOMPARE(reports[0].pacing.priced, std::uint64_t{1});
        QCOMPARE(reports[0].pacing.asked, std::uint64_t{1});
        QCOMPARE(reports[0].pacing.highestBid.nanos, 1'000'000);
    }
};

QTEST_GUILESS_MAIN(TestSeatPacing)
#include "test_seat_pacing.moc"
