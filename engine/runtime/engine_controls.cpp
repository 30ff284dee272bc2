// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a running market, kept so that its run can be repeated.
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

model::AuctionRules changed(model::AuctionRules rules, const RulesDelta& delta)
{
    rules.kind = delta.kind.value_or(rules.kind);
    rules.increment = delta.increment.value_or(rules.increment);
    rules.softFloor = delta.softFloor.value_or(rules.softFloor);
    rules.floorFactorPpm = delta.floorFactorPpm.value_or(rules.floorFactorPpm);
    return rules;
}

model::Seat changed(model::Seat seat, const SeatDelta& delta)
{
    seat.deadlineMicros = delta.deadlineMicros.value_or(seat.deadlineMicros);
    seat.cutOff = delta.cutOff.value_or(seat.cutOff);
    return seat;
}

/// The change as whole values, made from what the market's controls are now.
Result<TapedChange> resolved(const ControlChange& wanted, const model::AuctionRules& rules,
                             const std::vector<model::Seat>& seats)
{
    TapedChange change;
    if (wanted.rules)
        change.changes.emplace_back(model::RulesChange{changed(rules, *wanted.rules)});
    if (wanted.seat) {
        const auto seat = std::find_if(seats.begin(), seats.end(), [&](const model::Seat& one) {
            return one.id == wanted.seat->id;
        });
        if (seat == seats.end())
            return Error{"SEAT_NOT_FOUND", "seat", "there is no seat \"" + wanted.seat->id + "\"",
                         "name a seat of this market"};
        change.changes.emplace_back(model::SeatChange{changed(*seat, *wanted.seat)});
    }
    if (wanted.strategy)
        change.changes.emplace_back(*wanted.strategy);
    change.trafficFactor = wanted.trafficFactor;
    return change;
}

} // namespace

void Engine::State::change(TapedChange change)
{
    change.after.resize(host->shards());
    host->onShards([&](ShardCell& cell) {
        change.after[cell.shard()] = cell.place();
        give(change, cell);
    });
    noteControls(change);
    tellAdServers(change);
    log.journal(change.line);
    tape.add(std::move(change));
}

void Engine::State::tellAdServers(const TapedChange& change)
{
    for (const model::MarketChange& one : change.changes) {
        const auto* edited = std::get_if<model::CampaignChange>(&one);
        const auto* removed = std::get_if<model::CampaignRemoval>(&one);
        adServers.changed(edited != nullptr        ? edited->campaign.id
                              : removed != nullptr ? removed->campaignId
                                                   : std::string());
    }
}

Result<void> Engine::State::schedule(std::size_t change,
                                     const std::vector<model::MarketChange>& edits)
{
    if (!scheduler)
        return decidedElsewhere();
    acted.assign(host->shards(), {});
    const auto place = scheduler->edit(edits);
    if (!place)
        return place.error();
    tape.noteRound(change, *place, std::move(acted));
    return {};
}

void Engine::State::beginControls()
{
    const model::MarketSetup& setup = host->setup();
    rules = setup.rules;
    seats = setup.seats;
    trafficFactor = 1;
    refreshCampaigns();
    // What cannot be read is not shown; a workspace that fails has its own alarm.
    (void)annotations->begin(host->plan().marketName, host->plan().scenario.has_value());
    log.say({setup.start, "market", "info", "Market",
             host->plan().scenario ? "scenario " + host->plan().marketName + " is ready"
                                   : "real traffic is taken"});
}

void Engine::State::noteControls(const TapedChange& change)
{
    const std::lock_guard lock(makerMutex);
    for (const model::MarketChange& one : change.changes) {
        if (const auto* wanted = std::get_if<model::RulesChange>(&one))
            rules = wanted->rules;
        if (const auto* wanted = std::get_if<model::SeatChange>(&one))
            for (model::Seat& seat : seats)
                if (seat.id == wanted->seat.id)
                    seat = wanted->seat;
        if (const auto* wanted = std::get_if<model::SeatStrategyChange>(&one))
            maker.setSeatStrategy(wanted->seatId, wanted->kind);
    }
    trafficFactor = change.trafficFactor.value_or(trafficFactor);
}

Result<void> Engine::apply(const ControlChange& change)
{
    const std::shared_lock lock(m_state->market);
    MarketHost* host = m_state->host.get();
    if (host == nullptr)
        return Error{"SERVICE_UNAVAILABLE", "market", "no market is running",
                     "open a scenario or go live"};
    if (m_state->replayTo != 0)
        return Error{"INVALID_REQUEST", "market", "the market is being replayed",
                     "wait until it has come to its auction"};
    if (change.trafficFactor && (*change.trafficFactor < 0 || *change.trafficFactor > 100))
        return Error{"INVALID_REQUEST", "traffic", "must be from 0 to 100",
                     "write a factor such as 1.5"};
    const std::lock_guard one(m_state->controlsMutex);
    auto whole = resolved(change, m_state->rules, m_state->seats);
    if (!whole)
        return whole.error();
    whole->line = {host->now(), "journal", "info", change.subject, change.said};
    m_state->change(std::move(*whole));
    return {};
}

} // namespace gavel::runtime
