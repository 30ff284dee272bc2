// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/frequency_store.h"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <numeric>

namespace gavel::dsp {

namespace {

constexpr std::uint32_t kPartsOfTwoDays
    = 240; ///< of twelve minutes: past it no zone still has that day

std::uint16_t asDay(std::int32_t day)
{
    return static_cast<std::uint16_t>(std::max(day, 0));
}

/// Past the most that any cap can be there is nothing left to count.
void countOne(std::uint16_t& count)
{
    count = static_cast<std::uint16_t>(count + (count < UINT16_MAX ? 1 : 0));
}

} // namespace

FrequencyStore::FrequencyStore(std::size_t cells, std::size_t mostCells)
    : m_cells(std::bit_ceil(std::max<std::size_t>(cells, 16)))
    , m_mask(m_cells.size() - 1)
    , m_most(std::max(std::bit_ceil(mostCells), m_cells.size()))
{
}

bool FrequencyStore::mayShow(std::uint64_t key, FrequencyLimits limits,
                             FrequencyMoment moment) const
{
    const Cell* cell = find(key);
    return cell == nullptr || allows(*cell, limits, moment);
}

bool FrequencyStore::reserve(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment)
{
    Cell* cell = findOrTake(key, partOf(moment.at));
    if (cell == nullptr) {
        ++m_refusedFull;
        return false;
    }
    if (!allows(*cell, limits, moment) || cell->held == UINT16_MAX)
        return false;
    ++cell->held;
    return true;
}

void FrequencyStore::confirm(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment)
{
    Cell* cell = find(key);
    BOOST_ASSERT(cell != nullptr && cell->held > 0);
    --cell->held;
    bool passes = false;
    if (limits.hour != 0) {
        slideTo(*cell, std::max(cell->part, partOf(moment.at)));
        ++cell->hour[cell->part % kParts];
        passes = inHour(*cell, cell->part) > limits.hour;
    }
    if (limits.day != 0) {
        if (cell->day != asDay(moment.day)) {
            cell->day = asDay(moment.day);
            cell->today = 0;
        }
        passes = ++cell->today > limits.day || passes;
    }
    if (limits.lifetime != 0)
        passes = ++cell->lifetime > limits.lifetime || passes;
    m_exceeded += passes ? 1 : 0;
}

void FrequencyStore::release(std::uint64_t key)
{
    Cell* cell = find(key);
    BOOST_ASSERT(cell != nullptr && cell->held > 0);
    --cell->held;
}

bool FrequencyStore::recall(std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment)
{
    if (!limits.any())
        return true;
    if (m_cells.size() < m_most)
        maintain(moment.at);
    const std::uint32_t part = partOf(moment.at);
    Cell* cell = findOrTake(key, part);
    if (cell == nullptr) {
        ++m_refusedFull;
        return false;
    }
    if (limits.hour != 0 && part > cell->part)
        slideTo(*cell, part);
    if (limits.hour != 0 && cell->part < part + kParts)
        countOne(cell->hour[part % kParts]);
    if (limits.day != 0 && asDay(moment.day) > cell->day) {
        cell->day = asDay(moment.day);
        cell->today = 0;
    }
    if (limits.day != 0 && asDay(moment.day) == cell->day)
        countOne(cell->today);
    if (limits.lifetime != 0)
        countOne(cell->lifetime);
    return true;
}

void FrequencyStore::maintain(TimeMs now)
{
    if (m_used * 2 < m_cells.size())
        return;
    const std::uint32_t part = partOf(now);
    const auto living = static_cast<std::size_t>(
        std::ranges::count_if(m_cells, [part](const Cell& cell) { return !isOver(cell, part); }));
    const bool grow = living * 4 > m_cells.size() && m_cells.size() < m_most;
    rehash(grow ? m_cells.size() * 2 : m_cells.size(), part);
}

std::uint32_t FrequencyStore::inHour(const Cell& cell, std::uint32_t part)
{
    std::uint32_t sum = 0;
    for (std::uint32_t back = 0; back < kParts && back <= cell.part; ++back) {
        // The cell knows cell.part - 5 to cell.part; `part` wants part - 5 to part. A clock that
        // steps back still counts everything the cell knows.
        const std::uint32_t counted = cell.part - back;
        if (part < counted + kParts)
            sum += cell.hour[counted % kParts];
    }
    return sum;
}

void FrequencyStore::slideTo(Cell& cell, std::uint32_t part)
{
    const std::uint32_t steps = std::min<std::uint32_t>(part - cell.part, kParts);
    for (std::uint32_t i = 0; i < steps; ++i)
        cell.hour[(part - i) % kParts] = 0;
    cell.part = part;
}

bool FrequencyStore::allows(const Cell& cell, FrequencyLimits limits, FrequencyMoment moment)
{
    if (limits.hour != 0 && inHour(cell, partOf(moment.at)) + cell.held >= limits.hour)
        return false;
    const std::uint32_t today = cell.day == asDay(moment.day) ? cell.today : 0U;
    if (limits.day != 0 && today + cell.held >= limits.day)
        return false;
    return limits.lifetime == 0 || std::uint32_t{cell.lifetime} + cell.held < limits.lifetime;
}

bool FrequencyStore::isOver(const Cell& cell, std::uint32_t part)
{
    if (cell.key == 0)
        return true;
    if (cell.held != 0 || cell.lifetime != 0)
        return false;
    const bool dayOver = cell.today == 0
        || part >= std::uint32_t{cell.day} * (kPartsOfTwoDays / 2) + kPartsOfTwoDays;
    const bool hourOver = part >= cell.part + kParts
        || std::accumulate(cell.hour.begin(), cell.hour.end(), 0U) == 0;
    return dayOver && hourOver;
}

const FrequencyStore::Cell* FrequencyStore::find(std::uint64_t key) const
{
    for (std::size_t i = key & m_mask;; i = (i + 1) & m_mask) {
        if (m_cells[i].key == key)
            return &m_cells[i];
        if (m_cells[i].key == 0)
            return nullptr;
    }
}

FrequencyStore::Cell* FrequencyStore::find(std::uint64_t key)
{
    for (std::size_t i = key & m_mask;; i = (i + 1) & m_mask) {
        if (m_cells[i].key == key)
            return &m_cells[i];
        if (m_cells[i].key == 0)
            return nullptr;
    }
}

FrequencyStore::Cell* FrequencyStore::findOrTake(std::uint64_t key, std::uint32_t part)
{
    Cell* over = nullptr;
    for (std::size_t i = key & m_mask;; i = (i + 1) & m_mask) {
        Cell& cell = m_cells[i];
        if (cell.key == key)
            return &cell;
        if (cell.key == 0) {
            if (over == nullptr) {
                if (m_used + m_used / 8
                    >= m_cells.size()) // one cell in nine stays empty: searches end
                    return nullptr;
                ++m_used;
                over = &cell;
            }
            *over = {.key = key, .part = part};
            return over;
        }
        if (over == nullptr && isOver(cell, part))
            over = &cell;
    }
}

void FrequencyStore::rehash(std::size_t size, std::uint32_t part)
{
    decltype(m_cells) old(size);
    old.swap(m_cells);
    m_mask = size - 1;
    m_used = 0;
    for (const Cell& cell : old) {
        if (isOver(cell, part))
            continue;
        std::size_t i = cell.key & m_mask;
        while (m_cells[i].key != 0)
            i = (i + 1) & m_mask;
        m_cells[i] = cell;
        ++m_used;
    }
}

} // namespace gavel::dsp
