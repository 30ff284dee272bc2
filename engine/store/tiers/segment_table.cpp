// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/segment_table.h"

#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/store/connection.h"
#include "engine/store/packs/pack_table.h"

#include <algorithm>

namespace gavel::store {

Result<std::vector<SegmentRow>> readSegments(Connection& connection)
{
    auto statement = connection.prepare(
        "SELECT id, file, tier, archive, day, events, first_key, last_key, first_at, last_at, "
        "bytes, sha256, reached, keep_until FROM log_segment ORDER BY day, id");
    if (!statement)
        return statement.error();
    std::vector<SegmentRow> rows;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        SegmentRow one;
        one.id = statement->integer(0);
        one.file = statement->text(1);
        const auto tier
            = std::find(kSegmentTierNames.begin(), kSegmentTierNames.end(), statement->text(2));
        one.tier = static_cast<SegmentTier>(tier - kSegmentTierNames.begin());
        one.archive = statement->text(3);
        one.extent = {statement->integer(4), statement->integer(5), statement->integer(6),
                      statement->integer(7), statement->integer(8), statement->integer(9)};
        one.bytes = statement->integer(10);
        one.sha256 = statement->text(11);
        one.reached = statement->integer(12);
        one.keepUntil = {statement->integer(13)};
        rows.push_back(std::move(one));
    }
}

Result<std::int64_t> nextSegmentId(Connection& connection)
{
    auto highest = connection.integer("SELECT max(id) FROM log_segment");
    if (!highest)
        return highest;
    return *highest + 1;
}

Result<void> addSegment(Connection& connection, const SegmentRow& row,
                        const std::map<std::uint32_t, SourceSpan>& sources)
{
    auto add = connection.prepare(
        "INSERT INTO log_segment (id, file, tier, archive, day, events, first_key, last_key, "
        "first_at, last_at, bytes, sha256, reached, keep_until) VALUES ($1, $2, $3, $4, $5, $6, "
        "$7, $8, $9, $10, $11, $12, $13, $14)");
    if (!add)
        return add.error();
    const SegmentExtent& extent = row.extent;
    add->bindAll(row.id, row.file, base::nameOf(row.tier, kSegmentTierNames), row.archive,
                 extent.day, extent.events, extent.firstKey, extent.lastKey, extent.firstAt,
                 extent.lastAt, row.bytes, row.sha256, row.reached, row.keepUntil.value);
    if (auto added = add->run(); !added)
        return added;
    auto span = connection.prepare("INSERT INTO log_segment_source (source, segment, first_key, "
                                   "last_key) VALUES ($1, $2, $3, $4)");
    if (!span)
        return span.error();
    for (const auto& [source, keys] : sources) {
        span->bindAll(source, row.id, keys.firstKey, keys.lastKey);
        if (auto added = span->run(); !added)
            return added;
    }
    return {};
}

Result<void> releaseEvents(Connection& connection, const SegmentRow& segment,
                           std::span<const std::int64_t> keys)
{
    if (keys.empty())
        return {};
    const auto rows
        = releasePacked(connection, keys, segment.extent.firstAt, segment.extent.lastAt);
    if (!rows)
        return rows.error();
    const auto release = connection.cached("DELETE FROM event_warm WHERE key = $1");
    if (!release)
        return release.error();
    for (const std::int64_t key : *rows) {
        if (auto released = (*release)->bindAll(key).run(); !released)
            return released;
        if (connection.changes() != 1)
            return Error{"LOG_CHANGED", "event " + std::to_string(key),
                         "it is in a segment, but no longer in the warm tier",
                         "verify the workspace; nothing more of this day is moved"};
    }
    const auto reach = connection.cached("UPDATE log_segment SET reached = $2 WHERE id = $1");
    if (!reach)
        return reach.error();
    return (*reach)->bindAll(segment.id, keys.back()).run();
}

Result<void> setSegmentPlace(Connection& connection, std::int64_t segment, SegmentTier tier,
                             std::string_view archive, TimeMs keepUntil)
{
    const auto set = connection.cached(
        "UPDATE log_segment SET tier = $2, archive = $3, keep_until = $4 WHERE id = $1");
    if (!set)
        return set.error();
    return (*set)
        ->bindAll(segment, base::nameOf(tier, kSegmentTierNames), archive, keepUntil.value)
        .run();
}

} // namespace gavel::store
