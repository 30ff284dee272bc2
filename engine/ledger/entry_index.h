// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/huge_page_allocator.h"
#include "engine/base/random.h"
#include "engine/ledger/transfer.h"

#include <cassert>
#include <cstdint>
#include <vector>

namespace gavel::ledger {

/// Where in a list of entries an id stands: open addressing with linear probing, at most half full.
/// A slot holds 32 bits of the hash beside the place, so that other ids are passed over without a
/// look at their entries.
class EntryIndex
{
public:
    static constexpr std::uint32_t kNowhere = 0xffffffffU;

    EntryIndex() { clear(1024); }

    /// Empties it and makes room for this many.
    void clear(std::size_t expected)
    {
        std::size_t slots = 2048;
        while (slots < expected * 2)
            slots *= 2;
        m_slots.assign(slots, {});
        m_count = 0;
    }
    bool isFull() const { return (m_count + 1) * 2 > m_slots.size(); }
    /// The id must not be in it, and it must not be full.
    void add(TransferId id, std::uint32_t place)
    {
        assert(!isFull());
        const std::uint64_t hash = hashOf(id);
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].place != kNowhere)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = {tagOf(hash), place};
        ++m_count;
    }
    /// kNowhere when it is not there. `entries` is the list that the places are of.
    template<typename Entries>
    std::uint32_t find(TransferId id, const Entries& entries) const
    {
        const std::uint64_t hash = hashOf(id);
        std::size_t at = hash & (m_slots.size() - 1);
        for (; m_slots[at].place != kNowhere; at = (at + 1) & (m_slots.size() - 1))
            if (m_slots[at].tag == tagOf(hash) && entries[m_slots[at].place].transfer.id == id)
                return m_slots[at].place;
        return kNowhere;
    }
    /// Where an id stands if nothing is in its way: for fetching ahead, not for knowing.
    std::uint32_t likelyPlace(TransferId id) const
    {
        return m_slots[hashOf(id) & (m_slots.size() - 1)].place;
    }
    /// The memory that an id is looked for in first. (A function that only fetched it ahead would
    /// be taken for one that does nothing, and left out.)
    const void* slotOf(TransferId id) const { return &m_slots[hashOf(id) & (m_slots.size() - 1)]; }

private:
    struct Slot
    {
        std::uint32_t tag = 0;
        std::uint32_t place = kNowhere;
    };
    static std::uint64_t hashOf(TransferId id) { return base::mix64(id.low ^ (id.high << 1U)); }
    static std::uint32_t tagOf(std::uint64_t hash)
    {
        return static_cast<std::uint32_t>(hash >> 32);
    }

    std::vector<Slot, base::HugePageAllocator<Slot>> m_slots;
    std::size_t m_count = 0;
};

} // namespace gavel::ledger
