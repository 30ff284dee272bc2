// SPDX-License-Identifier: GPL-3.0-or-later
// What a seat would have bid under other terms: worth, shading, floor, segments, its own choice.
#include "engine/market/what_if.h"
#include "market_fixture.h"

#include <QtTest>

using namespace fixture;
using market::MarketShard;
using market::WhatIf;
using model::BidFate;
using model::Match;

namespace {

/// One seat of campaigns against a rival whose price the test sets.
struct Desk
{
    model::MarketSetup setup = emptySetup();
    std::optional<MarketShard> shard;
    std::optional<model::AuctionTrace> trace;

    explicit Desk(std::vector<model::Campaign> campaigns,
                  model::PriceRule rule = model::PriceRule::SecondPrice)
    {
        setup.seats = {campaignSeat("orchid"), recordedSeat("rival")};
        setup.campaigns = std::move(campaigns);
        setup.rules.kind = rule;
        shard.emplace(setup, 0, market::ShardOutputs{nullptr, nullptr, [this](auto&& told) {
                                                         trace = std::move(told);
                                                     }});
        shard->apply(dsp::budgetParts(setup, 0));
    }
    model::Opportunity offer(std::uint64_t number, std::int64_t rival) const
    {
        auto made = opportunity(setup, number);
        made.recordedPrice = {rival};
        return made;
    }
    /// Runs it with its full story kept as it stood when the seats were asked.
    void record(const model::Opportunity& offer)
    {
        shard->setTracing(1, {});
        shard->run(offer);
        if (!trace || trace->row.id != offer.id)
            shard->feedback(true, false, false, {});
        QVERIFY(trace && trace->row.id == offer.id);
    }
    market::WhatIfOutcome with(const WhatIf& change) const
    {
        return market::replayWith(*trace, change, setup.currency, setup.rates, setup.seed);
    }
    Handle campaign(const char* id) const { return setup.vocabulary->campaigns.find(id); }
    Handle segment(const char* id) const
    {
        return setup.vocabulary->of(model::Dimension::Segment).intern(id);
    }
};

model::Campaign shadedCampaign(std::int64_t cpm)
{
    auto campaign = fixedCampaign("camp-001", "orchid", cpm);
    campaign.strategy.shade = true;
    return campaign;
}

/// The first edge of the landscape at or above a price: 0.001 x 1.05^i per thousand.
std::int64_t edgeAbove(double cpm)
{
    const double step = std::ceil(std::log(cpm / 0.001) / std::log(1.05));
    return static_cast<std::int64_t>(std::floor(1000 * std::pow(1.05, step)));
}

/// 1024 auctions at 6.00 against rivals of 1.00 and 2.00 in turn: half of all prices to win are
/// 1.01, half 2.01.
void teach(Desk& desk)
{
    for (std::uint64_t number = 1; number <= 1024; ++number) {
        desk.shard->run(desk.offer(number, number % 2 == 0 ? kCpm : 2 * kCpm));
        desk.shard->feedback(true, false, false, {});
    }
    desk.record(desk.offer(1025, 2 * kCpm));
}

WhatIf firstPrice(const Desk& desk)
{
    WhatIf change;
    change.rules = desk.trace->rules;
    change.rules->kind = model::PriceRule::FirstPrice;
    return change;
}

model::Targeting segmentRule(Match match, std::vector<std::string> segments)
{
    model::Targeting targeting;
    targeting.rules = {{model::Dimension::Segment, match, std::move(segments)}};
    return targeting;
}

} // namespace

class TestWhatIfBids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySeatAskedAgainAnswersAsRecorded_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("selection");
        QTest::newRow("first") << 0 << 0;
        QTest::newRow("second") << 1 << 0;
        QTest::newRow("soft floor") << 2 << 0;
        QTest::newRow("largest budget") << 0 << 1;
    }
    void everySeatAskedAgainAnswersAsRecorded()
    {
        QFETCH(int, rule);
        QFETCH(int, selection);
        auto setup = mixedSetup();
        setup.rules.kind = static_cast<model::PriceRule>(rule);
        setup.rules.softFloor = {2 * kCpm};
        setup.seats[0].selection = static_cast<model::Selection>(selection);
        int shaded = 0;
        int compared = 0;
        const auto check = [&](model::AuctionTrace&& told) {
            WhatIf same;
            same.rules = told.rules;
            const auto outcome
                = market::replayWith(told, same, setup.currency, setup.rates, setup.seed);
            for (std::size_t i = 0; i < told.seats.size(); ++i) {
                const model::Bid& before = told.seats[i].bid;
                QCOMPARE(outcome.bids[i].price.nanos, before.price.nanos);
                QCOMPARE(outcome.bids[i].campaign, before.campaign);
                QCOMPARE(outcome.bids[i].fate, before.fate);
                shaded += told.seats[i].formula.shaded < told.seats[i].formula.value ? 1 : 0;
            }
            QCOMPARE(outcome.clearing.price.nanos, told.clearing.price.nanos);
            ++compared;
        };
        OpenShard shard(setup, 0, {nullptr, nullptr, check});
        shard.setTracing(3, {});
        runMarket(shard, setup, 1, 6000);
        QVERIFY(compared >= 1999);
        QCOMPARE(shaded > 0, rule != 1);
    }

    void aBidFollowsItsTarget()
    {
        auto campaign = fixedCampaign("camp-001", "orchid", 0);
        campaign.strategy.kind = model::StrategyKind::TargetCpc;
        campaign.strategy.target = {500'000};
        Desk desk({campaign});
        auto offer = desk.offer(1, 2'870'000);
        offer.givenCtr = 0.005; // x 0.50 x 1000 = 2.50 per thousand
        desk.record(offer);
        QCOMPARE(desk.trace->clearing.winner, 1);
        WhatIf change;
        change.amounts = {{desk.campaign("camp-001"), Money{600'000}}};
        const auto outcome = desk.with(change); // 0.005 x 0.60 x 1000 = 3.00
        QCOMPARE(outcome.bids[0].price.nanos, 3 * kCpm);
        QCOMPARE(outcome.clearing.winner, 0);
        QCOMPARE(outcome.clearing.price.nanos, 2'880'000LL); // 2.87 + 0.01
    }

    void theOwnBoundHoldsForANewTarget()
    {
        auto campaign = fixedCampaign("camp-001", "orchid", 2 * kCpm);
        campaign.strategy.maxBid = {5 * kCpm / 2};
        Desk desk({campaign});
        desk.record(desk.offer(1, kCpm));
        WhatIf change;
        change.amounts = {{desk.campaign("camp-001"), Money::units(9)}};
        QCOMPARE(desk.with(change).bids[0].price.nanos, 5 * kCpm / 2);
    }

    void aNewBidIsScaledByPacingAsBefore()
    {
        Desk desk({fixedCampaign("camp-001", "orchid", 2 * kCpm)});
        model::QuotaGrant grant;
        grant.campaign = desk.campaign("camp-001");
        grant.epoch = 9;
        grant.limit = {INT64_MAX / 2};
        grant.bidFactorPpm = 500'000;
        desk.shard->apply(grant);
        desk.record(desk.offer(1, 5 * kCpm / 4));
        QCOMPARE(desk.trace->seats[0].bid.price.nanos, kCpm);
        WhatIf change;
        change.amounts = {{desk.campaign("camp-001"), Money::units(3)}};
        const auto outcome = desk.with(change); // 3.00 x 0.5 against 1.25
        QCOMPARE(outcome.bids[0].price.nanos, 3 * kCpm / 2);
        QCOMPARE(outcome.clearing.winner, 0);
    }

    void atFirstPriceTheSeatShades()
    {
        Desk desk({shadedCampaign(6 * kCpm)});
        teach(desk);
        QCOMPARE(desk.trace->seats[0].bid.price.nanos, 6 * kCpm); // second price: the value
        // (6.00 - 1.02) x 1/2 = 2.49 is less than (6.00 - 2.02) x 1 = 3.98.
        const auto outcome = desk.with(firstPrice(desk));
        QCOMPARE(outcome.bids[0].price.nanos, edgeAbove(2.01));
        QCOMPARE(outcome.clearing.price.nanos, edgeAbove(2.01));
    }

    void aNewBidAtFirstPriceIsShadedAnew()
    {
        Desk desk({shadedCampaign(6 * kCpm)});
        teach(desk);
        WhatIf change = firstPrice(desk);
        change.amounts = {{desk.campaign("camp-001"), Money{1'800'000}}};
        // Worth 1.80 it cannot win against 2.00; (1.80 - 1.02) x 1/2 is the most it can gain.
        const auto outcome = desk.with(change);
        QCOMPARE(outcome.bids[0].price.nanos, edgeAbove(1.01));
        QCOMPARE(outcome.clearing.winner, 1);
    }

    void aHigherFloorAtFirstPriceLiftsTheShadedBid()
    {
        Desk desk({shadedCampaign(6 * kCpm)});
        teach(desk);
        WhatIf change = firstPrice(desk);
        change.floor = Price{5 * kCpm / 2}; // wins surely: (6.00 - 2.50) x 1, less for any more
        QCOMPARE(desk.with(change).clearing.price.nanos, 5 * kCpm / 2);
    }

    void backAtSecondPriceTheSeatBidsItsValue()
    {
        Desk desk({shadedCampaign(6 * kCpm)}, model::PriceRule::FirstPrice);
        teach(desk);
        QVERIFY(desk.trace->seats[0].bid.price.nanos < 6 * kCpm);
        WhatIf change = firstPrice(desk);
        change.rules->kind = model::PriceRule::SecondPrice;
        const auto outcome = desk.with(change);
        QCOMPARE(outcome.bids[0].price.nanos, 6 * kCpm);
        QCOMPARE(outcome.clearing.price.nanos, 2'010'000LL); // 2.00 + 0.01
    }

    void aLowerFloorLetsACampaignIn()
    {
        Desk desk(
            {fixedCampaign("camp-001", "orchid", 2 * kCpm / 5)}); // 0.40 under a floor of 0.50
        desk.record(desk.offer(1, 0));
        QCOMPARE(desk.trace->clearing.winner, -1);
        WhatIf change;
        change.floor = Price{3 * kCpm / 10};
        QCOMPARE(desk.with(change).clearing.winner, 0);
        QCOMPARE(desk.with(change).clearing.price.nanos, 3 * kCpm / 10); // alone: the floor
    }

    void aRemovedSegmentTakesItsCampaignOut()
    {
        auto needs = fixedCampaign("camp-001", "orchid", 3 * kCpm);
        needs.targeting = segmentRule(Match::AnyOf, {"runners"});
        Desk desk({needs, fixedCampaign("camp-002", "orchid", 2 * kCpm)});
        auto offer = desk.offer(1, 5 * kCpm / 2);
        offer.list(model::Dimension::Segment).push(desk.segment("runners"));
        desk.record(offer);
        QCOMPARE(desk.trace->clearing.winner, 0);
        WhatIf change;
        change.removeSegments = {desk.segment("runners")};
        const auto outcome = desk.with(change);
        QCOMPARE(outcome.bids[0].campaign, desk.campaign("camp-002"));
        QCOMPARE(outcome.clearing.winner, 1);
        QCOMPARE(outcome.clearing.price.nanos, 2'010'000LL); // 2.00 + 0.01
    }

    void anExcludedSegmentTakesItsCampaignOut()
    {
        auto excludes = fixedCampaign("camp-001", "orchid", 3 * kCpm);
        excludes.targeting = segmentRule(Match::NoneOf, {"children"});
        Desk desk({excludes});
        desk.record(desk.offer(1, kCpm));
        QCOMPARE(desk.trace->clearing.winner, 0);
        WhatIf change;
        change.addSegments = {desk.segment("children")};
        QCOMPARE(desk.with(change).bids[0].fate, BidFate::NoBid);
        QCOMPARE(desk.with(change).clearing.winner, 1);
    }

    void allSegmentsOfARuleMustBeThere()
    {
        auto needs = fixedCampaign("camp-001", "orchid", 3 * kCpm);
        needs.targeting = segmentRule(Match::AllOf, {"runners", "parents"});
        Desk desk({needs});
        desk.record(desk.offer(1, kCpm));
        QCOMPARE(desk.trace->clearing.winner, 1);
        WhatIf change;
        change.addSegments = {desk.segment("runners")};
        QCOMPARE(desk.with(change).clearing.winner, 1);
        change.addSegments.push_back(desk.segment("parents"));
        QCOMPARE(desk.with(change).clearing.winner, 0);
    }

    void aSegmentDoesNotOpenWhatAnotherRuleCloses()
    {
        auto needs = fixedCampaign("camp-001", "orchid", 3 * kCpm);
        needs.targeting = segmentRule(Match::AnyOf, {"runners"});
        needs.targeting.rules.push_back({model::Dimension::Country, Match::AnyOf, {"JP"}});
        Desk desk({needs});
        desk.record(desk.offer(1, kCpm));
        WhatIf change;
        change.addSegments = {desk.segment("runners")};
        QCOMPARE(desk.with(change).bids[0].fate, BidFate::NoBid);
    }

    void aPausedCampaignStaysOutWhateverItBids()
    {
        auto paused = fixedCampaign("camp-001", "orchid", 3 * kCpm);
        paused.status = model::CampaignStatus::Paused;
        Desk desk({paused});
        desk.record(desk.offer(1, kCpm));
        WhatIf change;
        change.amounts = {{desk.campaign("camp-001"), Money::units(9)}};
        change.bids = {{desk.campaign("camp-001"), Price{9 * kCpm}}};
        QCOMPARE(desk.with(change).bids[0].fate, BidFate::NoBid);
        change.amounts = {{Handle{12'345}, Money::units(9)}}; // nobody
        QCOMPARE(desk.with(change).clearing.winner, 1);
    }

    void aLateSeatStaysLate()
    {
        Desk desk({fixedCampaign("camp-001", "orchid", 2 * kCpm)});
        const auto slow = campaignSeat("orchid", 60'000); // against a deadline of 50 ms
        desk.shard->apply(model::SeatChange{slow});
        desk.record(desk.offer(1, kCpm));
        QCOMPARE(desk.trace->seats[0].bid.fate, BidFate::Late);
        WhatIf change;
        change.amounts = {{desk.campaign("camp-001"), Money::units(9)}};
        QCOMPARE(desk.with(change).bids[0].fate, BidFate::Late);
        QCOMPARE(desk.with(change).clearing.winner, 1);
    }

private:
    /// The busy market with every kind of strategy, caps, a small quota and segments.
    static model::MarketSetup mixedSetup()
    {
        auto setup = busySetup();
        setup.campaigns[0].strategy.shade = true;
        setup.campaigns[1].strategy.shade = true;
        setup.campaigns[1].budgetTotal = Money{2'000'000};
        setup.campaigns[2].strategy.shade = true;
        setup.campaigns[2].strategy.kind = model::StrategyKind::TargetCpc;
        setup.campaigns[2].strategy.target = {500'000};
        setup.campaigns[3].strategy.shade = true;
        setup.campaigns[3].strategy.kind = model::StrategyKind::TargetCpa;
        setup.campaigns[3].strategy.target = Money::units(12);
        setup.campaigns[3].strategy.quantum = {10'000};
        setup.campaigns[0].caps = {{model::CapScope::Campaign, model::CapWindow::Day, 2}};
        setup.campaigns.push_back(fixedCampaign("camp-005", "orchid", 3 * kCpm));
        setup.campaigns.back().targeting = segmentRule(Match::AnyOf, {"runners"});
        return setup;
    }
};

QTEST_GUILESS_MAIN(TestWhatIfBids)
#include "test_what_if_bids.moc"
