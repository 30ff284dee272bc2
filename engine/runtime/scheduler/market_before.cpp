// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/market_before.h"

#include "engine/runtime/scheduler/own_money.h"
#include "engine/store/event_log.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace gavel::runtime {

namespace {

/// By the log, in the market's currency at today's rate.
Result<SpentSoFar> spentByLog(store::Connection& reader, const std::string& market,
                              const model::Campaign& campaign, dsp::MarketRate rate, TimeMs now)
{
    const auto zone = dsp::TimeZone::named(campaign.timeZone);
    if (!zone)
        return SpentSoFar{};
    const scheduling::LocalDay day = scheduling::localDay(*zone, now);
    const TimeMs hour = hourBegin(day, now);
    const auto quarters = store::readSpent(reader, market, campaign.id, day.begin, day.end);
    if (!quarters)
        return quarters.error();
    SpentSoFar spent;
    spent.ofDay = day.day;
    for (const auto& [begin, nanos] : *quarters) {
        spent.day += nanos;
        spent.byHour[zone->at(begin).hourOfWeek % spent.byHour.size()] += nanos;
        if (begin >= hour && begin < day.endOfHour(hour))
            spent.hour += nanos;
    }
    for (std::int64_t* nanos : {&spent.day, &spent.hour})
        *nanos = rate.fromMarket({*nanos}).nanos;
    for (std::int64_t& nanos : spent.byHour)
        nanos = rate.fromMarket({nanos}).nanos;
    return spent;
}

using ById = std::unordered_map<std::string_view, const model::Campaign*>;

ById payingById(const model::MarketSetup& setup)
{
    ById known;
    setup.eachPaying([&](const model::Campaign& campaign) { known[campaign.id] = &campaign; });
    return known;
}

const model::Campaign* find(const ById& known, const std::string& campaignId)
{
    const auto found = known.find(campaignId);
    return found == known.end() ? nullptr : found->second;
}

model::CampaignReport reportOf(const store::CampaignTotals& total, const model::MarketSetup& setup,
                               const model::Campaign* campaign, const OwnMoney& own)
{
    const dsp::MarketRate rate
        = campaign == nullptr ? dsp::MarketRate{} : rateOf(setup, campaign->currency);
    model::CampaignReport report;
    report.campaign = setup.vocabulary->campaigns.intern(total.campaignId);
    report.spentNanos = rate.fromMarket({total.spentNanos}).nanos;
    report.unchargedNanos = rate.fromMarket({total.unchargedNanos}).nanos;
    if (campaign != nullptr && own.knows(*campaign)) {
        report.spentNanos = own.of(*campaign).spentNanos;
        report.unchargedNanos = own.of(*campaign).unchargedNanos;
    }
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
    const auto own = OwnMoney::read(*reader, market, setup);
    if (!own)
        return own.error();
    const ById known = payingById(setup);
    std::int64_t earned = 0;
    for (const store::CampaignTotals& total : *totals) {
        const model::Campaign* campaign = find(known, total.campaignId);
        const model::CampaignReport report = reportOf(total, setup, campaign, *own);
        earned += report.publisherNanos;
        MarketBefore::Campaign& had = before.campaigns[total.campaignId];
        had.sums.add(report);
        before.feeNanos += report.clearedNanos - report.publisherNanos;
        if (campaign == nullptr)
            continue;
        const auto spent
            = spentByLog(*reader, market, *campaign, rateOf(setup, campaign->currency), now);
        if (!spent)
            return spent.error();
        had.spent = *spent;
        if (own->knows(*campaign))
            own->tellSpent(*campaign, now, had.spent);
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
    const auto own = OwnMoney::read(*reader, market, setup, source);
    if (!own)
        return own.error();
    model::QuotaReport report;
    report.server = source;
    report.lastSequence = *last;
    const ById known = payingById(setup);
    std::int64_t earned = 0;
    for (const store::CampaignTotals& total : *totals) {
        report.campaigns.push_back(reportOf(total, setup, find(known, total.campaignId), *own));
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
