// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/shard_state.h"

#include "engine/exchange/notices.h"
#include "engine/market/step_times.h"
#include "engine/market/tie_stream.h"
#include "engine/market/trace_builder.h"
#include "engine/market/trace_notices.h"

#include <algorithm>

namespace gavel::market {

using model::BidFate;

namespace {

constexpr std::uint64_t kShardStreams = 0x5a00;
constexpr std::uint64_t kStepStream = 0x7000;
constexpr std::size_t kDepthBins = 100;
constexpr std::int64_t kDepthBinNanos = 100'000;
constexpr std::int64_t kTickMs = 1000;

std::uint64_t packedFates(const model::BidList& bids, std::size_t first)
{
    std::uint64_t packed = 0;
    for (std::size_t i = first; i < bids.size() && i < first + 16; ++i)
        packed = packed << 4 | static_cast<std::uint64_t>(bids[i].fate);
    return packed;
}

} // namespace

MarketShard::State::State(const model::MarketSetup& setup, std::uint32_t shardNumber,
                          ShardOutputs shardOutputs)
    : vocabulary(setup.vocabulary)
    , rules(setup.rules)
    , currency(setup.currency)
    , rates(setup.rates)
    , seed(setup.seed)
    , shard(shardNumber)
    , outputs(std::move(shardOutputs))
    , random(base::Random(setup.seed).split(kShardStreams + shardNumber))
    , stepRandom(random.split(kStepStream))
    , supply(setup)
    , events(shardNumber, outputs.events)
    , nextTick(setup.start + kTickMs)
{
    for (std::size_t i = 0; i < std::min(setup.seats.size(), model::kMaxSeats); ++i)
        seats.push_back(std::make_unique<SeatSlot>(setup, i, random));
    counters.now = setup.start;
    counters.bidBins.resize(kDepthBins);
}

void MarketShard::State::begin(const model::Opportunity& offered)
{
    publish();
    opportunity = offered;
    opportunity.floor = supply.baseFloor(offered);
    hardFloor = scaledFloor(opportunity.floor, rules.floorFactorPpm);
    tickWhenDue(opportunity.at);
}

void MarketShard::State::run(const model::Opportunity& offered)
{
    begin(offered);
    ask();
    judge();
    fillRow(waitedMicros());
    captureWhenWanted();
    settle();
    checkMoney();
    checkQuota();
    count();
    addToDigest();
    events.auction(opportunity, bids, clearing, isCharged);
    isPublished = false;
    if (clearing.winner < 0)
        publish();
}

void MarketShard::State::runOutside(const model::Opportunity& offered, const model::Bid& answer)
{
    begin(offered);
    bids.clear();
    bids.push(answer);
    judge();
    fillRow(std::min(answer.answerMicros, rules.auctionDeadlineMicros));
    captured.reset(); // the story of an auction is told by this market's seats
    checkMoney();
    count();
    addToDigest();
    events.auction(opportunity, bids, clearing, true); // it is charged elsewhere
    isPublished = false;
    publish();
}

void MarketShard::State::tickWhenDue(TimeMs now)
{
    counters.now = now;
    if (now < nextTick)
        return;
    nextTick = now + kTickMs;
    for (auto& slot : seats)
        if (auto* bidder = slot->bidder())
            bidder->tick(now);
}

void MarketShard::State::ask()
{
    const dsp::BidContext context{
        hardFloor,
        rules.kind == model::PriceRule::FirstPrice
            || (rules.kind == model::PriceRule::SoftFloor && rules.softFloor > hardFloor)};
    bids.clear();
    for (auto& slot : seats)
        bids.push(slot->ask(opportunity, context, rules.auctionDeadlineMicros));
}

exchange::ClearingTerms MarketShard::State::terms() const
{
    return {&rules, &opportunity, hardFloor, currency, &rates};
}

void MarketShard::State::judge()
{
    base::Random ties = tieStream(seed, opportunity.id);
    clearing = exchange::clear(bids, terms(), ties);
}

std::uint32_t MarketShard::State::waitedMicros() const
{
    std::uint32_t waited = 0;
    for (const auto& slot : seats)
        waited = std::max(waited, slot->waitedMicros(rules.auctionDeadlineMicros));
    return waited;
}

void MarketShard::State::fillRow(std::uint32_t waited)
{
    row.id = opportunity.id;
    row.at = opportunity.at;
    row.publisher = opportunity.value(model::Dimension::Publisher);
    row.placement = opportunity.value(model::Dimension::Placement);
    row.country = opportunity.value(model::Dimension::Country);
    row.deviceType = opportunity.value(model::Dimension::DeviceType);
    row.floor = clearing.winner < 0 ? hardFloor : clearing.floor;
    row.price = clearing.price;
    row.winnerCampaign = clearing.winner < 0 ? base::kNone : winner().campaign;
    row.winnerSeat
        = clearing.winner < 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(winner().seat);
    row.shard = static_cast<std::uint16_t>(shard);
    row.seatsAsked = static_cast<std::uint8_t>(bids.size());
    row.shown = 0;
    row.traced = 0;
    row.seatsInTime = 0;
    row.bids = 0;
    for (const auto& bid : bids) {
        const bool isInTime = bid.fate != BidFate::Late && bid.fate != BidFate::CutOff;
        row.seatsInTime += isInTime ? 1 : 0;
        row.bids += isInTime && bid.fate != BidFate::NoBid ? 1 : 0;
    }
    row.steps = drawStepTimes(stepRandom, waited);
    fillRowBids();
}

/// The winner, then the dearest, at most kRowBids.
void MarketShard::State::fillRowBids()
{
    std::array<std::uint8_t, model::kMaxSeats> order{};
    const auto isBefore = [this](std::size_t a, std::size_t b) {
        if ((bids[a].fate == BidFate::Won) != (bids[b].fate == BidFate::Won))
            return bids[a].fate == BidFate::Won;
        return bids[a].price > bids[b].price;
    };
    for (std::size_t i = 0; i < bids.size(); ++i) {
        std::size_t at = i;
        for (; at > 0 && isBefore(i, order[at - 1]); --at)
            order[at] = order[at - 1];
        order[at] = static_cast<std::uint8_t>(i);
    }
    row.rowBids = static_cast<std::uint8_t>(std::min(bids.size(), model::kRowBids));
    for (std::size_t i = 0; i < row.rowBids; ++i) {
        const model::Bid& bid = bids[order[i]];
        row.bid[i] = {bid.campaign, static_cast<std::uint16_t>(bid.seat), bid.fate, bid.price};
    }
}

void MarketShard::State::settle()
{
    isCharged = true;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const bool learns = seats[i]->bidder() != nullptr && bids[i].fate != BidFate::Won;
        const Price toWin = learns ? exchange::priceToWin(bids, i, terms()) : Price{};
        const bool charged = seats[i]->settle(bids[i], opportunity, clearing, toWin);
        isCharged = isCharged && charged;
    }
}

void MarketShard::State::checkMoney()
{
    if (clearing.winner < 0)
        return;
    if (clearing.price != clearing.publisher + clearing.fee)
        ++counters.broken[kMoneyConserved];
    if (clearing.price > winner().price || clearing.price < clearing.floor)
        ++counters.broken[kPriceInBounds];
}

void MarketShard::State::checkQuota()
{
    if (clearing.winner < 0)
        return;
    if (auto* bidder = winnerSeat().bidder();
        bidder != nullptr && bidder->quotaLeft(winner().campaign).nanos < 0)
        ++counters.broken[kWithinQuota];
}

void MarketShard::State::count()
{
    ++counters.auctions;
    counters.seatRequests += bids.size();
    counters.bids += row.bids;
    counters.auctionMicros.add(row.totalMicros());
    for (const auto& bid : bids)
        if (bid.price.nanos > 0 && bid.fate != BidFate::Late)
            ++counters.bidBins[std::min<std::size_t>(
                static_cast<std::size_t>(bid.price.nanos / kDepthBinNanos), kDepthBins - 1)];
    supply.count(opportunity, bids, clearing);
    if (clearing.winner < 0)
        return;
    ++counters.wins;
    ++counters.clearings;
    counters.clearingSumNanos += clearing.price.nanos;
    counters.costNanos += clearing.price.nanos;
    counters.publisherNanos += clearing.publisher.nanos;
    counters.feeNanos += clearing.fee.nanos;
    if (winner().campaign == base::kNone)
        return;
    campaignFeeNanos += clearing.fee.nanos;
    campaignPublisherNanos += clearing.publisher.nanos;
}

/// What is logged of a campaign is counted, wherever it is by now.
void MarketShard::State::countDelivery(Handle campaign, model::EventKind kind, Money value)
{
    counters.impressions += kind == model::EventKind::Impression ? 1 : 0;
    counters.clicks += kind == model::EventKind::Click ? 1 : 0;
    counters.conversions += kind == model::EventKind::Conversion ? 1 : 0;
    for (const auto& slot : seats)
        if (auto* bidder = slot->bidder();
            bidder != nullptr && bidder->count(campaign, kind, value))
            return;
    if (const auto account = departed.find(campaign); account != departed.end())
        account->second.counters.add(kind, value);
}

void MarketShard::State::addToDigest()
{
    digest.add(opportunity.id);
    digest.add(std::uint64_t{row.winnerCampaign} << 16 | row.winnerSeat);
    digest.add(clearing.price.nanos);
    for (std::size_t first = 0; first < bids.size(); first += 16)
        digest.add(packedFates(bids, first));
}

/// Before the bids are settled, since that teaches the seats something new.
void MarketShard::State::captureWhenWanted()
{
    captured.reset();
    const bool isSampled = traceEvery != 0 && counters.auctions % traceEvery == 0;
    if (!isSampled && !(traceFilter && traceFilter(row)))
        return;
    row.traced = 1;
    captured = story();
    captured->isSampled = isSampled;
}

model::AuctionTrace MarketShard::State::story() const
{
    return buildTrace({row, opportunity, rules, hardFloor, bids, clearing}, seats);
}

/// What is known only after the outcome: the row as it is now and the notices.
void MarketShard::State::finish(model::AuctionTrace& trace) const
{
    trace.row = row;
    trace.row.traced = 1;
    trace.notices = noticesOf(trace, *vocabulary, currency, rates);
}

void MarketShard::State::publish()
{
    if (isPublished)
        return;
    isPublished = true;
    // "clicked" and "converted" are known only now
    if (!captured && traceFilter && row.shown != 0 && traceFilter(row)) {
        row.traced = 1;
        captured = story();
    }
    if (outputs.rows != nullptr)
        outputs.rows->push(row);
    if (!captured)
        return;
    finish(*captured);
    if (outputs.trace)
        outputs.trace(model::AuctionTrace(*captured));
}

} // namespace gavel::market
