// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/event_ids.h"

#include "engine/base/random.h"
#include "engine/store/connection.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace gavel::pipeline {

namespace {

/// As the table has them: both halves with a sign.
bool isBefore(const Hash128& a, const Hash128& b)
{
    const auto high = static_cast<std::int64_t>(a.high);
    const auto otherHigh = static_cast<std::int64_t>(b.high);
    return high != otherHigh ? high < otherHigh
                             : static_cast<std::int64_t>(a.low) < static_cast<std::int64_t>(b.low);
}

std::string_view bytesOf(const std::vector<Hash128>& ids)
{
    static_assert(sizeof(Hash128) == 16);
    return {reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof(Hash128)};
}

/// Appends the ids of a row.
Result<void> readIds(std::string_view bytes, std::vector<Hash128>& to)
{
    if (bytes.size() % sizeof(Hash128) != 0)
        return Error{"STORE_CORRUPT", "new_event_id", "a row is no list of ids",
                     "restore a backup of the workspace"};
    const std::size_t before = to.size();
    to.resize(before + bytes.size() / sizeof(Hash128));
    std::memcpy(to.data() + before, bytes.data(), bytes.size());
    return {};
}

/// New ids of the rows after one, up to another.
Result<std::vector<Hash128>> readNew(store::Connection& connection, std::int64_t after,
                                     std::int64_t last)
{
    std::vector<Hash128> ids;
    auto rows
        = connection.prepare("SELECT ids FROM new_event_id WHERE id > $1 AND id <= $2 ORDER BY id");
    if (!rows)
        return rows.error();
    rows->bindAll(after, last);
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return ids;
        if (auto read = readIds(rows->bytes(0), ids); !read)
            return read.error();
    }
}

} // namespace

std::size_t EventIds::Hasher::operator()(const Hash128& id) const
{
    return base::mix64(id.high ^ base::mix64(id.low));
}

void EventIds::sortMoving()
{
    m_moving.assign(m_leaving.begin(), m_leaving.end());
    std::sort(m_moving.begin(), m_moving.end(), isBefore);
}

Result<void> EventIds::load(store::Connection& connection)
{
    auto move = connection.prepare("SELECT last, moved FROM event_id_move");
    if (!move)
        return move.error();
    const auto isMoving = move->step();
    if (!isMoving)
        return isMoving.error();
    if (*isMoving) {
        m_movingTo = move->integer(0);
        m_moved = static_cast<std::size_t>(move->integer(1));
        auto moving = readNew(connection, 0, m_movingTo);
        if (!moving)
            return moving.error();
        m_leaving.insert(moving->begin(), moving->end());
        sortMoving();
    }
    const auto added = readNew(connection, m_movingTo, INT64_MAX);
    if (!added)
        return added.error();
    m_new.reserve(m_mostNew);
    m_new.insert(added->begin(), added->end());
    const auto old = connection.integer("SELECT EXISTS (SELECT 1 FROM event_id)");
    if (!old)
        return old.error();
    m_hasOld = *old != 0;
    m_loaded = true;
    return {};
}

Result<bool> EventIds::isOld(store::Connection& connection, const Hash128& id) const
{
    if (m_leaving.contains(id))
        return true;
    if (!m_hasOld)
        return false;
    const auto find = connection.cached("SELECT 1 FROM event_id WHERE high = $1 AND low = $2");
    if (!find)
        return find.error();
    auto found = (*find)->bindAll(id.high, id.low).step();
    (*find)->reset();
    return found;
}

Result<bool> EventIds::add(store::Connection& connection, const Hash128& id)
{
    if (!m_loaded)
        if (auto loaded = load(connection); !loaded)
            return loaded.error();
    const auto [place, isNew] = m_new.insert(id);
    if (!isNew)
        return false;
    const auto old = isOld(connection, id);
    if (!old || *old) {
        m_new.erase(place);
        return old ? Result<bool>(false) : old;
    }
    m_added.push_back(id);
    return true;
}

void EventIds::takeBack(const Hash128& id)
{
    assert(!m_added.empty() && m_added.back() == id);
    m_added.pop_back();
    m_new.erase(id);
}

Result<void> EventIds::keep(store::Connection& connection)
{
    if (m_added.empty())
        return {};
    const auto append = connection.cached("INSERT INTO new_event_id (ids) VALUES ($1)");
    if (!append)
        return append.error();
    if (auto appended = (*append)->bindAll(store::Blob{bytesOf(m_added)}).run(); !appended)
        return appended;
    const std::int64_t row = connection.lastRow();
    // Twice as fast as new ones come: a move ends long before the next one begins.
    const std::size_t most = std::max(kMoveAtLeast, 2 * m_added.size());
    m_added.clear();
    if (!m_moving.empty())
        return move(connection, most);
    if (m_new.size() < m_mostNew)
        return {};
    m_movingTo = row;
    return beginMove(connection);
}

Result<void> EventIds::beginMove(store::Connection& connection)
{
    m_leaving.swap(m_new);
    m_new.reserve(m_mostNew);
    sortMoving();
    m_moved = 0;
    m_hasOld = true;
    const auto begin = connection.cached("INSERT INTO event_id_move (last, moved) VALUES ($1, 0)");
    return begin ? (*begin)->bindAll(m_movingTo).run() : Result<void>(begin.error());
}

Result<void> EventIds::move(store::Connection& connection, std::size_t most)
{
    const auto insert = connection.cached("INSERT INTO event_id (high, low) VALUES ($1, $2)");
    if (!insert)
        return insert.error();
    const std::size_t end = std::min(m_moving.size(), m_moved + most);
    for (; m_moved < end; ++m_moved)
        if (auto inserted = (*insert)->bindAll(m_moving[m_moved].high, m_moving[m_moved].low).run();
            !inserted)
            return inserted;
    const bool isDone = m_moved == m_moving.size();
    const auto note = connection.cached(isDone ? "DELETE FROM event_id_move WHERE last = $1"
                                               : "UPDATE event_id_move SET moved = $2 "
                                                 "WHERE last = $1");
    if (!note)
        return note.error();
    (*note)->bind(1, m_movingTo);
    if (!isDone)
        return (*note)->bind(2, static_cast<std::int64_t>(m_moved)).run();
    m_moving.clear();
    m_leaving.clear();
    if (auto noted = (*note)->run(); !noted)
        return noted;
    const auto drop = connection.cached("DELETE FROM new_event_id WHERE id <= $1");
    return drop ? (*drop)->bindAll(m_movingTo).run() : Result<void>(drop.error());
}

// Ids only go from the new ones to the old ones: looked for in this order, none is missed.
Result<bool> isEventStored(store::Connection& connection, const Hash128& id)
{
    const auto added = readNew(connection, 0, INT64_MAX);
    if (!added)
        return added.error();
    if (std::find(added->begin(), added->end(), id) != added->end())
        return true;
    auto find = connection.prepare("SELECT 1 FROM event_id WHERE high = $1 AND low = $2");
    return find ? find->bindAll(id.high, id.low).step() : Result<bool>(find.error());
}

Result<std::int64_t> countEventIds(store::Connection& connection)
{
    return connection.integer(
        "SELECT (SELECT count(*) FROM event_id) + (SELECT coalesce(sum(length(ids) / 16), 0) FROM "
        "new_event_id) - (SELECT coalesce(sum(moved), 0) FROM event_id_move)");
}

} // namespace gavel::pipeline
