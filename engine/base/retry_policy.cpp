// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/retry_policy.h"

#include <algorithm>

namespace gavel::base {

std::int64_t RetryPolicy::boundMs(std::uint32_t failed) const
{
    std::int64_t bound = firstMs;
    for (std::uint32_t i = 1; i < failed && bound < mostMs; ++i)
        bound *= 2;
    return std::min(bound, mostMs);
}

std::int64_t RetryPolicy::waitMs(std::uint32_t failed, Random& random) const
{
    return 1 + random.below(static_cast<std::uint32_t>(boundMs(failed)));
}

} // namespace gavel::base
