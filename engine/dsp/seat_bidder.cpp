// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/seat_bidder.h"

#include "engine/dsp/seat_state.h"

#include <algorithm>

namespace gavel::dsp {

SeatBidder::SeatBidder(const model::MarketSetup& setup, const model::Seat& seat)
    : m_state(std::make_unique<State>(setup, seat))
{
}
SeatBidder::~SeatBidder() = default;
SeatBidder::SeatBidder(SeatBidder&&) noexcept = default;

model::Bid SeatBidder::bid(const model::Opportunity& opportunity, const BidContext& context,
                           base::Random& random)
{
    m_state->begin(opportunity, context);
    m_state->rank(opportunity, random);
    const model::Bid bid = m_state->seat.selection == model::Selection::ExpectedValue
        ? m_state->offerBest(opportunity)
        : m_state->offerLargest(opportunity);
    if (m_state->roster.lowers())
        m_state->watchLowered(opportunity);
    return bid;
}

bool SeatBidder::won(const model::Bid& bid, const model::Opportunity& opportunity, Price clearing,
                     Price publisher)
{
    const auto slot = m_state->roster.find(bid.campaign);
    if (!slot)
        return false;
    CampaignSlot& of = m_state->roster[*slot];
    const Price own = of.rate.fromMarket(clearing);
    of.counters.clearedNanos += clearing.nanos;
    of.counters.publisherNanos += publisher.nanos;
    if (const auto hold = m_state->holds.take(opportunity.id, *slot)) {
        if (own < hold->price)
            m_state->landscape.observePrice(clearing);
        else
            m_state->landscape.observeWinAtOwnBid(clearing);
        m_state->meter.won(*hold, own, of.terms.most);
        m_state->post(*hold, std::min(own, hold->price), opportunity.at);
    } else if (of.quota.hold(own)) {
        m_state->post({.at = {}, .price = own, .slot = *slot}, own, opportunity.at);
    } else {
        ++of.counters.lateWins;
        of.counters.unchargedNanos += own.nanos;
        return false;
    }
    return true;
}

void SeatBidder::lost(const model::Bid& bid, const model::Opportunity& opportunity, Price toWin)
{
    const auto slot = m_state->roster.find(bid.campaign);
    if (!slot)
        return;
    if (const auto hold = m_state->holds.take(opportunity.id, *slot)) {
        const CampaignSlot& of = m_state->roster[*slot];
        m_state->meter.lost(*hold, of.rate.fromMarket(toWin), of.terms.most);
        m_state->release(*hold);
    }
    m_state->landscape.observePrice(toWin);
}

void SeatBidder::impression(Handle campaign, const model::Opportunity& opportunity, bool clicked,
                            bool converted, Money value)
{
    const auto slot = m_state->roster.find(campaign);
    if (!slot)
        return;
    const ResponseFeatures features(opportunity);
    if (opportunity.givenCtr < 0)
        m_state->clicks.learn(features, *slot, clicked);
    if (clicked)
        m_state->conversions.learn(features, *slot, converted);
    m_state->refreshReach(*slot);
    CampaignCounters& counters = m_state->roster[*slot].counters;
    ++counters.impressions;
    counters.clicks += clicked ? 1 : 0;
    counters.conversions += converted ? 1 : 0;
    counters.valueMicros += value.micros;
}

void SeatBidder::delivered(Handle campaign, const model::Opportunity& opportunity,
                           model::EventKind kind)
{
    const auto slot = m_state->roster.find(campaign);
    if (!slot)
        return;
    const ResponseFeatures features(opportunity);
    if (kind == model::EventKind::Impression) {
        m_state->clicks.learn(features, *slot, false);
    } else if (kind == model::EventKind::Click) {
        m_state->clicks.learn(features, *slot, true);
        m_state->conversions.learn(features, *slot, false);
    } else if (kind == model::EventKind::Conversion) {
        m_state->conversions.learn(features, *slot, true);
    }
    m_state->refreshReach(*slot);
}

bool SeatBidder::count(Handle campaign, model::EventKind kind, Money value)
{
    const auto slot = m_state->roster.find(campaign);
    if (slot)
        m_state->roster[*slot].counters.add(kind, value);
    return slot.has_value();
}

void CampaignCounters::add(model::EventKind kind, Money value)
{
    impressions += kind == model::EventKind::Impression ? 1 : 0;
    clicks += kind == model::EventKind::Click ? 1 : 0;
    if (kind == model::EventKind::Conversion) {
        ++conversions;
        valueMicros += value.micros;
    }
}

void SeatBidder::recallShown(Handle campaign, Handle creative, std::uint64_t user, TimeMs at)
{
    const auto slot = m_state->roster.find(campaign);
    if (slot && user != 0)
        m_state->recallShown(m_state->roster[*slot], creative, user, at);
}

void SeatBidder::tick(TimeMs now)
{
    m_state->latest = std::max(m_state->latest, now);
    m_state->roster.turn(m_state->latest);
    m_state->expire(m_state->latest);
    m_state->holds.maintain();
    m_state->frequency.maintain(m_state->latest);
}

void SeatBidder::change(const model::Campaign& campaign)
{
    m_state->roster.upsert(campaign);
    m_state->makeRoom();
    m_state->refreshReach(*m_state->roster.find(m_state->vocabulary->campaigns.find(campaign.id)));
}

void SeatBidder::takeOver(Handle campaign, const CampaignAccount& account)
{
    const auto slot = m_state->roster.find(campaign);
    if (!slot)
        return;
    m_state->roster[*slot].quota = account.quota;
    m_state->roster[*slot].counters = account.counters;
    m_state->roster.quotaChanged(*slot);
}

std::optional<CampaignAccount> SeatBidder::remove(Handle campaign)
{
    const auto slot = m_state->roster.find(campaign);
    if (!slot)
        return std::nullopt;
    while (const auto hold = m_state->holds.takeOf(*slot))
        m_state->release(*hold);
    const CampaignAccount account{m_state->roster[*slot].quota, m_state->roster[*slot].counters};
    m_state->roster.remove(*slot);
    m_state->meter.forget(*slot);
    m_state->clicks.forget(*slot);
    m_state->conversions.forget(*slot);
    auto& candidates = m_state->candidates;
    const auto end = std::remove_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& known) { return known.slot == *slot; });
    candidates = candidates.first(static_cast<std::size_t>(end - candidates.begin()));
    return account;
}

void SeatBidder::setStrategy(model::StrategyKind kind)
{
    for (std::uint32_t i = 0; i < m_state->roster.size(); ++i)
        if (const CampaignSlot& slot = m_state->roster[i]; slot.campaign != 0) {
            m_state->roster.setStrategy(
                i, withKind(slot.strategy, kind, State::kUsualCtr, State::kUsualCvr));
            m_state->refreshReach(i);
        }
}

model::GrantAnswer SeatBidder::apply(const model::QuotaGrant& grant)
{
    const auto answer = m_state->roster.apply(grant);
    if (answer == model::GrantAnswer::Applied)
        m_state->refreshReach(*m_state->roster.find(grant.campaign));
    return answer;
}

void SeatBidder::report(std::vector<model::CampaignReport>& out) const
{
    for (std::uint32_t i = 0; i < m_state->roster.size(); ++i)
        if (const CampaignSlot& slot = m_state->roster[i]; slot.campaign != 0) {
            out.push_back(reportOf(slot.campaign, {slot.quota, slot.counters}));
            out.back().pacing = m_state->tallyOf(i);
        }
}

std::vector<Handle> SeatBidder::campaigns() const
{
    std::vector<Handle> handles;
    for (std::uint32_t i = 0; i < m_state->roster.size(); ++i)
        if (m_state->roster[i].campaign != 0)
            handles.push_back(m_state->roster[i].campaign);
    return handles;
}

CampaignCounters SeatBidder::counters(Handle campaign) const
{
    const auto slot = m_state->roster.find(campaign);
    return slot ? m_state->roster[*slot].counters : CampaignCounters{};
}

model::PacingTally SeatBidder::pacing(Handle campaign) const
{
    const auto slot = m_state->roster.find(campaign);
    return slot ? m_state->tallyOf(*slot) : model::PacingTally{};
}

Price SeatBidder::quotaLeft(Handle campaign) const
{
    const auto slot = m_state->roster.find(campaign);
    return slot ? m_state->roster[*slot].quota.left() : Price{};
}

std::uint64_t SeatBidder::capsExceeded() const
{
    return m_state->frequency.exceeded();
}

std::vector<bool> SeatBidder::matches(const model::Targeting& targeting,
                                      const std::string& timeZone,
                                      const std::vector<model::Opportunity>& opportunities,
                                      const model::Vocabulary& vocabulary)
{
    const CompiledTargeting compiled = compileKnown(targeting, timeZone, std::nullopt, vocabulary);
    std::vector<bool> matching;
    matching.reserve(opportunities.size());
    for (const model::Opportunity& opportunity : opportunities)
        matching.push_back(dsp::matches(compiled, opportunity));
    return matching;
}

model::CampaignReport reportOf(Handle campaign, const CampaignAccount& account)
{
    const HeldQuota& quota = account.quota;
    const CampaignCounters& counters = account.counters;
    model::CampaignReport report;
    report.campaign = campaign;
    report.appliedEpoch = quota.epoch();
    report.appliedVersion = quota.version();
    report.boundNanos = quota.bound().nanos;
    report.spentNanos = quota.spent().nanos;
    report.heldNanos = quota.held().nanos;
    report.clearedNanos = counters.clearedNanos;
    report.publisherNanos = counters.publisherNanos;
    report.unchargedNanos = counters.unchargedNanos;
    report.bids = counters.bids;
    report.wins = counters.wins + counters.lateWins;
    report.impressions = counters.impressions;
    report.clicks = counters.clicks;
    report.conversions = counters.conversions;
    return report;
}

} // namespace gavel::dsp
