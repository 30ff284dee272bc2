// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/clearing.h"
#include "engine/model/auction.h"
#include "engine/openrtb/macros.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gavel::exchange {

/// The names of one bid that its notices carry; texts are those of the request and the response.
struct NoticeNames
{
    std::string auctionId;
    std::string bidId;
    std::string impId;
    std::string seatId;
    std::string adId;
};

/// Why a bid lost as OpenRTB numbers it; Won for the winner.
openrtb::LossReason lossReason(const model::Bid& bid);

/// The lowest price with which the bid could have won: the dearest rival and the floor that applied
/// to it, at equal prices with luck. 0 when its price was not what stopped it. In the market's
/// currency.
Price priceToWin(const model::BidList& bids, std::size_t place, const ClearingTerms& terms);

/// The values of the macros for one bid of a cleared list. Prices are per thousand in
/// `bidCurrency`, the currency the seat bid in, rounded down. The clearing price and the market bid
/// ratio (clearing price over the own bid) are told to the winner only; a loser learns the reason
/// and the price to win.
openrtb::MacroValues noticeValues(const model::BidList& bids, std::size_t place,
                                  const model::Clearing& clearing, const ClearingTerms& terms,
                                  Currency bidCurrency, const NoticeNames& names);

/// A notice URL (nurl, burl or lurl) with its macros replaced and percent-encoded.
std::string noticeUrl(std::string_view url, const openrtb::MacroValues& values);

} // namespace gavel::exchange
