// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/model/campaign.h"

#include <vector>

namespace gavel::runtime {

/// What a plan knows of the market's day: where the traffic is, and since when there is any.
struct DayCurve
{
    std::vector<double> halfHours; ///< share of traffic of each of 48; empty = even
    std::int32_t utcOffsetMinutes = 0; ///< of the market's day
    TimeMs from{INT64_MIN}; ///< the market's start: before it nothing could be spent
    bool operator==(const DayCurve&) const = default;
};

/// Share of the campaign's day budget, 0 to 1, that spending in step with the traffic uses by
/// `now`: today in its own zone, in the hours its targeting allows and inside its flight. The part
/// of the day before the market's start stays unspent. Any thread.
double plannedShare(const model::Campaign& campaign, const DayCurve& curve, TimeMs now);
/// When plannedShare() comes to a share on the campaign's day of `now`; 0 = not on that day.
TimeMs plannedAt(const model::Campaign& campaign, const DayCurve& curve, TimeMs now, double share);

} // namespace gavel::runtime
