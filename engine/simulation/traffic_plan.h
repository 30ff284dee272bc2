// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::simulation {

struct DealOffer
{
    std::string id;
    Price floor;
};

/// How much of the traffic comes to a placement, and what is said with it.
struct PlacementTraffic
{
    double weight = 1;
    std::vector<std::string> devices; ///< device types that show it; empty = all
    std::string app; ///< bundle; "" = a site, on the publisher's domain
    std::vector<std::string> keywords;
    std::vector<DealOffer> deals;
};

/// When auctions happen. The number of auctions of each slot is exact; their moments within it are
/// drawn.
struct TrafficPlan
{
    std::int64_t auctions = 0; ///< in the whole run, at a traffic factor of 1
    std::vector<double>
        curve; ///< 48 half hours of a day or 168 hours of a week from Monday, local time
    double modulation = 0; ///< every two hours the curve is scaled by a factor drawn from 1 ± this,
                           ///< then renormalised
    std::vector<PlacementTraffic> placements; ///< in the scenario's order of placements
};

} // namespace gavel::simulation
