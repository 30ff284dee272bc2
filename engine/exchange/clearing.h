// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/auction.h"
#include "engine/model/market_setup.h"
#include "engine/model/opportunity.h"

#include <optional>
#include <vector>

namespace gavel::exchange {

/// What the exchange needs to judge bids for one opportunity.
struct ClearingTerms
{
    const model::AuctionRules* rules = nullptr;
    const model::Opportunity* opportunity = nullptr;
    Price floor; ///< hard floor after the market's factor
    Currency currency; ///< of the market
    const std::vector<model::ExchangeRate>* rates = nullptr;
};

/// Checks every bid (setting its fate and converting its price to the market's currency), picks the winner and
/// the price, and splits it. Bids with a fate of Late, CutOff or NoBid stay so. Pure but for the bids it marks.
/// The random stream is drawn only when seeded ties decide.
/// Rules: reference order deals > floor > price; second price = max(second valid bid + increment, floor when it is
/// the reserve), at most the winner's own bid; first price = own bid; soft floor: at or above it second price with
/// max(soft, second), below it the own bid. Equal prices: drawn, or first in the list.
model::Clearing clear(model::BidList& bids, const ClearingTerms& terms, base::Random& random);

/// Converts exactly, rounding down; nullopt when there is no rate.
std::optional<Price> convert(Price price, Currency from, Currency to,
                             const std::vector<model::ExchangeRate>& rates);

} // namespace gavel::exchange
