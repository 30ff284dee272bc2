// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/market_shard.h"

#include "engine/market/shard_state.h"

#include <algorithm>

namespace gavel::market {

SeatSlot* MarketShard::State::slotNamed(Handle handle)
{
    for (auto& slot : seats)
        if (slot->handle() == handle)
            return slot.get();
    return nullptr;
}

void MarketShard::State::change(const model::RulesChange& wanted)
{
    rules = wanted.rules;
}

void MarketShard::State::change(const model::SeatChange& wanted)
{
    if (auto* slot = slotNamed(vocabulary->seats.find(wanted.seat.id)))
        slot->change(wanted.seat);
}

/// A campaign that moved to another seat leaves the one it was in, and takes its quota along.
void MarketShard::State::change(const model::CampaignChange& wanted)
{
    const Handle campaign = vocabulary->campaigns.intern(wanted.campaign.id);
    dsp::SeatBidder* home = nullptr;
    for (auto& slot : seats) {
        auto* bidder = slot->bidder();
        if (bidder == nullptr)
            continue;
        if (slot->seat().id == wanted.campaign.seatId)
            home = bidder;
        else if (const auto account = bidder->remove(campaign))
            departed[campaign] = *account;
    }
    if (home == nullptr)
        return;
    home->change(wanted.campaign);
    if (const auto account = departed.find(campaign); account != departed.end()) {
        home->takeOver(campaign, account->second);
        departed.erase(account);
    }
}

void MarketShard::State::change(const model::CampaignRemoval& wanted)
{
    const Handle campaign = vocabulary->campaigns.find(wanted.campaignId);
    for (auto& slot : seats)
        if (auto* bidder = slot->bidder())
            if (const auto account = bidder->remove(campaign))
                departed[campaign] = *account;
}

void MarketShard::State::change(const model::QuotaGrants& wanted)
{
    for (const model::QuotaGrant& grant : *wanted.grants)
        apply(grant);
}

model::GrantAnswer MarketShard::State::apply(const model::QuotaGrant& grant)
{
    for (auto& slot : seats)
        if (auto* bidder = slot->bidder())
            if (const auto answer = bidder->apply(grant);
                answer != model::GrantAnswer::UnknownCampaign)
                return answer;
    return model::GrantAnswer::UnknownCampaign;
}

void MarketShard::State::fill(model::QuotaReport& report) const
{
    report.lastSequence = events.lastSequence();
    report.campaigns.clear();
    for (const auto& slot : seats)
        if (const auto* bidder = slot->bidder())
            bidder->report(report.campaigns);
    for (const auto& [campaign, account] : departed)
        report.campaigns.push_back(dsp::reportOf(campaign, account));
    std::ranges::sort(report.campaigns, {}, &model::CampaignReport::campaign);
    report.publishers = supply.earnings();
    std::int64_t known = 0;
    for (const auto& publisher : report.publishers)
        known += publisher.earnedNanos;
    if (known != campaignPublisherNanos)
        report.publishers.insert(report.publishers.begin(),
                                 {base::kNone, campaignPublisherNanos - known});
    report.feeNanos = campaignFeeNanos;
}

void MarketShard::State::change(const model::SeatStrategyChange& wanted)
{
    auto* slot = slotNamed(vocabulary->seats.find(wanted.seatId));
    if (slot != nullptr && slot->bidder() != nullptr)
        slot->bidder()->setStrategy(wanted.kind);
}

void MarketShard::State::change(const model::PlacementChange& wanted)
{
    supply.change(wanted.placement, *vocabulary);
}

MarketShard::MarketShard(const model::MarketSetup& setup, std::uint32_t shard, ShardOutputs outputs)
    : m_state(std::make_unique<State>(setup, shard, std::move(outputs)))
{
}

MarketShard::~MarketShard() = default;

const model::AuctionRow& MarketShard::run(const model::Opportunity& opportunity)
{
    m_state->run(opportunity);
    return m_state->row;
}

const model::AuctionRow& MarketShard::runOutside(const model::Opportunity& opportunity,
                                                 const model::Bid& answer)
{
    m_state->runOutside(opportunity, answer);
    return m_state->row;
}

void MarketShard::feedback(bool impression, bool clicked, bool converted, Money value)
{
    State& state = *m_state;
    if (state.clearing.winner < 0 || state.isPublished)
        return;
    state.row.shown
        = static_cast<std::uint8_t>((impression ? 1 : 0) | (clicked ? 2 : 0) | (converted ? 4 : 0));
    state.digest.add(std::uint64_t{state.row.shown});
    if (impression) {
        const model::Bid& winner = state.winner();
        ++state.counters.impressions;
        state.counters.clicks += clicked ? 1 : 0;
        state.counters.conversions += converted ? 1 : 0;
        state.events.impression(state.opportunity, winner, state.clearing.price);
        if (clicked)
            state.events.click(state.opportunity, winner);
        if (converted)
            state.events.conversion(state.opportunity, winner, value);
        state.winnerSeat().feedback(winner.campaign, state.opportunity, clicked, converted, value);
    }
    state.publish();
}

void MarketShard::recordDelivery(const model::Opportunity& opportunity, const model::Bid& winner,
                                 model::EventKind kind, Money value)
{
    State& state = *m_state;
    if (auto* slot = state.slotNamed(winner.seat))
        if (auto* bidder = slot->bidder())
            bidder->delivered(winner.campaign, opportunity, kind);
    state.events.delivery(kind, opportunity, winner, value);
    state.countDelivery(winner.campaign, kind, value);
}

void MarketShard::recordLoggedDelivery(const model::DeliveryEvent& logged)
{
    const bool hasValue = logged.kind == model::EventKind::Conversion;
    m_state->events.logged(logged);
    m_state->countDelivery(logged.campaign, logged.kind, hasValue ? Money{logged.amount} : Money{});
}

void MarketShard::flush()
{
    m_state->publish();
    m_state->events.flush(m_state->counters.now);
}

const model::BidList& MarketShard::lastBids() const
{
    return m_state->bids;
}

const model::Clearing& MarketShard::lastClearing() const
{
    return m_state->clearing;
}

std::uint64_t MarketShard::lastSequence() const
{
    return m_state->events.lastSequence();
}

void MarketShard::apply(const model::MarketChange& change)
{
    std::visit([this](const auto& wanted) { m_state->change(wanted); }, change);
}

model::GrantAnswer MarketShard::apply(const model::QuotaGrant& grant)
{
    return m_state->apply(grant);
}

void MarketShard::fill(model::QuotaReport& report) const
{
    m_state->fill(report);
}

void MarketShard::setTracing(std::uint32_t every,
                             std::function<bool(const model::AuctionRow&)> filter)
{
    m_state->traceEvery = every;
    m_state->traceFilter = std::move(filter);
}

model::AuctionTrace MarketShard::traceLast() const
{
    model::AuctionTrace trace = m_state->captured ? *m_state->captured : m_state->story();
    m_state->finish(trace);
    return trace;
}

ShardCounters MarketShard::counters() const
{
    ShardCounters& live = m_state->counters;
    ShardCounters copy = live;
    std::fill(live.bidBins.begin(), live.bidBins.end(), 0U);
    live.clearingSumNanos = 0;
    live.clearings = 0;
    copy.digest = digest();
    copy.publishers = m_state->supply.publishers();
    copy.placements = m_state->supply.placements();
    copy.floorAdvice = m_state->supply.floorAdvice();
    for (const auto& slot : m_state->seats) {
        copy.seats.push_back(slot->counters());
        const auto* bidder = slot->bidder();
        if (bidder == nullptr)
            continue;
        copy.broken[kWithinCaps] += bidder->capsExceeded();
        for (const Handle campaign : bidder->campaigns())
            copy.campaigns.emplace_back(campaign, bidder->counters(campaign));
    }
    return copy;
}

std::uint64_t MarketShard::digest() const
{
    return m_state->digest.value();
}

dsp::SeatBidder* MarketShard::seat(Handle seat)
{
    auto* slot = m_state->slotNamed(seat);
    return slot == nullptr ? nullptr : slot->bidder();
}

} // namespace gavel::market
