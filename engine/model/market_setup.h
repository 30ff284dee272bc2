// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/auction.h"
#include "engine/model/campaign.h"
#include "engine/model/placement.h"
#include "engine/model/quota.h"
#include "engine/model/seat.h"
#include "engine/model/vocabulary.h"

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace gavel::model {

/// Exchange rate as a fraction: one unit of `from` is numerator/denominator units of the market's
/// currency.
struct ExchangeRate
{
    Currency from;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    bool operator==(const ExchangeRate&) const = default;
};

/// Everything a market starts from. The same setup, seed and shard count give the same market.
struct MarketSetup
{
    std::shared_ptr<Vocabulary> vocabulary = std::make_shared<Vocabulary>();
    std::vector<Seat> seats;
    std::vector<Campaign> campaigns;
    std::vector<Campaign> removed; ///< they have left the market, and may owe for what they did
    std::vector<Publisher> publishers;
    std::vector<Placement> placements;
    AuctionRules rules;
    Currency currency; ///< of the market
    std::vector<ExchangeRate> rates;
    std::map<std::string, Money> spent; ///< by campaign id, before the market starts
    std::map<std::string, Money>
        spentToday; ///< the part of it on the campaign's local day of `start`
    std::uint32_t shards = 1;
    std::uint64_t seed = 1;
    TimeMs start;

    /// Every campaign whose money this market moves.
    template<typename Take>
    void eachPaying(Take take) const
    {
        for (const auto* list : {&campaigns, &removed})
            for (const Campaign& campaign : *list)
                take(campaign);
    }
};

/// A change of a running market. It takes effect at the next auction of each shard and is
/// journaled, so that a run can be repeated.
struct RulesChange
{
    AuctionRules rules;
};
struct SeatChange
{
    Seat seat;
};
struct CampaignChange
{
    Campaign campaign;
}; ///< new or edited
struct CampaignRemoval
{
    std::string campaignId;
};
struct SeatStrategyChange
{
    std::string seatId;
    StrategyKind kind = StrategyKind::FixedCpm;
};
struct PlacementChange
{
    Placement placement;
};
using MarketChange = std::variant<RulesChange, SeatChange, CampaignChange, CampaignRemoval,
                                  SeatStrategyChange, PlacementChange, QuotaGrants>;

} // namespace gavel::model
