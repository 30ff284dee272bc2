// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting_block.h"

#include <algorithm>
#include <cassert>

namespace gavel::dsp {

namespace {

constexpr std::uint32_t kNoRest = ~std::uint32_t{0};
/// A list as short as this stays a list in any block.
constexpr std::uint32_t kShortList = 8;

} // namespace

TargetingBlock::TargetingBlock(std::span<const CompiledTargeting> targetings, TargetingKeys& keys)
{
    assert(targetings.size() <= kMostPositions);
    growTo(static_cast<std::uint32_t>(targetings.size()));
    IndexedTargeting indexed;
    for (std::uint32_t position = 0; position < targetings.size(); ++position) {
        keys.split(targetings[position], indexed);
        for (const TargetingKey key : indexed.keys)
            ++listOf(key).count;
        describe(position, std::move(indexed));
        set(kLiveRow, position);
    }
    layOutLists();
    fillLists();
}

void TargetingBlock::set(std::uint32_t number, std::uint32_t position)
{
    row(number)[position / 64] |= bitOf(position);
}

void TargetingBlock::reset(std::uint32_t number, std::uint32_t position)
{
    row(number)[position / 64] &= ~bitOf(position);
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
    m_keys.resize(positions);
    m_restOf.resize(positions, kNoRest);
}

ValueList& TargetingBlock::listOf(TargetingKey key)
{
    auto& lists = m_lists[key.kind()];
    if (key.value() >= lists.size())
        lists.resize(key.value() + 1);
    return lists[key.value()];
}

std::uint32_t TargetingBlock::sparseLimit() const
{
    return std::max(kShortList, positions() / 64);
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
                list.row = addRow(kind);
            } else {
                list.begin = pooled;
                list.capacity = list.count;
                pooled += list.count;
            }
            list.count = 0;
        }
    m_pool.resize(pooled);
}

void TargetingBlock::fillLists()
{
    for (std::uint32_t position = 0; position < m_keys.size(); ++position)
        for (const TargetingKey key : m_keys[position])
            add(key, position);
}

/// Everything about a campaign but its values: whom it does not care about, what is to be checked.
void TargetingBlock::describe(std::uint32_t position, IndexedTargeting&& targeting)
{
    for (std::uint32_t kind = 0; kind < kAnyKinds; ++kind) {
        if ((targeting.constrained >> kind & 1U) != 0) {
            ++m_rules[kind];
            continue;
        }
        set(kind, position);
        for (const std::uint32_t number : m_rowsOfKind[kind])
            set(number, position);
    }
    set(kFilledRow, position);
    m_keys[position].assign(targeting.keys.begin(), targeting.keys.end());
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

void TargetingBlock::makeDense(std::uint32_t kind, ValueList& list)
{
    list.row = addRow(kind);
    for (const std::uint16_t position : positionsOf(list))
        set(list.row, position);
}

void TargetingBlock::add(TargetingKey key, std::uint32_t position)
{
    ValueList& list = listOf(key);
    if (!list.isDense() && list.count >= std::max(sparseLimit(), list.capacity))
        makeDense(key.kind(), list);
    if (list.isDense()) {
        ++list.count;
        set(list.row, position);
        return;
    }
    if (list.count == list.capacity) {
        const auto moved = static_cast<std::uint32_t>(m_pool.size());
        list.capacity = std::max(4U, list.capacity * 2);
        m_pool.resize(m_pool.size() + list.capacity);
        std::copy_n(m_pool.begin() + list.begin, list.count, m_pool.begin() + moved);
        list.begin = moved;
    }
    m_pool[list.begin + list.count++] = static_cast<std::uint16_t>(position);
}

void TargetingBlock::remove(TargetingKey key, std::uint32_t position)
{
    ValueList& list = listOf(key);
    --list.count;
    if (list.isDense()) {
        reset(list.row, position);
        return;
    }
    const auto begin = m_pool.begin() + list.begin;
    const auto found = std::find(begin, begin + list.count, position);
    *found = *(begin + list.count); // the last takes its place
}

void TargetingBlock::put(std::uint32_t position, const CompiledTargeting& targeting,
                         TargetingKeys& keys)
{
    assert(position < kMostPositions);
    if (position >= positions())
        growTo(position + 1);
    const bool wasFilled = test(kFilledRow, position);
    const bool live = !wasFilled || isLive(position);
    clear(position);
    IndexedTargeting indexed;
    keys.split(targeting, indexed);
    for (const TargetingKey key : indexed.keys)
        add(key, position);
    describe(position, std::move(indexed));
    if (live)
        set(kLiveRow, position);
}

void TargetingBlock::clear(std::uint32_t position)
{
    if (position >= positions() || !test(kFilledRow, position))
        return;
    for (const TargetingKey key : m_keys[position])
        remove(key, position);
    m_keys[position] = {};
    for (std::uint32_t kind = 0; kind < kAnyKinds; ++kind) {
        if (!test(kind, position)) {
            --m_rules[kind];
            continue;
        }
        reset(kind, position);
        for (const std::uint32_t number : m_rowsOfKind[kind])
            reset(number, position);
    }
    if (test(kCheckedRow, position)) {
        m_freeRests.push_back(m_restOf[position]);
        m_rests[m_restOf[position]] = {};
        m_restOf[position] = kNoRest;
    }
    reset(kCheckedRow, position);
    reset(kLiveRow, position);
    reset(kFilledRow, position);
}

void TargetingBlock::setLive(std::uint32_t position, bool live)
{
    if (position >= positions() || !test(kFilledRow, position))
        return;
    if (live)
        set(kLiveRow, position);
    else
        reset(kLiveRow, position);
}

} // namespace gavel::dsp
