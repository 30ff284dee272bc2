// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the matching campaigns is worth the most, without working out the worth of each.
#include "engine/dsp/seat_state.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gavel::dsp {

namespace {

using Shape = StrategyTerms::Shape;

constexpr std::size_t kShapes = static_cast<std::size_t>(Shape::Contract) + 1;
constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr float kRankError = 1e-4F; ///< of logarithms in single precision, with room

/// What the opportunity adds at most to the logarithm of worth, by shape. A logistic is below its
/// exponential: the sum of log-odds bounds the log of a probability from above.
std::array<float, kShapes> liftOf(const model::Opportunity& opportunity, const Situation& situation)
{
    std::array<float, kShapes> lift{};
    lift.fill(std::numeric_limits<float>::infinity());
    lift[static_cast<std::size_t>(Shape::Flat)] = kRankError;
    if (opportunity.givenCtr < 0) {
        const double click = situation.click + kRankError;
        lift[static_cast<std::size_t>(Shape::PerClick)] = static_cast<float>(click);
        lift[static_cast<std::size_t>(Shape::WinCurve)] = static_cast<float>(click);
        lift[static_cast<std::size_t>(Shape::PerConversion)]
            = static_cast<float>(click + situation.conversion);
    }
    return lift;
}

bool learns(Shape shape)
{
    return shape == Shape::PerClick || shape == Shape::PerConversion || shape == Shape::WinCurve;
}

} // namespace

void SeatBidder::State::refreshReach(std::uint32_t slot)
{
    float most = 0;
    switch (roster.rankTerms(slot).shape) {
    case Shape::PerClick:
    case Shape::WinCurve:
        most = clicks.mostOwn(slot);
        break;
    case Shape::PerConversion:
        most = clicks.mostOwn(slot) + conversions.mostOwn(slot);
        break;
    default:
        break;
    }
    roster.setReach(slot, most);
}

void SeatBidder::State::rank(const model::Opportunity& opportunity, base::Random& random)
{
    const ResponseFeatures features(opportunity);
    clicks.fetchShared(features);
    conversions.fetchShared(features);
    const auto slots = roster.match(opportunity);
    if (slots.empty())
        return;
    meter.matched(opportunity.id, slots);
    situation = situationOf(opportunity, features, situation.context);
    const auto lift = liftOf(opportunity, situation);
    candidates = std::span(candidateRoom).first(slots.size());
    const std::span<const RankTerms> termsOf = roster.rankTerms();
    std::size_t first = 0; // a local one: the loop keeps it in a register
    float highest = kNever;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::uint32_t slot = slots[i];
        const RankTerms& terms = termsOf[slot];
        const float bound = std::min(terms.reach + lift[static_cast<std::size_t>(terms.shape)],
                                     terms.logMost + kRankError);
        if (bound > highest) {
            highest = bound;
            first = i;
        }
        candidates[i] = {.slot = slot, .rank = bound};
    }
    promising = first;
    fetchCandidate(candidates[promising]);
    if (!roster.draws())
        return;
    for (Candidate& candidate : candidates)
        if (roster.rankTerms(candidate.slot).shape == Shape::Drawn)
            candidate.draw = static_cast<float>(random.uniform());
}

void SeatBidder::State::fetchCandidate(const Candidate& candidate) const
{
    roster.fetch(candidate.slot);
    clicks.fetchOwn(situation.features, candidate.slot);
}

/// As the rank before, with what the campaign adds on this opportunity rather than at most.
float SeatBidder::State::boundOf(std::uint32_t slot) const
{
    const RankTerms& terms = roster.rankTerms(slot);
    double score = situation.click + clicks.own(situation.features, slot);
    if (terms.shape == Shape::PerConversion)
        score += situation.conversion + conversions.own(situation.features, slot);
    return std::min(terms.logRate + static_cast<float>(score), terms.logMost) + kRankError;
}

/// False when no bid of the campaign can reach the floor with what is left of its quota: late in a
/// day that is most of them. A deal may have a lower floor.
bool SeatBidder::State::affordsFloor(std::uint32_t at, const model::Opportunity& opportunity) const
{
    const CampaignSlot& slot = roster[at];
    return !opportunity.deals.empty()
        || slot.quota.left() >= slot.rate.fromMarket(situation.context.floor);
}

void SeatBidder::State::sharpen(Candidate& candidate, const model::Opportunity& opportunity) const
{
    const CampaignSlot& slot = roster[candidate.slot];
    PriceInputs inputs = situation.inputs;
    inputs.draw = candidate.draw;
    if (learns(slot.terms.shape))
        inputs.pCtr = pClick(candidate.slot, opportunity, situation);
    if (slot.terms.shape == Shape::PerConversion)
        inputs.pCvr = pConversion(candidate.slot, situation);
    const double worthNow = std::min(worth(slot.terms, inputs) * slot.terms.pacing,
                                     static_cast<double>(slot.terms.most.nanos));
    candidate.rank = static_cast<float>(std::log(worthNow * slot.rate.toMarket()));
    candidate.sharp = true;
}

/// The candidate of the highest rank that is at least `least`, the first of equals: the same as if
/// all were sharp. First the one that promises most, then only those that promise more than it has.
Candidate* SeatBidder::State::bestAbove(float least, const model::Opportunity& opportunity)
{
    Candidate* best = nullptr;
    const auto take = [&](Candidate& candidate) {
        if (candidate.rank < least)
            return;
        if (!candidate.sharp && learns(roster.rankTerms(candidate.slot).shape)
            && opportunity.givenCtr < 0) {
            candidate.rank = boundOf(candidate.slot);
            if (candidate.rank < least)
                return;
        }
        if (!candidate.sharp && !affordsFloor(candidate.slot, opportunity)) {
            candidate.rank = kNever;
            return;
        }
        if (!candidate.sharp)
            sharpen(candidate, opportunity);
        const bool wins = best == nullptr ? candidate.rank >= least
                                          : candidate.rank > best->rank
                || (candidate.rank == best->rank && candidate.slot < best->slot);
        if (wins) {
            best = &candidate;
            least = candidate.rank;
        }
    };
    take(candidates[promising]);
    // Most promise less. The others are known before they are worked out, so that the memory can
    // bring them meanwhile.
    std::uint32_t* end = contenders.data();
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        *end = i;
        end += candidates[i].rank < least ? 0 : 1;
    }
    const std::span contending(contenders.data(), end);
    for (const std::uint32_t i : contending)
        fetchCandidate(candidates[i]);
    for (const std::uint32_t i : contending)
        take(candidates[i]);
    return best;
}

model::Bid SeatBidder::State::offerBest(const model::Opportunity& opportunity)
{
    if (candidates.empty())
        return noBid();
    // Below the floor no campaign can bid, but under a deal with a floor of its own.
    float least = std::numeric_limits<float>::lowest();
    if (opportunity.deals.empty() && situation.context.floor.nanos > 0)
        least = static_cast<float>(std::log(static_cast<double>(situation.context.floor.nanos)))
            - kRankError;
    while (Candidate* best = bestAbove(least, opportunity)) {
        best->rank = kNever;
        if (const model::Bid bid = tryCandidate(*best, opportunity); bid.price.nanos > 0)
            return bid;
    }
    return noBid();
}

} // namespace gavel::dsp
