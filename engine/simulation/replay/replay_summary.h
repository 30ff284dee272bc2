// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <cstdint>

namespace gavel::simulation {

/// What a replay did; seconds are measured by the caller.
struct ReplaySummary
{
    std::uint64_t auctions = 0;
    std::uint64_t bids = 0; ///< of our seats
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    Money cost; ///< advertisers paid
    Money revenue; ///< publishers earned
    std::uint64_t refused = 0; ///< lines that could not be read
    std::uint64_t digest = 0;
    std::uint64_t stored = 0; ///< of delivery events: what this replay brought into the log
    std::uint64_t duplicates = 0; ///< and what was there already
};

} // namespace gavel::simulation
