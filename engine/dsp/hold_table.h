// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gavel::dsp {

/// What one open bid keeps from others until its outcome is known.
struct Hold
{
    static constexpr std::uint32_t kNoSlot = UINT32_MAX;

    std::uint64_t opportunity = 0;
    std::uint64_t campaignKey = 0; ///< reserved frequency, 0 = none
    std::uint64_t creativeKey = 0;
    TimeMs at;
    Price price;
    Price worth{}; ///< of the impression to the campaign, before it was scaled and shaded
    Price floor{}; ///< that the bid had to reach, in the campaign's currency
    std::uint32_t slot = kNoSlot; ///< the campaign's slot
    float shading = 1; ///< what shading left of the bid
};

/// The open bids of a seat, found by opportunity and campaign. Open addressing with backward-shift
/// deletion: bounded memory, no allocation but in maintain().
class HoldTable
{
public:
    explicit HoldTable(std::size_t capacity = 1024);

    /// Asks the memory for where the holds of an opportunity go, before other work.
    void fetch(std::uint64_t opportunity) const
    {
        __builtin_prefetch(&m_holds[homeOf(opportunity)], 1);
    }
    bool isFull() const { return m_size + 1 >= m_holds.size(); }
    /// The table must not be full.
    void add(const Hold& hold);
    /// Removes and returns the hold of a bid; the older one when an opportunity's number came
    /// twice.
    std::optional<Hold> take(std::uint64_t opportunity, std::uint32_t slot);
    /// Removes and returns any hold made before this moment, or of this slot.
    std::optional<Hold> takeOlder(TimeMs before);
    std::optional<Hold> takeOf(std::uint32_t slot);

    /// Doubles a table that is more than a quarter full, up to 2^17. Between auctions.
    void maintain();
    std::size_t size() const { return m_size; }

private:
    std::size_t homeOf(std::uint64_t opportunity) const;
    template<typename Test>
    std::optional<Hold> takeWhere(Test test);
    Hold removeAt(std::size_t index);

    std::vector<Hold> m_holds;
    std::size_t m_mask;
    std::size_t m_size = 0;
};

} // namespace gavel::dsp
