// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::openrtb {

/// The substitution macros of OpenRTB 2.6 section 4.4.
enum class Macro : std::uint8_t {
    AuctionId,
    BidId,
    ImpId,
    SeatId,
    AdId,
    Price,
    Currency,
    MarketBidRatio,
    Loss,
    MinToWin,
    Multiplier,
    ImpTimestamp,
};
inline constexpr std::array<std::string_view, 12> kMacroNames{
    "AUCTION_ID",    "AUCTION_BID_ID",     "AUCTION_IMP_ID",     "AUCTION_SEAT_ID",
    "AUCTION_AD_ID", "AUCTION_PRICE",      "AUCTION_CURRENCY",   "AUCTION_MBR",
    "AUCTION_LOSS",  "AUCTION_MIN_TO_WIN", "AUCTION_MULTIPLIER", "AUCTION_IMP_TS"};

/// The value of each macro as text; "" when not known, and then the macro is removed, as the
/// standard says.
struct MacroValues
{
    std::array<std::string, kMacroNames.size()> texts;

    std::string& operator[](Macro macro) { return texts[static_cast<std::size_t>(macro)]; }
    const std::string& operator[](Macro macro) const
    {
        return texts[static_cast<std::size_t>(macro)];
    }
};

enum class MacroPlace : std::uint8_t {
    Markup, ///< values as they are
    Url, ///< values percent-encoded (RFC 3986 unreserved characters stay)
};

/// Replaces every ${NAME} of the standard by its value and ${NAME:B64} by its value in Base64
/// (section 4.4). Text that only looks like a macro (unknown name or suffix, no closing brace)
/// stays untouched.
std::string substituteMacros(std::string_view text, const MacroValues& values, MacroPlace place);

/// Why a bid lost (AdCOM 1.0, list "Loss Reason Codes"), for ${AUCTION_LOSS}.
enum class LossReason : std::uint16_t {
    Won = 0,
    InternalError = 1,
    Expired = 2,
    InvalidResponse = 3,
    InvalidDeal = 4,
    MissingPrice = 9,
    BelowFloor = 100,
    BelowDealFloor = 101,
    HigherBid = 102,
    DealPreferred = 103,
    SeatBlocked = 104,
    CreativeFiltered = 200,
    SizeNotAllowed = 203,
    AdvertiserExcluded = 205,
    CategoryExcluded = 209,
};

} // namespace gavel::openrtb
