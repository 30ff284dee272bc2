// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"
#include "engine/simulation/scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::simulation {

/// A targeting rule that a part of the generated campaigns has: from `least` to `most` of the
/// values.
struct GeneratedRule
{
    model::Dimension dimension{};
    double share = 0;
    std::uint32_t least = 1;
    std::uint32_t most = 1;
    std::vector<std::string> values; ///< empty = what the population has
};

struct GeneratedStrategy
{
    double weight = 1;
    model::BidStrategy strategy;
};

/// The `generate` block: campaigns that are described instead of listed, so that ten thousand stay
/// readable.
struct CampaignRecipe
{
    std::uint32_t count = 0;
    std::uint64_t seed = 1;
    std::string prefix = "gen"; ///< ids are prefix-00001 and so on
    std::uint32_t advertisers = 100;
    std::vector<std::string> words = {"Campaign"}; ///< names are two of them and the number
    std::vector<GeneratedStrategy> strategies;
    double spread = 0; ///< targets and prices are scaled by up to 1 ± this
    Money budgetDayLeast;
    Money budgetDayMost;
    std::int64_t budgetDays = 7; ///< total = day budget x this
    std::uint32_t sizes = 2; ///< banner sizes for each campaign, of those the placements have
    double cappedShare = 0; ///< part with a cap of `capPerDay`
    std::uint16_t capPerDay = 5;
    std::vector<GeneratedRule> rules;
};

CampaignRecipe readRecipe(base::ObjectReader& reader);

/// The recipe's campaigns for the scenario's seats, placements and population: the same for the
/// same recipe. The scenario has at least one seat with campaigns and one banner placement.
std::vector<model::Campaign> generateCampaigns(const CampaignRecipe& recipe,
                                               const Scenario& scenario);

} // namespace gavel::simulation
