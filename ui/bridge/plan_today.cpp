// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/plan_today.h"

namespace gavel::bridge {

namespace {

constexpr std::int64_t kBehindPart = 10; ///< of the plan
constexpr std::int64_t kWorthPart = 100; ///< of the day budget

bool isPartMissing(Money plan, Money spent)
{
    return (plan - spent).micros > plan.micros / kBehindPart;
}

} // namespace

bool isBehind(const runtime::CampaignView& campaign)
{
    if (campaign.status != model::CampaignStatus::Active || campaign.budgetDay.micros <= 0)
        return false;
    const Money missing = campaign.planToday - campaign.spentToday;
    return isPartMissing(campaign.planToday, campaign.spentToday)
        && missing.micros >= campaign.budgetDay.micros / kWorthPart;
}

void PlanToday::add(const runtime::CampaignView& campaign)
{
    if (campaign.budgetDay.micros <= 0)
        return;
    budget += campaign.budgetDay;
    plan += campaign.planToday;
    spent += campaign.spentToday;
    hasBehind = hasBehind || bridge::isBehind(campaign);
}

std::optional<double> PlanToday::distance() const
{
    if (plan.micros <= 0)
        return std::nullopt;
    return static_cast<double>(spent.micros) / static_cast<double>(plan.micros) - 1;
}

bool PlanToday::isBehind() const
{
    return hasBehind && isPartMissing(plan, spent);
}

} // namespace gavel::bridge
