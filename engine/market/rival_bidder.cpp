// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/rival_bidder.h"

#include <algorithm>
#include <numeric>

namespace gavel::market {

namespace {

constexpr double kNanosPerCpmUnit = 1e6;

} // namespace

RivalBidder::RivalBidder(const model::Seat& seat)
    : m_kind(seat.kind)
    , m_columns(buildColumns(seat.histogram))
    , m_stepNanos(seat.histogramStepNanos)
    , m_logMu(seat.logMu)
    , m_logSigma(seat.logSigma)
    , m_share(seat.bidShare)
{
}

/// Exact in whole numbers: every bin holds weight * bins, every column total; what a light bin
/// lacks comes from one heavy bin.
std::vector<RivalBidder::Column>
RivalBidder::buildColumns(const std::vector<std::uint32_t>& weights)
{
    const std::size_t bins = weights.size();
    const auto total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    if (total == 0)
        return {};
    std::vector<std::uint64_t> mass(bins);
    std::vector<std::uint32_t> light;
    std::vector<std::uint32_t> heavy;
    for (std::uint32_t i = 0; i < bins; ++i) {
        mass[i] = std::uint64_t{weights[i]} * bins;
        (mass[i] < total ? light : heavy).push_back(i);
    }
    std::vector<Column> columns(bins);
    for (std::uint32_t i = 0; i < bins; ++i)
        columns[i] = {UINT32_MAX, i};
    while (!light.empty() && !heavy.empty()) {
        const auto small = light.back();
        const auto large = heavy.back();
        light.pop_back();
        const double share = static_cast<double>(mass[small]) / static_cast<double>(total);
        columns[small] = {static_cast<std::uint32_t>(share * 0x1.0p32), large};
        mass[large] -= total - mass[small];
        if (mass[large] < total) {
            heavy.pop_back();
            light.push_back(large);
        }
    }
    return columns;
}

Price RivalBidder::histogramPrice(base::Random& random) const
{
    if (m_columns.empty())
        return {};
    const std::uint64_t draw = random.next();
    const auto bin = static_cast<std::uint32_t>(((draw >> 32) * m_columns.size()) >> 32);
    const Column& column = m_columns[bin];
    const auto chosen = static_cast<std::uint32_t>(draw) < column.threshold ? bin : column.alias;
    return {static_cast<std::int64_t>(chosen) * m_stepNanos};
}

Price RivalBidder::offer(const model::Opportunity& opportunity, base::Random& random) const
{
    if (m_kind == model::SeatKind::Recorded)
        return opportunity.recordedPrice;
    if (m_share < 1 && !random.chance(m_share))
        return {};
    if (m_kind == model::SeatKind::Histogram)
        return histogramPrice(random);
    return Price::floorOf(random.logNormal(m_logMu, m_logSigma) * kNanosPerCpmUnit);
}

} // namespace gavel::market
