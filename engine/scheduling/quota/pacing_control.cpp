// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/quota/pacing_control.h"

#include <algorithm>
#include <cmath>

namespace gavel::scheduling {

namespace {

using model::PriceRatios;

// Settings of Pid and Dual. Gains are for a window of one average minute of a day and grow with it.
constexpr double kProportional = 0.3;
constexpr double kIntegral = 0.05;
constexpr double kDerivative = 0.05;
constexpr double kSmoothing = 0.8; ///< part of the sums behind Pid's error that is kept each window
constexpr double kDualGain = 0.05;
constexpr double kMostGain = 0.5;
constexpr double kMinute = 1.0 / 30; ///< in half hours
constexpr double kMostRatio = 4; ///< spent over wanted, as far as it counts
constexpr double kMostLog = 4.8520302639196169; ///< ln 128

// Settings of Mpc.
constexpr double kMemory = 10'000; ///< priced auctions after which a count has faded to 1/e
constexpr double kTrust = 500; ///< auctions that "the ratios are right" counts as
constexpr double kMostOff = 4;
constexpr double kUsualOff = 1.25; ///< so much is noise and drift, which are not to be chased

double gainOf(double perMinute, double traffic)
{
    return std::min(perMinute * traffic / kMinute, kMostGain);
}

double wantedOf(const WindowPassed& window)
{
    return window.perTraffic * window.traffic * window.live;
}

bool hasTarget(const WindowPassed& window)
{
    const double wanted = wantedOf(window);
    return std::isfinite(wanted) && wanted > 0;
}

/// The part of a bin's cost that lies below a factor inside it.
double partBelow(std::size_t bin, double factor)
{
    const double upper = PriceRatios::upperEdge(bin);
    if (bin == 0)
        return std::clamp(factor / upper, 0.0, 1.0);
    const double lower = PriceRatios::upperEdge(bin - 1);
    return std::clamp(std::log(factor / lower) / std::log(upper / lower), 0.0, 1.0);
}

/// How far off the ratios were lately: spent over what they said.
double offBy(const PacingState& state, double perAuction)
{
    const double trust = perAuction * kTrust;
    if (!(state.saidFaded + trust > 0))
        return 1;
    const double off = (state.spentFaded + trust) / (state.saidFaded + trust);
    const double beyond = off > 1 ? std::max(off / kUsualOff, 1.0) : std::min(off * kUsualOff, 1.0);
    return std::clamp(beyond, 1 / kMostOff, kMostOff);
}

} // namespace

double pidFactor(PacingState& state, const WindowPassed& window)
{
    if (!hasTarget(window))
        return std::exp(state.logFactor);
    state.got = state.got * kSmoothing + static_cast<double>(window.spent);
    state.wanted = state.wanted * kSmoothing + wantedOf(window);
    const double error = 1 - std::min(state.got / state.wanted, kMostRatio);
    state.logFactor += kProportional * (error - state.error)
        + gainOf(kIntegral, window.traffic) * error
        + kDerivative * (error - 2 * state.error + state.errorBefore);
    state.logFactor = std::clamp(state.logFactor, -kMostLog, kMostLog);
    state.errorBefore = state.error;
    state.error = error;
    return std::exp(state.logFactor);
}

double dualFactor(PacingState& state, const WindowPassed& window)
{
    if (!hasTarget(window))
        return std::exp(state.logFactor);
    const double ratio = std::min(static_cast<double>(window.spent) / wantedOf(window), kMostRatio);
    state.logFactor -= gainOf(kDualGain, window.traffic) * (ratio - 1);
    state.logFactor = std::clamp(state.logFactor, -kMostLog, kMostLog);
    return std::exp(state.logFactor);
}

double mpcFactor(PacingState& state, const WindowPassed& window, const PriceRatios& ratios)
{
    const double before = static_cast<double>(state.granted) / state.promise;
    const double keep = std::exp(-window.priced / kMemory);
    const double acting = static_cast<double>(state.running) / kBidsAsTheyAre;
    state.pricedFaded = state.pricedFaded * keep + window.priced;
    state.trafficFaded = state.trafficFaded * keep + window.traffic * window.live;
    state.spentFaded = state.spentFaded * keep + static_cast<double>(window.spent);
    state.saidFaded = state.saidFaded * keep + window.priced * spendAtFactor(ratios, acting);
    if (ratios.weight < kEnoughPrices || !(state.trafficFaded > 0) || !(state.pricedFaded > 0)
        || !std::isfinite(window.perTraffic))
        return before;
    const double perAuction = window.perTraffic * state.trafficFaded / state.pricedFaded;
    return factorToSpend(ratios, perAuction / offBy(state, perAuction));
}

double factorToSpend(const PriceRatios& ratios, double perAuction)
{
    double missing = perAuction * ratios.weight;
    for (std::size_t bin = 0; bin + 1 < PriceRatios::kBins; ++bin) {
        const double cost = ratios.price[bin];
        if (cost < missing || cost <= 0) {
            missing -= cost;
            continue;
        }
        const double part = std::max(missing / cost, 0.0);
        const double upper = PriceRatios::upperEdge(bin);
        return bin == 0 ? upper * part
                        : upper * std::pow(PriceRatios::upperEdge(bin - 1) / upper, 1 - part);
    }
    return PriceRatios::upperEdge(PriceRatios::kBins - 2);
}

double spendAtFactor(const PriceRatios& ratios, double factor)
{
    if (!(ratios.weight > 0) || !(factor > 0))
        return 0;
    double cost = 0;
    for (std::size_t bin = 0; bin + 1 < PriceRatios::kBins; ++bin) {
        if (bin > 0 && factor <= PriceRatios::upperEdge(bin - 1))
            break;
        cost += ratios.price[bin] * partBelow(bin, factor);
    }
    return cost / ratios.weight;
}

} // namespace gavel::scheduling
