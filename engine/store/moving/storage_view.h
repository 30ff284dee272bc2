// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/moving/tier_policy.h"
#include "engine/store/tiers/segment_table.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace gavel::store {

inline constexpr std::int64_t kNoDay = std::numeric_limits<std::int64_t>::max();

/// What a tier holds.
struct TierFigures
{
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
    std::uint64_t segments = 0; ///< of cold and archive
    std::int64_t oldestDay = kNoDay; ///< since 1970, UTC
};

/// Where the events of the log are, and what becomes of them.
struct StorageView
{
    TierFigures hot; ///< in memory, on their way to the log
    /// In the workspace; its bytes are those of the whole file without what is free in it.
    TierFigures warm;
    TimeMs warmAt; ///< when warm was counted; 0 = not yet
    TierFigures cold;
    TierFigures archive;
    TierFigures dropped; ///< bytes that no file has any more
    std::uint64_t freeBytes = 0; ///< of the workspace, for new events
    std::uint64_t keptTasks = 0; ///< of the schedule, in all markets
    std::uint64_t droppedTasks = 0; ///< that ended too long ago
    KeptPolicy policy;
    std::vector<SegmentRow> segments; ///< by day
    std::string moving; ///< what is being moved, in words; "" = nothing
    std::uint64_t done = 0; ///< events of it
    std::uint64_t total = 0;
    std::string lastError; ///< why the last move stopped; "" = it did not
};

/// Adds cold, archive and dropped up.
void addSegments(StorageView& view, std::vector<SegmentRow> segments);

} // namespace gavel::store
