// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/huge_page_allocator.h"
#include "engine/base/random.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gavel::dsp {

/// At most so many impressions of one thing to one user; 0 = no cap of that window.
struct FrequencyLimits
{
    std::uint16_t hour = 0; ///< in any 60 minutes
    std::uint16_t day = 0; ///< on one local day
    std::uint16_t lifetime = 0;

    bool any() const { return (hour | day | lifetime) != 0; }
};

/// The moment of a bid as frequency counts it.
struct FrequencyMoment
{
    TimeMs at;
    std::int32_t day = 0; ///< local day of the campaign, days since 1970-01-01
};

/// Counts impressions per (user, campaign or creative): reserved at the bid, confirmed at the win,
/// released at the loss. A reservation counts in every window, so parallel bids can never pass a
/// cap. The hour slides in six parts of twelve minutes: five past ones and the current cover at
/// least 60 minutes, so a cap is never passed inside any hour and may bind up to twelve minutes
/// longer. Open addressing, 32 bytes for each user and thing; cells whose windows are over are
/// taken again. When a table that may not grow is full, reserve() says no. Grows in maintain()
/// only, never in reserve().
class FrequencyStore
{
public:
    /// Room for this many cells at first and at most, rounded up to powers of two.
    explicit FrequencyStore(std::size_t cells = 4096, std::size_t mostCells = std::size_t{1} << 21);

    /// Names a user and a thing. Different kinds of things must come with different numbers.
    static std::uint64_t key(std::uint64_t user, std::uint64_t thing)
    {
        return base::mix64(user ^ base::mix64(thing)) | 1U;
    }

    /// Asks the memory for what is known of a key, before other work.
    void fetch(std::uint64_t key) const { __builtin_prefetch(&m_cells[key & m_mask], 1); }
    /// Would one more impression stay within the limits?
    bool mayShow(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment) const;
    /// Takes one impression if mayShow(). False also when the table is full.
    bool reserve(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment);
    /// A reserved impression was shown: counts it in the windows that have a limit, and counts as
    /// exceeded() when it passes the limits as they are now.
    void confirm(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment);
    void release(std::uint64_t key);
    /// An impression of before the store began: counts it in the windows that have a limit and have
    /// not passed it by. In any order; grows the table, so never while an auction runs. False when
    /// the table is full.
    bool recall(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment);

    /// Drops what is over and doubles a table that is more than half full. Between auctions, now
    /// and then.
    void maintain(TimeMs now);

    std::size_t cells() const { return m_used; }
    std::size_t memoryBytes() const { return m_cells.size() * sizeof(Cell); }
    std::uint64_t refusedFull() const { return m_refusedFull; }
    /// Confirmed impressions beyond a cap: 0 as long as the store keeps its word.
    std::uint64_t exceeded() const { return m_exceeded; }

private:
    static constexpr std::size_t kParts = 6;
    static constexpr std::int64_t kPartMs = 12 * base::kMinuteMs;

    struct Cell
    {
        std::uint64_t key = 0; ///< 0 = never used
        std::uint32_t part = 0; ///< the newest twelve minutes that `hour` counts, since 1970
        std::array<std::uint16_t, kParts> hour{}; ///< by part modulo six
        std::uint16_t day = 0; ///< days since 1970 that `today` counts
        std::uint16_t today = 0;
        std::uint16_t lifetime = 0;
        std::uint16_t held = 0;
    };
    static_assert(sizeof(Cell) == 32);

    static std::uint32_t partOf(TimeMs at)
    {
        return static_cast<std::uint32_t>(at.value / kPartMs);
    }
    static std::uint32_t inHour(const Cell& cell, std::uint32_t part);
    static void slideTo(Cell& cell, std::uint32_t part);
    static bool allows(const Cell& cell, FrequencyLimits limits, FrequencyMoment moment);
    static bool isOver(const Cell& cell, std::uint32_t part);
    const Cell* find(std::uint64_t key) const;
    Cell* find(std::uint64_t key);
    Cell* findOrTake(std::uint64_t key, std::uint32_t part);
    void rehash(std::size_t size, std::uint32_t part);

    std::vector<Cell, base::HugePageAllocator<Cell>> m_cells;
    std::size_t m_mask = 0;
    std::size_t m_most = 0;
    std::size_t m_used = 0; ///< cells with a key
    std::uint64_t m_refusedFull = 0;
    std::uint64_t m_exceeded = 0;
};

} // namespace gavel::dsp
