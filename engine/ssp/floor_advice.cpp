// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ssp/floor_advice.h"

namespace gavel::ssp {

namespace {

std::size_t binOf(Price price)
{
    const auto bin = static_cast<std::size_t>(price.nanos / FloorAdvice::kBinNanos);
    return bin < FloorAdvice::kBins ? bin : FloorAdvice::kBins - 1;
}

} // namespace

void FloorAdvice::observe(Price highest, Price second)
{
    ++m_auctions;
    ++m_highest[binOf(highest)];
    ++m_second[binOf(second)];
}

void FloorAdvice::merge(const FloorAdvice& other)
{
    m_auctions += other.m_auctions;
    for (std::size_t i = 0; i < kBins; ++i) {
        m_highest[i] += other.m_highest[i];
        m_second[i] += other.m_second[i];
    }
}

FloorAdvice::Suggestion FloorAdvice::suggest() const
{
    if (m_auctions < kEnough)
        return {};
    // From the dearest bin down: auctions whose highest (second) bid reaches the bin, and what
    // their second bids pay.
    std::uint64_t highestReach = 0;
    std::uint64_t secondReach = 0;
    __int128_t secondPays = 0;
    __int128_t best = -1;
    __int128_t without = 0;
    std::size_t bestBin = 0;
    for (std::size_t bin = kBins; bin-- > 0;) {
        const std::int64_t price = static_cast<std::int64_t>(bin) * kBinNanos;
        highestReach += m_highest[bin];
        secondReach += m_second[bin];
        secondPays += static_cast<__int128_t>(m_second[bin]) * price;
        const __int128_t revenue
            = secondPays + static_cast<__int128_t>(highestReach - secondReach) * price;
        if (revenue > best) {
            best = revenue;
            bestBin = bin;
        }
        if (bin == 0)
            without = revenue;
    }
    const auto mean = [this](__int128_t sum) {
        return Price{static_cast<std::int64_t>(sum / static_cast<__int128_t>(m_auctions))};
    };
    return {Price{static_cast<std::int64_t>(bestBin) * kBinNanos}, mean(best), mean(without)};
}

} // namespace gavel::ssp
