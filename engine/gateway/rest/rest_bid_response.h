// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/journal/auction_journal.h"

#include <boost/json/value.hpp>

namespace gavel::gateway {

/// The contract's BidResponse: request_id, price, creative, campaign_id, dsp_id.
boost::json::object restBidResponse(const BidRecord& bid);

/// Reads the same as another DSP sends it; every broken rule is added with its path.
BidRecord readRestBidResponse(const boost::json::value& body, std::vector<Error>& errors);

/// The contract's AuctionResult: auction_id, request_id, winning_bid or null, all_bids,
/// auction_price, timestamp;
/// no_bids beside them when a remote DSP gave none, with the reason.
boost::json::object restAuctionResult(const AuctionRecord& record);

/// The contract's transaction of a sale that was shown.
boost::json::object restTransaction(const Transaction& transaction);

} // namespace gavel::gateway
