// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/campaign_plan.h"

#include "engine/runtime/snapshot_maker.h"

namespace gavel::bridge {

std::vector<double> plannedSpend(const model::Campaign& campaign, TimeMs from, TimeMs to,
                                 std::size_t points)
{
    std::vector<double> plan;
    if (campaign.budgetDay <= Money{} || points < 2)
        return plan;
    const double budget = static_cast<double>(campaign.budgetDay.micros) / 1e6;
    for (std::size_t i = 0; i < points; ++i) {
        const std::int64_t span = to - from;
        // The end of the day still belongs to it.
        const bool last = i + 1 == points;
        const TimeMs at = from
            + (last ? span - 1
                    : span * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(points - 1));
        plan.push_back(budget * runtime::dayPartOf(campaign, at).passed);
    }
    return plan;
}

} // namespace gavel::bridge
