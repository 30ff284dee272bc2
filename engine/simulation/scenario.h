// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"
#include "engine/simulation/behaviour_plan.h"
#include "engine/simulation/population.h"
#include "engine/simulation/traffic_plan.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::simulation {

/// A market with its traffic and its people, as one JSON file tells it.
struct Scenario
{
    std::string name; ///< file name without ".json"
    std::string title;
    std::string description;
    std::uint64_t seed = 1;
    std::uint32_t shards = 1;
    TimeMs start;
    std::int64_t durationMs = 0;
    std::string timeZone = "UTC"; ///< of the market: its day curve and its display
    std::int64_t roundMs = base::kMinuteMs; ///< from one scheduling round to the next
    std::int32_t utcOffsetMinutes = 0; ///< of that zone at the start; the curve keeps it

    Currency currency;
    std::vector<model::ExchangeRate> rates;
    model::AuctionRules rules;
    std::vector<model::Publisher> publishers;
    std::vector<model::Placement> placements;
    std::vector<model::Seat> seats;
    std::vector<model::Campaign> campaigns; ///< listed and generated ones
    TrafficPlan traffic;
    Population population;
    BehaviourPlan behaviour;

    TimeMs end() const { return start + durationMs; }
    /// What the market starts from, with a vocabulary of its own in which every name of the
    /// scenario has its handle: handles do not depend on which shard is built first.
    model::MarketSetup setup(std::uint64_t runSeed, std::uint32_t shardCount) const;
    /// Share of a day's traffic of each of the 48 half hours, of the first day; sums to 1.
    std::vector<double> halfHourShares() const;
};

/// Reads a scenario. Errors name file, line, field and rule: "city-day.json line 41,
/// seats[2].deadline_ms". Unknown keys are refused.
Result<Scenario> parseScenario(std::string_view text, std::string_view fileName);
Result<Scenario> loadScenario(const std::filesystem::path& path);

} // namespace gavel::simulation
