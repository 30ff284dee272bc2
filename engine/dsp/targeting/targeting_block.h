// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/aligned_words.h"
#include "engine/dsp/targeting/bitmap_ops.h"
#include "engine/dsp/targeting/targeting_keys.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gavel::dsp {

/// The campaigns of one value: a bitmap row when there are many, else positions in the pool. Eight
/// bytes, since opportunities touch them all over the place.
struct ValueList
{
    static constexpr unsigned kCapacityBits = 12;
    static constexpr std::uint32_t kDense = (1U << kCapacityBits) - 1;

    std::uint32_t place = 0; ///< number of the row, or begin in the pool
    std::uint32_t count : 32 - kCapacityBits = 0;
    std::uint32_t capacity : kCapacityBits = 0; ///< kDense for a row

    bool isDense() const { return capacity == kDense; }
    void becomeRow(std::uint32_t number)
    {
        place = number;
        capacity = kDense;
    }
};
static_assert(sizeof(ValueList) == 8);

/// Working memory for one block at a time.
struct BlockBuffers
{
    AlignedWords result;
    AlignedWords unions; ///< one row for each any kind
    std::vector<BitmapOps::Row> in;
    std::vector<BitmapOps::Row> notIn;
    std::vector<BitmapOps::Row> united;
    std::vector<ValueList> dense; ///< of the values at hand, those with a row
    std::vector<ValueList> sparse; ///< those with positions
    std::vector<ValueList> excluded; ///< with positions, of all excluding kinds

    /// Makes room for rows of so many words and this many time zones.
    void fit(std::size_t words, std::size_t zones);
};

/// Up to 65 536 campaigns of a targeting index, by position.
///
/// For each any kind there is a row of the campaigns that do not care. A value wanted by more than
/// 1/64 of the campaigns (1/256 in a small block) has a row of those who want it or do not care;
/// fewer are kept as a list of positions, which costs less than a row to read. Excluding values
/// have rows and lists likewise, without the careless. What a match is: the live, in each any
/// kind's union of the asked values, in none of the excluding lists; what keys cannot say is then
/// checked campaign by campaign.
class TargetingBlock
{
public:
    static constexpr std::uint32_t kMostPositions = 65'536;

    /// Positions 0 to size-1 from the start, all live.
    TargetingBlock(std::span<const CompiledTargeting> targetings, TargetingKeys& keys);

    void put(std::uint32_t position, const CompiledTargeting& targeting, TargetingKeys& keys);
    void clear(std::uint32_t position);
    void setLive(std::uint32_t position, bool live);
    bool isLive(std::uint32_t position) const { return test(kLiveRow, position); }

    /// Writes base + position of every match and returns the end; 64 numbers of room after the
    /// last.
    std::uint32_t* match(const model::Opportunity& opportunity, const IndexQuestion& question,
                         const BitmapOps& ops, BlockBuffers& buffers, std::uint32_t base,
                         std::uint32_t* out) const;

    std::size_t rowWords() const { return m_rowWords; }
    std::uint32_t positions() const { return static_cast<std::uint32_t>(m_keysOf.size()); }
    std::size_t memoryBytes() const;

private:
    // The first rows have fixed places: who does not care, by any kind, and these.
    static constexpr std::uint32_t kNoRest = ~std::uint32_t{0};
    static constexpr std::uint32_t kLiveRow = kAnyKinds;
    static constexpr std::uint32_t kFilledRow = kAnyKinds + 1;
    static constexpr std::uint32_t kCheckedRow = kAnyKinds + 2;
    static constexpr std::uint32_t kFixedRows = kAnyKinds + 3;

    std::uint64_t* row(std::uint32_t number) { return m_words.data() + number * m_rowWords; }
    const std::uint64_t* row(std::uint32_t number) const
    {
        return m_words.data() + number * m_rowWords;
    }
    bool test(std::uint32_t number, std::uint32_t position) const;
    void set(std::uint32_t number, std::uint32_t position);
    void reset(std::uint32_t number, std::uint32_t position);

    /// Where the keys of a campaign are, so that they can be taken out again.
    struct KeyRun
    {
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
    };

    // Building: targeting_block_build.cpp; changing: targeting_block_change.cpp
    void growTo(std::uint32_t positions);
    void setStride(std::size_t words);
    ValueList& listOf(TargetingKey key);
    std::uint32_t addRow(std::uint32_t kind);
    std::uint32_t sparseLimit() const;
    void count(const IndexedTargeting& targeting);
    void layOutLists();
    void fillLists();
    void noteCareless(std::uint32_t position, std::uint32_t constrained);
    void keep(std::uint32_t position, IndexedTargeting& targeting);
    void keepKeys(std::uint32_t position, std::span<const TargetingKey> keys);
    void packKeys();
    std::span<const TargetingKey> keysOf(std::uint32_t position) const
    {
        return {m_keyPool.data() + m_keysOf[position].begin, m_keysOf[position].count};
    }
    void add(TargetingKey key, std::uint32_t position);
    void remove(TargetingKey key, std::uint32_t position);
    void makeDense(std::uint32_t kind, ValueList& list);

    // Matching: targeting_block.cpp
    struct ListEnds
    {
        ValueList* dense;
        ValueList* sparse;
    };
    void fetchLists(const IndexQuestion& question) const;
    void fetchRow(const std::uint64_t* words) const;
    ListEnds sortLists(std::uint32_t kind, std::span<const std::uint32_t> values,
                       ListEnds ends) const;
    void gatherWanted(std::uint32_t kind, std::span<const std::uint32_t> values,
                      const BitmapOps& ops, BlockBuffers& buffers) const;
    ValueList* gatherExcluded(std::uint32_t kind, std::span<const std::uint32_t> values,
                              BlockBuffers& buffers, ValueList* excluded) const;
    void check(const model::Opportunity& opportunity, std::uint64_t* result) const;
    std::span<const std::uint16_t> positionsOf(const ValueList& list) const
    {
        return {m_pool.data() + list.place, std::size_t{list.count}};
    }

    std::size_t m_rowWords = 0;
    AlignedWords m_words; ///< the rows
    std::array<std::vector<ValueList>, kKinds> m_lists; ///< by value
    std::array<std::vector<std::uint32_t>, kAnyKinds>
        m_rowsOfKind; ///< value rows the careless are in
    std::array<std::uint32_t, kAnyKinds> m_rules{}; ///< campaigns with a rule of the kind
    std::vector<std::uint16_t> m_pool;
    std::vector<TargetingKey> m_keyPool;
    std::vector<KeyRun> m_keysOf; ///< by position, place in m_keyPool
    std::size_t m_keysInUse = 0;
    std::vector<std::uint32_t> m_restOf; ///< by position, place in m_rests
    std::vector<CompiledTargeting> m_rests; ///< what is checked one by one
    std::vector<std::uint32_t> m_freeRests;
};

} // namespace gavel::dsp
