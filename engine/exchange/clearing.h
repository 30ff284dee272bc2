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

/// Checks every bid (setting its fate and converting its price to the market's currency), picks the
/// winner and the price, and splits it. Bids with a fate of Late, CutOff or NoBid stay so; any
/// other fate is judged anew, so clearing the same list again gives the same answer. Pure but for
/// the bids it marks; allocates nothing. The random stream is drawn only when seeded ties decide,
/// once for each equal bid after the first. Floor: a deal's own floor takes the place of the
/// placement's; the price decides, deal or not. Price: second price = second valid bid + increment;
/// alone the floor (floorIsReserve) or the own bid. First price = own bid. Soft floor: at or above
/// it second price with the soft floor as reserve, below it the own bid. Then rounded half up to
/// the quantum, never below the floor that applied and never above the winner's bid.
model::Clearing clear(model::BidList& bids, const ClearingTerms& terms, base::Random& random);

/// The floor that applies to a bid: a deal's own, or the placement's; nullopt when its deal is not
/// on offer.
std::optional<Price> floorFor(const model::Bid& bid, const ClearingTerms& terms);

/// Converts by the rate of `from` into the market's currency `to`, rounding down; nullopt when
/// there is no rate or the amount does not fit.
std::optional<Price> convert(Price price, Currency from, Currency to,
                             const std::vector<model::ExchangeRate>& rates);

} // namespace gavel::exchange
