// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"
#include "engine/model/trace.h"

#include <optional>
#include <utility>
#include <vector>

namespace gavel::market {

/// Changes to a recorded auction. Every seat with campaigns decides again by its own rules: who may
/// bid with these segments, what each is worth at its amount, shaded by what the seat knew then
/// where the winner pays its own bid, within the floor and the quota; the dearest is sent. Click
/// rates, rivals' prices and answer times stay as recorded. Nothing is sent, charged or learnt.
struct WhatIf
{
    std::optional<model::AuctionRules> rules;
    std::optional<Price> floor; ///< hard floor, after the rules' factor
    /// A campaign's CPM or target, whichever its strategy bids by; others are left alone.
    std::vector<std::pair<Handle, Money>> amounts;
    /// A campaign's bid itself, in the market's currency, neither shaded nor bounded; 0 = no bid.
    std::vector<std::pair<Handle, Price>> bids;
    std::vector<Handle> addSegments;
    std::vector<Handle> removeSegments;
};

struct WhatIfOutcome
{
    model::Clearing clearing;
    model::BidList bids; ///< in the order of the recorded seats
};

/// `seed` is the market's, so that ties fall as they did. Without a change the recorded answers are
/// cleared as they were.
WhatIfOutcome replayWith(const model::AuctionTrace& recorded, const WhatIf& change,
                         Currency currency, const std::vector<model::ExchangeRate>& rates,
                         std::uint64_t seed);

} // namespace gavel::market
