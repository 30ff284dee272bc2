// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/log_reading.h"

#include "engine/store/moving/tier_policy.h"
#include "engine/store/packs/pack_cursor.h"
#include "engine/store/tiers/segment_folder.h"

#include <sqlite3.h>

namespace gavel::store {

// NOLINTBEGIN(cppcoreguidelines-macro-usage): pieces of SQL that must be one literal
#define GAVEL_EVENT                                                                                \
    "SELECT key, at, kind, auction, campaign, seat, placement, creative, user, amount, "           \
    "publisher, bid, floor, uncharged, country, device, ad, seller, session, audience FROM "       \
    "main.event_warm "
#define GAVEL_SEGMENT                                                                              \
    "g.id, g.file, g.tier, g.archive, g.day, g.events, g.sha256, g.first_key, g.last_key, "        \
    "g.first_at, g.last_at "
// NOLINTEND(cppcoreguidelines-macro-usage)

namespace {

constexpr std::array<const char*, LogReading::kQueries> kQueryTexts{
    GAVEL_EVENT "WHERE key BETWEEN ?1 AND ?2 ORDER BY key",
    GAVEL_EVENT "WHERE key BETWEEN ?1 AND ?2 ORDER BY key DESC",
    GAVEL_EVENT "WHERE auction = ?1 AND auction < 0 AND kind >= 2 ORDER BY key",
    kPacksRising,
    kPacksFalling,
    "SELECT max(s.first_key, ?1), min(s.last_key, ?2, g.reached), " GAVEL_SEGMENT
    "FROM main.log_segment_source s JOIN main.log_segment g ON g.id = s.segment "
    "WHERE s.source = ?5 AND s.first_key <= ?2 AND s.last_key >= ?1 AND g.first_at <= ?4 AND "
    "g.last_at >= ?3",
    "SELECT max(g.first_key, ?1), min(g.last_key, ?2, g.reached), " GAVEL_SEGMENT
    "FROM main.log_segment g WHERE g.first_key <= ?2 AND g.last_key >= ?1 AND g.first_at <= ?4 AND "
    "g.last_at >= ?3 ORDER BY g.day, g.id"};

#undef GAVEL_EVENT
#undef GAVEL_SEGMENT

} // namespace

LogReading::LogReading(sqlite3* handle)
    : database(handle)
    , shelf(coldFolderOf(sqlite3_db_filename(handle, "main")))
{
}

LogReading::~LogReading()
{
    for (const auto& statements : m_free)
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
}

sqlite3_stmt* LogReading::take(Query query, int& result)
{
    auto& free = m_free[query];
    result = SQLITE_OK;
    if (!free.empty()) {
        sqlite3_stmt* statement = free.back();
        free.pop_back();
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    result = sqlite3_prepare_v3(database, kQueryTexts[query], -1, SQLITE_PREPARE_PERSISTENT,
                                &statement, nullptr);
    return statement;
}

void LogReading::giveBack(Query query, sqlite3_stmt* statement)
{
    sqlite3_reset(statement);
    m_free[query].push_back(statement);
}

std::string LogReading::archiveFolder()
{
    sqlite3_stmt* statement = nullptr;
    std::string folder;
    if (sqlite3_prepare_v2(database,
                           "SELECT json FROM main.tier_policy ORDER BY version DESC LIMIT 1", -1,
                           &statement, nullptr)
            == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        if (const auto policy = TierPolicy::read(
                reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)), "policy"))
            folder = policy->archiveFolder;
    sqlite3_finalize(statement);
    return folder;
}

} // namespace gavel::store
