// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"

#include <vector>

namespace gavel::bridge {

/// The part of the day budget planned by each of `points` moments at equal distances from `from` to
/// `to`, both included: the budget spread evenly over the hours of the day the campaign may run.
/// Empty without a day budget.
std::vector<double> plannedSpend(const model::Campaign& campaign, TimeMs from, TimeMs to,
                                 std::size_t points);

} // namespace gavel::bridge
