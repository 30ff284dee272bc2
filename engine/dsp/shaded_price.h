// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/bid_strategy.h"
#include "engine/dsp/landscape.h"
#include "engine/dsp/market_rate.h"

namespace gavel::dsp {

/// The price of an impression before the quota bounds it. `landscape`: where the winner may pay its
/// own bid, what the seat knows of prices that win; nullptr = the bid is the value. A strategy that
/// does not shade bids its value all the same. The floor of the inputs is in the campaign's
/// currency, `rate` leads from it to the market's, in which the landscape is kept.
model::BidFormula shadedPrice(const model::BidStrategy& strategy, const StrategyTerms& terms,
                              const PriceInputs& inputs, const Landscape* landscape,
                              const MarketRate& rate);

} // namespace gavel::dsp
