// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {

/// Says of an auction that a set surely lacks it, or that it may hold it (wrong in about one of a
/// hundred). A blocked Bloom filter (Putze, Sanders, Singler 2007): 64 bytes for each 40 auctions,
/// 8 bits an auction, all in one block, so that one small read answers.
inline constexpr std::size_t kFilterBlock = 64;

/// The blocks for a set; "" for none.
std::string auctionFilter(std::span<const std::uint64_t> auctions);
/// Which of so many blocks answers for an auction.
std::size_t filterBlockOf(std::uint64_t auction, std::size_t blocks);
/// What that block says.
bool mayHold(std::string_view block, std::uint64_t auction);

} // namespace gavel::store
