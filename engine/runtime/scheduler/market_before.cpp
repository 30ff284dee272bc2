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

model::CampaignReport reportOf(const store::CampaignTotals& total, const model::MarketSetup& setup)
{
    const auto campaign
        = std::ranges::find(setup.campaigns, total.campaignId, &model::Campaign::id);
    const dsp::MarketRate rate
        = campaign == setup.campaigns.end() ? dsp::MarketRate{} : rateOf(setup, campaign->currency);
    model::CampaignReport report;
    report.campaign = setup.vocabulary->campaigns.intern(total.campaignId);
    report.spentNanos = rate.fromMarket({total.spentNanos}).nanos;
    report.unchargedNanos = rate.fromMarket({total.unchargedNanos}).nanos;
    report.clearedNanos = total.spentNanos + total.unchargedNanos;
    report.publisherNanos = total.publisherNanos;
    report.bids = total.bids;
    report.wins = total.wins;
    report.impressions = total.impressions;
    report.clicks = total.clicks;
    report.conversions = total.conversions;
    return report;
}

/// What publishers earned of `rest` nano-units, by id; "" at placements that the market does not
/// list.
std::map<std::string, std::int64_t>
earnedBy(const std::map<std::string, store::SupplyTotals>& supply, const model::MarketSetup& setup,
         std::int64_t rest)
{
    std::map<std::string, std::int64_t> earned;
    for (const model::Placement& placement : setup.placements)
        if (const auto sold = supply.find(placement.id); sold != supply.end()) {
            earned[placement.publisherId] += sold->second.publisherNanos;
            rest -= sold->second.publisherNanos;
        }
    if (rest > 0)
        earned[""] = rest;
    return earned;
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
        const model::CampaignReport report = reportOf(total, setup);
        earned += report.publisherNanos;
        MarketBefore::Campaign& known = before.campaigns[total.campaignId];
        known.sums.add(report);
        before.feeNanos += report.clearedNanos - report.publisherNanos;
        const auto campaign
            = std::ranges::find(setup.campaigns, total.campaignId, &model::Campaign::id);
        if (campaign == setup.campaigns.end())
            continue;
        const auto today = spentSinceMidnight(*reader, market, *campaign, now);
        if (!today)
            return today.error();
        known.spentDay = rateOf(setup, campaign->currency).fromMarket({*today}).nanos;
    }
    const auto supply = store::readSupply(*reader, market, {}, {INT64_MAX});
    if (!supply)
        return supply.error();
    before.publishers = earnedBy(*supply, setup, earned);
    const auto sources = store::readSources(*reader, market);
    if (!sources)
        return sources.error();
    for (const auto& [source, sequence] : *sources)
        before.sources.push_back({source, sequence});
    return before;
}

Result<model::QuotaReport> readRun(store::Workspace& workspace, const std::string& market,
                                   const model::MarketSetup& setup, std::uint32_t run,
                                   std::uint32_t source)
{
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    const auto totals = store::readTotals(*reader, market, run);
    if (!totals)
        return totals.error();
    const auto supply = store::readSupply(*reader, market, {}, {INT64_MAX}, run);
    if (!supply)
        return supply.error();
    const auto last = store::lastSequence(*reader, source);
    if (!last)
        return last.error();
    model::QuotaReport report;
    report.server = source;
    report.lastSequence = *last;
    std::int64_t earned = 0;
    for (const store::CampaignTotals& total : *totals) {
        report.campaigns.push_back(reportOf(total, setup));
        const model::CampaignReport& campaign = report.campaigns.back();
        report.feeNanos += campaign.clearedNanos - campaign.publisherNanos;
        earned += campaign.publisherNanos;
    }
    std::ranges::sort(report.campaigns, {}, &model::CampaignReport::campaign);
    const auto& publishers = setup.vocabulary->of(model::Dimension::Publisher);
    for (const auto& [publisher, nanos] : earnedBy(*supply, setup, earned))
        report.publishers.push_back({publishers.find(publisher), nanos});
    return report;
}

} // namespace gavel::runtime
