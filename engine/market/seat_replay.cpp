// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/seat_replay.h"

#include "engine/dsp/shaded_price.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gavel::market {

using model::CampaignFate;
using model::CampaignTrace;
using model::Dimension;
using model::StrategyKind;

namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

template<typename Value>
const Value* changeOf(const std::vector<std::pair<Handle, Value>>& changes, Handle campaign)
{
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const auto& change) { return change.first == campaign; });
    return found == changes.end() ? nullptr : &found->second;
}

bool holds(const model::SegmentRule& rule, const model::Opportunity& opportunity)
{
    const auto& segments = opportunity.list(Dimension::Segment);
    const auto has = [&](Handle segment) { return segments.contains(segment); };
    switch (rule.match) {
    case model::Match::AnyOf:
        return std::any_of(rule.segments.begin(), rule.segments.end(), has);
    case model::Match::AllOf:
        return std::all_of(rule.segments.begin(), rule.segments.end(), has);
    case model::Match::NoneOf:
        return std::none_of(rule.segments.begin(), rule.segments.end(), has);
    }
    return false;
}

model::BidStrategy withAmount(model::BidStrategy strategy, Money amount)
{
    switch (strategy.kind) {
    case StrategyKind::FixedCpm:
    case StrategyKind::Constant:
    case StrategyKind::Random:
    case StrategyKind::Linear:
        strategy.cpm = Price::cpm(amount);
        break;
    case StrategyKind::TargetCpc:
    case StrategyKind::TargetCpa:
        strategy.target = amount;
        break;
    default:
        break;
    }
    return strategy;
}

/// The draw that gave a random bid its value.
double drawOf(const CampaignTrace& campaign)
{
    const auto most = static_cast<double>(campaign.terms.strategy.cpm.nanos);
    const bool isDrawn = campaign.terms.strategy.kind == StrategyKind::Random && most > 0;
    return isDrawn ? (static_cast<double>(campaign.formula.value.nanos) + 0.5) / most : 1;
}

/// In the precision in which a seat compares worth.
double rankOf(double worth)
{
    return static_cast<float>(std::log(worth));
}

} // namespace

/// What a campaign would send, and what its seat orders it by.
struct SeatReplay::Offer
{
    const CampaignTrace* campaign = nullptr;
    Price price; ///< 0 = it has nothing to offer
    Currency currency;
    double rank = kNever; ///< of equal ranks the first is taken
};

SeatReplay::SeatReplay(const Question& question, const model::SeatTrace& seat)
    : m_question(question)
    , m_seat(seat)
    , m_landscape(seat.winRates ? dsp::Landscape::restored(*seat.winRates) : dsp::Landscape())
{
}

bool SeatReplay::mayBid(const CampaignTrace& campaign) const
{
    const auto isOfSegments
        = [](const model::Mismatch& mismatch) { return mismatch.dimension == Dimension::Segment; };
    return campaign.seat == m_seat.seat && campaign.terms.barred == CampaignFate::Bid
        && std::all_of(campaign.mismatches.begin(), campaign.mismatches.end(), isOfSegments)
        && std::all_of(campaign.terms.segments.begin(), campaign.terms.segments.end(),
                       [this](const auto& rule) { return holds(rule, m_question.opportunity); });
}

model::Bid SeatReplay::bid() const
{
    std::vector<Offer> offers;
    bool takesFirstOnly = false; // by preference: the one preferred, or none
    for (const CampaignTrace& campaign : m_question.recorded.campaigns) {
        if (!mayBid(campaign))
            continue;
        offers.push_back(offerOf(campaign));
        takesFirstOnly = takesFirstOnly || campaign.terms.preference.has_value();
    }
    std::stable_sort(offers.begin(), offers.end(),
                     [](const Offer& a, const Offer& b) { return a.rank > b.rank; });
    if (takesFirstOnly && offers.size() > 1)
        offers.resize(1);
    const auto best = std::find_if(offers.begin(), offers.end(),
                                   [](const Offer& offer) { return offer.price.nanos > 0; });
    model::Bid bid;
    if (best != offers.end() && best->campaign->campaign == m_seat.bid.campaign)
        bid = m_seat.bid;
    bid.seat = m_seat.seat;
    bid.answerMicros = m_seat.bid.answerMicros;
    bid.price = {};
    if (best == offers.end())
        return bid;
    bid.campaign = best->campaign->campaign;
    bid.deal = best->campaign->terms.deal;
    bid.price = best->price;
    bid.currency = best->currency;
    return bid;
}

/// As the seat prices a campaign: worth, shading, floor, quota.
SeatReplay::Offer SeatReplay::offerOf(const CampaignTrace& campaign) const
{
    const model::BidTerms& told = campaign.terms;
    const dsp::MarketRate rate{told.rateNumerator, told.rateDenominator};
    Offer offer{&campaign, {}, told.currency, kNever};
    if (const Price* typed = changeOf(m_question.change.bids, campaign.campaign)) {
        offer.price = *typed;
        offer.currency = m_question.currency;
        offer.rank = rankOf(static_cast<double>(typed->nanos));
    } else {
        const Money* amount = changeOf(m_question.change.amounts, campaign.campaign);
        const auto strategy = amount ? withAmount(told.strategy, *amount) : told.strategy;
        dsp::StrategyTerms terms = dsp::compile(strategy);
        terms.pacing = told.pacing;
        const dsp::PriceInputs inputs{
            .pCtr = campaign.formula.pCtr,
            .pCvr = campaign.formula.pCvr,
            .draw = drawOf(campaign),
            .floor = floorOf(told, rate),
            .interests = interestsOf(campaign),
            .deviceTenths = static_cast<std::uint32_t>(std::lround(campaign.formula.device * 10))};
        model::BidFormula formula = dsp::shadedPrice(
            strategy, terms, inputs, m_question.paysOwnBid ? &m_landscape : nullptr, rate);
        const bool worthIt = formula.bid >= inputs.floor;
        dsp::bound(formula, terms, told.quotaLeft);
        if (worthIt && formula.bid >= inputs.floor)
            offer.price = formula.bid;
        const double worth = std::min(dsp::worth(terms, inputs) * terms.pacing,
                                      static_cast<double>(terms.most.nanos));
        offer.rank = rankOf(worth * rate.toMarket());
    }
    if (told.preference)
        offer.rank = *told.preference;
    return offer;
}

Price SeatReplay::floorOf(const model::BidTerms& terms, const dsp::MarketRate& rate) const
{
    for (const model::OfferedDeal& offered : m_question.opportunity.deals)
        if (terms.deal != base::kNone && offered.deal == terms.deal)
            return rate.fromMarket(offered.floor);
    return rate.fromMarket(m_question.floor);
}

/// Contract: a changed segment counts like a recorded one, of a person with a profile.
std::uint32_t SeatReplay::interestsOf(const CampaignTrace& campaign) const
{
    const auto recorded = static_cast<std::int64_t>(std::llround(campaign.formula.interests));
    if (m_question.opportunity.profile == 0)
        return static_cast<std::uint32_t>(recorded);
    const auto count = [](const model::Opportunity& opportunity) {
        return static_cast<std::int64_t>(opportunity.list(Dimension::Segment).size());
    };
    const std::int64_t now
        = recorded + count(m_question.opportunity) - count(m_question.recorded.opportunity);
    return static_cast<std::uint32_t>(std::max<std::int64_t>(now, 0));
}

} // namespace gavel::market
