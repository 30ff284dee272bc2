// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/model/campaign.h"

#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {

class Connection;

/// A campaign as the file holds it: the columns that are asked for, and the whole as JSON text.
struct StoredCampaign
{
    std::string id;
    std::string name;
    std::string advertiserId;
    model::CampaignStatus status{};
    std::uint64_t version = 0;
    Money spent; ///< recorded by recordSpend(); what the market spent is in the event log
    std::string json;
};

/// Stores a campaign, new or changed, with its whole as JSON text. What was spent stays, also of
/// one that was removed and comes back. Campaigns of different markets ("live", or a scenario's
/// name) may share an id.
Result<void> storeCampaign(Connection& connection, std::string_view market,
                           const model::Campaign& campaign, std::string_view json);
/// It leaves the market; its row stays, for what it may still owe. Errors: CAMPAIGN_UNKNOWN.
Result<void> removeCampaign(Connection& connection, std::string_view market, std::string_view id,
                            TimeMs now);
/// A market begins anew: nothing stays.
Result<void> forgetCampaigns(Connection& connection, std::string_view market);
/// All that are in the market, by id.
Result<std::vector<StoredCampaign>> loadCampaigns(Connection& connection, std::string_view market);
/// All that were removed from it, by id.
Result<std::vector<StoredCampaign>> loadRemovedCampaigns(Connection& connection,
                                                         std::string_view market);
/// Adds an amount above zero to what a campaign has spent. Errors: CAMPAIGN_UNKNOWN,
/// AMOUNT_NOT_POSITIVE.
Result<void> recordSpend(Connection& connection, std::string_view market,
                         std::string_view campaignId, Money amount);

} // namespace gavel::store
