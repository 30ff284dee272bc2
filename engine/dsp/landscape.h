// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gavel::dsp {

/// The distribution of the price that wins, learnt from win and loss notices: what shading needs.
/// 301 bins, each 5 % wider than the one before, from 1 to 2 267 000 micro-units per thousand; old
/// notices fade. A loss tells the price that would have won; so does a win at second price. A win
/// at the own bid tells only that the price was not above it (left-censored): the estimate is the
/// product limit of such data, from above: F(b) = product over prices z > b of 1 - d_z / n_z, n_z =
/// notices at or below z (Kaplan-Meier reversed).
class Landscape
{
public:
    static constexpr std::size_t kBins = 301;

    Landscape();

    void observePrice(Price toWin);
    void observeWinAtOwnBid(Price bid);

    /// Probability that this bid wins; 0 below the lowest price seen.
    double winRate(Price bid) const;
    /// The bid b between floor and value with the greatest (value - b) * winRate(b). The value
    /// itself until kEnough notices are known or when no lower bid gains.
    Price shade(Price value, Price floor) const;

    /// What shade() goes by, a rate for each bin; nothing until kEnough notices are known.
    std::vector<double> winRates() const;
    /// A landscape that shades as the one whose winRates() these are.
    static Landscape restored(const std::vector<double>& winRates);

    static constexpr double kEnough = 200;
    double weight() const { return m_weight; }

private:
    static std::size_t binOf(Price price);
    void count(std::array<double, kBins>& counts, Price price);
    void refresh();

    std::array<double, kBins> m_seen{}; ///< exact prices
    std::array<double, kBins> m_below{}; ///< wins at the own bid
    std::array<double, kBins> m_winRate{}; ///< at the upper edge of each bin
    std::array<std::int64_t, kBins> m_edge{}; ///< upper edge, nano-units
    double m_unit = 1; ///< weight of the next notice; grows instead of fading all others
    double m_weight = 0; ///< of all notices, in units of the newest
    std::uint32_t m_fresh = 0;
};

} // namespace gavel::dsp
