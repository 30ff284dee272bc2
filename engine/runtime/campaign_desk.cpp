// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/campaign_desk.h"

#include "engine/model/campaign_json.h"
#include "engine/store/campaign_table.h"
#include "engine/store/setting_table.h"

namespace gavel::runtime {

namespace {

std::string openedKey(const std::string& market)
{
    return "market." + market + ".opened";
}

Error notFound(const std::string& id)
{
    return {"CAMPAIGN_NOT_FOUND", "campaign_id", "Campaign not found",
            "there is no campaign " + id};
}

} // namespace

CampaignDesk::CampaignDesk(store::Workspace& workspace, std::string market,
                           const base::Clock& clock)
    : m_workspace(workspace)
    , m_market(std::move(market))
    , m_clock(clock)
{
}

Result<std::unique_ptr<CampaignDesk>> CampaignDesk::open(store::Workspace& workspace,
                                                         const std::string& market,
                                                         const std::vector<model::Campaign>& first,
                                                         bool afresh, const base::Clock& clock)
{
    std::unique_ptr<CampaignDesk> desk(new CampaignDesk(workspace, market, clock));
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    const auto opened = store::loadSetting(*reader, openedKey(market));
    if (!opened)
        return opened.error();
    if (!opened->has_value() || afresh)
        if (const auto stored = desk->storeFirst(first); !stored)
            return stored.error();
    if (const auto loaded = desk->load(); !loaded)
        return loaded.error();
    return desk;
}

Result<void> CampaignDesk::storeFirst(const std::vector<model::Campaign>& first)
{
    return m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        if (auto forgotten = store::forgetCampaigns(connection, m_market); !forgotten)
            return forgotten;
        const TimeMs now = m_clock.now();
        for (model::Campaign campaign : first) {
            campaign.createdAt = now;
            campaign.updatedAt = now;
            if (auto stored
                = store::storeCampaign(connection, m_market, campaign, model::toJson(campaign));
                !stored)
                return stored;
        }
        return store::saveSetting(connection, openedKey(m_market),
                                  std::to_string(m_clock.now().value));
    });
}

Result<void> CampaignDesk::load()
{
    auto reader = m_workspace.reader();
    if (!reader)
        return reader.error();
    const auto stored = store::loadCampaigns(*reader, m_market);
    if (!stored)
        return stored.error();
    for (const auto& known : *stored) {
        auto campaign = model::campaignFromJson(known.json, "campaign " + known.id);
        if (!campaign)
            return campaign.error();
        m_beside[known.id] = known.spent;
        m_domains->put(*campaign);
        m_campaigns.emplace(known.id, std::move(*campaign));
    }
    const auto removed = store::loadRemovedCampaigns(*reader, m_market);
    if (!removed)
        return removed.error();
    for (const auto& known : *removed) {
        auto campaign = model::campaignFromJson(known.json, "campaign " + known.id);
        if (!campaign)
            return campaign.error();
        m_beside[known.id] = known.spent;
        m_removed.push_back(std::move(*campaign));
    }
    return {};
}

std::vector<model::Campaign> CampaignDesk::campaigns() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<model::Campaign> list;
    list.reserve(m_campaigns.size());
    for (const auto& [id, campaign] : m_campaigns)
        list.push_back(campaign);
    return list;
}

std::optional<model::Campaign> CampaignDesk::find(const std::string& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_campaigns.find(id);
    return it == m_campaigns.end() ? std::nullopt : std::optional(it->second);
}

Money CampaignDesk::spentBeside(const std::string& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_beside.find(id);
    return it == m_beside.end() ? Money{} : it->second;
}

std::vector<Error> CampaignDesk::check(const std::vector<model::Campaign>& changed,
                                       const std::vector<std::string>& removed,
                                       const std::map<std::string, Money>& spent) const
{
    std::vector<Error> errors;
    for (const auto& campaign : changed) {
        for (Error error : model::validate(campaign)) {
            error.where = campaign.id + "." + error.where;
            errors.push_back(std::move(error));
        }
        const auto before = m_campaigns.find(campaign.id);
        if (before == m_campaigns.end())
            continue;
        const auto used = spent.find(campaign.id);
        const auto allowed = model::validateChange(before->second, campaign,
                                                   used == spent.end() ? Money{} : used->second);
        if (!allowed)
            errors.push_back(allowed.error());
    }
    for (const auto& id : removed)
        if (!m_campaigns.contains(id))
            errors.push_back(notFound(id));
    return errors;
}

PublishReport CampaignDesk::publish(std::vector<model::Campaign>& changed,
                                    const std::vector<std::string>& removed,
                                    const std::map<std::string, Money>& spent)
{
    const std::lock_guard lock(m_mutex);
    PublishReport report;
    report.errors = check(changed, removed, spent);
    if (!report.errors.empty())
        return report;
    const TimeMs now = m_clock.now();
    for (auto& campaign : changed) {
        const auto before = m_campaigns.find(campaign.id);
        campaign.createdAt = before == m_campaigns.end() ? now : before->second.createdAt;
        campaign.version = before == m_campaigns.end() ? 1 : before->second.version + 1;
        campaign.updatedAt = now;
    }
    const auto stored
        = m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
              for (const auto& campaign : changed)
                  if (auto done = store::storeCampaign(connection, m_market, campaign,
                                                       model::toJson(campaign));
                      !done)
                      return done;
              for (const auto& id : removed)
                  if (auto done = store::removeCampaign(connection, m_market, id, now); !done)
                      return done;
              return {};
          });
    if (!stored) {
        report.errors.push_back(stored.error());
        return report;
    }
    take(changed, removed);
    report.stored = changed.size() + removed.size();
    return report;
}

void CampaignDesk::take(const std::vector<model::Campaign>& changed,
                        const std::vector<std::string>& gone)
{
    for (const auto& campaign : changed) {
        m_domains->put(campaign);
        m_campaigns.insert_or_assign(campaign.id, campaign);
    }
    for (const auto& id : gone) {
        m_domains->remove(id);
        m_campaigns.erase(id);
    }
}

Result<void> CampaignDesk::follow(const std::vector<model::Campaign>& changed,
                                  const std::vector<std::string>& gone)
{
    auto written = m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        for (const model::Campaign& campaign : changed)
            if (auto stored
                = store::storeCampaign(connection, m_market, campaign, model::toJson(campaign));
                !stored)
                return stored;
        for (const std::string& id : gone)
            if (auto removed = store::removeCampaign(connection, m_market, id, m_clock.now());
                !removed)
                return removed;
        return {};
    });
    if (!written)
        return written;
    const std::lock_guard lock(m_mutex);
    take(changed, gone);
    return {};
}

Result<void> CampaignDesk::recordSpend(const std::string& id, Money amount, Money spentInMarket)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_campaigns.find(id);
    if (known == m_campaigns.end())
        return notFound(id);
    if (amount <= Money{})
        return Error{"INVALID_REQUEST", "amount", "Spend amount must be positive",
                     "send an amount above zero"};
    Money& beside = m_beside[id];
    if (spentInMarket + beside + amount > known->second.budgetTotal)
        return Error{"BUDGET_EXCEEDED", "amount", "Spend amount would exceed campaign budget",
                     "send at most "
                         + base::toString(known->second.budgetTotal - spentInMarket - beside)};
    const auto stored = m_workspace.writeAndWait([&](store::Connection& connection) {
        return store::recordSpend(connection, m_market, id, amount);
    });
    if (!stored)
        return stored.error();
    beside += amount;
    return {};
}

} // namespace gavel::runtime
