// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/seat_state.h"

#include <algorithm>

namespace gavel::dsp {

namespace {

constexpr std::uint64_t kWatched = 64; ///< of so many opportunities one is looked at again

/// What shading left of a bid, 1 when it did not shade.
float shadingOf(const model::BidFormula& formula, const StrategyTerms& terms)
{
    const double whole = std::min(static_cast<double>(formula.value.nanos) * formula.pacing,
                                  static_cast<double>(terms.most.nanos));
    const auto shaded = static_cast<double>(formula.shaded.nanos);
    return shaded < whole ? static_cast<float>(shaded / whole) : 1;
}

} // namespace

bool SeatBidder::State::hold(std::uint32_t at, const Offer& offer,
                             const model::Opportunity& opportunity)
{
    CampaignSlot& slot = roster[at];
    const Hold hold{.opportunity = opportunity.id,
                    .campaignKey = offer.campaignKey,
                    .creativeKey = offer.creativeKey,
                    .at = latest,
                    .price = offer.formula.bid,
                    .worth = offer.formula.value,
                    .floor = offer.floor,
                    .slot = at,
                    .shading = shadingOf(offer.formula, slot.terms)};
    if (holds.isFull())
        expire(latest);
    if (holds.isFull() || !reserveFrequency(slot, offer, momentOf(slot, opportunity.at)))
        return false;
    if (!slot.quota.hold(hold.price)) {
        releaseFrequency(hold);
        return false;
    }
    holds.add(hold);
    meter.bid(at, hold.price);
    roster.quotaChanged(at);
    return true;
}

bool SeatBidder::State::reserveFrequency(const CampaignSlot& slot, const Offer& offer,
                                         FrequencyMoment moment)
{
    if (offer.campaignKey != 0
        && !frequency.reserve(offer.campaignKey, slot.campaignLimits, moment))
        return false;
    if (offer.creativeKey == 0 || frequency.reserve(offer.creativeKey, slot.creativeLimits, moment))
        return true;
    if (offer.campaignKey != 0)
        frequency.release(offer.campaignKey);
    return false;
}

void SeatBidder::State::releaseFrequency(const Hold& hold)
{
    if (hold.campaignKey != 0)
        frequency.release(hold.campaignKey);
    if (hold.creativeKey != 0)
        frequency.release(hold.creativeKey);
}

void SeatBidder::State::release(const Hold& hold)
{
    releaseFrequency(hold);
    roster[hold.slot].quota.release(hold.price);
    roster.quotaChanged(hold.slot);
}

void SeatBidder::State::post(const Hold& hold, Price clearing, TimeMs at)
{
    CampaignSlot& slot = roster[hold.slot];
    const FrequencyMoment moment = momentOf(slot, at);
    if (hold.campaignKey != 0)
        frequency.confirm(hold.campaignKey, slot.campaignLimits, moment);
    if (hold.creativeKey != 0)
        frequency.confirm(hold.creativeKey, slot.creativeLimits, moment);
    slot.quota.post(hold.price, clearing);
    ++slot.counters.wins;
    slot.counters.spentNanos += clearing.nanos;
    slot.counters.spentTodayNanos += clearing.nanos;
    roster.quotaChanged(hold.slot);
}

model::PacingTally SeatBidder::State::tallyOf(std::uint32_t at) const
{
    model::PacingTally tally = meter.tally(at);
    tally.asked = roster.asked(roster[at]);
    tally.missed = roster.missed(roster[at]);
    return tally;
}

void SeatBidder::State::expire(TimeMs now)
{
    while (const auto old = holds.takeOlder(now + -kHoldMs))
        release(*old);
}

/// One campaign at random stands for all of them and for the opportunities between: were its bid
/// not lowered, would it have been the seat's offer, and how likely would that have won?
void SeatBidder::State::watchLowered(const model::Opportunity& opportunity)
{
    const std::uint64_t draw = base::mix64(opportunity.id ^ 0x9acedULL);
    if (candidates.empty() || draw % kWatched != 0)
        return;
    const Candidate& candidate = candidates[(draw / kWatched) % candidates.size()];
    const CampaignSlot& slot = roster[candidate.slot];
    if (candidate.slot == chosen || slot.terms.pacing >= 1)
        return;
    StrategyTerms terms = slot.terms;
    terms.pacing = 1;
    Odds odds = oddsOf(candidate.slot, opportunity, situation);
    odds.draw = candidate.draw;
    const Offer offer = consider(candidate.slot, terms, opportunity, situation, odds);
    if (offer.fate != model::CampaignFate::Bid)
        return;
    const auto worthOf = [](const model::BidFormula& of, const CampaignSlot& campaign) {
        return std::min(static_cast<double>(of.value.nanos) * of.pacing,
                        static_cast<double>(campaign.terms.most.nanos))
            * campaign.rate.toMarket();
    };
    if (chosen != Hold::kNoSlot && worthOf(offer.formula, slot) < worthOf(formula, roster[chosen]))
        return;
    const double inMarket = static_cast<double>(offer.formula.bid.nanos) * slot.rate.toMarket();
    meter.lostUnseen(candidate.slot,
                     static_cast<double>(offer.formula.value.nanos)
                         * landscape.winRate(Price::floorOf(inMarket))
                         * static_cast<double>(kWatched * candidates.size()));
}

} // namespace gavel::dsp
