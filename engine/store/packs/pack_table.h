// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/packs/event_pack.h"

#include <vector>

namespace gavel::store {

class Connection;

/// What a row of `event_pack` says of its pack.
struct PackSpan
{
    std::int64_t firstKey = 0;
    std::int64_t lastKey = 0;
    std::int64_t events = 0;
    std::int64_t firstAt = 0;
    std::int64_t lastAt = 0;
    bool operator==(const PackSpan&) const = default;
};
PackSpan spanOf(std::span<const EventRow> events);

/// Stores events whose keys rise, of one source and day, at most kMostPacked of them. False: a pack
/// has keys among theirs, and nothing was stored.
Result<bool> addPack(Connection& connection, std::span<const EventRow> events);
/// Takes events of a time between two (inclusive) out of their packs; what a pack holds beside them
/// stays packed. Keys must rise. Returns those that no pack had. Errors: PACK_DAMAGED.
Result<std::vector<std::int64_t>> releasePacked(Connection& connection,
                                                std::span<const std::int64_t> keys,
                                                std::int64_t firstAt, std::int64_t lastAt);
/// Every event of a pack. Errors: PACK_DAMAGED.
Result<std::vector<EventRow>> unpackEvents(std::string_view body);

} // namespace gavel::store
