// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/filter/auction_filter.h"
#include "market_fixture.h"

#include <QtTest>

#include <cstdlib>
#include <new>
#include <numeric>

using namespace fixture;
using market::MarketShard;
using model::BidFate;

namespace {

std::size_t allocations = 0;

std::uint64_t digestOf(const model::MarketSetup& setup, std::uint32_t traceEvery)
{
    base::SpscRing<model::AuctionRow> rows(64);
    OpenShard shard(setup, 0, {traceEvery == 0 ? nullptr : &rows, nullptr, {}});
    if (traceEvery != 0)
        shard.setTracing(traceEvery, [](const model::AuctionRow& row) { return row.bids > 2; });
    runMarket(shard, setup, 1, 2000);
    return shard.digest();
}

} // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* const memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

class TestMarketShard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameInputsGiveTheSameDigest()
    {
        QCOMPARE(digestOf(busySetup(), 0), digestOf(busySetup(), 0));
    }

    void anotherSeedGivesAnotherDigest()
    {
        auto other = busySetup();
        other.seed = 8;
        QVERIFY(digestOf(busySetup(), 0) != digestOf(other, 0));
    }

    void tracingAndOutputsDoNotChangeTheMarket()
    {
        QCOMPARE(digestOf(busySetup(), 3), digestOf(busySetup(), 0));
    }

    void everyPaidNanoGoesToPublisherOrExchange()
    {
        const auto setup = busySetup();
        OpenShard shard(setup, 0, {});
        runMarket(shard, setup, 1, 5000);
        const auto counters = shard.counters();
        QCOMPARE(counters.auctions, std::uint64_t{5000});
        QCOMPARE(counters.seatRequests, std::uint64_t{4 * 5000});
        QVERIFY(counters.wins > 4000);
        QCOMPARE(counters.costNanos, counters.publisherNanos + counters.feeNanos);
        std::int64_t ofSeats = 0;
        for (const auto& seat : counters.seats)
            ofSeats += seat.spentNanos;
        QCOMPARE(ofSeats, counters.costNanos);
        QCOMPARE(counters.publishers.at(0).revenueNanos, counters.publisherNanos);
        QCOMPARE(counters.placements.at(0).filled, counters.wins);
        std::int64_t ofCampaigns = 0;
        for (const auto& [campaign, count] : counters.campaigns)
            ofCampaigns += count.spentNanos;
        QCOMPARE(ofCampaigns, counters.seats[0].spentNanos + counters.seats[1].spentNanos);
        for (const auto broken : counters.broken)
            QCOMPARE(broken, std::uint64_t{0});
    }

    void depthStartsAfreshWithEachCopy()
    {
        const auto setup = busySetup();
        OpenShard shard(setup, 0, {});
        runMarket(shard, setup, 1, 100);
        const auto first = shard.counters();
        const auto bids
            = std::accumulate(first.bidBins.begin(), first.bidBins.end(), std::uint64_t{0});
        QCOMPARE(bids, first.bids);
        QCOMPARE(first.clearingSumNanos, first.costNanos);
        QCOMPARE(first.clearings, first.wins);
        const auto second = shard.counters();
        QCOMPARE(second.clearingSumNanos, std::int64_t{0});
        QCOMPARE(second.wins, first.wins);
    }

    void secondPricePaysTheSecondBidPlusTheIncrement()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid"), recordedSeat("rival")};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm)};
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 1);
        offer.recordedPrice = {2'860'000};
        const auto& row = shard.run(offer);
        QCOMPARE(row.winnerSeat, std::uint16_t{1});
        QCOMPARE(row.price.nanos, std::int64_t{2'870'000}); // 2.86 + 0.01
        QCOMPARE(shard.lastClearing().fee.nanos, std::int64_t{287'000}); // 10 %
        QCOMPARE(row.bid[0].fate, BidFate::Won);
        QCOMPARE(row.bid[1].fate, BidFate::Outbid);
        QCOMPARE(shard.seat(1)->quotaLeft(1).nanos, 1'000'000 * 1'000'000'000LL - 2'870'000);
    }

    void aSeatPastItsDeadlineIsLateAndItsQuotaIsReleased()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid", 60'000), recordedSeat("rival", 20'000)};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm)};
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 1);
        offer.recordedPrice = {kCpm};
        const auto& row = shard.run(offer);
        QCOMPARE(row.winnerSeat, std::uint16_t{2});
        QCOMPARE(row.seatsAsked, std::uint8_t{2});
        QCOMPARE(row.seatsInTime, std::uint8_t{1});
        QCOMPARE(row.steps[3], 50'000U); // waits until the deadline of the late seat
        QCOMPARE(shard.lastBids()[0].fate, BidFate::Late);
        QCOMPARE(shard.lastBids()[0].price.nanos, 3 * kCpm);
        QCOMPARE(shard.seat(1)->quotaLeft(1).nanos, 1'000'000 * 1'000'000'000LL);
        QCOMPARE(shard.counters().seats[0].late, std::uint64_t{1});
    }

    void anAnswerExactlyAtTheDeadlineCounts()
    {
        auto setup = emptySetup();
        setup.seats = {recordedSeat("rival", 50'000)};
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 1);
        offer.recordedPrice = {kCpm};
        QCOMPARE(shard.run(offer).winnerSeat, std::uint16_t{1});
    }

    void theAuctionWaitsOnlyForTheSlowestSeatInTime()
    {
        auto setup = emptySetup();
        setup.seats = {recordedSeat("a", 11'800), recordedSeat("b", 31'200)};
        OpenShard shard(setup, 0, {});
        QCOMPARE(shard.run(opportunity(setup, 1)).steps[3], 31'200U);
    }

    void aSeatThatIsCutOffNeverAnswers()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid", 10'000), recordedSeat("rival", 10'000)};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm)};
        setup.seats[0].cutOff = true;
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 1);
        offer.recordedPrice = {kCpm};
        const auto& row = shard.run(offer);
        QCOMPARE(shard.lastBids()[0].fate, BidFate::CutOff);
        QCOMPARE(row.winnerSeat, std::uint16_t{2});
        QCOMPARE(row.steps[3], 50'000U);
        const auto trace = shard.traceLast();
        QCOMPARE(trace.campaigns.size(), std::size_t{1});
        QCOMPARE(trace.campaigns[0].fate, model::CampaignFate::SeatCutOff);
    }

    void normalAuctionsStayUnderAHundredMilliseconds()
    {
        const auto setup = busySetup();
        OpenShard shard(setup, 0, {});
        runMarket(shard, setup, 1, 2000);
        // 50 ms of waiting at most, and steps that add up to 15.6 ms at most
        QVERIFY(shard.counters().auctionMicros.max() < 66'000);
    }

    void changesActAtTheNextAuction()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid"), recordedSeat("rival")};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm)};
        OpenShard shard(setup, 0, {});
        std::uint64_t number = 0;
        const auto next = [&]() -> const model::AuctionRow& {
            auto offer = opportunity(setup, ++number);
            offer.recordedPrice = {2 * kCpm};
            return shard.run(offer);
        };
        QCOMPARE(next().price.nanos, 2'010'000LL);

        model::AuctionRules first;
        first.kind = model::PriceRule::FirstPrice;
        shard.apply(model::RulesChange{first});
        QCOMPARE(next().price.nanos, 3'000'000LL);

        auto campaign = setup.campaigns[0];
        campaign.strategy.cpm = {4 * kCpm};
        shard.apply(model::CampaignChange{campaign});
        QCOMPARE(next().price.nanos, 4'000'000LL);

        auto seat = setup.seats[0];
        seat.cutOff = true;
        shard.apply(model::SeatChange{seat});
        QCOMPARE(next().price.nanos, 2'000'000LL);
        seat.cutOff = false;
        shard.apply(model::SeatChange{seat});
        QCOMPARE(next().price.nanos, 4'000'000LL);

        shard.apply(model::CampaignRemoval{"camp-001"});
        QCOMPARE(next().winnerSeat, std::uint16_t{2});
    }

    /// Everything that is logged is charged for, so everything is reported.
    void whatIsToldAfterACampaignLeftItsSeatIsReported()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid"), campaignSeat("lily")};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm)};
        OpenShard shard(setup, 0, {});
        const auto offer = opportunity(setup, 1);
        shard.run(offer);
        const model::Bid winner
            = shard.lastBids()[static_cast<std::size_t>(shard.lastClearing().winner)];
        const auto reported = [&] {
            model::QuotaReport report;
            shard.fill(report);
            return report.campaigns.front();
        };
        auto moved = setup.campaigns[0];
        moved.seatId = "lily";
        shard.apply(model::CampaignChange{moved});
        shard.recordDelivery(offer, winner, model::EventKind::Click, {});
        QCOMPARE(reported().clicks, std::uint64_t{1});
        shard.apply(model::CampaignRemoval{"camp-001"});
        shard.recordDelivery(offer, winner, model::EventKind::Conversion, Money::units(2));
        model::DeliveryEvent click;
        click.kind = model::EventKind::Click;
        click.campaign = winner.campaign;
        click.seat = winner.seat;
        shard.recordLoggedDelivery(click);
        QCOMPARE(reported().clicks, std::uint64_t{2});
        QCOMPARE(reported().conversions, std::uint64_t{1});
        QCOMPARE(reported().wins, std::uint64_t{1});
    }

    void aChangedPlacementFloorReplacesTheOfferedOne()
    {
        auto setup = emptySetup();
        setup.seats = {recordedSeat("rival")};
        setup.rules.floorFactorPpm = 1'200'000;
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 1);
        offer.recordedPrice = {2 * kCpm};
        QCOMPARE(shard.run(offer).floor.nanos, 600'000LL); // 0.5 x 1.2
        auto placement = setup.placements[0];
        placement.floor = {2 * kCpm};
        shard.apply(model::PlacementChange{placement});
        QCOMPARE(shard.run(offer).floor.nanos, 2'400'000LL); // 2 x 1.2, above the only bid
        QCOMPARE(shard.lastBids()[0].fate, BidFate::BelowFloor);
        QCOMPARE(shard.traceLast().opportunity.floor.nanos, 2 * kCpm);
    }

    void aChangeOfAnUnknownSeatOrCampaignDoesNothing()
    {
        const auto setup = busySetup();
        OpenShard changed(setup, 0, {});
        OpenShard plain(busySetup(), 0, {});
        changed.apply(model::SeatChange{recordedSeat("nobody")});
        changed.apply(model::CampaignRemoval{"nothing"});
        changed.apply(model::SeatStrategyChange{"kestrel", model::StrategyKind::Random});
        runMarket(changed, setup, 1, 200);
        runMarket(plain, setup, 1, 200);
        QCOMPARE(changed.digest(), plain.digest());
    }

    void eventsAreNumberedWithoutGapsAndTellEverything()
    {
        base::SpscRing<model::DeliveryEvent> ring(1 << 16);
        const auto setup = busySetup();
        OpenShard shard(setup, 3, {nullptr, &ring, {}});
        runMarket(shard, setup, 1, 2500);
        shard.flush();
        std::vector<model::DeliveryEvent> events;
        ring.pop(std::back_inserter(events), 1 << 16);
        const auto counters = shard.counters();
        std::array<std::uint64_t, model::kEventNames.size()> seen{};
        std::int64_t requests = 0;
        std::int64_t paid = 0;
        std::int64_t earned = 0;
        for (std::size_t i = 0; i < events.size(); ++i) {
            QCOMPARE(events[i].sequence, std::uint64_t{i + 1});
            QCOMPARE(events[i].source, 3U);
            ++seen[static_cast<std::size_t>(events[i].kind)];
            if (events[i].kind == model::EventKind::RequestCount)
                requests += events[i].amount;
            if (events[i].kind == model::EventKind::Win) {
                paid += events[i].amount;
                earned += events[i].publisher;
            }
        }
        const auto of
            = [&seen](model::EventKind kind) { return seen[static_cast<std::size_t>(kind)]; };
        QCOMPARE(requests, std::int64_t{2500}); // 1000 + 1000 + 500 at the flush
        QCOMPARE(of(model::EventKind::RequestCount), std::uint64_t{3});
        QCOMPARE(of(model::EventKind::Bid), counters.bids / 100);
        QCOMPARE(of(model::EventKind::Win), counters.wins);
        QCOMPARE(of(model::EventKind::Impression), counters.impressions);
        QCOMPARE(of(model::EventKind::Click), counters.clicks);
        QCOMPARE(of(model::EventKind::Conversion), counters.conversions);
        QCOMPARE(paid, counters.costNanos);
        QCOMPARE(earned, counters.publisherNanos);
    }

    void rowsGoOutWithWhatBecameOfThem()
    {
        base::SpscRing<model::AuctionRow> ring(16);
        auto setup = emptySetup();
        setup.seats = {recordedSeat("rival")};
        OpenShard shard(setup, 0, {&ring, nullptr, {}});
        auto offer = opportunity(setup, 1);
        shard.run(offer); // nobody bids
        offer.recordedPrice = {kCpm};
        shard.run(offer);
        shard.feedback(true, true, false, {});
        shard.run(offer); // no feedback comes
        shard.flush();
        std::vector<model::AuctionRow> rows;
        ring.pop(std::back_inserter(rows), 16);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].winnerSeat, std::uint16_t{0});
        QCOMPARE(rows[1].shown, std::uint8_t{3});
        QCOMPARE(rows[2].shown, std::uint8_t{0});
    }

    void sampledAndFilteredAuctionsAreTraced()
    {
        std::vector<model::AuctionTrace> traces;
        const auto setup = busySetup();
        OpenShard shard(setup, 0,
                        {nullptr, nullptr, [&](model::AuctionTrace&& t) { traces.push_back(t); }});
        const auto filter = market::AuctionFilter::parse("clicked", *setup.vocabulary);
        shard.setTracing(10, [&](const model::AuctionRow& row) { return filter->matches(row); });
        runMarket(shard, setup, 1, 90);
        shard.flush();
        std::size_t clicked = 0;
        for (const auto& trace : traces) {
            clicked += (trace.row.shown & 2U) != 0 ? 1 : 0;
            QVERIFY(trace.row.traced != 0);
            QCOMPARE(trace.seats.size(), std::size_t{4});
            QCOMPARE(trace.campaigns.size(), std::size_t{4}); // every campaign of the market
        }
        QCOMPARE(std::uint64_t{clicked}, shard.counters().clicks);
        QVERIFY(traces.size() >= clicked && traces.size() <= clicked + 9);
    }

    void aTraceNamesTheBidAndTheOneNotChosen()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid")};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm),
                           fixedCampaign("camp-002", "orchid", 2 * kCpm)};
        OpenShard shard(setup, 0, {});
        shard.run(opportunity(setup, 1));
        const auto trace = shard.traceLast();
        QCOMPARE(trace.campaigns[0].fate, model::CampaignFate::Bid);
        QCOMPARE(trace.campaigns[1].fate, model::CampaignFate::NotChosenBySeat);
        QCOMPARE(trace.campaigns[1].formula.bid.nanos, 2 * kCpm);
        QCOMPARE(trace.seats[0].formula.bid.nanos, 3 * kCpm);
    }

    void noticesTellWinnerAndLosersWhatHappened()
    {
        auto setup = emptySetup();
        setup.seats = {campaignSeat("orchid"), recordedSeat("rival"), recordedSeat("slow", 60'000)};
        setup.campaigns = {fixedCampaign("camp-001", "orchid", 3 * kCpm)};
        OpenShard shard(setup, 0, {});
        auto offer = opportunity(setup, 42);
        offer.recordedPrice = {2 * kCpm};
        shard.run(offer);
        shard.feedback(true, false, false, {});
        const auto notices = shard.traceLast().notices;
        QCOMPARE(notices.size(), std::size_t{4});
        QCOMPARE(notices[0].kind, std::string("win"));
        QCOMPARE(notices[0].url,
                 std::string("gavel://orchid/win?auction=42&bid=42-1&imp=1&ad=cr-camp-001"
                             "&price=2.01&cur=USD"));
        QCOMPARE(notices[1].kind, std::string("billing"));
        // 102: lost to a higher bid, which was 3.00; 2: expired
        QCOMPARE(
            notices[2].url,
            std::string("gavel://rival/loss?auction=42&bid=42-2&imp=1&loss=102&min=3.00&cur=USD"));
        QCOMPARE(notices[3].url,
                 std::string("gavel://slow/loss?auction=42&bid=42-3&imp=1&loss=2&min=&cur=USD"));
    }

    void runDoesNotAllocate()
    {
        base::SpscRing<model::DeliveryEvent> events(1 << 16);
        base::SpscRing<model::AuctionRow> rows(64);
        const auto setup = busySetup();
        OpenShard shard(setup, 0, {&rows, &events, {}});
        runMarket(shard, setup, 1, 5000);
        const auto offer = opportunity(setup, 5001);
        const auto before = allocations;
        for (int i = 0; i < 1000; ++i) {
            shard.run(offer);
            shard.feedback(true, false, false, {});
        }
        QCOMPARE(allocations, before);
    }
};

QTEST_GUILESS_MAIN(TestMarketShard)
#include "test_market_shard.moc"
