// SPDX-License-Identifier: GPL-3.0-or-later
// The campaigns that the rounds are about, and what is known of each.
#include "engine/runtime/scheduler/rounds.h"

namespace gavel::runtime {

using scheduling::TriggerEvent;

namespace {

TriggerEvent eventOf(const CampaignLine* known, const model::Campaign& now)
{
    const bool isActive = now.status == model::CampaignStatus::Active;
    if (known == nullptr || known->isRemoved())
        return isActive ? TriggerEvent::CampaignStarted : TriggerEvent::CampaignEdited;
    const model::Campaign& before = known->campaign();
    if (isActive && before.status != model::CampaignStatus::Active)
        return TriggerEvent::CampaignStarted;
    const bool isBudget = before.budgetTotal != now.budgetTotal || before.budgetDay != now.budgetDay
        || before.budgetHour != now.budgetHour;
    return isBudget ? TriggerEvent::BudgetChanged : TriggerEvent::CampaignEdited;
}

} // namespace

Result<void> Rounds::knowCampaigns(TimeMs now)
{
    const model::MarketSetup& setup = *m_plan.setup;
    for (const model::Campaign& campaign : setup.campaigns) {
        edit(campaign, now);
        const auto before = m_plan.before.campaigns.find(campaign.id);
        if (before == m_plan.before.campaigns.end())
            continue;
        CampaignLine* line = m_sheet.find(setup.vocabulary->campaigns.find(campaign.id));
        const auto due = m_ledger->dueSoFar(line->handle(), campaign, before->second.sums.spent);
        if (!due)
            return due.error();
        line->begin(before->second.sums, before->second.spentDay, *due);
    }
    const auto& names = setup.vocabulary->of(model::Dimension::Publisher);
    m_ledger->setPublisher(base::kNone, "unknown", now);
    for (const model::Publisher& publisher : setup.publishers)
        m_ledger->setPublisher(names.find(publisher.id), publisher.id, now);
    for (const auto& [id, earned] : m_plan.before.publishers)
        m_sheet.begin(names.find(id), earned);
    m_sheet.beginFee(m_plan.before.feeNanos);
    m_ledger->refreshWallets(now);
    return {};
}

scheduling::TriggerEvent Rounds::edit(const model::Campaign& campaign, TimeMs now)
{
    const Handle handle = m_plan.setup->vocabulary->campaigns.intern(campaign.id);
    const TriggerEvent event = eventOf(m_sheet.find(handle), campaign);
    CampaignLine& line = m_sheet.know(handle, campaign);
    const auto beside = m_plan.beside.find(campaign.id);
    if (beside != m_plan.beside.end())
        line.setBeside(beside->second);
    m_ledger->setCampaign(handle, campaign, line.beside(), now);
    setTimes(handle, campaign, now);
    return event;
}

/// A rule or zone that cannot be read was refused when the campaign was published.
void Rounds::setTimes(Handle handle, const model::Campaign& campaign, TimeMs now)
{
    m_triggers.remove(handle);
    auto cron = model::CronRule::parse(campaign.roundCron);
    const auto zone = dsp::TimeZone::named(campaign.timeZone);
    if (campaign.roundCron.empty() || !cron || !zone)
        return;
    scheduling::TriggerRule rule;
    rule.cron = std::move(*cron);
    rule.zone = *zone;
    rule.priority = model::TaskPriority::High;
    m_triggers.set(handle, scheduling::slotOf(campaign.id), rule, *m_tasks, now);
}

void Rounds::remove(const std::string& campaignId)
{
    if (CampaignLine* line = m_sheet.find(m_plan.setup->vocabulary->campaigns.find(campaignId)))
        line->remove();
    m_triggers.remove(m_plan.setup->vocabulary->campaigns.find(campaignId));
}

void Rounds::setBeside(Handle campaign, Money beside, TimeMs now)
{
    CampaignLine* line = m_sheet.find(campaign);
    if (line == nullptr)
        return;
    line->setBeside(beside);
    m_plan.beside[line->campaign().id] = beside;
    m_ledger->setCampaign(campaign, line->campaign(), beside, now);
}

std::vector<Rounds::Wish> Rounds::walletWishes(const std::string& advertiser) const
{
    std::vector<Wish> wishes;
    for (const CampaignLine& line : m_sheet.lines())
        if (line.campaign().advertiserId == advertiser && !line.isRemoved())
            wishes.push_back({line.handle(), TriggerEvent::WalletChanged});
    return wishes;
}

} // namespace gavel::runtime
