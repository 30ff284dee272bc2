// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/tiers/segment_shelf.h"

#include <array>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace gavel::store {

/// What the cursors of one connection share.
struct LogReading
{
    explicit LogReading(sqlite3* database);
    ~LogReading();
    LogReading(const LogReading&) = delete;
    LogReading& operator=(const LogReading&) = delete;

    enum Query : std::uint8_t {
        Rising,
        Falling,
        OfAuction,
        PacksRising,
        PacksFalling,
        OfSource,
        OfAll,
        kQueries
    };
    /// A statement nobody else uses now; give it back. nullptr: `result` says why.
    sqlite3_stmt* take(Query query, int& result);
    void giveBack(Query query, sqlite3_stmt* statement);
    /// The folder that segments go to now.
    std::string archiveFolder();

    sqlite3* database;
    SegmentShelf shelf;

private:
    std::array<std::vector<sqlite3_stmt*>, kQueries> m_free;
};

} // namespace gavel::store
