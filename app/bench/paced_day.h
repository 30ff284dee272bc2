// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/pacing.h"
#include "engine/simulation/replay/ipinyou_log.h"

#include <filesystem>
#include <vector>

namespace gavel::bench {

/// The auctions of a day, its traffic and what is known from before.
struct PacedLog
{
    std::vector<simulation::IpinyouAuction> auctions; ///< in order
    simulation::IpinyouTraining training;
    std::vector<double> halfHours; ///< shares of the day's traffic
    std::int64_t cost = 0; ///< of all auctions at their market prices, in the log's prices
};
/// Errors: a file that is missing or not of its format.
Result<PacedLog> readPacedLog(const std::filesystem::path& sharedData);

struct PacedOutcome
{
    double valueShare = 0; ///< of the hindsight knapsack
    double spendShare = 0; ///< of the budget
    double deviation = 0;
};
/// One campaign under this policy with a day's budget (in the log's prices), through seat, auction,
/// quota and rounds as in the product: a grant acts a minute after its report.
PacedOutcome playDay(const PacedLog& log, model::PacingPolicy policy, std::int64_t budget);

} // namespace gavel::bench
