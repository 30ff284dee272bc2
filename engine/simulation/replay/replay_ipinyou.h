// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"
#include "engine/simulation/replay/replay_summary.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace gavel::simulation {

/// The protocol of the iPinYou budget-constrained bidding studies (Cai 2017): one campaign against
/// the recorded market price, second price, a budget that starts afresh with each episode of
/// auctions.
struct IpinyouReplay
{
    std::filesystem::path log; ///< lines "click market_price predicted_ctr"
    std::filesystem::path
        trainInfo; ///< JSON with price_counter_train, imp_train, clk_train, cost_train
    model::StrategyKind strategy
        = model::StrategyKind::TargetCpc; ///< mcpc, lin, const, rand or ortb
    std::int64_t budgetNumerator = 1; ///< budget of an episode = floor(train CPM x ratio x episode)
    std::int64_t budgetDenominator = 32;
    std::uint32_t episode
        = 1000; ///< auctions; the last episode may be shorter and has the whole budget
    std::optional<double> base; ///< lin: b0 (10); const and rand: the price, else the one that
                                ///< spends the budget in training
    std::uint64_t seed = 1; ///< of rand
};

/// Sends every auction of the log through seat, quota and auction. Prices are RMB fen per thousand
/// impressions, so amounts are thousandths of a fen; one unit of `cost` is one of them. Errors: a
/// file that cannot be read or is not of this format, with its line; a strategy of another kind.
Result<ReplaySummary> replayIpinyou(const IpinyouReplay& replay);

/// Reads "1/32" or "0.5" (above 0, at most 1000).
Result<void> parseBudgetRatio(std::string_view text, IpinyouReplay& replay);

} // namespace gavel::simulation
