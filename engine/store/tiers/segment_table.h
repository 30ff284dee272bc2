// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/store/segments/segment_file.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {

class Connection;

enum class SegmentTier : std::uint8_t { Cold, Archive, Dropped };
inline constexpr std::array<std::string_view, 3> kSegmentTierNames{"cold", "archive", "dropped"};

/// A segment as the workspace knows it.
struct SegmentRow
{
    std::int64_t id = 0;
    std::string file; ///< its name in either folder
    SegmentTier tier = SegmentTier::Cold;
    std::string archive; ///< the folder that has a checked copy; "" = none
    SegmentExtent extent;
    std::int64_t bytes = 0;
    std::string sha256; ///< of the whole file, in hex
    std::int64_t reached = 0; ///< events up to this key have left the warm tier
    TimeMs keepUntil; ///< a restored one is not moved before

    /// Every event of it has left the warm tier.
    bool isWhole() const { return reached >= extent.lastKey; }
};

/// The keys that a segment has of one source.
struct SourceSpan
{
    std::int64_t firstKey = 0;
    std::int64_t lastKey = 0;
};

/// By day and number.
Result<std::vector<SegmentRow>> readSegments(Connection& connection);
Result<std::int64_t> nextSegmentId(Connection& connection);
/// Adds the row with the spans of its sources.
Result<void> addSegment(Connection& connection, const SegmentRow& row,
                        const std::map<std::uint32_t, SourceSpan>& sources);
/// Takes these events out of the warm tier and says that the segment has them now. Errors:
/// LOG_CHANGED when one of them is not there.
Result<void> releaseEvents(Connection& connection, const SegmentRow& segment,
                           std::span<const std::int64_t> keys);
Result<void> setSegmentPlace(Connection& connection, std::int64_t segment, SegmentTier tier,
                             std::string_view archive, TimeMs keepUntil);

} // namespace gavel::store
