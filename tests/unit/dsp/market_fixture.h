// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/budget_parts.h"
#include "engine/dsp/seat_bidder.h"

#include <string>
#include <vector>

namespace gavel::dsp::test {

inline constexpr TimeMs kMonday{1'767'571'200'000}; ///< 2026-01-05 00:00 UTC, a Monday

/// One seat "dsp" with the given campaigns, one shard, USD.
inline model::MarketSetup marketWith(std::vector<model::Campaign> campaigns,
                                     model::Selection selection = model::Selection::ExpectedValue)
{
    model::MarketSetup setup;
    setup.start = kMonday;
    model::Seat seat;
    seat.id = "dsp";
    seat.selection = selection;
    setup.seats.push_back(seat);
    setup.campaigns = std::move(campaigns);
    return setup;
}

/// An active campaign of seat "dsp" that bids `cpm` on everything and has 1000 units to spend.
inline model::Campaign campaignNamed(const std::string& id, std::int64_t cpmMicros = 1'000'000)
{
    model::Campaign campaign;
    campaign.id = id;
    campaign.name = id;
    campaign.advertiserId = "adv-" + id;
    campaign.seatId = "dsp";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(1000);
    campaign.strategy.kind = model::StrategyKind::FixedCpm;
    campaign.strategy.cpm = Price::cpm({cpmMicros});
    return campaign;
}

/// The setup's seat with whole budgets as quota.
inline SeatBidder openSeat(const model::MarketSetup& setup)
{
    SeatBidder seat(setup, setup.seats[0]);
    const model::QuotaGrants parts = budgetParts(setup, 0);
    for (const auto& grant : *parts.grants)
        seat.apply(grant);
    return seat;
}

inline model::Opportunity opportunityAt(TimeMs at, std::uint64_t id = 1, std::uint64_t user = 7)
{
    model::Opportunity opportunity;
    opportunity.id = id;
    opportunity.at = at;
    opportunity.user = user;
    opportunity.width = 300;
    opportunity.height = 250;
    return opportunity;
}

inline model::ValueRule anyOf(model::Dimension dimension, std::vector<std::string> values)
{
    return {dimension, model::Match::AnyOf, std::move(values)};
}

} // namespace gavel::dsp::test
