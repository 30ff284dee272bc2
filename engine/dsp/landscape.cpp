// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/landscape.h"

#include <algorithm>
#include <cmath>

namespace gavel::dsp {

namespace {

constexpr double kLowestNanos = 1000;
constexpr double kGrowth = 1.05;
constexpr double kMemory = 50'000; ///< notices after which one counts 1/e
constexpr std::uint32_t kRefreshEvery = 64;

} // namespace

Landscape::Landscape()
{
    for (std::size_t i = 0; i < kBins; ++i)
        m_edge[i] = Price::floorOf(kLowestNanos * std::pow(kGrowth, static_cast<double>(i))).nanos;
}

void Landscape::observePrice(Price toWin)
{
    if (toWin.nanos > 0)
        count(m_seen, toWin);
}

void Landscape::observeWinAtOwnBid(Price bid)
{
    if (bid.nanos > 0)
        count(m_below, bid);
}

double Landscape::winRate(Price bid) const
{
    const std::size_t bin = binOf(bid);
    if (bid.nanos >= m_edge[bin])
        return m_winRate[bin];
    return bin == 0 ? 0 : m_winRate[bin - 1];
}

Price Landscape::shade(Price value, Price floor) const
{
    if (m_weight < kEnough || value <= floor)
        return value;
    Price best = value;
    double bestGain = 0;
    const auto worth = static_cast<double>(value.nanos);
    const auto consider = [&](std::int64_t bid, double rate) {
        const double gain = (worth - static_cast<double>(bid)) * rate;
        if (gain > bestGain) {
            bestGain = gain;
            best.nanos = bid;
        }
    };
    consider(floor.nanos, winRate(floor));
    const auto first = std::upper_bound(m_edge.begin(), m_edge.end(), floor.nanos);
    for (auto edge = first; edge != m_edge.end() && *edge < value.nanos; ++edge)
        consider(*edge, m_winRate[static_cast<std::size_t>(edge - m_edge.begin())]);
    return best;
}

std::vector<double> Landscape::winRates() const
{
    if (m_weight < kEnough)
        return {};
    return {m_winRate.begin(), m_winRate.end()};
}

Landscape Landscape::restored(const std::vector<double>& winRates)
{
    Landscape landscape;
    if (winRates.size() != kBins)
        return landscape;
    std::copy(winRates.begin(), winRates.end(), landscape.m_winRate.begin());
    landscape.m_weight = kEnough;
    return landscape;
}

std::size_t Landscape::binOf(Price price)
{
    if (static_cast<double>(price.nanos) <= kLowestNanos)
        return 0;
    static const double kPerLog = 1 / std::log(kGrowth);
    const double bin
        = std::ceil(std::log(static_cast<double>(price.nanos) / kLowestNanos) * kPerLog - 1e-9);
    return std::min(static_cast<std::size_t>(bin), kBins - 1);
}

void Landscape::count(std::array<double, kBins>& counts, Price price)
{
    counts[binOf(price)] += m_unit;
    m_weight = m_weight * (1 - 1 / kMemory) + 1;
    m_unit *= 1 + 1 / kMemory;
    if (++m_fresh >= kRefreshEvery)
        refresh();
}

void Landscape::refresh()
{
    m_fresh = 0;
    double atOrBelow = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
        m_seen[i] /= m_unit;
        m_below[i] /= m_unit;
        atOrBelow += m_seen[i] + m_below[i];
    }
    m_unit = 1;
    double rate = 1;
    for (std::size_t i = kBins; i-- > 0;) {
        m_winRate[i] = rate;
        if (atOrBelow > 0)
            rate *= std::max(0.0, 1 - m_seen[i] / atOrBelow);
        atOrBelow -= m_seen[i] + m_below[i];
    }
}

} // namespace gavel::dsp
