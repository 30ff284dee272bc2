// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/packs/event_pack.h"

#include <optional>

struct sqlite3_stmt;

namespace gavel::store {

/// Forward or backward over the packs: the statements give first_at, last_at and body of those that
/// may have events from key ?1 to ?2.
inline constexpr const char* kPacksRising
    = "SELECT first_at, last_at, body FROM main.event_pack WHERE first_key BETWEEN "
      "coalesce((SELECT max(first_key) FROM main.event_pack WHERE first_key <= ?1), ?1) AND ?2 "
      "ORDER BY first_key";
inline constexpr const char* kPacksFalling
    = "SELECT first_at, last_at, body FROM main.event_pack WHERE first_key BETWEEN "
      "coalesce((SELECT max(first_key) FROM main.event_pack WHERE first_key <= ?1), ?1) AND ?2 "
      "ORDER BY first_key DESC";

/// Reads the packed events from one key to another, in order. Packs without any of a span of time
/// are not opened.
class PackCursor
{
public:
    struct Wanted
    {
        std::int64_t firstKey = 0;
        std::int64_t lastKey = 0;
        std::int64_t firstAt = 0;
        std::int64_t lastAt = 0;
        bool falls = false;
    };
    // Each returns SQLite's result; when it is not SQLITE_OK, error() may say more.
    /// The statement is kPacksRising or kPacksFalling, and stays the caller's.
    int begin(sqlite3_stmt* packs, const Wanted& wanted);
    int next();
    void end();

    bool hasEvent() const { return m_hasEvent; }
    std::int64_t key() const { return m_key; }
    std::int64_t value(std::size_t column) const { return m_pack.value(column, m_place); }
    const std::optional<Error>& error() const { return m_error; }

private:
    int nextPack();
    /// Stands on a place, or on the next pack's first event when there is none there.
    int settle(std::ptrdiff_t place);
    std::ptrdiff_t firstPlace() const;

    sqlite3_stmt* m_packs = nullptr;
    Wanted m_wanted;
    std::string m_bytes;
    EventPack m_pack;
    std::size_t m_place = 0;
    std::int64_t m_key = 0;
    bool m_hasEvent = false;
    std::optional<Error> m_error;
};

} // namespace gavel::store
