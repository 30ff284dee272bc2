// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gavel::store {

/// The columns of an event in the order of its table.
inline constexpr std::size_t kEventColumns = 20;
/// What was written first has the first of them; the others are 0 there.
inline constexpr std::size_t kFirstEventColumns = 19;
inline constexpr std::array<std::string_view, kEventColumns> kEventColumnNames{
    "key",      "at",     "kind",   "auction",   "campaign", "seat",    "placement",
    "creative", "user",   "amount", "publisher", "bid",      "floor",   "uncharged",
    "country",  "device", "ad",     "seller",    "session",  "audience"};
inline constexpr std::size_t kKeyColumn = 0;
inline constexpr std::size_t kAtColumn = 1;
inline constexpr std::size_t kKindColumn = 2;
inline constexpr std::size_t kAuctionColumn = 3;

/// An event as the table holds it.
using EventRow = std::array<std::int64_t, kEventColumns>;

/// In the index of real auctions: their numbers have the top bit, and bids are left out.
constexpr bool isOfRealAuction(const EventRow& row)
{
    return row[kAuctionColumn] < 0 && row[kKindColumn] >= 2;
}

} // namespace gavel::store
