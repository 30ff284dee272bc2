// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gavel::ledger {

/// Splits an amount in proportion to weights by the method of largest remainder (Hamilton): each
/// part is the whole's share rounded down, and what is left goes, one micro-unit each, to the parts
/// that were rounded down most; among equals to the first. The parts sum exactly to the whole.
/// Weights and whole must not be negative; weights of zero get nothing. When all weights are zero
/// so are all parts.
std::vector<Money> splitByWeights(Money whole, std::span<const std::int64_t> weights);

/// Converts at numerator/denominator, rounded down. The rate must be above zero and the result must
/// fit.
Money converted(Money amount, std::int64_t numerator, std::int64_t denominator);

/// The whole micro-units of an accrued amount: rounded down, in the payer's favour. The rest (0 to
/// 999 nano-units) stays accrued. Below zero there is nothing to pay.
Money wholeMicros(std::int64_t nanos);

} // namespace gavel::ledger
