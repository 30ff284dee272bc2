// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/seat_state.h"

namespace gavel::dsp {

bool SeatBidder::State::hold(std::uint32_t at, const Offer& offer,
                             const model::Opportunity& opportunity)
{
    CampaignSlot& slot = roster[at];
    const Hold hold{.opportunity = opportunity.id,
                    .campaignKey = offer.campaignKey,
                    .creativeKey = offer.creativeKey,
                    .at = latest,
                    .price = offer.formula.bid,
                    .slot = at};
    if (holds.isFull())
        expire(latest);
    if (holds.isFull() || !reserveFrequency(slot, offer, momentOf(slot, opportunity.at)))
        return false;
    if (!slot.quota.hold(hold.price)) {
        releaseFrequency(hold);
        return false;
    }
    holds.add(hold);
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

void SeatBidder::State::expire(TimeMs now)
{
    while (const auto old = holds.takeOlder(now + -kHoldMs))
        release(*old);
}

} // namespace gavel::dsp
