// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/digest.h"
#include "engine/store/segments/segment_file.h"

namespace gavel::store {

inline constexpr std::int64_t kSegmentMagic = 0x314745534c564147; // "GAVLSEG1"

/// The first 128 bytes of a segment.
struct SegmentHeader
{
    std::int64_t magic = kSegmentMagic;
    std::int64_t columns = kEventColumns; ///< at least kFirstEventColumns
    SegmentExtent extent;
    std::int64_t blocks = 0;
    std::int64_t filterAt = 0;
    std::int64_t filterBlocks = 0;
    std::int64_t listAt = 0;
    std::int64_t size = 0; ///< of the whole file
    std::array<std::int64_t, 2> spare{};
    std::uint64_t digest = 0; ///< of all before it

    std::uint64_t wantedDigest() const
    {
        base::Digest sum;
        for (const std::int64_t value :
             {magic, columns, extent.day, extent.events, extent.firstKey, extent.lastKey,
              extent.firstAt, extent.lastAt, blocks, filterAt, filterBlocks, listAt, size})
            sum.add(value);
        return sum.value();
    }
};
static_assert(sizeof(SegmentHeader) == 128);

} // namespace gavel::store
