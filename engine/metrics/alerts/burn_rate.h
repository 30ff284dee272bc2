// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert_rule.h"
#include "engine/metrics/ratio_window.h"

namespace gavel::metrics {

/// How many times faster than allowed the error budget burns: (bad / all) / (1 - objective). 1 uses
/// it up exactly at the end of its period; 0 without requests.
double burnRate(Counts badOfAll, double objective);

/// What the two windows of a burn rule say.
struct Burn
{
    double fast = 0; ///< over the short window
    double slow = 0; ///< over the long one
    std::int64_t requests = 0; ///< in the short window
};
Burn burnOf(const RatioWindow& longWindow, const RatioWindow& shortWindow, const BurnAbove& rule,
            TimeMs now);
/// Both windows burn faster than the rule's factor, and the short one has seen enough.
bool burnsTooFast(const Burn& burn, const BurnAbove& rule);

} // namespace gavel::metrics
