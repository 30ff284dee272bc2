// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/metrics/ratio_window.h"

#include <string>
#include <variant>

namespace gavel::metrics {

/// What rules are judged by: one reading of a metric.
struct Observation
{
    std::string metric; ///< such as "ctr"
    std::string subject; ///< whose: the id of a campaign, the name of a source; "" = the market
    TimeMs at;
    std::variant<double, Counts> reading = 0.0; ///< Counts are new ones, not a running total
};

/// Errors: INVALID_OBSERVATION with the field and the rule.
Result<void> checkObservation(const Observation& observation);

} // namespace gavel::metrics
