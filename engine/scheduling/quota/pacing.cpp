// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/quota/pacing.h"

#include "engine/scheduling/quota/pacing_control.h"

#include <algorithm>
#include <cmath>

namespace gavel::scheduling {

using model::DeliveryPromise;
using model::PacingPolicy;

namespace {

constexpr std::int64_t kSlack = 8; ///< limits of scaled bids, in parts of what is allowed
constexpr std::int64_t kLoose = 32; ///< 1/32 of what is left: they are not looser than this
constexpr double kHaste
    = 0.1; ///< the last window aims this much higher, so that nothing is left over
constexpr std::int64_t kBand = 50; ///< 1/50 of what is left: neither ahead nor behind
constexpr double kPromiseStep = 1.05;
constexpr std::int32_t kLeastPromise = 500'000;
constexpr std::int32_t kMostPromise = 2'000'000;

bool scalesBids(PacingPolicy policy)
{
    return policy == PacingPolicy::Pid || policy == PacingPolicy::Dual
        || policy == PacingPolicy::Mpc;
}

std::int32_t scaled(std::int32_t factor, double by, std::int32_t least, std::int32_t most)
{
    return static_cast<std::int32_t>(std::clamp(
        static_cast<double>(factor) * by, static_cast<double>(least), static_cast<double>(most)));
}

/// What happened since the last report.
WindowPassed windowOf(const PacingState& state, const PacingReport& report, const QuotaAhead& ahead)
{
    WindowPassed window;
    window.spent = std::max<std::int64_t>(report.spent - state.spent, 0);
    const auto grown = [](std::uint64_t now, std::uint64_t before) {
        return now > before ? static_cast<double>(now - before) : 0.0;
    };
    window.priced = grown(report.tally.priced, state.priced);
    const double asked = grown(report.tally.asked, state.asked);
    const double missed = grown(report.tally.missed, state.missed);
    window.live = asked > 0 ? std::clamp(1 - missed / asked, 0.0, 1.0) : 1;
    window.traffic = state.lead;
    window.perTraffic = ahead.perTraffic() * (1 + kHaste * ahead.part());
    return window;
}

DeliveryPace paceOf(std::int64_t spent, std::int64_t plan, std::int64_t left)
{
    const std::int64_t band = left / kBand;
    if (spent > plan + band)
        return DeliveryPace::Ahead;
    return spent < plan - band ? DeliveryPace::Behind : DeliveryPace::Normal;
}

/// The plan moves towards all that the tightest bound permits, in step with the traffic, whatever
/// is spent: that is what "ahead" and "behind" are measured against.
void movePlan(PacingState& state, std::int64_t spent, const QuotaAhead& ahead)
{
    std::int64_t least = INT64_MAX;
    for (const MoneyBound& bound : ahead.bounds) {
        const std::int64_t goal = spent + bound.left;
        const double traffic = std::max(bound.ahead, ahead.lead);
        const double share = traffic > 0 ? ahead.lead / traffic : 0;
        least = std::min(least, state.plan + partOf(goal - state.plan, share));
    }
    state.plan = std::max(state.plan, ahead.bounds.empty() ? spent : least);
}

void remember(PacingState& state, const PacingReport& report, double lead)
{
    state.spent = report.spent;
    state.asked = report.tally.asked;
    state.missed = report.tally.missed;
    state.priced = report.tally.priced;
    state.lead = lead;
}

/// Small campaigns are allowed less than a slice for each window: it is saved up for them.
void saveUp(PacingState& state, const WindowPassed& window, std::int64_t slice)
{
    if (!std::isfinite(window.perTraffic))
        return;
    const auto allowed = static_cast<std::int64_t>(window.perTraffic * window.traffic);
    state.credit = std::clamp<std::int64_t>(state.credit + allowed - window.spent, 0, slice);
}

std::int64_t grantFor(const PacingState& state, PacingPolicy policy, const QuotaAhead& ahead,
                      std::int64_t allowed, bool knowsPrices)
{
    const std::int64_t most = ahead.most();
    if (policy == PacingPolicy::Asap || allowed >= most)
        return most;
    const std::int64_t slack = scalesBids(policy) && knowsPrices
        ? std::min((kSlack - 1) * std::min(allowed, most / kSlack), most / kLoose)
        : 0;
    const auto wanted
        = static_cast<__int128_t>(allowed + slack) * state.promise / kBidsAsTheyAre + state.credit;
    return static_cast<std::int64_t>(std::min<__int128_t>(wanted, most));
}

} // namespace

std::int32_t mostFactorOf(model::StrategyKind strategy, DeliveryPromise promise)
{
    using model::StrategyKind;
    const bool hasTarget = strategy == StrategyKind::TargetCpc
        || strategy == StrategyKind::TargetCpa || strategy == StrategyKind::TargetRoas;
    return hasTarget && promise == DeliveryPromise::Standard ? kBidsAsTheyAre : kMostFactor;
}

void add(model::PacingTally& sum, const model::PacingTally& other)
{
    sum.eligible += other.eligible;
    sum.asked += other.asked;
    sum.missed += other.missed;
    sum.priced += other.priced;
    sum.worthSeen += other.worthSeen;
    sum.worthWon += other.worthWon;
    sum.worthLost += other.worthLost;
    sum.highestBid = std::max(sum.highestBid, other.highestBid);
    for (std::size_t bin = 0; bin < model::PriceRatios::kBins; ++bin) {
        sum.ratios.price[bin] += other.ratios.price[bin];
        sum.ratios.worth[bin] += other.ratios.worth[bin];
    }
    sum.ratios.weight += other.ratios.weight;
}

PacingDecision decidePacing(PacingState& state, const PacingTerms& terms,
                            const PacingReport& report, const QuotaAhead& ahead)
{
    if (!state.started) {
        state.started = true;
        state.plan = report.spent;
        remember(state, report, 0);
    }
    const WindowPassed window = windowOf(state, report, ahead);
    PacingDecision decision;
    decision.pace = paceOf(report.spent, state.plan, ahead.most());
    if (terms.promise == DeliveryPromise::Guaranteed) {
        if (decision.pace == DeliveryPace::Ahead)
            state.promise = scaled(state.promise, 1 / kPromiseStep, kLeastPromise, kMostPromise);
        else if (decision.pace == DeliveryPace::Behind)
            state.promise = scaled(state.promise, kPromiseStep, kLeastPromise, kMostPromise);
    }

    double factor = 1;
    if (terms.policy == PacingPolicy::Pid)
        factor = pidFactor(state, window);
    else if (terms.policy == PacingPolicy::Dual)
        factor = dualFactor(state, window);
    else if (terms.policy == PacingPolicy::Mpc)
        factor = mpcFactor(state, window, report.tally.ratios);
    const bool scales = scalesBids(terms.policy);
    const double promised = static_cast<double>(state.promise) / kBidsAsTheyAre;
    decision.bidFactor = scales
        ? scaled(kBidsAsTheyAre, factor * promised, kLeastFactor, terms.mostFactor)
        : kBidsAsTheyAre;

    saveUp(state, window, kSliceBids * report.tally.highestBid.nanos);
    const std::int64_t allowed = ahead.allowed(2 * window.spent);
    decision.planned = report.spent + allowed;
    decision.limit = report.spent
        + grantFor(state, terms.policy, ahead, allowed,
                   report.tally.ratios.weight >= kEnoughPrices);

    movePlan(state, report.spent, ahead);
    remember(state, report, ahead.lead);
    state.running = ahead.atOnce ? decision.bidFactor : state.granted;
    state.granted = decision.bidFactor;
    return decision;
}

std::int64_t worthLostToPacing(const model::PacingTally& tally)
{
    const std::uint64_t seen = tally.asked - std::min(tally.missed, tally.asked);
    if (seen == 0 || tally.missed == 0)
        return tally.worthLost;
    const double perAsked
        = static_cast<double>(tally.worthWon + tally.worthLost) / static_cast<double>(seen);
    return tally.worthLost
        + static_cast<std::int64_t>(perAsked * static_cast<double>(tally.missed));
}

} // namespace gavel::scheduling
