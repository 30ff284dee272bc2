// SPDX-License-Identifier: GPL-3.0-or-later
// This process as an ad server of a market that another one keeps: it bids with the quota that it
// is granted, keeps the events until they are told, and decides nothing.
#include "engine/model/market_json.h"
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"

#include <algorithm>
#include <set>

namespace gavel::runtime {

Result<void> Engine::State::startJoined(const Membership& membership, const MarketPart& wanted,
                                        const std::vector<model::Campaign>& listed)
{
    const std::unique_lock lock(market);
    stopMarket();
    request = {};
    MarketHost::Plan plan;
    plan.marketName = kJoinedMarket;
    plan.member = membership;
    auto setup = std::make_shared<model::MarketSetup>();
    setup->seats = wanted.seats;
    setup->publishers = wanted.publishers;
    setup->placements = wanted.placements;
    setup->rules = wanted.rules;
    setup->currency = wanted.currency;
    setup->rates = wanted.rates;
    setup->seed = wanted.seed;
    setup->start = clock.now();
    plan.setup = std::move(setup);
    if (auto started = startMarket(std::move(plan), listed, true, true); !started)
        return started;
    if (auto recalled = recallCaps(); !recalled)
        return recalled;
    host->resume();
    return {};
}

Result<void> Engine::State::followMarket(const MarketPart& wanted,
                                         const std::vector<model::Campaign>& changed,
                                         const std::vector<std::string>& removed)
{
    const std::shared_lock lock(market);
    if (!host || !host->plan().member)
        return noMarket();
    TapedChange change;
    change.published = true;
    if (model::toJson(wanted.rules) != model::toJson(rules))
        change.changes.emplace_back(model::RulesChange{wanted.rules});
    for (const model::Seat& seat : wanted.seats) {
        const auto known = std::ranges::find(seats, seat.id, &model::Seat::id);
        if (known != seats.end() && model::toJson(*known) != model::toJson(seat))
            change.changes.emplace_back(model::SeatChange{seat});
    }
    std::vector<std::string> gone = removed;
    if (wanted.isComplete) {
        std::set<std::string> there;
        for (const model::Campaign& campaign : changed)
            there.insert(campaign.id);
        for (const model::Campaign& campaign : campaigns->campaigns())
            if (!there.contains(campaign.id))
                gone.push_back(campaign.id);
    }
    if (auto stored = campaigns->follow(changed, gone); !stored)
        return stored;
    for (const model::Campaign& campaign : changed)
        change.changes.emplace_back(model::CampaignChange{campaign});
    for (const std::string& id : gone)
        change.changes.emplace_back(model::CampaignRemoval{id});
    change.line = {host->now(), "campaign", "info", "Market",
                   std::to_string(changed.size()) + " campaigns as the market has them, "
                       + std::to_string(gone.size()) + " removed"};
    {
        const std::lock_guard one(controlsMutex);
        this->change(std::move(change));
    }
    refreshCampaigns();
    return {};
}

} // namespace gavel::runtime
