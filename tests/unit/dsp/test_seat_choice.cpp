// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_fixture.h"

#include <QtTest>

#include <algorithm>

using namespace gavel;
using namespace gavel::dsp;
using namespace gavel::dsp::test;
using model::CampaignFate;
using model::Dimension;

namespace {

/// What a campaign's trace says it is worth, under its own bound.
std::int64_t boundedWorth(const model::CampaignTrace& trace, const model::MarketSetup& setup)
{
    for (const model::Campaign& campaign : setup.campaigns)
        if (setup.vocabulary->campaigns.find(campaign.id) == trace.campaign
            && campaign.strategy.maxBid.nanos > 0)
            return std::min(trace.formula.value.nanos, campaign.strategy.maxBid.nanos);
    return trace.formula.value.nanos;
}

/// One campaign of each strategy in turn, with prices, targets and bounds that make any of them the
/// dearest now and then.
std::vector<model::Campaign> mixedCampaigns(base::Random& random, int count)
{
    std::vector<model::Campaign> campaigns;
    for (int i = 0; i < count; ++i) {
        auto campaign = campaignNamed("c" + std::to_string(i), 500'000 + random.below(2'000'000));
        model::BidStrategy& strategy = campaign.strategy;
        strategy.kind = static_cast<model::StrategyKind>(i % model::kStrategyNames.size());
        strategy.target = Money{random.below(400'000)};
        if (strategy.kind == model::StrategyKind::TargetCpa)
            strategy.target.micros *= 20;
        strategy.conversionValue = Money::units(20);
        strategy.roasMilli = 1000 + static_cast<std::int32_t>(random.below(3000));
        strategy.averageCtr = 0.005;
        strategy.ortbC = 1'200'000;
        strategy.ortbLambda = 1e-9;
        strategy.maxBid = {random.chance(0.5) ? 0 : 1'000'000 + random.below(4'000'000)};
        if (random.chance(0.3))
            campaign.caps.push_back({model::CapScope::Campaign, model::CapWindow::Day, 2});
        campaigns.push_back(campaign);
    }
    return campaigns;
}

model::Opportunity randomOpportunity(base::Random& random, std::uint64_t id)
{
    auto opportunity
        = opportunityAt(kMonday + static_cast<std::int64_t>(id) * 1000, id, 1 + random.below(30));
    opportunity.set(Dimension::Placement, 1 + random.below(50));
    opportunity.set(Dimension::DeviceType, 1 + random.below(3));
    opportunity.set(Dimension::Country, 1 + random.below(40));
    for (Handle segment = 1; segment <= 5; ++segment)
        if (random.chance(0.3))
            opportunity.list(Dimension::Segment).push(segment);
    if (random.chance(0.1))
        opportunity.givenCtr = 0.02 * random.uniform();
    return opportunity;
}

} // namespace

class TestSeatChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The traces price every campaign; the seat's choice prices only those that promise enough.
    /// Worths that differ by less than 1e-5 count as equal: the choice compares single-precision
    /// logarithms.
    void theChoiceIsThatOfPricingEveryCampaign_data()
    {
        QTest::addColumn<qulonglong>("seed");
        for (qulonglong seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }
    void theChoiceIsThatOfPricingEveryCampaign()
    {
        QFETCH(qulonglong, seed);
        base::Random random(seed);
        const auto setup = marketWith(mixedCampaigns(random, 60));
        SeatBidder seat = openSeat(setup);
        int bids = 0;
        for (std::uint64_t id = 1; id <= 1500; ++id) {
            const auto opportunity = randomOpportunity(random, id);
            const Price floor{random.chance(0.5) ? 0 : random.below(8'000'000)};
            const model::Bid bid = seat.bid(opportunity, {floor, false}, random);
            std::int64_t chosen = 0;
            std::int64_t others = 0;
            for (const auto& trace : seat.describeLast(opportunity)) {
                if (trace.fate == CampaignFate::Bid)
                    chosen = boundedWorth(trace, setup);
                else if (trace.fate == CampaignFate::NotChosenBySeat)
                    others = std::max(others, boundedWorth(trace, setup));
            }
            QVERIFY2(static_cast<double>(chosen) >= static_cast<double>(others) * (1 - 1e-5),
                     qPrintable(QStringLiteral("auction %1: chose %2, another is worth %3")
                                    .arg(id)
                                    .arg(chosen)
                                    .arg(others)));
            QCOMPARE(bid.price.nanos > 0, chosen > 0);
            if (bid.price.nanos == 0)
                continue;
            ++bids;
            seat.won(bid, opportunity, bid.price);
            seat.impression(bid.campaign, opportunity, random.chance(0.1), random.chance(0.3), {});
        }
        QVERIFY(bids > 1000);
    }
};

QTEST_GUILESS_MAIN(TestSeatChoice)
#include "test_seat_choice.moc"
