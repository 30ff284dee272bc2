// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/pipeline/values/text_hash.h"

#include <boost/unordered/unordered_flat_set.hpp>

#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// Tables of EventIds: what is new is appended, what is old stands in the order of ids.
inline constexpr std::string_view kEventIdTables = R"sql(
ALTER TABLE event_id DROP COLUMN key;
CREATE TABLE new_event_id (
    id INTEGER PRIMARY KEY,
    ids BLOB NOT NULL
) STRICT;
CREATE TABLE event_id_move (
    last INTEGER PRIMARY KEY,
    moved INTEGER NOT NULL
) STRICT;
)sql";

/// Every event id that was ever stored, so that none is stored twice. Ids come in no order, and
/// each that goes to its place among the old ones alone writes a whole page: so new ones wait in
/// memory and, appended, in the file, until there are many; then they move to their places in
/// their order, some with every batch. On the writer's thread, in its open transaction; what fails
/// there stops the workspace.
class EventIds
{
public:
    static constexpr std::size_t kMostNew = std::size_t{1} << 19;
    static constexpr std::size_t kMoveAtLeast = 256; ///< with every batch

    explicit EventIds(std::size_t mostNew = kMostNew)
        : m_mostNew(mostNew)
    {
    }
    /// False when it was there before. The first call reads what is new from the file.
    Result<bool> add(store::Connection& connection, const Hash128& id);
    /// Forgets what was added last.
    void takeBack(const Hash128& id);
    /// Once for each batch: puts down what was added, and moves some.
    Result<void> keep(store::Connection& connection);

private:
    struct Hasher
    {
        using is_avalanching = void;
        std::size_t operator()(const Hash128& id) const;
    };

    Result<void> load(store::Connection& connection);
    Result<bool> isOld(store::Connection& connection, const Hash128& id) const;
    Result<void> beginMove(store::Connection& connection);
    Result<void> move(store::Connection& connection, std::size_t most);
    void sortMoving();

    std::size_t m_mostNew;
    bool m_loaded = false;
    bool m_hasOld = false;
    boost::unordered_flat_set<Hash128, Hasher>
        m_new; ///< in `new_event_id`, but for those that move
    std::vector<Hash128> m_added; ///< since the last keep()
    boost::unordered_flat_set<Hash128, Hasher> m_leaving; ///< those that move
    std::vector<Hash128> m_moving; ///< the same in the order of the table
    std::size_t m_moved = 0; ///< of them
    std::int64_t m_movingTo = 0; ///< row of `new_event_id` that is the last of them
};

/// Whether an event with this id is stored. For readers.
Result<bool> isEventStored(store::Connection& connection, const Hash128& id);
/// How many ids there are. For readers.
Result<std::int64_t> countEventIds(store::Connection& connection);

} // namespace gavel::pipeline
