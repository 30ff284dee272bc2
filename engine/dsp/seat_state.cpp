// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/seat_state.h"

#include "engine/dsp/shaded_price.h"

#include <algorithm>

namespace gavel::dsp {

namespace {

using model::CampaignFate;
using model::Dimension;

std::uint64_t campaignThing(Handle campaign)
{
    return std::uint64_t{campaign} << 1;
}
std::uint64_t creativeThing(Handle campaign, Handle creative)
{
    return (std::uint64_t{campaign} << 33) | (std::uint64_t{creative} << 1) | 1U;
}

/// The deal that a campaign bids under: the cheapest of those it names; nullptr when none is
/// offered.
const model::OfferedDeal* dealFor(const CampaignSlot& slot, const model::Opportunity& opportunity)
{
    const model::OfferedDeal* cheapest = nullptr;
    for (const model::OfferedDeal& offered : opportunity.deals)
        if (std::ranges::find(slot.deals, offered.deal) != slot.deals.end()
            && (cheapest == nullptr || offered.floor < cheapest->floor))
            cheapest = &offered;
    return cheapest;
}

} // namespace

SeatBidder::State::State(const model::MarketSetup& setup, const model::Seat& ofSeat)
    : vocabulary(setup.vocabulary)
    , seat(ofSeat)
    , seatHandle(setup.vocabulary->seats.intern(ofSeat.id))
    , mobile(setup.vocabulary->of(Dimension::DeviceType).intern("mobile"))
    , tablet(setup.vocabulary->of(Dimension::DeviceType).intern("tablet"))
    , roster(setup, ofSeat)
    , clicks({.prior = kUsualCtr})
    , conversions({.prior = kUsualCvr})
    , latest(setup.start)
{
    makeRoom();
    for (std::uint32_t slot = 0; slot < roster.size(); ++slot)
        refreshReach(slot);
}

void SeatBidder::State::makeRoom()
{
    candidateRoom.resize(roster.size());
    contenders.resize(roster.size() + 1);
    meter.makeRoom(roster.size());
    candidates = std::span(candidateRoom).first(candidates.size());
    clicks.makeRoom(static_cast<std::uint32_t>(roster.size()));
    conversions.makeRoom(static_cast<std::uint32_t>(roster.size()));
    roster.match({}); // the index makes its own room at the first match
}

void SeatBidder::State::begin(const model::Opportunity& opportunity, const BidContext& context)
{
    holds.fetch(opportunity.id);
    latest = std::max(latest, opportunity.at);
    roster.turn(latest);
    roster.ask();
    situation.context = context;
    candidates = {};
    chosen = Hold::kNoSlot;
    formula = {};
}

Situation SeatBidder::State::situationOf(const model::Opportunity& opportunity,
                                         const ResponseFeatures& features,
                                         const BidContext& context) const
{
    Situation now{.context = context,
                  .inputs = {.floor = context.floor, .deviceTenths = deviceTenths(opportunity)},
                  .features = features};
    if (opportunity.profile != 0)
        now.inputs.interests
            = static_cast<std::uint32_t>(opportunity.list(Dimension::Interest).size()
                                         + opportunity.list(Dimension::Segment).size());
    now.click = clicks.shared(now.features);
    now.conversion = conversions.shared(now.features);
    return now;
}

Odds SeatBidder::State::oddsOf(std::uint32_t slot, const model::Opportunity& opportunity,
                               const Situation& in) const
{
    return {.pCtr = pClick(slot, opportunity, in), .pCvr = pConversion(slot, in)};
}

double SeatBidder::State::pClick(std::uint32_t slot, const model::Opportunity& opportunity,
                                 const Situation& in) const
{
    return opportunity.givenCtr >= 0
        ? opportunity.givenCtr
        : ResponseModel::logistic(in.click + clicks.own(in.features, slot));
}

double SeatBidder::State::pConversion(std::uint32_t slot, const Situation& in) const
{
    return ResponseModel::logistic(in.conversion + conversions.own(in.features, slot));
}

model::Bid SeatBidder::State::noBid() const
{
    model::Bid bid;
    bid.seat = seatHandle;
    return bid;
}

model::Bid SeatBidder::State::offerLargest(const model::Opportunity& opportunity)
{
    Candidate* largest = nullptr;
    double mostLeft = 0;
    for (Candidate& candidate : candidates) {
        const CampaignSlot& slot = roster[candidate.slot];
        const double left = static_cast<double>(slot.quota.unspent().nanos) * slot.rate.toMarket();
        if (largest == nullptr || left > mostLeft) {
            largest = &candidate;
            mostLeft = left;
        }
    }
    return largest == nullptr ? noBid() : tryCandidate(*largest, opportunity);
}

model::Bid SeatBidder::State::tryCandidate(Candidate& candidate,
                                           const model::Opportunity& opportunity)
{
    CampaignSlot& slot = roster[candidate.slot];
    __builtin_prefetch(slot.creatives.data());
    meter.fetch(candidate.slot);
    if (slot.campaignLimits.any())
        frequency.fetch(FrequencyStore::key(opportunity.user, campaignThing(slot.campaign)));
    Odds odds = oddsOf(candidate.slot, opportunity, situation);
    odds.draw = candidate.draw;
    Offer offer = consider(candidate.slot, opportunity, situation, odds);
    if (offer.fate == CampaignFate::Bid && !hold(candidate.slot, offer, opportunity))
        offer.fate = CampaignFate::QuotaSpent;
    candidate.tried = true;
    candidate.fate = offer.fate;
    if (offer.fate != CampaignFate::Bid)
        return noBid();

    chosen = candidate.slot;
    formula = offer.formula;
    ++slot.counters.bids;
    model::Bid bid = noBid();
    bid.fate = model::BidFate::Outbid; // until the exchange says otherwise
    bid.campaign = slot.campaign;
    bid.advertiser = slot.advertiser;
    bid.deal = offer.deal;
    bid.price = offer.formula.bid;
    bid.currency = slot.currency;
    if (offer.creative != nullptr) {
        bid.creative = offer.creative->creative;
        bid.category = offer.creative->category;
        bid.width = offer.creative->width;
        bid.height = offer.creative->height;
    }
    return bid;
}

Offer SeatBidder::State::consider(std::uint32_t at, const model::Opportunity& opportunity,
                                  const Situation& in, const Odds& odds) const
{
    return consider(at, roster[at].terms, opportunity, in, odds);
}

Offer SeatBidder::State::consider(std::uint32_t at, const StrategyTerms& terms,
                                  const model::Opportunity& opportunity, const Situation& in,
                                  const Odds& odds) const
{
    const CampaignSlot& slot = roster[at];
    Offer offer;
    const model::OfferedDeal* deal = dealFor(slot, opportunity);
    if (deal == nullptr && opportunity.dealsOnly) {
        offer.fate = offer.barred = CampaignFate::Targeting;
        return offer;
    }
    const Price floor = slot.rate.fromMarket(deal != nullptr ? deal->floor : in.context.floor);
    offer.deal = deal != nullptr ? deal->deal : 0;
    offer.floor = floor;
    offer.formula = formulaOf(at, terms, floor, in, odds);
    const bool worthIt = offer.formula.bid.nanos > 0 && offer.formula.bid >= floor;
    bound(offer.formula, terms, slot.quota.left());
    const bool covered = offer.formula.bid.nanos > 0 && offer.formula.bid >= floor;

    const CreativeChoice choice = chooseCreative(slot, opportunity);
    offer.creative = choice.creative;
    offer.creativeKey = choice.key;
    if (slot.campaignLimits.any() && opportunity.user != 0)
        offer.campaignKey = FrequencyStore::key(opportunity.user, campaignThing(slot.campaign));
    const bool capped = choice.fate == CampaignFate::FrequencyCap
        || (offer.campaignKey != 0
            && !frequency.mayShow(offer.campaignKey, slot.campaignLimits,
                                  momentOf(slot, opportunity.at)));

    offer.barred
        = choice.fate == CampaignFate::Bid && capped ? CampaignFate::FrequencyCap : choice.fate;
    if (choice.fate == CampaignFate::NoFittingCreative || choice.fate == CampaignFate::Blocked)
        offer.fate = choice.fate;
    else if (slot.quota.left().nanos == 0 || (worthIt && !covered))
        offer.fate = CampaignFate::QuotaSpent;
    else if (capped)
        offer.fate = CampaignFate::FrequencyCap;
    else if (!worthIt)
        offer.fate = CampaignFate::NoValue;
    return offer;
}

model::BidFormula SeatBidder::State::formulaOf(std::uint32_t at, const StrategyTerms& terms,
                                               Price floor, const Situation& in,
                                               const Odds& odds) const
{
    const CampaignSlot& slot = roster[at];
    PriceInputs inputs = in.inputs;
    inputs.pCtr = odds.pCtr;
    inputs.pCvr = odds.pCvr;
    inputs.draw = odds.draw;
    inputs.floor = floor;
    return shadedPrice(slot.strategy, terms, inputs, in.context.paysOwnBid ? &landscape : nullptr,
                       slot.rate);
}

SeatBidder::State::CreativeChoice
SeatBidder::State::chooseCreative(const CampaignSlot& slot,
                                  const model::Opportunity& opportunity) const
{
    if (opportunity.blockedAdvertisers.contains(slot.advertiser))
        return {.fate = CampaignFate::Blocked};
    if (slot.creatives.empty())
        return {};
    CampaignFate fate = CampaignFate::NoFittingCreative;
    const std::size_t count = slot.creatives.size();
    const std::size_t first
        = base::mix64(opportunity.id ^ (std::uint64_t{slot.campaign} << 32)) % count;
    for (std::size_t i = 0; i < count; ++i) {
        const CreativeSlot& creative = slot.creatives[(first + i) % count];
        if (!fills(creative.fit, opportunity))
            continue;
        if (creative.category != 0 && opportunity.blockedCategories.contains(creative.category)) {
            fate = std::max(fate, CampaignFate::Blocked);
            continue;
        }
        if (!slot.creativeLimits.any() || opportunity.user == 0)
            return {.creative = &creative};
        const auto key = FrequencyStore::key(opportunity.user,
                                             creativeThing(slot.campaign, creative.creative));
        if (frequency.mayShow(key, slot.creativeLimits, momentOf(slot, opportunity.at)))
            return {.creative = &creative, .key = key};
        fate = CampaignFate::FrequencyCap;
    }
    return {.fate = fate};
}

void SeatBidder::State::recallShown(const CampaignSlot& slot, Handle creative, std::uint64_t user,
                                    TimeMs at)
{
    const FrequencyMoment moment{at, roster.dayAt(slot, at)};
    frequency.recall(FrequencyStore::key(user, campaignThing(slot.campaign)), slot.campaignLimits,
                     moment);
    if (creative != base::kNone)
        frequency.recall(FrequencyStore::key(user, creativeThing(slot.campaign, creative)),
                         slot.creativeLimits, moment);
}

FrequencyMoment SeatBidder::State::momentOf(const CampaignSlot& slot, TimeMs at) const
{
    return {std::max(at, latest), roster.dayOf(slot)};
}

std::uint32_t SeatBidder::State::deviceTenths(const model::Opportunity& opportunity) const
{
    const Handle device = opportunity.value(Dimension::DeviceType);
    if (device == mobile)
        return 12;
    return device == tablet ? 9 : 10;
}

} // namespace gavel::dsp
