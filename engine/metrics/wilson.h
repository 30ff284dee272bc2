// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gavel::metrics {

/// The lower end of Wilson's score interval for a proportion: with p = successes / n, n = trials,
///
///     (p + z^2 / 2n - z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
/// the American Statistical Association 22 (1927), pp. 209-212. `z` = 1.96 for an interval of 95 %,
/// 0 for p itself. 0 without trials; more successes than trials count as all of them.
double wilsonLowerBound(std::int64_t successes, std::int64_t trials, double z);

} // namespace gavel::metrics
