// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_block.h"

#include <algorithm>
#include <cassert>

namespace gavel::dsp {

namespace {

constexpr std::uint32_t kMostPooled = 2048; ///< positions of a list: twice the most of a sparse one
static_assert(kMostPooled >= 2 * TargetingBlock::kMostPositions / 64);
static_assert(kMostPooled < ValueList::kDense);
constexpr std::size_t kPoolSlack = 4096; ///< keys no longer in use that are always put up with

} // namespace

void TargetingBlock::set(std::uint32_t number, std::uint32_t position)
{
    row(number)[position / 64] |= bitOf(position);
}

void TargetingBlock::reset(std::uint32_t number, std::uint32_t position)
{
    row(number)[position / 64] &= ~bitOf(position);
}

ValueList& TargetingBlock::listOf(TargetingKey key)
{
    auto& lists = m_lists[key.kind()];
    if (key.value() >= lists.size())
        lists.resize(key.value() + 1);
    return lists[key.value()];
}

void TargetingBlock::makeDense(std::uint32_t kind, ValueList& list)
{
    const std::uint32_t number = addRow(kind);
    for (const std::uint16_t position : positionsOf(list))
        set(number, position);
    list.becomeRow(number);
}

void TargetingBlock::add(TargetingKey key, std::uint32_t position)
{
    ValueList& list = listOf(key);
    if (!list.isDense() && list.count >= std::max<std::uint32_t>(sparseLimit(), list.capacity))
        makeDense(key.kind(), list);
    if (list.isDense()) {
        ++list.count;
        set(list.place, position);
        return;
    }
    if (list.count == list.capacity) {
        const auto moved = static_cast<std::uint32_t>(m_pool.size());
        list.capacity = std::clamp(list.capacity * 2U, 4U, kMostPooled) & ValueList::kDense;
        m_pool.resize(m_pool.size() + list.capacity);
        std::copy_n(m_pool.begin() + list.place, std::uint32_t{list.count}, m_pool.begin() + moved);
        list.place = moved;
    }
    m_pool[list.place + list.count++] = static_cast<std::uint16_t>(position);
}

void TargetingBlock::remove(TargetingKey key, std::uint32_t position)
{
    ValueList& list = listOf(key);
    --list.count;
    if (list.isDense()) {
        reset(list.place, position);
        return;
    }
    const auto begin = m_pool.begin() + list.place;
    const auto found = std::find(begin, begin + list.count, position);
    *found = *(begin + list.count); // the last takes its place
}

void TargetingBlock::noteCareless(std::uint32_t position, std::uint32_t constrained)
{
    for (std::uint32_t kind = 0; kind < kAnyKinds; ++kind) {
        if ((constrained >> kind & 1U) != 0)
            continue;
        set(kind, position);
        for (const std::uint32_t number : m_rowsOfKind[kind])
            set(number, position);
    }
}

/// Closes the gaps of keys no longer in use once they outweigh the others.
void TargetingBlock::packKeys()
{
    if (m_keyPool.size() <= 2 * m_keysInUse + kPoolSlack)
        return;
    std::vector<TargetingKey> packed;
    packed.reserve(m_keysInUse);
    for (KeyRun& run : m_keysOf) {
        const auto begin = m_keyPool.begin() + run.begin;
        run.begin = static_cast<std::uint32_t>(packed.size());
        packed.insert(packed.end(), begin, begin + run.count);
    }
    m_keyPool = std::move(packed);
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
    noteCareless(position, indexed.constrained);
    keep(position, indexed);
    packKeys();
    set(kFilledRow, position);
    if (live)
        set(kLiveRow, position);
}

void TargetingBlock::clear(std::uint32_t position)
{
    if (position >= positions() || !test(kFilledRow, position))
        return;
    for (const TargetingKey key : keysOf(position))
        remove(key, position);
    m_keysInUse -= m_keysOf[position].count;
    m_keysOf[position] = {};
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
