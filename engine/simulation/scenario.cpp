// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/scenario.h"

#include "engine/simulation/arrivals.h"
#include "engine/simulation/behaviour.h"
#include "engine/simulation/people.h"

#include <algorithm>

namespace gavel::simulation {

namespace {

using model::Dimension;

void learnCampaigns(const std::vector<model::Campaign>& campaigns, model::Vocabulary& vocabulary)
{
    for (const auto& campaign : campaigns) {
        vocabulary.campaigns.intern(campaign.id);
        vocabulary.advertisers.intern(campaign.advertiserId);
        for (const auto& ad : campaign.ads)
            for (const auto& creative : ad.creatives) {
                vocabulary.creatives.intern(creative.id);
                vocabulary.of(Dimension::Category).intern(creative.category);
            }
        for (const auto& rule : campaign.targeting.rules)
            if (model::index(rule.dimension) < model::kValueDimensions
                && rule.dimension != Dimension::Age)
                for (const auto& value : rule.values)
                    vocabulary.of(rule.dimension).intern(value);
        for (const auto& rule : campaign.targeting.osVersions)
            vocabulary.of(Dimension::Os).intern(rule.os);
    }
}

void learnSupply(const Scenario& scenario, model::Vocabulary& vocabulary)
{
    for (const auto& publisher : scenario.publishers) {
        vocabulary.of(Dimension::Publisher).intern(publisher.id);
        vocabulary.of(Dimension::Domain).intern(publisher.domain);
        for (const auto& category : publisher.categories)
            vocabulary.of(Dimension::Category).intern(category);
        for (const auto& category : publisher.blockedCategories)
            vocabulary.of(Dimension::Category).intern(category);
        for (const auto& advertiser : publisher.blockedAdvertisers)
            vocabulary.advertisers.intern(advertiser);
    }
    for (const auto& placement : scenario.placements) {
        const auto size = std::to_string(placement.width) + "x" + std::to_string(placement.height);
        vocabulary.of(Dimension::Placement).intern(placement.id);
        vocabulary.of(Dimension::Format).intern(placement.format);
        vocabulary.of(Dimension::Size).intern(size);
    }
    for (const auto& plan : scenario.traffic.placements) {
        vocabulary.of(Dimension::App).intern(plan.app);
        for (const auto& keyword : plan.keywords)
            vocabulary.of(Dimension::Keyword).intern(keyword);
        for (const auto& deal : plan.deals)
            vocabulary.of(Dimension::Deal).intern(deal.id);
    }
}

} // namespace

model::MarketSetup Scenario::setup(std::uint64_t runSeed, std::uint32_t shardCount) const
{
    model::MarketSetup setup;
    setup.seats = seats;
    setup.campaigns = campaigns;
    setup.publishers = publishers;
    setup.placements = placements;
    setup.rules = rules;
    setup.currency = currency;
    setup.rates = rates;
    setup.shards = std::max(shardCount, 1U);
    setup.seed = runSeed;
    setup.start = start;
    for (const auto& seat : seats)
        setup.vocabulary->seats.intern(seat.id);
    learnSupply(*this, *setup.vocabulary);
    learnCampaigns(campaigns, *setup.vocabulary);
    const People people(population, *setup.vocabulary, runSeed);
    const Behaviour truth(behaviour, *setup.vocabulary, base::Random(runSeed));
    return setup;
}

std::vector<double> Scenario::halfHourShares() const
{
    TrafficPlan plan = traffic;
    plan.modulation = 0;
    plan.auctions = 1'000'000'000;
    std::vector<double> shares(48, 0.0);
    double sum = 0;
    const std::int64_t offset = utcOffsetMinutes * base::kMinuteMs;
    constexpr std::int64_t kHalfHourMs = base::kHourMs / 2;
    for (const auto& slot : layOutSlots(plan, start, base::kDayMs, utcOffsetMinutes, 0)) {
        const auto halves = std::max<std::int64_t>((slot.to - slot.from) / kHalfHourMs, 1);
        for (std::int64_t half = 0; half < halves; ++half) {
            const auto place
                = (slot.from + offset + half * kHalfHourMs) % base::kDayMs / kHalfHourMs;
            const double share = static_cast<double>(slot.auctions) / static_cast<double>(halves);
            shares[static_cast<std::size_t>(place)] += share;
            sum += share;
        }
    }
    for (auto& share : shares)
        share /= sum;
    return shares;
}

} // namespace gavel::simulation
