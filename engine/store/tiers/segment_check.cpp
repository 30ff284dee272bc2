// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/segment_check.h"

#include "engine/store/connection.h"
#include "engine/store/moving/tier_policy.h"
#include "engine/store/tiers/segment_folder.h"
#include "engine/store/tiers/segment_shelf.h"

#include <sqlite3.h>

namespace gavel::store {

namespace {

Result<void> checkOne(const SegmentRow& row, const std::filesystem::path& coldFolder,
                      const std::string& archiveFolder)
{
    Result<void> found;
    for (const auto& place : placesOf(row, coldFolder, archiveFolder)) {
        found = checkSegment(place, row);
        if (found || found.error().code != "SEGMENT_MISSING")
            break;
    }
    return found ? found : Result<void>(ofDay(found.error(), row.extent.day));
}

} // namespace

Result<Check> checkSegments(Connection& connection)
{
    const auto rows = readSegments(connection);
    if (!rows)
        return rows.error();
    const auto policy = readTierPolicy(connection);
    const auto coldFolder = coldFolderOf(sqlite3_db_filename(connection.handle(), "main"));
    std::int64_t events = 0;
    std::size_t dropped = 0;
    std::string wrong;
    for (const SegmentRow& row : *rows) {
        if (row.tier == SegmentTier::Dropped) {
            ++dropped;
            continue;
        }
        events += row.extent.events;
        const auto sound
            = checkOne(row, coldFolder, policy ? policy->policy.archiveFolder : std::string());
        if (!sound)
            wrong.append(wrong.empty() ? "" : "; ").append(toString(sound.error()));
    }
    std::string detail = std::to_string(rows->size() - dropped) + " segments, "
        + std::to_string(events) + " events";
    if (dropped > 0)
        detail += "; " + std::to_string(dropped) + " were dropped by the policy";
    return Check{"storage segments", wrong.empty(), wrong.empty() ? detail : wrong};
}

std::optional<Check> unreadCheck(std::string name, const Error& error)
{
    if (error.code == "EVENTS_DROPPED")
        return Check{std::move(name), true, "not provable: " + error.what};
    if (error.code == "SEGMENT_MISSING" || error.code == "SEGMENT_DAMAGED"
        || error.code == "PACK_DAMAGED")
        return Check{std::move(name), false, "not readable: " + toString(error)};
    return std::nullopt;
}

} // namespace gavel::store
