// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"

#include <cstdint>

namespace gavel::simulation {

/// What a shard of a simulation draws random numbers for; each has a stream of its own, so that one
/// never moves another.
enum class Stream : std::uint64_t { Arrivals = 1, Visits, Behaviour };

inline base::Random streamOf(std::uint64_t seed, std::uint32_t shard, Stream stream)
{
    return base::Random(seed)
        .split(0x73696d0000000000ULL + static_cast<std::uint64_t>(stream))
        .split(shard);
}

} // namespace gavel::simulation
