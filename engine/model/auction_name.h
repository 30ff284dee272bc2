// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gavel::model {

/// Auctions of real requests have the top bit, those of scenarios never do.
constexpr bool isRealAuction(std::uint64_t auction)
{
    return auction >> 63 != 0;
}

std::string auctionName(std::uint64_t auction); ///< "auction-17"
std::string impressionName(std::uint64_t auction); ///< "imp-17"
/// The number behind either name; nullopt when the text is neither.
std::optional<std::uint64_t> auctionNumber(std::string_view name);

} // namespace gavel::model
