// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/segments/auction_filter.h"

#include "engine/base/random.h"

namespace gavel::store {

namespace {

constexpr std::size_t kAuctionsInBlock = 40;
constexpr int kBits = 8;
constexpr int kBitWidth = 9; // of a place among 512

std::uint64_t placesOf(std::uint64_t auction, int round)
{
    return base::mix64(auction + 0x9e3779b97f4a7c15ULL * static_cast<std::uint64_t>(round + 1));
}

/// Calls take(byte, bit) for the bits of an auction until it says false.
template<typename Take>
bool eachBit(std::uint64_t auction, Take take)
{
    std::uint64_t places = 0;
    for (int i = 0; i < kBits; ++i) {
        if (i % 4 == 0)
            places = placesOf(auction, i / 4);
        const auto place = static_cast<std::size_t>(places & ((1U << kBitWidth) - 1));
        places >>= kBitWidth;
        if (!take(place / 8, 1U << (place % 8)))
            return false;
    }
    return true;
}

} // namespace

std::size_t filterBlockOf(std::uint64_t auction, std::size_t blocks)
{
    return static_cast<std::size_t>(base::mix64(auction) % blocks);
}

std::string auctionFilter(std::span<const std::uint64_t> auctions)
{
    const std::size_t blocks = (auctions.size() + kAuctionsInBlock - 1) / kAuctionsInBlock;
    std::string filter(blocks * kFilterBlock, '\0');
    for (const std::uint64_t auction : auctions) {
        char* block = filter.data() + filterBlockOf(auction, blocks) * kFilterBlock;
        eachBit(auction, [&](std::size_t byte, unsigned bit) {
            block[byte] = static_cast<char>(static_cast<unsigned char>(block[byte]) | bit);
            return true;
        });
    }
    return filter;
}

bool mayHold(std::string_view block, std::uint64_t auction)
{
    return eachBit(auction, [&](std::size_t byte, unsigned bit) {
        return (static_cast<unsigned char>(block[byte]) & bit) != 0;
    });
}

} // namespace gavel::store
