// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"

#include <cstdint>

namespace gavel::market {

/// The stream that breaks ties of one auction: named by seed and auction, so that a replay breaks
/// them alike.
inline base::Random tieStream(std::uint64_t seed, std::uint64_t auction)
{
    return base::Random(base::mix64(seed ^ base::mix64(auction)));
}

} // namespace gavel::market
