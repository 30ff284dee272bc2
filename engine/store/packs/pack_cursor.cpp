// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/packs/pack_cursor.h"

#include <sqlite3.h>

namespace gavel::store {

int PackCursor::begin(sqlite3_stmt* packs, const Wanted& wanted)
{
    end();
    m_packs = packs;
    m_wanted = wanted;
    sqlite3_bind_int64(m_packs, 1, wanted.firstKey);
    sqlite3_bind_int64(m_packs, 2, wanted.lastKey);
    return nextPack();
}

void PackCursor::end()
{
    m_packs = nullptr;
    m_hasEvent = false;
    m_error.reset();
}

int PackCursor::nextPack()
{
    m_hasEvent = false;
    for (;;) {
        const int result = sqlite3_step(m_packs);
        if (result != SQLITE_ROW)
            return result == SQLITE_DONE ? SQLITE_OK : result;
        if (sqlite3_column_int64(m_packs, 0) > m_wanted.lastAt
            || sqlite3_column_int64(m_packs, 1) < m_wanted.firstAt)
            continue;
        // A copy: a write to the table may move what the statement points at.
        const void* body = sqlite3_column_blob(m_packs, 2);
        m_bytes.assign(static_cast<const char*>(body),
                       static_cast<std::size_t>(sqlite3_column_bytes(m_packs, 2)));
        const auto pack = EventPack::open(m_bytes);
        if (!pack) {
            m_error = pack.error();
            return SQLITE_ERROR;
        }
        m_pack = *pack;
        const std::ptrdiff_t place = firstPlace();
        if (place < 0 || place >= static_cast<std::ptrdiff_t>(m_pack.events()))
            continue;
        return settle(place);
    }
}

/// Where the first wanted event of the pack is; its keys rise.
std::ptrdiff_t PackCursor::firstPlace() const
{
    const std::int64_t bound = m_wanted.falls ? m_wanted.lastKey : m_wanted.firstKey;
    std::size_t low = 0;
    std::size_t high = m_pack.events();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const std::int64_t key = m_pack.value(kKeyColumn, middle);
        if (m_wanted.falls ? key <= bound : key < bound)
            low = middle + 1;
        else
            high = middle;
    }
    return static_cast<std::ptrdiff_t>(low) - (m_wanted.falls ? 1 : 0);
}

int PackCursor::settle(std::ptrdiff_t place)
{
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(m_pack.events()))
        return nextPack();
    m_place = static_cast<std::size_t>(place);
    m_key = m_pack.value(kKeyColumn, m_place);
    m_hasEvent = m_wanted.falls ? m_key >= m_wanted.firstKey : m_key <= m_wanted.lastKey;
    return SQLITE_OK;
}

int PackCursor::next()
{
    return settle(static_cast<std::ptrdiff_t>(m_place) + (m_wanted.falls ? -1 : 1));
}

} // namespace gavel::store
