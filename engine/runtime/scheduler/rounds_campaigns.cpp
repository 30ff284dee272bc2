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
    for (const model::Campaign& campaign : setup.campaigns)
        if (auto met = meet(campaign, now); !met)
            return met;
    for (const model::Campaign& campaign : setup.removed) {
        const auto owes = m_ledger->owes(campaign);
        if (!owes)
            return owes.error();
        if (!*owes)
            continue;
        if (auto met = meet(campaign, now); !met)
            return met;
        remove(campaign.id);
    }
    m_ledger->endBilling(now);
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

CampaignLine& Rounds::know(const model::Campaign& campaign, TimeMs now)
{
    const Handle handle = m_plan.setup->vocabulary->campaigns.intern(campaign.id);
    CampaignLine& line = m_sheet.know(handle, campaign);
    const auto beside = m_plan.beside.find(campaign.id);
    if (beside != m_plan.beside.end())
        line.setBeside(beside->second);
    m_ledger->setCampaign(handle, campaign, line.beside(), now);
    setTimes(handle, campaign, now);
    return line;
}

/// It may have been in the market before this process.
Result<void> Rounds::meet(const model::Campaign& campaign, TimeMs now)
{
    CampaignLine& line = know(campaign, now);
    const auto before = m_plan.before.campaigns.find(campaign.id);
    const MarketBefore::Campaign had
        = before == m_plan.before.campaigns.end() ? MarketBefore::Campaign() : before->second;
    const auto named = dsp::TimeZone::named(campaign.timeZone);
    const dsp::TimeZone zone = named ? *named : dsp::TimeZone();
    const auto bill
        = m_ledger->openBilling(campaign, had.sums.spent, zone.startOfDay(zone.at(now).day), now);
    if (!bill)
        return bill.error();
    if (before != m_plan.before.campaigns.end())
        line.begin(had.sums, had.spent, bill->dueNanos, bill->isDayCharged);
    const Money held = m_ledger->settlement().heldOf(line.handle());
    for (const auto& [server, soFar] : m_soFar)
        line.adopt(server, partOf(soFar, line.handle()), held.micros * base::kNanosPerMicro);
    return {};
}

scheduling::TriggerEvent Rounds::edit(const model::Campaign& campaign, TimeMs now)
{
    CampaignLine* known = m_sheet.find(m_plan.setup->vocabulary->campaigns.find(campaign.id));
    const TriggerEvent event = eventOf(known, campaign);
    m_ledger->reach(reported());
    if (known == nullptr) {
        if (auto met = meet(campaign, now); !met)
            m_failure = met.error();
        return event;
    }
    known->charge(); // what was reported so far, by the terms so far
    m_ledger->changeBilling(campaign, know(campaign, now).due(), now);
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
    m_triggers.set(handle, scheduling::slotOf(campaign.id), {std::move(*cron), *zone}, *m_tasks,
                   now);
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
