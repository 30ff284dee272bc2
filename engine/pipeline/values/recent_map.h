// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gavel::pipeline {

/// A map from hashes that holds a fixed number of entries: a new one beyond it takes the place of
/// the one that was not touched for longest. No allocation after it is made.
template<typename V>
class RecentMap
{
public:
    explicit RecentMap(std::size_t capacity)
        : m_capacity(capacity)
    {
        assert(capacity > 0 && capacity < kNobody);
        m_entries.reserve(capacity);
        std::size_t slots = 4;
        while (slots < 2 * capacity)
            slots *= 2;
        m_slots.assign(slots, kNobody);
    }

    std::size_t size() const { return m_entries.size(); }

    /// nullptr when it is not there. Does not count as a touch.
    const V* find(std::uint64_t key) const
    {
        const auto place = m_slots[slotOf(key)];
        return place == kNobody ? nullptr : &m_entries[place].value;
    }

    /// The value of a key, empty when it is new; now the newest.
    V& touch(std::uint64_t key)
    {
        auto place = m_slots[slotOf(key)];
        if (place != kNobody) {
            unlink(place);
        } else {
            place = freePlace();
            m_entries[place].key = key;
            m_entries[place].value = V{};
            m_slots[slotOf(key)] = place;
        }
        linkNewest(place);
        return m_entries[place].value;
    }

private:
    static constexpr std::uint32_t kNobody = UINT32_MAX;
    struct Entry
    {
        std::uint64_t key = 0;
        std::uint32_t older = kNobody;
        std::uint32_t newer = kNobody;
        V value{};
    };

    std::size_t homeOf(std::uint64_t key) const { return key & (m_slots.size() - 1); }
    std::size_t next(std::size_t slot) const { return (slot + 1) & (m_slots.size() - 1); }

    /// The slot of a key, or the free one where it would go.
    std::size_t slotOf(std::uint64_t key) const
    {
        std::size_t slot = homeOf(key);
        while (m_slots[slot] != kNobody && m_entries[m_slots[slot]].key != key)
            slot = next(slot);
        return slot;
    }

    std::uint32_t freePlace()
    {
        if (m_entries.size() < m_capacity) {
            m_entries.emplace_back();
            return static_cast<std::uint32_t>(m_entries.size() - 1);
        }
        const auto place = m_oldest;
        unlink(place);
        vacate(slotOf(m_entries[place].key));
        return place;
    }

    /// Frees a slot and moves those behind it up, so that no search ends too early.
    void vacate(std::size_t hole)
    {
        const std::size_t mask = m_slots.size() - 1;
        m_slots[hole] = kNobody;
        for (std::size_t slot = next(hole); m_slots[slot] != kNobody; slot = next(slot)) {
            const std::size_t home = homeOf(m_entries[m_slots[slot]].key);
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                m_slots[hole] = m_slots[slot];
                m_slots[slot] = kNobody;
                hole = slot;
            }
        }
    }

    void unlink(std::uint32_t place)
    {
        const Entry& entry = m_entries[place];
        (entry.older == kNobody ? m_oldest : m_entries[entry.older].newer) = entry.newer;
        (entry.newer == kNobody ? m_newest : m_entries[entry.newer].older) = entry.older;
    }
    void linkNewest(std::uint32_t place)
    {
        Entry& entry = m_entries[place];
        entry.older = m_newest;
        entry.newer = kNobody;
        (m_newest == kNobody ? m_oldest : m_entries[m_newest].newer) = place;
        m_newest = place;
    }

    std::size_t m_capacity;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_slots; ///< places of entries, at most half full
    std::uint32_t m_oldest = kNobody;
    std::uint32_t m_newest = kNobody;
};

} // namespace gavel::pipeline
