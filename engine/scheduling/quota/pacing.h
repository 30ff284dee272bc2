// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"
#include "engine/model/pacing.h"
#include "engine/scheduling/quota/quota_formula.h"

#include <cstdint>

namespace gavel::scheduling {

inline constexpr std::int32_t kBidsAsTheyAre = 1'000'000; ///< factors are parts per million
inline constexpr std::int32_t kLeastFactor = 7'813; ///< 1/128
inline constexpr std::int32_t kMostFactor = 4'000'000;
/// A slice of quota is not worth giving below this many of the campaign's dearest bids.
inline constexpr std::int64_t kSliceBids = 4;

/// What a campaign wants of its pacing.
struct PacingTerms
{
    model::PacingPolicy policy = model::PacingPolicy::Mpc;
    model::DeliveryPromise promise = model::DeliveryPromise::Standard;
    std::int32_t mostFactor = kMostFactor; ///< see mostFactorOf()
};
/// A strategy with a target says what a click, a conversion or a return is worth at most: its bids
/// are never raised, unless delivery was promised. Others may be raised to four times.
std::int32_t mostFactorOf(model::StrategyKind strategy, model::DeliveryPromise promise);

/// What all ad servers told of one campaign, summed: the newest report of each.
struct PacingReport
{
    std::int64_t spent = 0; ///< nano-units, cumulative
    model::PacingTally tally;
};
/// Adds the tally of another ad server; the highest bid is the higher one.
void add(model::PacingTally& sum, const model::PacingTally& other);

/// How delivery stands against the plan.
enum class DeliveryPace : std::uint8_t { Ahead, Normal, Behind };
inline constexpr std::array<std::string_view, 3> kDeliveryPaceNames{"ahead", "normal", "behind"};

/// What a campaign's pacing remembers from round to round. A plain value: copy it, store it.
struct PacingState
{
    std::int64_t spent = 0; ///< of the last report
    std::uint64_t asked = 0;
    std::uint64_t missed = 0;
    std::uint64_t priced = 0;
    std::int64_t plan = 0; ///< cumulative, where the plan stood at the last report
    std::int64_t credit = 0; ///< allowed and not spent, kept until it fills a slice
    double lead = 0; ///< traffic from the last report to the next
    double logFactor = 0; ///< of Pid and Dual
    double error = 0; ///< of Pid: the last one and the one before
    double errorBefore = 0;
    double got = 0; ///< of Pid: what was spent and should have been, faded
    double wanted = 0;
    double pricedFaded = 0; ///< of Mpc: priced auctions and the traffic they came in, faded
    double trafficFaded = 0;
    double spentFaded = 0; ///< of Mpc: what was spent and what the ratios had said, faded
    double saidFaded = 0;
    std::int32_t running = kBidsAsTheyAre; ///< the factor of the window after the last report
    std::int32_t granted = kBidsAsTheyAre; ///< the factor of the window after that
    std::int32_t promise = kBidsAsTheyAre; ///< of Guaranteed: what limit and bids are scaled by
    bool started = false;
};

/// What a round decides for one campaign.
struct PacingDecision
{
    std::int64_t planned = 0; ///< cumulative spend by the window's end if all goes to plan
    std::int64_t limit = 0; ///< the most that may be spent by then; never beyond the bounds
    std::int32_t bidFactor = kBidsAsTheyAre; ///< parts per million, for the window
    DeliveryPace pace = DeliveryPace::Normal; ///< as of the report
};

/// Moves a campaign's pacing on by one round. Pure: the same values give the same decision.
///
/// Asap grants all that is left, Even and Traffic what is allowed (Even: with the bounds made of
/// evenShape()); neither scales bids. The others grant up to eight times what is allowed, once
/// prices are known and at most 1/32 of what is left beyond it, so that the limit does not cut off
/// good auctions; they scale bids so that about what is allowed is spent:
/// - Pid: log factor by P, I and D on 1 - spent/wanted of a window (velocity form; after Zhang et
///   al., WSDM 2016).
/// - Dual: log factor -= gain x (spent/wanted - 1), the multiplicative form of adaptive pacing
///   (Balseiro, Lu, Mirrokni 2020), which can raise bids as well.
/// - Mpc: the factor at which the priced auctions of late would have cost what is left for each
///   expected one, corrected by how far such estimates were off lately.
/// Guaranteed: more than 2 % of what is left ahead of the plan, limit and bids are reduced by 5 %;
/// behind it they are raised by 5 %; between they are kept.
PacingDecision decidePacing(PacingState& state, const PacingTerms& terms,
                            const PacingReport& report, const QuotaAhead& ahead);

/// What the worth of auctions lost to pacing adds up to: those that a scaled bid lost, and of those
/// that came while the quota was used up as many as would have been won at the same rate.
std::int64_t worthLostToPacing(const model::PacingTally& tally);

/// The factor at which the auctions of these ratios cost `perAuction` nano-units each: the cost is
/// summed up from the lowest ratio, in logarithmic steps within a bin. At most 16.
double factorToSpend(const model::PriceRatios& ratios, double perAuction);
/// What they cost each, at this factor.
double spendAtFactor(const model::PriceRatios& ratios, double factor);

} // namespace gavel::scheduling
