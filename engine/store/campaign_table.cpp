// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/campaign_table.h"

#include "engine/store/connection.h"

#include <algorithm>

namespace gavel::store {

namespace {

Error unknownCampaign(std::string_view id)
{
    return {"CAMPAIGN_UNKNOWN", "campaign " + std::string(id), "there is no such campaign",
            "store it first"};
}

std::string_view nameOf(model::CampaignStatus status)
{
    return model::kCampaignStatusNames[static_cast<std::size_t>(status)];
}

Result<model::CampaignStatus> statusNamed(std::string_view name, std::string_view id)
{
    const auto& names = model::kCampaignStatusNames;
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return Error{"STORE_CORRUPT", "campaign " + std::string(id),
                     "\"" + std::string(name) + "\" is not a status",
                     "restore the workspace from a backup"};
    return static_cast<model::CampaignStatus>(found - names.begin());
}

Result<std::vector<StoredCampaign>> load(Connection& connection, std::string_view market,
                                         const std::string& which)
{
    auto statement = connection.prepare("SELECT id, name, advertiser, status, version, "
                                        "spent_micros, json FROM campaign WHERE market = $1 AND "
                                        + which + " ORDER BY id");
    if (!statement)
        return statement.error();
    statement->bindAll(market);
    std::vector<StoredCampaign> campaigns;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return campaigns;
        const auto text = [&](int column) { return std::string(statement->text(column)); };
        const auto status = statusNamed(statement->text(3), statement->text(0));
        if (!status)
            return status.error();
        campaigns.push_back({text(0), text(1), text(2), *status,
                             static_cast<std::uint64_t>(statement->integer(4)),
                             Money{statement->integer(5)}, text(6)});
    }
}

} // namespace

Result<void> storeCampaign(Connection& connection, std::string_view market,
                           const model::Campaign& campaign, std::string_view json)
{
    const auto store = connection.cached(
        "INSERT INTO campaign (market, id, name, advertiser, status, version, json) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) "
        "ON CONFLICT (market, id) DO UPDATE SET name = excluded.name, advertiser = "
        "excluded.advertiser, "
        "status = excluded.status, version = excluded.version, json = excluded.json, removed_at = "
        "NULL");
    if (!store)
        return store.error();
    return (*store)
        ->bindAll(market, campaign.id, campaign.name, campaign.advertiserId,
                  nameOf(campaign.status), campaign.version, json)
        .run();
}

Result<void> removeCampaign(Connection& connection, std::string_view market, std::string_view id,
                            TimeMs now)
{
    const auto remove = connection.cached("UPDATE campaign SET removed_at = $3 WHERE market = $1 "
                                          "AND id = $2 AND removed_at IS NULL");
    if (!remove)
        return remove.error();
    if (auto removed = (*remove)->bindAll(market, id, now.value).run(); !removed)
        return removed;
    if (connection.changes() == 0)
        return unknownCampaign(id);
    return {};
}

Result<void> forgetCampaigns(Connection& connection, std::string_view market)
{
    const auto forget = connection.cached("DELETE FROM campaign WHERE market = $1");
    if (!forget)
        return forget.error();
    return (*forget)->bindAll(market).run();
}

Result<std::vector<StoredCampaign>> loadCampaigns(Connection& connection, std::string_view market)
{
    return load(connection, market, "removed_at IS NULL");
}

Result<std::vector<StoredCampaign>> loadRemovedCampaigns(Connection& connection,
                                                         std::string_view market)
{
    return load(connection, market, "removed_at IS NOT NULL");
}

Result<void> recordSpend(Connection& connection, std::string_view market,
                         std::string_view campaignId, Money amount)
{
    if (amount <= Money{})
        return Error{"AMOUNT_NOT_POSITIVE", "amount", "a spend is above zero",
                     "send a positive amount"};
    const auto add = connection.cached("UPDATE campaign SET spent_micros = spent_micros + $3 "
                                       "WHERE market = $1 AND id = $2 AND removed_at IS NULL");
    if (!add)
        return add.error();
    if (auto added = (*add)->bindAll(market, campaignId, amount.micros).run(); !added)
        return added;
    if (connection.changes() == 0)
        return unknownCampaign(campaignId);
    return {};
}

} // namespace gavel::store
