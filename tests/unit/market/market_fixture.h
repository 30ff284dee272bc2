// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/budget_parts.h"
#include "engine/market/market_shard.h"

#include <string>

namespace fixture {

using namespace gavel;

inline constexpr std::int64_t kCpm = 1'000'000; ///< nano-units of one currency unit per thousand
inline constexpr TimeMs kStart{1'774'000'000'000};

/// A seat that offers each opportunity's recordedPrice, `answer` microseconds after it was asked.
inline model::Seat recordedSeat(const std::string& id, std::uint32_t answer = 0)
{
    model::Seat seat;
    seat.id = id;
    seat.name = id;
    seat.kind = model::SeatKind::Recorded;
    seat.answerTime = {answer, 0};
    return seat;
}

inline model::Seat campaignSeat(const std::string& id, std::uint32_t answer = 0)
{
    model::Seat seat = recordedSeat(id, answer);
    seat.kind = model::SeatKind::Campaigns;
    return seat;
}

inline model::Seat logNormalSeat(const std::string& id, double logMu)
{
    model::Seat seat;
    seat.id = id;
    seat.name = id;
    seat.kind = model::SeatKind::LogNormal;
    seat.logMu = logMu;
    seat.bidShare = 0.8;
    return seat;
}

/// Active, everywhere, at a fixed price, with one 300x250 banner.
inline model::Campaign fixedCampaign(const std::string& id, const std::string& seat,
                                     std::int64_t cpm)
{
    model::Campaign campaign;
    campaign.id = id;
    campaign.name = id;
    campaign.advertiserId = "adv-" + id;
    campaign.seatId = seat;
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(1'000'000);
    campaign.flightStart = {kStart.value - base::kDayMs};
    campaign.strategy.kind = model::StrategyKind::FixedCpm;
    campaign.strategy.cpm = {cpm};
    campaign.strategy.shade = false;
    model::Creative creative;
    creative.id = "cr-" + id;
    creative.width = 300;
    creative.height = 250;
    campaign.ads = {{"ad-" + id, "ad", {creative}}};
    return campaign;
}

inline model::MarketSetup emptySetup()
{
    model::MarketSetup setup;
    setup.start = kStart;
    setup.seed = 7;
    setup.publishers.push_back({"harbor", "Harbor News", "", {}, {}, {}});
    model::Placement placement;
    placement.id = "home-top";
    placement.publisherId = "harbor";
    placement.width = 300;
    placement.height = 250;
    setup.placements.push_back(placement);
    return setup;
}

/// Two seats of two campaigns each and two log-normal rivals, all with answer times that are
/// sometimes late.
inline model::MarketSetup busySetup()
{
    auto setup = emptySetup();
    setup.seats = {campaignSeat("orchid"), campaignSeat("helios"), logNormalSeat("kestrel", 0.7),
                   logNormalSeat("tidewater", 0.9)};
    for (auto& seat : setup.seats)
        seat.answerTime = {30'000, 0.4};
    setup.campaigns = {fixedCampaign("camp-001", "orchid", 2 * kCpm),
                       fixedCampaign("camp-002", "orchid", 3 * kCpm),
                       fixedCampaign("camp-003", "helios", 5 * kCpm / 2),
                       fixedCampaign("camp-004", "helios", kCpm)};
    return setup;
}

/// A shard whose campaigns hold their part of the budget as quota.
struct OpenShard : market::MarketShard
{
    OpenShard(const model::MarketSetup& setup, std::uint32_t shard, market::ShardOutputs outputs)
        : MarketShard(setup, shard, std::move(outputs))
    {
        apply(dsp::budgetParts(setup, shard));
    }
};

/// The n-th opportunity of a steady stream, 20 a second, of 1000 users.
inline model::Opportunity opportunity(const model::MarketSetup& setup, std::uint64_t number)
{
    model::Opportunity offer;
    offer.id = number;
    offer.request = number;
    offer.at = kStart + static_cast<std::int64_t>(number) * 50;
    offer.user = base::mix64(number % 1000 + 1);
    offer.width = 300;
    offer.height = 250;
    offer.floor = {kCpm / 2};
    const auto& words = *setup.vocabulary;
    offer.set(model::Dimension::Publisher, words.of(model::Dimension::Publisher).find("harbor"));
    offer.set(model::Dimension::Placement, words.of(model::Dimension::Placement).find("home-top"));
    offer.set(model::Dimension::Format,
              setup.vocabulary->of(model::Dimension::Format).intern("banner"));
    offer.set(model::Dimension::Size,
              setup.vocabulary->of(model::Dimension::Size).intern("300x250"));
    return offer;
}

/// Runs auctions `first` to `last`; every third win is clicked, every ninth converts to 10 units.
inline void runMarket(market::MarketShard& shard, const model::MarketSetup& setup,
                      std::uint64_t first, std::uint64_t last)
{
    for (auto number = first; number <= last; ++number) {
        const auto& row = shard.run(opportunity(setup, number));
        if (row.winnerSeat != 0)
            shard.feedback(true, number % 3 == 0, number % 9 == 0, Money::units(10));
    }
}

} // namespace fixture
