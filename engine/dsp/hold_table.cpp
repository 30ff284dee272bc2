// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/hold_table.h"

#include "engine/base/random.h"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>

namespace gavel::dsp {

namespace {

constexpr std::size_t kMostHolds = std::size_t{1} << 17;

} // namespace

HoldTable::HoldTable(std::size_t capacity)
    : m_holds(std::bit_ceil(std::max<std::size_t>(capacity, 8)))
    , m_mask(m_holds.size() - 1)
{
}

void HoldTable::add(const Hold& hold)
{
    BOOST_ASSERT(!isFull());
    std::size_t i = homeOf(hold.opportunity);
    while (m_holds[i].slot != Hold::kNoSlot)
        i = (i + 1) & m_mask;
    m_holds[i] = hold;
    ++m_size;
}

std::optional<Hold> HoldTable::take(std::uint64_t opportunity, std::uint32_t slot)
{
    std::size_t i = homeOf(opportunity);
    for (; m_holds[i].slot != Hold::kNoSlot; i = (i + 1) & m_mask)
        if (m_holds[i].opportunity == opportunity && m_holds[i].slot == slot)
            return removeAt(i);
    return std::nullopt;
}

std::optional<Hold> HoldTable::takeOlder(TimeMs before)
{
    return takeWhere([before](const Hold& hold) { return hold.at < before; });
}

std::optional<Hold> HoldTable::takeOf(std::uint32_t slot)
{
    return takeWhere([slot](const Hold& hold) { return hold.slot == slot; });
}

void HoldTable::maintain()
{
    if (m_size * 4 < m_holds.size() || m_holds.size() >= kMostHolds)
        return;
    std::vector<Hold> old(m_holds.size() * 2);
    old.swap(m_holds);
    m_mask = m_holds.size() - 1;
    m_size = 0;
    for (const Hold& hold : old)
        if (hold.slot != Hold::kNoSlot)
            add(hold);
}

/// By the opportunity alone, for which a seat seldom has more than one bid open: known before the
/// campaign is.
std::size_t HoldTable::homeOf(std::uint64_t opportunity) const
{
    return base::mix64(opportunity) & m_mask;
}

template<typename Test>
std::optional<Hold> HoldTable::takeWhere(Test test)
{
    if (m_size == 0)
        return std::nullopt;
    for (std::size_t i = 0; i < m_holds.size(); ++i)
        if (m_holds[i].slot != Hold::kNoSlot && test(m_holds[i]))
            return removeAt(i);
    return std::nullopt;
}

Hold HoldTable::removeAt(std::size_t index)
{
    const Hold removed = m_holds[index];
    std::size_t gap = index;
    for (std::size_t i = (gap + 1) & m_mask; m_holds[i].slot != Hold::kNoSlot;
         i = (i + 1) & m_mask) {
        const std::size_t home = homeOf(m_holds[i].opportunity);
        if (((i - home) & m_mask) >= ((i - gap) & m_mask)) {
            m_holds[gap] = m_holds[i];
            gap = i;
        }
    }
    m_holds[gap] = {};
    --m_size;
    return removed;
}

} // namespace gavel::dsp
