// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_facts.h"

#include "ui/campaigns/campaign_cells.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::campaigns {

namespace numbers = widgets::numbers;

namespace {

struct CampaignFactsWords
{
    Q_DECLARE_TR_FUNCTIONS(CampaignFacts)
};

QString count(std::uint64_t value)
{
    return numbers::count(static_cast<std::int64_t>(value));
}

QString share(std::uint64_t part, std::uint64_t whole, int decimals)
{
    return whole == 0
        ? numbers::missing()
        : numbers::percentOf(static_cast<double>(part), static_cast<double>(whole), decimals);
}

} // namespace

std::optional<bridge::Facts> campaignFacts(const runtime::Snapshot& snapshot, const QString& id)
{
    const std::string wanted = id.toStdString();
    const auto found
        = std::find_if(snapshot.campaigns.begin(), snapshot.campaigns.end(),
                       [&](const runtime::CampaignView& one) { return one.id == wanted; });
    if (found == snapshot.campaigns.end())
        return std::nullopt;
    const runtime::CampaignView& view = *found;
    const QString currency = QString::fromUtf8(snapshot.currency.code, 3);
    const int decimals = numbers::decimalsOf(currency, 2);
    const auto amount = [decimals](Money money) { return numbers::amount(money.micros, decimals); };
    const std::optional<double> plan = toPlan(view);
    const bool daily = view.budgetDay > Money{};
    bridge::Facts facts;
    facts.title = QString::fromStdString(view.name);
    facts.caption
        = CampaignFactsWords::tr("%1, amounts in %2", "campaign id, currency").arg(id, currency);
    facts.rows = {
        {CampaignFactsWords::tr("State"), words::state(view.status)},
        {CampaignFactsWords::tr("Advertiser"), QString::fromStdString(view.advertiserName)},
        {CampaignFactsWords::tr("Seat"), QString::fromStdString(view.seatName)},
        {CampaignFactsWords::tr("Strategy"), words::strategy(view.strategy)},
        {CampaignFactsWords::tr("Flight ends"),
         numbers::date(view.flightEnd.value, snapshot.utcOffsetMinutes)},
        {CampaignFactsWords::tr("Day budget"), daily ? amount(view.budgetDay) : numbers::missing()},
        {CampaignFactsWords::tr("Spent today"), amount(view.spentToday), true},
        {CampaignFactsWords::tr("Plan by now"),
         daily ? amount(view.planToday) : numbers::missing()},
        {CampaignFactsWords::tr("To plan"), plan ? numbers::change(*plan) : numbers::missing(),
         true},
        {CampaignFactsWords::tr("Pacing"), words::pacing(view.pacing)},
        {CampaignFactsWords::tr("Held as quota"), amount(view.quotaHeld)},
        {CampaignFactsWords::tr("Lost to pacing"), amount(view.valueLost)},
        {CampaignFactsWords::tr("Total budget"), amount(view.budgetTotal)},
        {CampaignFactsWords::tr("Spent in all"), amount(view.spent)},
        {CampaignFactsWords::tr("Bids"), count(view.bids)},
        {CampaignFactsWords::tr("Wins"), count(view.wins)},
        {CampaignFactsWords::tr("Wins of its bids"), share(view.wins, view.bids, 1)},
        {CampaignFactsWords::tr("Impressions"), count(view.impressions)},
        {CampaignFactsWords::tr("Clicks"), count(view.clicks)},
        {CampaignFactsWords::tr("CTR"), share(view.clicks, view.impressions, 2)},
        {CampaignFactsWords::tr("Conversions"), count(view.conversions)},
    };
    return facts;
}

} // namespace gavel::campaigns
