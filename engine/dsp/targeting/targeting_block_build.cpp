// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_block.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace gavel::dsp {

namespace {

/// A list as short as this stays a list in any block.
constexpr std::uint32_t kShortList = 8;
constexpr std::uint32_t kCachedBlock = 16'384; ///< positions

} // namespace

/// Counts first, so that each list is laid out once at its final size; then everyone is written
/// into them.
TargetingBlock::TargetingBlock(std::span<const CompiledTargeting> targetings, TargetingKeys& keys)
{
    assert(targetings.size() <= kMostPositions);
    growTo(static_cast<std::uint32_t>(targetings.size()));
    // All are live and care for nothing until their rules are seen.
    for (std::uint32_t number = 0; number <= kFilledRow; ++number)
        for (std::uint32_t position = 0; position < targetings.size(); position += 64)
            row(number)[position / 64] = ~std::uint64_t{0}
                >> (64 - std::min<std::size_t>(64, targetings.size() - position));
    IndexedTargeting indexed;
    for (std::uint32_t position = 0; position < targetings.size(); ++position) {
        keys.split(targetings[position], indexed);
        count(indexed);
        for (std::uint32_t rules = indexed.constrained; rules != 0; rules &= rules - 1)
            reset(static_cast<std::uint32_t>(std::countr_zero(rules)), position);
        keep(position, indexed);
    }
    layOutLists();
    fillLists();
}

void TargetingBlock::setStride(std::size_t words)
{
    const std::size_t rows = m_rowWords == 0 ? kFixedRows : m_words.size() / m_rowWords;
    AlignedWords wider(rows * words);
    if (m_rowWords != 0)
        for (std::size_t r = 0; r < rows; ++r)
            std::copy_n(m_words.data() + r * m_rowWords, m_rowWords, wider.data() + r * words);
    m_words = std::move(wider);
    m_rowWords = words;
}

void TargetingBlock::growTo(std::uint32_t positions)
{
    const std::size_t needed = dsp::rowWords(std::max(positions, 1U));
    if (m_rowWords == 0)
        setStride(needed); // a block that is built fits exactly
    else if (needed > m_rowWords)
        setStride(
            std::min(dsp::rowWords(positions + positions / 4), dsp::rowWords(kMostPositions)));
    m_keysOf.resize(positions);
    m_restOf.resize(positions, kNoRest);
}

std::uint32_t TargetingBlock::sparseLimit() const
{
    // Positions set one by one against a row read in whole: rows of a small block stay in the
    // cache.
    return std::max(kShortList, positions() / (positions() <= kCachedBlock ? 256U : 64U));
}

std::uint32_t TargetingBlock::addRow(std::uint32_t kind)
{
    const auto number = static_cast<std::uint32_t>(m_words.size() / m_rowWords);
    m_words.resize(m_words.size() + m_rowWords);
    if (kind < kAnyKinds) {
        std::copy_n(row(kind), m_rowWords, row(number));
        m_rowsOfKind[kind].push_back(number);
    }
    return number;
}

void TargetingBlock::count(const IndexedTargeting& targeting)
{
    for (const TargetingKey key : targeting.keys)
        ++listOf(key).count;
}

/// Gives each counted list its row or its place in the pool, and counts from 0 again.
void TargetingBlock::layOutLists()
{
    std::size_t dense = 0;
    std::uint32_t pooled = 0;
    const std::uint32_t limit = sparseLimit();
    for (const auto& lists : m_lists)
        dense += static_cast<std::size_t>(
            std::count_if(lists.begin(), lists.end(),
                          [limit](const ValueList& list) { return list.count > limit; }));
    m_words.reserve(m_words.size() + dense * m_rowWords);
    for (std::uint32_t kind = 0; kind < kKinds; ++kind)
        for (ValueList& list : m_lists[kind]) {
            if (list.count > limit) {
                list.becomeRow(addRow(kind));
            } else {
                list.place = pooled;
                list.capacity = list.count & ValueList::kDense;
                pooled += list.count;
            }
            list.count = 0;
        }
    m_pool.resize(pooled);
}

void TargetingBlock::fillLists()
{
    for (std::uint32_t position = 0; position < positions(); ++position)
        for (const TargetingKey key : keysOf(position)) {
            ValueList& list = m_lists[key.kind()][key.value()];
            if (list.isDense())
                set(list.place, position);
            else
                m_pool[list.place + list.count] = static_cast<std::uint16_t>(position);
            ++list.count;
        }
}

/// Keeps what cannot be read from rows and lists: the keys, and what is to be checked.
void TargetingBlock::keep(std::uint32_t position, IndexedTargeting& targeting)
{
    for (std::uint32_t rules = targeting.constrained; rules != 0; rules &= rules - 1)
        ++m_rules[static_cast<std::size_t>(std::countr_zero(rules))];
    keepKeys(position, targeting.keys);
    if (!targeting.checked)
        return;
    set(kCheckedRow, position);
    if (m_freeRests.empty()) {
        m_freeRests.push_back(static_cast<std::uint32_t>(m_rests.size()));
        m_rests.emplace_back();
    }
    m_restOf[position] = m_freeRests.back();
    m_freeRests.pop_back();
    m_rests[m_restOf[position]] = std::move(targeting.rest);
}

void TargetingBlock::keepKeys(std::uint32_t position, std::span<const TargetingKey> keys)
{
    m_keysOf[position]
        = {static_cast<std::uint32_t>(m_keyPool.size()), static_cast<std::uint32_t>(keys.size())};
    m_keyPool.insert(m_keyPool.end(), keys.begin(), keys.end());
    m_keysInUse += keys.size();
}

} // namespace gavel::dsp
