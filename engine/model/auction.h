// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/dictionary.h"
#include "engine/base/fixed_list.h"
#include "engine/base/money.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::model {

enum class PriceRule : std::uint8_t { FirstPrice, SecondPrice, SoftFloor };
inline constexpr std::array<std::string_view, 3> kPriceRuleNames{"first", "second", "soft_floor"};

/// How the exchange sells one impression. Changes take effect at the next auction.
struct AuctionRules
{
    PriceRule kind = PriceRule::SecondPrice;
    Price increment{10'000}; ///< added to the second price; 0.01 per thousand
    /// Alone above the floor: pay the floor (true), or the own bid as the REST contract's
    /// demonstration does (false).
    bool floorIsReserve = true;
    bool seededTies = true; ///< equal bids: drawn from the seed (true) or first received (false)
    Price softFloor; ///< SoftFloor: below it a winner pays its own bid
    std::int32_t feePpm
        = 100'000; ///< the exchange's share of the clearing price, parts per million
    std::int32_t floorFactorPpm = 1'000'000; ///< every placement's floor times this
    std::uint32_t auctionDeadlineMicros = 100'000;
    Price priceQuantum{1}; ///< clearing prices are rounded half up to multiples of this
    bool operator==(const AuctionRules&) const = default;
};

/// What became of a bid, or why there was none. One for each seat in each auction.
enum class BidFate : std::uint8_t {
    Won,
    Outbid,
    BelowFloor,
    Late,
    NoBid,
    WrongSize,
    WrongCurrency,
    BlockedCategory,
    BlockedAdvertiser,
    SeatNotAllowed,
    UnknownDeal,
    NotPositive,
    CutOff,
    TieLost,
};
inline constexpr std::array<std::string_view, 14> kBidFateNames{"won",
                                                                "outbid",
                                                                "below_floor",
                                                                "late",
                                                                "no_bid",
                                                                "wrong_size",
                                                                "wrong_currency",
                                                                "blocked_category",
                                                                "blocked_advertiser",
                                                                "seat_not_allowed",
                                                                "unknown_deal",
                                                                "not_positive",
                                                                "cut_off",
                                                                "tie_lost"};

/// One seat's offer for one impression, in the market's currency.
struct Bid
{
    Handle seat = 0;
    Handle campaign = 0; ///< 0 for a rival
    Handle creative = 0;
    Handle advertiser = 0;
    Handle category = 0; ///< IAB category of the creative
    Handle deal = 0;
    Price price; ///< what the exchange may charge at most
    std::uint16_t width = 0; ///< 0 = any size
    std::uint16_t height = 0;
    std::uint32_t answerMicros = 0;
    Currency currency; ///< as sent; must be one the market converts
    BidFate fate = BidFate::NoBid;
};

inline constexpr std::size_t kMaxSeats = 32;
using BidList = base::FixedList<Bid, kMaxSeats>;

/// What the exchange decided.
struct Clearing
{
    std::int32_t winner = -1; ///< index in the bids, -1 = nobody
    Price price; ///< what the advertiser pays
    Price floor; ///< the floor that applied to the winner (placement or deal)
    Price publisher; ///< price = publisher + fee
    Price fee;
    std::uint16_t valid = 0; ///< bids that passed every check
};

/// The virtual durations of the seven steps, microseconds: visit, profile, ad request, bid
/// requests, auction, display, feedback.
inline constexpr std::size_t kSteps = 7;
using StepTimes = std::array<std::uint32_t, kSteps>;

/// A line of the auction list. Trivially copyable; at most kRowBids bids, dearest first after the
/// winner.
inline constexpr std::size_t kRowBids = 8;
struct RowBid
{
    Handle campaign = 0;
    std::uint16_t seat = 0; ///< handle of the seat
    BidFate fate = BidFate::NoBid;
    Price price;
};
struct AuctionRow
{
    std::uint64_t id = 0;
    TimeMs at;
    Handle publisher = 0;
    Handle placement = 0;
    Handle country = 0;
    Handle deviceType = 0;
    Price floor;
    Price price; ///< clearing price; 0 when nobody won
    Handle winnerCampaign = 0;
    std::uint16_t winnerSeat = 0; ///< 0 = nobody
    std::uint16_t shard = 0;
    std::uint8_t seatsAsked = 0;
    std::uint8_t seatsInTime = 0;
    std::uint8_t bids = 0; ///< bids received in time
    std::uint8_t shown = 0; ///< 1 impression, 2 click, 4 conversion
    std::uint8_t traced = 0; ///< 1 = the full story is kept
    std::uint8_t rowBids = 0;
    StepTimes steps{};
    std::array<RowBid, kRowBids> bid{};

    std::uint32_t totalMicros() const
    {
        std::uint32_t sum = 0;
        for (const auto step : steps)
            sum += step;
        return sum;
    }
};

} // namespace gavel::model
