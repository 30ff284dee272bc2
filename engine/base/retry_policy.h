// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/random.h"

namespace gavel::base {

/// How failed tries follow each other: exponential back-off with full jitter (a wait drawn from
/// everything up to the bound), so that many tasks that failed together do not come back together.
struct RetryPolicy
{
    std::int64_t firstMs = kSecondMs; ///< bound of the first wait; doubles with each try
    std::int64_t mostMs = 100 * kSecondMs;
    std::uint32_t attempts = 8; ///< failed tries of one step before it is given up

    /// The bound of the wait after so many failed tries (from 1).
    std::int64_t boundMs(std::uint32_t failed) const;
    /// A wait within the bound, at least 1 ms.
    std::int64_t waitMs(std::uint32_t failed, Random& random) const;

    bool operator==(const RetryPolicy&) const = default;
};

} // namespace gavel::base
