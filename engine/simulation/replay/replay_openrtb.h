// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/replay/replay_summary.h"
#include "engine/simulation/scenario.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace gavel::simulation {

/// Sends OpenRTB 2.6 requests, one JSON object a line, through the market of a scenario (its seats,
/// campaigns and rules; one shard) and writes one JSON object for each:
/// {"line":1,"id":"r1","outcomes":[{"imp":"1","won":true,
/// "seat":"northwind","campaign":"camp-001","creative":"cr-1","price":1.62,"floor":0.5,"bids":4}]}.
/// A line that cannot be read gives
/// {"line":2,"error":{"code":...,"where":...,"what":...,"advice":...}} and the replay goes on.
/// Auctions happen one a millisecond from the scenario's start; clicks are not drawn. `outcome`
/// gets each line without its end. Errors: the file cannot be read.
Result<ReplaySummary> replayOpenRtb(const std::filesystem::path& file, const Scenario& scenario,
                                    std::uint64_t seed,
                                    const std::function<void(std::string_view)>& outcome);

} // namespace gavel::simulation
