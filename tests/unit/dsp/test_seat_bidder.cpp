// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat_fixture.h"

#include <QtTest>

#include <cmath>

using namespace gavel;
using namespace gavel::dsp;
using namespace gavel::dsp::test;
using model::CampaignFate;
using model::Dimension;

class TestSeatBidder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDearestMatchingCampaignBids()
    {
        auto dear = campaignNamed("dear", 3'000'000);
        dear.targeting.rules.push_back(anyOf(Dimension::Country, {"US"}));
        Bidding bidding(marketWith({campaignNamed("cheap", 1'000'000), dear}));
        auto opportunity = opportunityAt(kMonday);
        QCOMPARE(bidding.bid(opportunity).campaign, bidding.handle("cheap"));
        opportunity.id = 2;
        opportunity.set(Dimension::Country,
                        bidding.setup.vocabulary->of(Dimension::Country).find("US"));
        const model::Bid bid = bidding.bid(opportunity);
        QCOMPARE(bid.campaign, bidding.handle("dear"));
        QCOMPARE(bid.price.nanos, 3'000'000);
        QVERIFY(bid.fate == model::BidFate::Outbid);
    }

    void withoutACampaignThereIsNoBid()
    {
        Bidding bidding(marketWith({}));
        const model::Bid bid = bidding.bid(opportunityAt(kMonday));
        QCOMPARE(bid.price.nanos, 0);
        QVERIFY(bid.fate == model::BidFate::NoBid);
    }

    void aBidBelowTheFloorIsNotSent()
    {
        Bidding bidding(marketWith({campaignNamed("a", 1'000'000)}));
        const auto opportunity = opportunityAt(kMonday);
        QCOMPARE(bidding.bid(opportunity, {1'000'001}).price.nanos, 0);
        QVERIFY(bidding.traceOf(opportunity, "a").fate == CampaignFate::NoValue);
        QCOMPARE(bidding.bid(opportunity, {1'000'000}).price.nanos, 1'000'000);
    }

    void aBidHoldsItsPriceAndAWinKeepsTheClearingPriceOnly()
    {
        auto campaign = campaignNamed("a", 4'000'000);
        campaign.budgetTotal = Money{10'000}; // 10 000 000 nano-units: two and a half bids
        Bidding bidding(marketWith({campaign}));
        const Handle a = bidding.handle("a");
        const auto first = opportunityAt(kMonday, 1);
        const auto second = opportunityAt(kMonday, 2);
        const auto third = opportunityAt(kMonday, 3);
        const model::Bid one = bidding.bid(first);
        const model::Bid two = bidding.bid(second);
        QCOMPARE(bidding.seat.quotaLeft(a).nanos, 2'000'000);
        QCOMPARE(bidding.bid(third).price.nanos, 2'000'000); // bounded by what is left
        bidding.seat.won(one, first, {1'000'000});
        bidding.seat.lost(two, second, {5'000'000});
        QCOMPARE(bidding.seat.quotaLeft(a).nanos, 10'000'000 - 1'000'000 - 2'000'000);
        QCOMPARE(bidding.seat.counters(a).spentNanos, 1'000'000);
        QCOMPARE(bidding.seat.counters(a).wins, std::uint64_t{1});
        QCOMPARE(bidding.seat.counters(a).bids, std::uint64_t{3});
    }

    void aHoldWithoutAnswerReturnsAfterFiveSeconds()
    {
        auto campaign = capped("a", model::CapWindow::Lifetime, 1);
        campaign.budgetTotal = Money{1000};
        Bidding bidding(marketWith({campaign}));
        const model::Bid bid = bidding.bid(opportunityAt(kMonday, 1));
        QCOMPARE(bid.price.nanos, 1'000'000);
        bidding.seat.tick(kMonday + 5000);
        QCOMPARE(bidding.bid(opportunityAt(kMonday + 5000, 2)).price.nanos, 0);
        bidding.seat.tick(kMonday + 5001);
        QCOMPARE(bidding.bid(opportunityAt(kMonday + 5001, 3)).price.nanos, 1'000'000);
        bidding.seat.won(bid, opportunityAt(kMonday, 1), {1'000'000});
        QCOMPARE(bidding.seat.counters(bid.campaign).lateWins, std::uint64_t{1});
        QCOMPARE(bidding.seat.counters(bid.campaign).spentNanos, 0);
    }

    void frequencyCapsBindPerHourDayAndLifetime()
    {
        Bidding hour(marketWith({capped("a", model::CapWindow::Hour, 3)}));
        QCOMPARE(winsInMinutes(hour, kMonday, 60, 1), 3);
        QCOMPARE(winsInMinutes(hour, kMonday + 72 * base::kMinuteMs, 1, 100), 1);

        auto tokyo = capped("a", model::CapWindow::Day, 2);
        tokyo.timeZone = "Asia/Tokyo"; // midnight is at 15:00 UTC
        Bidding day(marketWith({tokyo}));
        QCOMPARE(winsInMinutes(day, kMonday, 15 * 60, 1), 2);
        QCOMPARE(winsInMinutes(day, kMonday + 15 * base::kHourMs, 60, 2000), 2);

        Bidding life(marketWith({capped("a", model::CapWindow::Lifetime, 4)}));
        QCOMPARE(winsInMinutes(life, kMonday, 4000, 1), 4);
        QVERIFY(life.traceOf(opportunityAt(kMonday + 3999 * base::kMinuteMs, 4000), "a").fate
                == CampaignFate::FrequencyCap);
    }

    void aCreativeCapTurnsToTheNextCreative()
    {
        auto campaign = campaignNamed("a");
        campaign.caps.push_back({model::CapScope::Creative, model::CapWindow::Day, 1});
        model::Ad ad{"ad", "ad", {}};
        for (const char* id : {"c1", "c2"}) {
            model::Creative creative;
            creative.id = id;
            creative.format = model::CreativeFormat::Text;
            ad.creatives.push_back(creative);
        }
        campaign.ads.push_back(ad);
        Bidding bidding(marketWith({campaign}));
        const Handle text = bidding.setup.vocabulary->of(Dimension::Format).find("text");
        std::vector<Handle> shown;
        for (std::uint64_t id = 1; id <= 3; ++id) {
            auto opportunity = opportunityAt(kMonday, id);
            opportunity.set(Dimension::Format, text);
            if (const model::Bid bid = bidding.bid(opportunity); bid.price.nanos > 0) {
                shown.push_back(bid.creative);
                bidding.seat.won(bid, opportunity, {1});
            }
        }
        QCOMPARE(shown.size(), std::size_t{2});
        QVERIFY(shown[0] != shown[1]);
    }

    void budgetsAreDividedOverShardsWithoutRest()
    {
        auto campaign = campaignNamed("a");
        campaign.budgetTotal = Money{10};
        auto setup = marketWith({campaign});
        setup.shards = 3;
        setup.spent["a"] = Money{2};
        std::vector<std::int64_t> parts;
        for (std::uint32_t shard = 0; shard < 3; ++shard)
            parts.push_back(budgetParts(setup, shard).grants->front().limit.nanos);
        QCOMPARE(parts, (std::vector<std::int64_t>{3000, 3000, 2000}));
    }

    void nothingIsBidWithoutQuotaOrAfterItsTime()
    {
        const auto setup = marketWith({campaignNamed("a", 1'000'000)});
        Bidding bidding(setup, SeatBidder(setup, setup.seats[0]));
        QCOMPARE(bidding.bid(opportunityAt(kMonday, 1)).price.nanos, 0);
        QVERIFY(bidding.seat.apply(bidding.grant("a", 1, {3'000'000}, kMonday + 1000))
                == model::GrantAnswer::Applied);
        const auto won = opportunityAt(kMonday + 999, 2);
        const model::Bid bid = bidding.bid(won);
        QCOMPARE(bid.price.nanos, 1'000'000);
        QCOMPARE(bidding.bid(opportunityAt(kMonday + 1000, 3)).price.nanos, 0);
        QVERIFY(bidding.seat.won(bid, won, {400'000})); // an open bid may still win
        // A later limit counts what was spent before.
        bidding.seat.apply(bidding.grant("a", 2, {1'500'000}, kMonday + 9000));
        QCOMPARE(bidding.seat.quotaLeft(bidding.handle("a")).nanos, 1'100'000);
    }

    void aWinTooLateForItsQuotaIsNotCharged()
    {
        const auto setup = marketWith({campaignNamed("a", 1'000'000)});
        Bidding bidding(setup, SeatBidder(setup, setup.seats[0]));
        bidding.seat.apply(bidding.grant("a", 1, {1'000'000}, kMonday + 60'000));
        const auto first = opportunityAt(kMonday, 1);
        const model::Bid late = bidding.bid(first);
        bidding.seat.tick(kMonday + 5001); // the hold has timed out
        const auto second = opportunityAt(kMonday + 5001, 2);
        const model::Bid next = bidding.bid(second);
        QVERIFY(!bidding.seat.won(late, first, {700'000}, {630'000}));
        QVERIFY(bidding.seat.won(next, second, {300'000}, {270'000}));
        std::vector<model::CampaignReport> report;
        bidding.seat.report(report);
        QCOMPARE(report.size(), std::size_t{1});
        QCOMPARE(report[0].spentNanos, 300'000);
        QCOMPARE(report[0].unchargedNanos, 700'000);
        QCOMPARE(report[0].clearedNanos, 1'000'000);
        QCOMPARE(report[0].publisherNanos, 900'000);
        QCOMPARE(report[0].wins, std::uint64_t{2});
        QCOMPARE(report[0].boundNanos, 1'000'000);
        QCOMPARE(report[0].appliedVersion, std::uint64_t{1});
        // What still fits is charged all the same.
        QVERIFY(bidding.seat.won(late, opportunityAt(kMonday, 9), {700'000}));
    }

    void aRemovedCampaignKeepsItsAccount()
    {
        Bidding bidding(marketWith({campaignNamed("a", 1'000'000)}));
        const Handle a = bidding.handle("a");
        const auto opportunity = opportunityAt(kMonday);
        bidding.seat.won(bidding.bid(opportunity), opportunity, {250'000});
        bidding.bid(opportunityAt(kMonday, 2)); // held when it goes
        const auto account = bidding.seat.remove(a);
        QVERIFY(account.has_value());
        QCOMPARE(account->quota.spent().nanos, 250'000);
        QCOMPARE(account->quota.held().nanos, 0);
        bidding.seat.change(bidding.setup.campaigns[0]);
        QCOMPARE(bidding.seat.quotaLeft(a).nanos, 0);
        bidding.seat.takeOver(a, *account);
        QCOMPARE(bidding.seat.quotaLeft(a).nanos, 1'000'000'000'000 - 250'000);
        QCOMPARE(bidding.seat.counters(a).spentNanos, 250'000);
    }

    void statusFlightAndChangesTakeEffectAtTheNextBid()
    {
        auto campaign = campaignNamed("a");
        campaign.flightStart = kMonday + 1000;
        campaign.flightEnd = kMonday + 2000;
        Bidding bidding(marketWith({campaign}));
        auto fateAt = [&](TimeMs at, std::uint64_t id) {
            const auto opportunity = opportunityAt(at, id);
            bidding.bid(opportunity);
            return bidding.traceOf(opportunity, "a").fate;
        };
        QVERIFY(fateAt(kMonday + 999, 1) == CampaignFate::OutsideFlight);
        QVERIFY(fateAt(kMonday + 1000, 2) == CampaignFate::Bid);
        campaign.status = model::CampaignStatus::Paused;
        bidding.seat.change(campaign);
        QVERIFY(fateAt(kMonday + 1001, 3) == CampaignFate::NotActive);
        campaign.status = model::CampaignStatus::Active;
        campaign.strategy.cpm = Price{42};
        bidding.seat.change(campaign);
        QCOMPARE(bidding.bid(opportunityAt(kMonday + 1002, 4)).price.nanos, 42);
        QVERIFY(fateAt(kMonday + 2000, 5) == CampaignFate::OutsideFlight);
        bidding.seat.remove(bidding.handle("a"));
        QVERIFY(bidding.seat.campaigns().empty());
        QVERIFY(bidding.seat.explain(opportunityAt(kMonday), bidding.handle("a")).fate
                == CampaignFate::NotActive);
    }

    void theFirstReasonIsToldForEveryCampaign()
    {
        auto away = campaignNamed("away");
        away.targeting.rules.push_back(anyOf(Dimension::Country, {"CN"}));
        auto broke = campaignNamed("broke");
        broke.budgetTotal = Money{};
        auto blocked = campaignNamed("blocked", 9'000'000);
        Bidding bidding(
            marketWith({away, broke, blocked, campaignNamed("low", 5), campaignNamed("best", 6)}));
        auto opportunity = opportunityAt(kMonday);
        opportunity.blockedAdvertisers.push(
            bidding.setup.vocabulary->advertisers.find("adv-blocked"));
        QCOMPARE(bidding.bid(opportunity).campaign, bidding.handle("best"));
        QVERIFY(bidding.traceOf(opportunity, "away").fate == CampaignFate::Targeting);
        QCOMPARE(bidding.traceOf(opportunity, "away").mismatches.size(), std::size_t{1});
        QVERIFY(bidding.traceOf(opportunity, "broke").fate == CampaignFate::QuotaSpent);
        QVERIFY(bidding.traceOf(opportunity, "blocked").fate == CampaignFate::Blocked);
        QVERIFY(bidding.traceOf(opportunity, "low").fate == CampaignFate::NotChosenBySeat);
        QCOMPARE(bidding.traceOf(opportunity, "low").formula.bid.nanos, 5);
        QVERIFY(bidding.traceOf(opportunity, "best").fate == CampaignFate::Bid);
        QCOMPARE(bidding.seat.lastFormula().bid.nanos, 6);
        QVERIFY(bidding.seat.explain(opportunity, bidding.handle("low")).fate == CampaignFate::Bid);
    }

    void theDemonstrationChoosesTheLargestRemainingBudgetAndNeverFallsThrough()
    {
        auto small = campaignNamed("small");
        small.budgetTotal = Money::units(1000);
        auto large = campaignNamed("large");
        large.budgetTotal = Money::units(2000);
        large.caps.push_back({model::CapScope::Campaign, model::CapWindow::Day, 1});
        for (auto* campaign : {&small, &large})
            campaign->strategy.kind = model::StrategyKind::Contract;
        Bidding bidding(marketWith({small, large}, model::Selection::LargestRemainingBudget));
        const auto opportunity = opportunityAt(kMonday);
        const model::Bid bid = bidding.bid(opportunity, Price::perImpression({100'000}));
        QCOMPARE(bid.campaign, bidding.handle("large"));
        QCOMPARE(bid.price.nanos, 500'000'000);
        bidding.seat.won(bid, opportunity, bid.price);
        QCOMPARE(bidding.bid(opportunityAt(kMonday + 1, 2)).price.nanos, 0);
    }

    void theDemonstrationSkipsSegmentsWithoutAProfile()
    {
        auto campaign = campaignNamed("a");
        campaign.targeting.rules.push_back(anyOf(Dimension::Segment, {"fashion"}));
        campaign.targeting.rules.push_back(anyOf(Dimension::Gender, {"female"}));
        Bidding demo(marketWith({campaign}, model::Selection::LargestRemainingBudget));
        auto opportunity = opportunityAt(kMonday);
        QVERIFY(demo.bid(opportunity).price.nanos > 0);
        opportunity.id = 2;
        opportunity.profile = 1;
        QCOMPARE(demo.bid(opportunity).price.nanos, 0);
        QVERIFY(demo.traceOf(opportunity, "a").fate == CampaignFate::Targeting);
        Bidding strict(marketWith({campaign}));
        opportunity.profile = 0;
        QCOMPARE(strict.bid(opportunity).price.nanos, 0);
    }

    void aDealHasItsOwnFloorAndAPrivateAuctionNeedsOne()
    {
        auto dealer = campaignNamed("dealer", 2'000'000);
        dealer.targeting.rules.push_back(anyOf(Dimension::Deal, {"deal-1"}));
        Bidding bidding(marketWith({dealer, campaignNamed("open", 9'000'000)}));
        const Handle deal = bidding.setup.vocabulary->of(Dimension::Deal).find("deal-1");
        auto opportunity = opportunityAt(kMonday);
        opportunity.dealsOnly = true;
        opportunity.list(Dimension::Deal).push(deal);
        opportunity.deals.push({deal, {1'500'000}});
        const model::Bid bid = bidding.bid(opportunity, {5'000'000});
        QCOMPARE(bid.campaign, bidding.handle("dealer"));
        QCOMPARE(bid.deal, deal);
        QVERIFY(bidding.traceOf(opportunity, "open").fate == CampaignFate::Targeting);
        QVERIFY(!bidding.traceOf(opportunity, "open").mismatches.empty());
    }

    void pricesOfAnotherCurrencyMeetTheFloorOfTheMarket()
    {
        auto won = campaignNamed("won", 1'300'000'000);
        won.currency = *Currency::parse("KRW");
        auto setup = marketWith({won});
        setup.rates.push_back({won.currency, 1, 1300});
        Bidding bidding(setup);
        const auto opportunity = opportunityAt(kMonday);
        QCOMPARE(bidding.bid(opportunity, {1'000'001}).price.nanos, 0);
        const model::Bid bid = bidding.bid(opportunity, {1'000'000});
        QCOMPARE(bid.price.nanos, 1'300'000'000);
        QVERIFY(bid.currency == won.currency);
        bidding.seat.won(bid, opportunity, {500'000});
        QCOMPARE(bidding.seat.counters(bid.campaign).spentNanos, 650'000'000);
    }

    /// Bids, wins, losses and silence at random; what was paid is added up beside the seat.
    void aStrategyForTheWholeSeatReplacesEveryCampaigns()
    {
        Bidding bidding(marketWith({campaignNamed("a", 1'000'000)}));
        bidding.seat.setStrategy(model::StrategyKind::TargetCpc);
        bidding.bid(opportunityAt(kMonday));
        QVERIFY(bidding.seat.lastFormula().kind == model::StrategyKind::TargetCpc);
        QVERIFY(std::abs(bidding.seat.lastFormula().bid.nanos - 1'000'000) < 10);
    }

    void strangersAreAnsweredWithNothing()
    {
        Bidding bidding(marketWith({campaignNamed("a")}));
        model::Bid bid;
        bid.campaign = 999;
        bidding.seat.won(bid, opportunityAt(kMonday), {5});
        bidding.seat.lost(bid, opportunityAt(kMonday), {5});
        QVERIFY(!bidding.seat.remove(999));
        model::QuotaGrant grant;
        grant.campaign = 999;
        grant.version = 1;
        grant.limit = {5};
        QVERIFY(bidding.seat.apply(grant) == model::GrantAnswer::UnknownCampaign);
        QCOMPARE(bidding.seat.quotaLeft(999).nanos, 0);
        QCOMPARE(bidding.seat.counters(999).wins, std::uint64_t{0});
        QCOMPARE(bidding.seat.quotaLeft(bidding.handle("a")).nanos, 1'000'000'000'000);
    }
};

QTEST_GUILESS_MAIN(TestSeatBidder)
#include "test_seat_bidder.moc"
