// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/market/advertiser_domains.h"
#include "engine/model/campaign.h"
#include "engine/runtime/engine.h"
#include "engine/store/workspace.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace gavel::runtime {

/// The campaigns of one market as they are stored, and what was spent beside its auctions. Any
/// thread.
class CampaignDesk
{
public:
    /// Reads the market's campaigns; a market that the workspace does not know yet starts from
    /// `first`, durably. `afresh` forgets what was stored.
    static Result<std::unique_ptr<CampaignDesk>> open(store::Workspace& workspace,
                                                      const std::string& market,
                                                      const std::vector<model::Campaign>& first,
                                                      bool afresh, const base::Clock& clock);

    std::vector<model::Campaign> campaigns() const;
    std::optional<model::Campaign> find(const std::string& id) const;
    /// Those that had left the market when it was opened.
    const std::vector<model::Campaign>& removed() const { return m_removed; }
    /// Follows the campaigns.
    std::shared_ptr<const market::AdvertiserDomains> domains() const { return m_domains; }
    /// Spent outside the auctions of this market, also by one that was removed.
    Money spentBeside(const std::string& id) const;

    /// Checks everything, then stores all or nothing; sets times and versions in `changed`.
    /// `spent` tells what a campaign has spent in all.
    PublishReport publish(std::vector<model::Campaign>& changed,
                          const std::vector<std::string>& removed,
                          const std::map<std::string, Money>& spent);
    /// Takes campaigns over as another process has them, and forgets those that are gone there.
    Result<void> follow(const std::vector<model::Campaign>& changed,
                        const std::vector<std::string>& gone);
    /// Durable when it returns. Errors: CAMPAIGN_NOT_FOUND, INVALID_REQUEST, BUDGET_EXCEEDED.
    Result<void> recordSpend(const std::string& id, Money amount, Money spentInMarket);

private:
    CampaignDesk(store::Workspace& workspace, std::string market, const base::Clock& clock);
    Result<void> load();
    /// Under the lock: what is stored is known from now on.
    void take(const std::vector<model::Campaign>& changed, const std::vector<std::string>& gone);
    Result<void> storeFirst(const std::vector<model::Campaign>& first);
    std::vector<Error> check(const std::vector<model::Campaign>& changed,
                             const std::vector<std::string>& removed,
                             const std::map<std::string, Money>& spent) const;

    store::Workspace& m_workspace;
    std::string m_market;
    const base::Clock& m_clock;
    mutable std::mutex m_mutex;
    std::map<std::string, model::Campaign> m_campaigns;
    std::vector<model::Campaign> m_removed;
    std::map<std::string, Money> m_beside;
    std::shared_ptr<market::AdvertiserDomains> m_domains
        = std::make_shared<market::AdvertiserDomains>();
};

} // namespace gavel::runtime
