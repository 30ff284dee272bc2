// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/seat_bidder.h"
#include "engine/dsp/seat_state.h"
#include "engine/dsp/targeting/targeting_explain.h"

#include <algorithm>

namespace gavel::dsp {

using model::CampaignFate;

namespace {

model::Mismatch noDealOffered(const CampaignSlot& slot, const model::Opportunity& opportunity,
                              const model::Vocabulary& vocabulary)
{
    const auto listed = [&vocabulary](const auto& handles) {
        std::string text;
        for (const Handle handle : handles)
            text += (text.empty() ? "" : ", ") + vocabulary.text(model::Dimension::Deal, handle);
        return text;
    };
    return {model::Dimension::Deal, model::Match::AnyOf, listed(slot.deals),
            listed(opportunity.list(model::Dimension::Deal))};
}

} // namespace

model::CampaignTrace SeatBidder::State::traceOf(std::uint32_t at,
                                                const model::Opportunity& opportunity,
                                                const Situation& in,
                                                const Candidate* candidate) const
{
    const CampaignSlot& slot = roster[at];
    model::CampaignTrace trace;
    trace.campaign = slot.campaign;
    trace.seat = seatHandle;
    const CompiledTargeting& targeting = roster.targetingFor(slot, opportunity);
    trace.mismatches = dsp::explain(opportunity, targeting, *vocabulary);
    Odds odds = oddsOf(at, opportunity, in);
    if (candidate != nullptr)
        odds.draw = candidate->draw;
    const Offer offer = consider(at, opportunity, in, odds);
    trace.formula = offer.formula;
    trace.terms = termsOf(at, opportunity, offer, candidate);
    if (slot.status != model::CampaignStatus::Active)
        trace.fate = CampaignFate::NotActive;
    else if (!slot.inFlight(std::max(opportunity.at, latest)))
        trace.fate = CampaignFate::OutsideFlight;
    else if (!trace.mismatches.empty())
        trace.fate = CampaignFate::Targeting;
    else if (!hasFittingCreative(targeting, opportunity))
        trace.fate = CampaignFate::NoFittingCreative;
    else
        trace.fate = candidate != nullptr && candidate->tried ? candidate->fate : offer.fate;
    if (trace.fate == CampaignFate::Targeting && trace.mismatches.empty())
        trace.mismatches.push_back(noDealOffered(slot, opportunity, *vocabulary));
    return trace;
}

model::BidTerms SeatBidder::State::termsOf(std::uint32_t at, const model::Opportunity& opportunity,
                                           const Offer& offer, const Candidate* candidate) const
{
    const CampaignSlot& slot = roster[at];
    const CompiledTargeting& targeting = roster.targetingFor(slot, opportunity);
    const bool isHeld = candidate != nullptr && at == chosen;
    model::BidTerms terms;
    terms.strategy = slot.strategy;
    terms.currency = slot.currency;
    terms.rateNumerator = slot.rate.numerator;
    terms.rateDenominator = slot.rate.denominator;
    terms.pacing = slot.terms.pacing;
    terms.quotaLeft = isHeld ? slot.quota.left() + formula.bid : slot.quota.left();
    terms.deal = offer.deal;
    for (const CompiledRule& rule : targeting.rules)
        if (rule.dimension == model::Dimension::Segment)
            terms.segments.push_back({rule.match, rule.values});
    if (slot.status != model::CampaignStatus::Active)
        terms.barred = CampaignFate::NotActive;
    else if (!slot.inFlight(std::max(opportunity.at, latest)))
        terms.barred = CampaignFate::OutsideFlight;
    else if (!hasFittingCreative(targeting, opportunity))
        terms.barred = CampaignFate::NoFittingCreative;
    else if (!isHeld) // its own hold counts against its caps
        terms.barred = offer.barred;
    if (seat.selection == model::Selection::LargestRemainingBudget)
        terms.preference = static_cast<double>(slot.quota.unspent().nanos) * slot.rate.toMarket();
    return terms;
}

std::vector<model::CampaignTrace>
SeatBidder::describeLast(const model::Opportunity& opportunity) const
{
    std::vector<const Candidate*> candidateOf(m_state->roster.size(), nullptr);
    for (const Candidate& candidate : m_state->candidates)
        candidateOf[candidate.slot] = &candidate;
    const Situation situation = m_state->situationOf(opportunity, ResponseFeatures(opportunity),
                                                     m_state->situation.context);
    std::vector<model::CampaignTrace> traces;
    for (std::uint32_t i = 0; i < m_state->roster.size(); ++i) {
        if (m_state->roster[i].campaign == 0)
            continue;
        model::CampaignTrace trace = m_state->traceOf(i, opportunity, situation, candidateOf[i]);
        if (i == m_state->chosen)
            trace.formula = m_state->formula;
        else if (trace.fate == CampaignFate::Bid)
            trace.fate = CampaignFate::NotChosenBySeat;
        traces.push_back(std::move(trace));
    }
    return traces;
}

model::CampaignTrace SeatBidder::explain(const model::Opportunity& opportunity,
                                         Handle campaign) const
{
    const auto slot = m_state->roster.find(campaign);
    if (!slot)
        return {campaign, m_state->seatHandle, CampaignFate::NotActive, {}, {}, {}};
    const BidContext context{opportunity.floor, m_state->situation.context.paysOwnBid};
    return m_state->traceOf(
        *slot, opportunity,
        m_state->situationOf(opportunity, ResponseFeatures(opportunity), context), nullptr);
}

model::BidFormula SeatBidder::lastFormula() const
{
    return m_state->formula;
}

std::shared_ptr<const std::vector<double>> SeatBidder::winRates() const
{
    auto& told = m_state->toldWinRates;
    std::vector<double> now = m_state->landscape.winRates();
    if (!told || *told != now)
        told = std::make_shared<const std::vector<double>>(std::move(now));
    return told;
}

} // namespace gavel::dsp
