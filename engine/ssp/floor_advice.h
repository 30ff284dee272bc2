// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <array>
#include <cstdint>

namespace gavel::ssp {

/// What a placement's bids say about its floor. Keeps the highest and the second bid of each
/// auction in bins of 0.05 per thousand up to 20; bids above count in the last bin. One thread; no
/// allocation.
class FloorAdvice
{
public:
    void observe(Price highest, Price second);
    void merge(const FloorAdvice& other);
    std::uint64_t auctions() const { return m_auctions; }

    /// The floor that would have earned most in a second-price auction over the observed bids, and
    /// what it earns. For a floor r an auction pays max(r, second) when the highest reaches r
    /// (Myerson 1981, empirical form). A floor of 0 when fewer than 1000 auctions were seen.
    struct Suggestion
    {
        Price floor;
        Price perAuction; ///< mean revenue with the suggested floor
        Price perAuctionWithout; ///< mean revenue without any floor
    };
    Suggestion suggest() const;

    static constexpr std::int64_t kBinNanos = 50'000;
    static constexpr std::size_t kBins = 400;
    static constexpr std::uint64_t kEnough = 1000;

private:
    std::array<std::uint32_t, kBins> m_highest{};
    std::array<std::uint32_t, kBins> m_second{};
    std::uint64_t m_auctions = 0;
};

} // namespace gavel::ssp
