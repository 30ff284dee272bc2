// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/huge_page_allocator.h"
#include "engine/dsp/hold_table.h"
#include "engine/model/pacing.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gavel::dsp {

/// What pacing needs to know of each campaign of a seat, counted as auctions end; see
/// model::PacingTally. Nothing is allocated but in makeRoom().
class PacingMeter
{
public:
    static constexpr double kMemory = 10'000; ///< priced bids after which one counts 1/e
    static constexpr std::size_t kFew = 16; ///< matches that are all counted
    static constexpr std::uint32_t kSampled = 16; ///< of more, those of one opportunity in 16

    void makeRoom(std::size_t slots);
    void forget(std::uint32_t slot);
    /// Asks the memory for a slot whose bid will have an outcome soon.
    void fetch(std::uint32_t slot) const
    {
        const auto* const first = reinterpret_cast<const char*>(&m_slots[slot]);
        for (std::size_t line = 0; line < sizeof(Slot); line += alignof(Slot))
            __builtin_prefetch(first + line, 1);
    }

    /// The campaigns that an opportunity matched.
    void matched(std::uint64_t opportunity, std::span<const std::uint32_t> slots);
    /// A bid was made: remembered as the highest until it has faded by 1/4096 with each later one.
    void bid(std::uint32_t slot, Price price);
    /// The outcome of a bid that was held. `toWin`: the price that would have won, own currency; a
    /// win at the own bid says only that it lay between floor and bid, where one is drawn. `most`:
    /// the strategy's own bound, above which no factor leads.
    void won(const Hold& hold, Price toWin, Price most);
    void lost(const Hold& hold, Price toWin, Price most);
    /// Opportunities lost at once because bids are scaled: an estimate of what they were worth.
    void lostUnseen(std::uint32_t slot, double worth);

    /// Without what the roster knows: how many opportunities came, and how many were missed.
    model::PacingTally tally(std::uint32_t slot) const;

private:
    struct Mass
    {
        float price = 0;
        float worth = 0;
    };
    /// As model::PacingTally, with what one outcome changes close together.
    struct alignas(64) Slot
    {
        std::uint64_t priced = 0;
        std::int64_t worthSeen = 0;
        std::int64_t worthWon = 0;
        std::int64_t worthLost = 0;
        Price highestBid;
        float unit = 1; ///< weight of the next auction; grows instead of fading all others
        float weight = 0;
        std::array<Mass, model::PriceRatios::kBins> bins{};
    };

    void price(Slot& slot, const Hold& hold, Price toWin, Price most);

    std::vector<Slot, base::HugePageAllocator<Slot>> m_slots;
    std::vector<std::uint64_t> m_eligible; ///< beside m_slots: many of them count at once
};

} // namespace gavel::dsp
