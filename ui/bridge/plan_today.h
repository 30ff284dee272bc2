// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <optional>

namespace gavel::bridge {

/// True when a running campaign spent over a tenth less than planned by now, and a hundredth of its
/// day budget or more is missing: before that a distance says nothing yet.
bool isBehind(const runtime::CampaignView& campaign);

/// What one campaign or several spent on their day against what they planned to by now.
struct PlanToday
{
    Money budget; ///< of the day; 0 = none
    Money plan; ///< by now
    Money spent; ///< by campaigns that have a plan
    bool hasBehind = false; ///< a campaign of them is behind

    void add(const runtime::CampaignView& campaign);
    Money missing() const { return plan - spent; }
    /// -0.18 is 18 % behind; nothing where nothing is planned.
    std::optional<double> distance() const;
    /// A sum is behind only where a campaign of it is, so no colour says more than the verdict.
    bool isBehind() const;
};

} // namespace gavel::bridge
