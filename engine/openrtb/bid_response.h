// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <string>
#include <string_view>
#include <vector>

namespace gavel::openrtb {

/// mtype of OpenRTB 2.6: what the markup is.
enum class MarkupType : std::uint8_t { Unsaid = 0, Banner = 1, Video = 2, Audio = 3, Native = 4 };

/// nbr, list "No-Bid Reason Codes".
enum class NoBidReason : std::uint8_t {
    Unknown = 0,
    TechnicalError = 1,
    InvalidRequest = 2,
    UnmatchedUser = 8,
    DailyUserCapMet = 9,
    InsufficientTime = 13,
};

/// One offer; texts are views that must outlive the writing.
struct ResponseBid
{
    std::string_view id;
    std::string_view impressionId; ///< impid
    Price price; ///< written as a CPM, exactly
    std::string_view markup; ///< adm
    std::string_view advertiserDomain; ///< adomain, one; left out when ""
    std::string_view campaignId; ///< cid
    std::string_view creativeId; ///< crid
    std::string_view dealId; ///< dealid
    std::string_view category; ///< cat, one
    std::string_view winUrl; ///< nurl
    std::string_view billingUrl; ///< burl
    std::string_view lossUrl; ///< lurl
    int width = 0; ///< left out when 0
    int height = 0;
    MarkupType markupType = MarkupType::Unsaid;
};

struct ResponseSeat
{
    std::string_view seat;
    std::vector<ResponseBid> bids;
};

struct BidResponse
{
    std::string_view id; ///< of the request
    std::vector<ResponseSeat> seats; ///< seatbid; empty = no bid
    std::string_view bidId; ///< bidid
    Currency currency; ///< cur
    NoBidReason noBidReason = NoBidReason::Unknown; ///< written when there is no seat
};

/// Writes the response as JSON into `out`, which is cleared first and keeps its memory.
void writeBidResponse(const BidResponse& response, std::string& out);

/// Appends a JSON string with its quotes. Bytes that are not UTF-8 are passed on as they came.
void appendJsonText(std::string_view text, std::string& out);

} // namespace gavel::openrtb
