// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/what_if.h"
#include "market_fixture.h"

#include <QtTest>

using namespace fixture;
using market::MarketShard;
using market::WhatIf;
using model::BidFate;

namespace {

/// orchid: camp-001 at 3.00 and camp-002 at 2.00; rival: 2.50; floor 0.50. Second price: camp-001
/// pays 2.51.
struct Recorded
{
    model::MarketSetup setup = emptySetup();
    model::AuctionTrace trace;

    explicit Recorded(const model::Targeting& targeting = {})
    {
        setup.seats = {campaignSeat("orchid"), recordedSeat("rival")};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm),
                           fixedCampaign("camp-002", "orchid", 2 * kCpm)};
        setup.campaigns[0].targeting = targeting;
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 1);
        offer.recordedPrice = {5 * kCpm / 2};
        shard.run(offer);
        trace = shard.traceLast();
    }
    market::WhatIfOutcome with(const WhatIf& change) const
    {
        return market::replayWith(trace, change, setup.currency, setup.rates, setup.seed);
    }
    Handle campaign(const char* id) const { return setup.vocabulary->campaigns.find(id); }
};

model::Targeting segmentRule(model::Match match)
{
    model::Targeting targeting;
    targeting.rules = {{model::Dimension::Segment, match, {"runners"}}};
    return targeting;
}

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangedGivesTheRecordedOutcome_data()
    {
        QTest::addColumn<int>("rule");
        QTest::newRow("first") << 0;
        QTest::newRow("second") << 1;
        QTest::newRow("soft floor") << 2;
    }
    void nothingChangedGivesTheRecordedOutcome()
    {
        QFETCH(int, rule);
        auto setup = busySetup();
        setup.seats.push_back(setup.seats[1]);
        setup.seats.back().id = "twin"; // bids what helios bids, so that ties are drawn
        for (const auto* id : {"camp-003", "camp-004"})
            setup.campaigns.push_back(
                fixedCampaign(std::string(id) + "-twin", "twin", 5 * kCpm / 2));
        setup.rules.kind = static_cast<model::PriceRule>(rule);
        setup.rules.softFloor = {2 * kCpm};
        OpenShard shard(setup, 0, {});
        int ties = 0;
        for (std::uint64_t number = 1; number <= 500; ++number) {
            shard.run(opportunity(setup, number));
            const auto outcome = market::replayWith(shard.traceLast(), {}, setup.currency,
                                                    setup.rates, setup.seed);
            QCOMPARE(outcome.clearing.winner, shard.lastClearing().winner);
            QCOMPARE(outcome.clearing.price, shard.lastClearing().price);
            QCOMPARE(outcome.clearing.publisher, shard.lastClearing().publisher);
            for (std::size_t i = 0; i < outcome.bids.size(); ++i) {
                QCOMPARE(outcome.bids[i].fate, shard.lastBids()[i].fate);
                ties += outcome.bids[i].fate == BidFate::TieLost ? 1 : 0;
            }
        }
        QVERIFY(ties > 0);
    }

    void aHigherFloorIsPaidOrNotReached()
    {
        const Recorded recorded;
        QCOMPARE(recorded.trace.clearing.price.nanos, 2'510'000LL);
        WhatIf change;
        change.floor = Price{2'700'000};
        QCOMPARE(recorded.with(change).clearing.price.nanos, 2'700'000LL);
        QCOMPARE(recorded.with(change).bids[1].fate, BidFate::BelowFloor);
        change.floor = Price{3'000'001};
        QCOMPARE(recorded.with(change).clearing.winner, -1);
    }

    void anotherRuleChangesThePriceOnly()
    {
        const Recorded recorded;
        WhatIf change;
        change.rules = recorded.trace.rules;
        change.rules->kind = model::PriceRule::FirstPrice;
        QCOMPARE(recorded.with(change).clearing.winner, 0);
        QCOMPARE(recorded.with(change).clearing.price.nanos, 3 * kCpm);
        change.rules->floorFactorPpm = 6'200'000; // 0.5 x 6.2 = 3.1, above every bid
        QCOMPARE(recorded.with(change).clearing.winner, -1);
    }

    void aLowerBidLosesToTheRival()
    {
        const Recorded recorded;
        WhatIf change;
        change.bids = {{recorded.campaign("camp-001"), Price{2'400'000}}};
        const auto outcome = recorded.with(change);
        QCOMPARE(outcome.clearing.winner, 1);
        QCOMPARE(outcome.clearing.price.nanos, 2'410'000LL); // 2.40 + 0.01
    }

    void aDearerCampaignOfTheSeatBecomesItsBid()
    {
        const Recorded recorded;
        WhatIf change;
        change.bids = {{recorded.campaign("camp-002"), Price{3'200'000}}};
        const auto outcome = recorded.with(change);
        QCOMPARE(outcome.bids[0].campaign, recorded.campaign("camp-002"));
        QCOMPARE(outcome.clearing.winner, 0);
        QCOMPARE(outcome.clearing.price.nanos, 2'510'000LL);
        change.bids = {{recorded.campaign("camp-002"), Price{2'900'000}}};
        QCOMPARE(recorded.with(change).bids[0].campaign, recorded.campaign("camp-001"));
    }

    void withoutABidTheNextOfTheSeatIsSent()
    {
        const Recorded recorded;
        WhatIf change;
        change.bids = {{recorded.campaign("camp-001"), Price{0}}};
        const auto outcome = recorded.with(change);
        QCOMPARE(outcome.bids[0].campaign, recorded.campaign("camp-002")); // the next of its seat
        QCOMPARE(outcome.clearing.winner, 1);
        QCOMPARE(outcome.clearing.price.nanos, 2'010'000LL); // 2.00 + 0.01
        change.bids.emplace_back(recorded.campaign("camp-002"), Price{0});
        QCOMPARE(recorded.with(change).bids[0].fate, BidFate::NoBid);
    }

    void anAddedSegmentBringsItsCampaignIn()
    {
        const Recorded recorded(segmentRule(model::Match::AnyOf));
        QCOMPARE(recorded.trace.clearing.winner, 1); // 2.50 beats camp-002
        const Handle runners
            = recorded.setup.vocabulary->of(model::Dimension::Segment).find("runners");
        WhatIf change;
        change.addSegments = {runners};
        const auto outcome = recorded.with(change);
        QCOMPARE(outcome.bids[0].campaign, recorded.campaign("camp-001"));
        QCOMPARE(outcome.clearing.winner, 0);
        QCOMPARE(outcome.clearing.price.nanos, 2'510'000LL);
        change.addSegments = {runners + 1};
        QCOMPARE(recorded.with(change).clearing.winner, 1);
    }

    void aChangedBidOfACampaignThatDoesNotMatchIsIgnored()
    {
        const Recorded recorded(segmentRule(model::Match::AnyOf));
        WhatIf change;
        change.bids = {{recorded.campaign("camp-001"), Price{9 * kCpm}}};
        QCOMPARE(recorded.with(change).clearing.winner, 1);
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "test_what_if.moc"
