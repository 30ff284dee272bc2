// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/quota/pacing.h"

namespace gavel::scheduling {

/// Priced auctions before their ratios count.
inline constexpr double kEnoughPrices = 50;

/// What a controller of bids looks at: the window that a report ends.
struct WindowPassed
{
    std::int64_t spent = 0; ///< in it, nano-units
    double priced = 0; ///< auctions whose price-to-win is known
    double traffic = 0; ///< that was expected in it
    double live = 1; ///< part of it with quota left
    double perTraffic
        = 0; ///< money there is from now on for a unit of traffic; infinite = no bound
};

/// The factor that bids of the next window are scaled by, before bounds; see decidePacing().
double pidFactor(PacingState& state, const WindowPassed& window);
double dualFactor(PacingState& state, const WindowPassed& window);
double mpcFactor(PacingState& state, const WindowPassed& window, const model::PriceRatios& ratios);

} // namespace gavel::scheduling
