// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/packs/pack_table.h"

#include "engine/store/connection.h"

#include <algorithm>
#include <iterator>

namespace gavel::store {

namespace {

Result<void> insertPack(Connection& connection, std::span<const EventRow> events)
{
    const auto add = connection.cached("INSERT INTO event_pack (first_key, last_key, events, "
                                       "first_at, last_at, body) VALUES ($1, $2, $3, $4, $5, $6)");
    if (!add)
        return add.error();
    const PackSpan span = spanOf(events);
    const std::string body = packEvents(events);
    return (*add)
        ->bindAll(span.firstKey, span.lastKey, span.events, span.firstAt, span.lastAt, Blob{body})
        .run();
}

/// The first keys of packs that may have one of these events.
Result<std::vector<std::int64_t>> packsOf(Connection& connection,
                                          std::span<const std::int64_t> keys, std::int64_t firstAt,
                                          std::int64_t lastAt)
{
    const auto find = connection.cached(
        "SELECT first_key FROM event_pack WHERE first_key BETWEEN coalesce((SELECT max(first_key) "
        "FROM event_pack WHERE first_key <= $1), $1) AND $2 AND last_key >= $1 AND first_at <= $4 "
        "AND last_at >= $3 ORDER BY first_key");
    if (!find)
        return find.error();
    (*find)->bindAll(keys.front(), keys.back(), firstAt, lastAt);
    std::vector<std::int64_t> found;
    for (;;) {
        const auto row = (*find)->step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        found.push_back((*find)->integer(0));
    }
}

Result<std::vector<EventRow>> eventsOfPack(Connection& connection, std::int64_t firstKey)
{
    const auto read = connection.cached("SELECT body FROM event_pack WHERE first_key = $1");
    if (!read)
        return read.error();
    const auto row = (*read)->bindAll(firstKey).step();
    if (!row)
        return row.error();
    auto events = unpackEvents((*read)->bytes(0));
    (*read)->reset();
    return events;
}

/// Takes events out of one pack and tells their keys.
Result<void> releaseOf(Connection& connection, std::int64_t firstKey,
                       std::span<const std::int64_t> keys, std::vector<std::int64_t>& released)
{
    auto events = eventsOfPack(connection, firstKey);
    if (!events)
        return events.error();
    const std::size_t before = released.size();
    std::erase_if(*events, [&](const EventRow& event) {
        const bool leaves = std::ranges::binary_search(keys, event[kKeyColumn]);
        if (leaves)
            released.push_back(event[kKeyColumn]);
        return leaves;
    });
    if (released.size() == before)
        return {};
    const auto remove = connection.cached("DELETE FROM event_pack WHERE first_key = $1");
    if (!remove)
        return remove.error();
    if (auto removed = (*remove)->bindAll(firstKey).run(); !removed)
        return removed;
    return events->empty() ? Result<void>() : insertPack(connection, *events);
}

} // namespace

PackSpan spanOf(std::span<const EventRow> events)
{
    const auto [first, last]
        = std::ranges::minmax(events, {}, [](const EventRow& event) { return event[kAtColumn]; });
    return {events.front()[kKeyColumn], events.back()[kKeyColumn],
            static_cast<std::int64_t>(events.size()), first[kAtColumn], last[kAtColumn]};
}

Result<bool> addPack(Connection& connection, std::span<const EventRow> events)
{
    const auto before = connection.cached("SELECT last_key FROM event_pack WHERE first_key <= $1 "
                                          "ORDER BY first_key DESC LIMIT 1");
    if (!before)
        return before.error();
    const auto row = (*before)->bindAll(events.back()[kKeyColumn]).step();
    if (!row)
        return row.error();
    const bool overlaps = *row && (*before)->integer(0) >= events.front()[kKeyColumn];
    (*before)->reset();
    if (overlaps)
        return false;
    if (auto added = insertPack(connection, events); !added)
        return added.error();
    return true;
}

Result<std::vector<std::int64_t>> releasePacked(Connection& connection,
                                                std::span<const std::int64_t> keys,
                                                std::int64_t firstAt, std::int64_t lastAt)
{
    const auto packs = packsOf(connection, keys, firstAt, lastAt);
    if (!packs)
        return packs.error();
    std::vector<std::int64_t> released;
    for (const std::int64_t pack : *packs)
        if (auto done = releaseOf(connection, pack, keys, released); !done)
            return done.error();
    std::vector<std::int64_t> left;
    std::ranges::set_difference(keys, released, std::back_inserter(left));
    return left;
}

Result<std::vector<EventRow>> unpackEvents(std::string_view body)
{
    const auto pack = EventPack::open(body);
    if (!pack)
        return pack.error();
    std::vector<EventRow> events;
    events.reserve(pack->events());
    for (std::size_t place = 0; place < pack->events(); ++place)
        events.push_back(pack->row(place));
    return events;
}

} // namespace gavel::store
