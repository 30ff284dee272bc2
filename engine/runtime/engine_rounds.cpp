// SPDX-License-Identifier: GPL-3.0-or-later
// The scheduling rounds of the market that runs.
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"

namespace gavel::runtime {

Result<Rounds::Members> Engine::State::openAdServers(const std::shared_ptr<RoundBell>& bell)
{
    const MarketHost::Plan& of = host->plan();
    if (of.scenario || of.events == nullptr)
        return Rounds::Members();
    MarketAdServers::Market joinable;
    joinable.name = of.marketName;
    joinable.setup = of.setup;
    joinable.workspace = workspace.get();
    joinable.events = of.events;
    joinable.bell = [bell] { bell->ring(); };
    joinable.campaigns = [this] { return campaigns->campaigns(); };
    joinable.rules = [this] {
        const std::lock_guard lock(makerMutex);
        return rules;
    };
    joinable.seats = [this] {
        const std::lock_guard lock(makerMutex);
        return seats;
    };
    return adServers.open(std::move(joinable));
}

Scheduler::Plan Engine::State::schedulerPlan(std::shared_ptr<RoundBell> bell)
{
    const MarketHost::Plan& of = host->plan();
    Scheduler::Plan plan;
    plan.bell = std::move(bell);
    plan.rounds.setup = of.setup;
    plan.rounds.workspace = of.events != nullptr ? workspace.get() : nullptr;
    plan.rounds.market = of.marketName;
    plan.rounds.run = host->run();
    plan.rounds.isLive = !of.scenario.has_value();
    if (of.scenario) {
        plan.rounds.intervalMs = of.scenario->roundMs;
        plan.rounds.end = of.scenario->end();
        plan.rounds.curve.dayCurve = of.scenario->halfHourShares();
        plan.rounds.curve.utcOffsetMinutes = of.scenario->utcOffsetMinutes;
    }
    plan.rounds.before = earlier;
    of.setup->eachPaying([&](const model::Campaign& campaign) {
        if (const Money beside = campaigns->spentBeside(campaign.id); beside > Money{})
            plan.rounds.beside[campaign.id] = beside;
    });
    plan.acted = [this](std::size_t shard, ShardPlace at, const model::QuotaGrants& grants) {
        if (shard < acted.size())
            acted[shard].push_back({at, grants});
    };
    return plan;
}

bool Engine::State::meetScheduler(TimeMs next)
{
    while (!scheduler->problem()) {
        std::atomic<bool> all{true};
        host->onShards([&](ShardCell& cell) {
            if (!cell.meetScheduler(next, false))
                all = false;
        });
        if (all)
            return true;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return false;
}

Result<void> Engine::State::order(const Order& order, LogLine line)
{
    const std::shared_lock lock(market);
    if (!scheduler)
        return noMarket();
    if (replayTo != 0)
        return Error{"INVALID_REQUEST", "market", "the market is being replayed",
                     "wait until it has come to its auction"};
    const std::lock_guard one(controlsMutex);
    TapedChange change;
    change.order = order;
    change.after.resize(host->shards());
    host->onShards([&](ShardCell& cell) { change.after[cell.shard()] = cell.place(); });
    acted.assign(host->shards(), {});
    const auto done = scheduler->order(order);
    if (!done) {
        disturbed = true; // a part of it may have been done
        return done.error();
    }
    line.at = host->now();
    log.journal(line);
    if (!host->plan().scenario)
        return {};
    change.line = std::move(line);
    change.round = *done;
    change.acted = std::move(acted);
    tape.add(std::move(change));
    return {};
}

MarketAccess Engine::State::access()
{
    MarketAccess access;
    access.with = [this](const MarketAccess::Use& use) {
        const std::shared_lock lock(market);
        if (!scheduler)
            return false;
        use(*scheduler, *workspace);
        return true;
    };
    access.isLeaving = [this] { return isLeaving.load(); };
    access.order = [this](std::string subject, std::string said, const Order& order) {
        return this->order(order, {{}, "journal", "info", std::move(subject), std::move(said)});
    };
    access.journal = [this](std::string subject, std::string said) {
        const std::shared_lock lock(market);
        const TimeMs now = host ? host->now() : clock.now();
        log.journal({now, "journal", "info", std::move(subject), std::move(said)});
    };
    return access;
}

JoinedMarket::Access Engine::State::joinedAccess()
{
    JoinedMarket::Access access;
    access.start = [this](const auto&... given) { return startJoined(given...); };
    access.follow = [this](const auto&... given) { return followMarket(given...); };
    access.with = [this](const std::function<void(MarketHost&)>& use) {
        const std::shared_lock lock(market);
        if (!host || !host->plan().member)
            return false;
        use(*host);
        return true;
    };
    access.workspace = [this]() -> store::Workspace& { return *workspace; };
    return access;
}

ScheduleDesk& Engine::schedule() const
{
    return m_state->schedules;
}

AdServerDesk& Engine::adServers() const
{
    return m_state->adServers;
}

JoinedDesk& Engine::joined() const
{
    return m_state->joined;
}

PipelineDesk& Engine::pipeline() const
{
    return *m_state->eventPipeline;
}

WatchDesk& Engine::watch() const
{
    return *m_state->watch;
}

AnnotationDesk& Engine::annotations() const
{
    return *m_state->annotations;
}

StorageDesk& Engine::storage() const
{
    return *m_state->storage;
}

FaultDesk& Engine::faults() const
{
    return *m_state->faults;
}

SubscriberDesk& Engine::subscribers() const
{
    return *m_state->subscriptions;
}

Topics& Engine::topics() const
{
    return m_state->subscriptions->topics();
}

DeliveryFeed& Engine::deliveries() const
{
    return *m_state->subscriptions;
}

PollFeed& Engine::polls() const
{
    return m_state->eventPipeline->polls();
}

pipeline::Intake& Engine::intake() const
{
    return m_state->eventPipeline->intake();
}

std::vector<std::uint32_t> Engine::countedScopes() const
{
    auto reader = m_state->workspace->reader();
    return reader ? m_state->eventPipeline->scopes(*reader) : std::vector<std::uint32_t>();
}

SettlementDesk& Engine::settlement() const
{
    return m_state->settlements;
}

void Engine::State::endRounds()
{
    if (scheduler && host && !host->plan().scenario)
        if (const auto settled = scheduler->finish(); !settled)
            log.say({host->now(), "market", "bad", "Scheduler", base::toString(settled.error())});
    scheduler.reset();
}

} // namespace gavel::runtime
