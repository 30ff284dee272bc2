// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/seat_slot.h"
#include "engine/model/trace.h"

#include <memory>
#include <vector>

namespace gavel::market {

/// What one auction left behind, for its story.
struct AuctionRecord
{
    const model::AuctionRow& row;
    const model::Opportunity& opportunity;
    const model::AuctionRules& rules;
    Price hardFloor;
    const model::BidList& bids; ///< by place of the seat
    const model::Clearing& clearing;
};

/// Puts the full story together: asks each seat for its campaigns and formulas. Campaigns that
/// would have bid in a seat that was late or cut off get fate SeatLate or SeatCutOff; all others
/// keep the first reason of their own.
model::AuctionTrace buildTrace(const AuctionRecord& record,
                               const std::vector<std::unique_ptr<SeatSlot>>& seats);

} // namespace gavel::market
