// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

namespace gavel::dsp {

/// Money of a campaign against money of the market: one own unit is numerator/denominator market
/// units.
struct MarketRate
{
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;

    bool isOne() const { return numerator == denominator; }
    double toMarket() const
    {
        return static_cast<double>(numerator) / static_cast<double>(denominator);
    }
    /// The smallest own price that is worth at least this price of the market.
    Price fromMarket(Price market) const
    {
        if (isOne())
            return market;
        const auto product = static_cast<__int128_t>(market.nanos) * denominator;
        return {static_cast<std::int64_t>((product + numerator - 1) / numerator)};
    }
};

} // namespace gavel::dsp
