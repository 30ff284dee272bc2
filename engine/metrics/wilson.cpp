// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/wilson.h"

#include <algorithm>
#include <cmath>

namespace gavel::metrics {

double wilsonLowerBound(std::int64_t successes, std::int64_t trials, double z)
{
    if (trials <= 0)
        return 0;
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(std::clamp<std::int64_t>(successes, 0, trials)) / n;
    const double middle = p + z * z / (2 * n);
    const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return std::max((middle - reach) / (1 + z * z / n), 0.0);
}

} // namespace gavel::metrics
