// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"
#include "engine/simulation/behaviour_plan.h"
#include "engine/simulation/population.h"
#include "engine/simulation/traffic_plan.h"

#include <string>
#include <utility>
#include <vector>

namespace gavel::simulation {

/// What the file says of traffic: the plan without placements, and those by id with their path.
struct TrafficText
{
    struct Entry
    {
        std::string placement;
        std::string path;
        PlacementTraffic plan;
    };
    TrafficPlan plan;
    std::vector<Entry> entries;
};

/// Each reads one part of a scenario, adds what is wrong with its path, and refuses unknown keys.
TrafficText readTraffic(base::ObjectReader& reader);
Population readPopulation(base::ObjectReader& reader);
BehaviourPlan readBehaviour(base::ObjectReader& reader);

/// An object of numbers, {"wifi": 0.6, "cellular": 0.4}: its names in order, each in [least, most].
std::vector<std::pair<std::string, double>>
readNumbers(base::ObjectReader& reader, std::string_view key, double least, double most);

} // namespace gavel::simulation
