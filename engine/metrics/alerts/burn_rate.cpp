// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/burn_rate.h"

namespace gavel::metrics {

double burnRate(Counts badOfAll, double objective)
{
    if (badOfAll.whole <= 0)
        return 0;
    return static_cast<double>(badOfAll.part) / static_cast<double>(badOfAll.whole)
        / (1 - objective);
}

Burn burnOf(const RatioWindow& longWindow, const RatioWindow& shortWindow, const BurnAbove& rule,
            TimeMs now)
{
    const Counts recent = shortWindow.sum(now);
    return {burnRate(recent, rule.objective), burnRate(longWindow.sum(now), rule.objective),
            recent.whole};
}

bool burnsTooFast(const Burn& burn, const BurnAbove& rule)
{
    return burn.requests >= rule.leastTrials && burn.fast > rule.factor && burn.slow > rule.factor;
}

} // namespace gavel::metrics
