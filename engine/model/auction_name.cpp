// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/auction_name.h"

#include <charconv>

namespace gavel::model {

namespace {

constexpr std::string_view kAuction = "auction-";
constexpr std::string_view kImpression = "imp-";

} // namespace

std::string auctionName(std::uint64_t auction)
{
    return std::string(kAuction) + std::to_string(auction);
}

std::string impressionName(std::uint64_t auction)
{
    return std::string(kImpression) + std::to_string(auction);
}

std::optional<std::uint64_t> auctionNumber(std::string_view name)
{
    for (const auto prefix : {kAuction, kImpression}) {
        if (!name.starts_with(prefix))
            continue;
        const auto digits = name.substr(prefix.size());
        std::uint64_t number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ec == std::errc{} && read.ptr == digits.data() + digits.size())
            return number;
    }
    return std::nullopt;
}

} // namespace gavel::model
