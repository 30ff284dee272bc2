// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/market_before.h"

#include "engine/dsp/market_rate.h"
#include "engine/store/event_log.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

/// The log counts in the market's currency, a campaign in its own.
dsp::MarketRate rateOf(const model::MarketSetup& setup, Currency currency)
{
    for (const model::ExchangeRate& rate : setup.rates)
        if (rate.from == currency && currency != setup.currency)
            return {rate.numerator, rate.denominator};
    return {};
}

Result<std::int64_t> spentSinceMidnight(store::Connection& reader, const std::string& market,
                                        const model::Campaign& campaign, TimeMs now)
{
    const auto zone = dsp::TimeZone::named(campaign.timeZone);
    if (!zone)
        return std::int64_t{0};
    const std::int32_t day = zone->at(now).day;
    return store::readSpent(reader, market, campaign.id, zone->startOfDay(day),
                            zone->startOfDay(day + 1));
}

} // namespace

Result<MarketBefore> readBefore(store::Workspace& workspace, const std::string& market,
                                const model::MarketSetup& setup, TimeMs now)
{
    MarketBefore before;
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    const auto totals = store::readTotals(*reader, market);
    if (!totals)
        return totals.error();
    std::int64_t earned = 0;
    for (const store::CampaignTotals& total : *totals) {
        const auto campaign
            = std::ranges::find(setup.campaigns, total.campaignId, &model::Campaign::id);
        const dsp::MarketRate rate = campaign == setup.campaigns.end()
            ? dsp::MarketRate{}
            : rateOf(setup, campaign->currency);
        MarketBefore::Campaign& known = before.campaigns[total.campaignId];
        known.sums.spent = rate.fromMarket({total.spentNanos}).nanos;
        known.sums.uncharged = rate.fromMarket({total.unchargedNanos}).nanos;
        known.sums.cleared = total.spentNanos + total.unchargedNanos;
        known.sums.publisher = total.publisherNanos;
        known.sums.bids = total.bids;
        known.sums.wins = total.wins;
        known.sums.impressions = total.impressions;
        known.sums.clicks = total.clicks;
        known.sums.conversions = total.conversions;
        before.feeNanos += known.sums.cleared - known.sums.publisher;
        earned += known.sums.publisher;
        if (campaign == setup.campaigns.end())
            continue;
        const auto today = spentSinceMidnight(*reader, market, *campaign, now);
        if (!today)
            return today.error();
        known.spentDay = rate.fromMarket({*today}).nanos;
    }
    const auto supply = store::readSupply(*reader, market, {}, {INT64_MAX});
    if (!supply)
        return supply.error();
    for (const model::Placement& placement : setup.placements)
        if (const auto sold = supply->find(placement.id); sold != supply->end()) {
            before.publishers[placement.publisherId] += sold->second.publisherNanos;
            earned -= sold->second.publisherNanos;
        }
    const auto sources = store::readSources(*reader, market);
    if (!sources)
        return sources.error();
    for (const auto& [source, sequence] : *sources)
        before.sources.push_back({source, sequence});
    if (earned > 0) // at placements that the market does not list
        before.publishers[""] = earned;
    return before;
}

} // namespace gavel::runtime
