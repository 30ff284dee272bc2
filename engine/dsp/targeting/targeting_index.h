// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/bitmap_ops.h"
#include "engine/dsp/targeting/compiled_targeting.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace gavel::dsp {

/// The working memory of match(): one for each thread that matches, kept between opportunities.
class MatchScratch
{
public:
    MatchScratch();
    ~MatchScratch();
    MatchScratch(MatchScratch&&) noexcept;
    MatchScratch& operator=(MatchScratch&&) noexcept;

private:
    friend class TargetingIndex;
    struct Buffers;
    std::unique_ptr<Buffers> m_buffers;
};

/// Finds the campaigns that want an opportunity: the exact set of all live slots whose targeting
/// holds and that have a fitting creative. Slots are the caller's own numbers, 0 to N-1, best kept
/// dense. One thread at a time, except that several may match() between changes, each with its own
/// scratch.
class TargetingIndex
{
public:
    explicit TargetingIndex(SimdLevel level = bestSimdLevel());
    ~TargetingIndex();
    TargetingIndex(TargetingIndex&&) noexcept;
    TargetingIndex& operator=(TargetingIndex&&) noexcept;

    /// Starts anew with slots 0 to size-1, all live.
    void build(std::span<const CompiledTargeting> targetings);
    /// Puts a new or changed targeting into a slot in place. A new slot is live, a known one stays
    /// as it was.
    void upsert(std::uint32_t slot, const CompiledTargeting& targeting);
    /// Empties a slot; it may be filled again.
    void erase(std::uint32_t slot);
    /// Takes a slot out of the matches and back: paused, out of budget, outside its flight.
    /// No effect on an empty slot.
    void setLive(std::uint32_t slot, bool live);
    bool isLive(std::uint32_t slot) const;

    /// The matching slots, ascending; valid until the next use of the scratch. Allocates only when
    /// the scratch has not yet seen an index of this size.
    std::span<const std::uint32_t> match(const model::Opportunity& opportunity,
                                         MatchScratch& scratch) const;

    std::size_t slotCount() const; ///< one above the highest slot ever filled
    std::size_t memoryBytes() const;

private:
    struct Blocks;
    std::unique_ptr<Blocks> m_blocks;
};

} // namespace gavel::dsp
