// SPDX-License-Identifier: GPL-3.0-or-later
// Which market runs: starting it, stopping it, its time and its controls.
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"
#include "engine/runtime/scheduler/market_before.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr const char* kLiveScenario = "demo";
constexpr unsigned kMostShards = 64;

Error replaying()
{
    return {"INVALID_REQUEST", "market", "the market is being replayed",
            "wait until it has come to its auction"};
}

Error behind()
{
    return {"INVALID_REQUEST", "time", "lies behind the market or past the scenario's end",
            "start over to go back"};
}

ScenarioInfo describe(const simulation::Scenario& scenario)
{
    ScenarioInfo info;
    info.name = scenario.name;
    info.title = scenario.title;
    info.description = scenario.description;
    info.seed = scenario.seed;
    info.shards = scenario.shards;
    info.durationMs = scenario.durationMs;
    info.campaigns = scenario.campaigns.size();
    info.seats = scenario.seats.size();
    info.dayCurve = scenario.halfHourShares();
    return info;
}

} // namespace

std::filesystem::path Engine::State::scenarioPath(const std::string& name) const
{
    const std::filesystem::path given(name);
    return given.has_parent_path() || given.has_extension()
        ? given
        : options.scenarioFolder / (name + ".json");
}

void Engine::State::stopMarket()
{
    endRounds();
    adServers.close();
    host.reset();
    audience.reset();
    rows.clear();
    traces.clear();
    series.clear();
    log.clear();
    outside.clear();
    tape.clear();
    disturbed = false;
    replayTo = 0;
    trafficFactor = 1;
    const std::lock_guard lock(snapshotMutex);
    lastTotals = {};
    lastWallNanos = 0;
}

Result<void> Engine::State::startScenario(const ScenarioRequest& wanted)
{
    if (wanted.shards && (*wanted.shards == 0 || *wanted.shards > kMostShards))
        return Error{"INVALID_REQUEST", "shards", "there can be 1 to 64 shards",
                     "write another number"};
    auto scenario = simulation::loadScenario(scenarioPath(wanted.scenario));
    if (!scenario)
        return scenario.error();
    const std::unique_lock lock(market);
    stopMarket();
    request = wanted;
    MarketHost::Plan plan;
    plan.marketName = scenario->name;
    plan.setup = std::make_shared<model::MarketSetup>(scenario->setup(
        wanted.seed.value_or(scenario->seed), wanted.shards.value_or(scenario->shards)));
    plan.mostAuctions = wanted.mostAuctions;
    plan.keepRows = wanted.keepRows;
    const auto listed = scenario->campaigns;
    plan.scenario = std::move(*scenario);
    if (auto started = startMarket(std::move(plan), listed, wanted.afresh, wanted.keepEvents);
        !started)
        return started;
    host->setSpeed(wanted.speed);
    if (!wanted.paused)
        host->resume();
    return {};
}

Result<void> Engine::State::startLive()
{
    const auto first = simulation::loadScenario(scenarioPath(kLiveScenario));
    if (!first)
        return first.error();
    const std::unique_lock lock(market);
    stopMarket();
    request = {};
    MarketHost::Plan plan;
    plan.marketName = kLiveMarket;
    auto setup = std::make_shared<model::MarketSetup>(first->setup(first->seed, 1));
    setup->start = clock.now();
    plan.setup = std::move(setup);
    if (auto started = startMarket(std::move(plan), first->campaigns, false, true); !started)
        return started;
    if (auto recalled = recallCaps(); !recalled)
        return recalled;
    host->resume();
    return {};
}

Result<void> Engine::State::startMarket(MarketHost::Plan plan,
                                        const std::vector<model::Campaign>& listed, bool afresh,
                                        bool keepEvents)
{
    auto setup = std::make_shared<model::MarketSetup>(*plan.setup);
    auto desk = CampaignDesk::open(*workspace, plan.marketName, listed, afresh, clock);
    if (!desk)
        return desk.error();
    setup->campaigns = (*desk)->campaigns();
    setup->removed = (*desk)->removed();
    earlier = {};
    if (!plan.scenario) {
        // A scenario starts its budgets anew with each run; real money stays spent.
        auto read = readBefore(*workspace, plan.marketName, *setup, clock.now());
        if (!read)
            return read.error();
        earlier = std::move(*read);
    }
    auto known = dmp::Audience::open(*workspace, setup->vocabulary, clock);
    if (!known)
        return known.error();
    plan.setup = setup;
    plan.events = keepEvents && !options.workspace.empty() ? events.get() : nullptr;
    plan.threads = options.threads > 0 ? options.threads
                                       : std::max(1U, std::thread::hardware_concurrency() - 1);
    plan.yields = options.besideWindow;
    plan.trace = [this](model::AuctionTrace&& trace) { traces.add(std::move(trace)); };
    audience = std::move(*known);
    campaigns = std::move(*desk);
    return runPlan(std::move(plan), {});
}

Result<void> Engine::State::runPlan(MarketHost::Plan plan, std::vector<ScriptedEdit> script)
{
    const auto setup = plan.setup;
    series.begin(*setup);
    auto bell = std::make_shared<RoundBell>();
    plan.reported = [bell] { bell->ring(); };
    plan.run = 0;
    if (plan.events != nullptr) {
        const auto run = plan.events->beginRun(plan.marketName, clock.now());
        if (!run)
            return run.error();
        plan.run = *run;
        if (auto learnt = eventPipeline->learn(*run, setup->campaigns, setup->placements); !learnt)
            return learnt;
    }
    auto started = MarketHost::start(std::move(plan));
    if (!started)
        return started.error();
    host = std::move(*started);
    beginControls();
    if (host->plan().member)
        return finishStart();
    auto members = openAdServers(bell);
    if (!members) {
        host.reset();
        return members.error();
    }
    Scheduler::Plan rounds = schedulerPlan(std::move(bell));
    rounds.script = std::move(script);
    rounds.members = std::move(*members);
    auto scheduling = Scheduler::start(std::move(rounds), *host);
    if (!scheduling) {
        adServers.close();
        host.reset();
        return scheduling.error();
    }
    scheduler = std::move(*scheduling);
    return finishStart();
}

Result<void> Engine::State::finishStart()
{
    const auto& setup = host->plan().setup;
    inventory.replace(setup->publishers, setup->placements);
    DayCurve curve{{}, 0, setup->start};
    if (const auto& scenario = host->plan().scenario) {
        curve.halfHours = scenario->halfHourShares();
        curve.utcOffsetMinutes = scenario->utcOffsetMinutes;
    }
    {
        const std::lock_guard lock(makerMutex);
        maker.setCurve(std::move(curve));
    }
    return {};
}

Result<void> Engine::loadScenario(const ScenarioRequest& request)
{
    auto started = m_state->startScenario(request);
    m_state->setTracing();
    m_state->makeSnapshot();
    return started;
}

Result<void> Engine::goLive()
{
    auto started = m_state->startLive();
    m_state->setTracing();
    m_state->makeSnapshot();
    return started;
}

std::vector<ScenarioInfo> Engine::scenarios() const
{
    std::vector<ScenarioInfo> list;
    std::error_code ignored;
    for (const auto& entry :
         std::filesystem::directory_iterator(m_state->options.scenarioFolder, ignored)) {
        if (entry.path().extension() != ".json")
            continue;
        if (const auto scenario = simulation::loadScenario(entry.path()))
            list.push_back(describe(*scenario));
    }
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return list;
}

Result<ScenarioInfo> Engine::readScenario(const std::string& scenario) const
{
    const auto read = simulation::loadScenario(m_state->scenarioPath(scenario));
    if (!read)
        return read.error();
    return describe(*read);
}

void Engine::pause()
{
    const std::shared_lock lock(m_state->market);
    if (m_state->host && m_state->replayTo == 0) {
        const bool ran = !m_state->host->paused();
        m_state->host->pause();
        m_state->settle();
        if (ran)
            m_state->log.say({m_state->host->now(), "market", "info", "Market", "is paused"});
    }
}

void Engine::resume()
{
    const std::shared_lock lock(m_state->market);
    if (!m_state->host || m_state->replayTo != 0)
        return;
    if (m_state->host->paused() && m_state->host->now() > m_state->host->setup().start)
        m_state->log.say({m_state->host->now(), "market", "info", "Market", "runs on"});
    m_state->host->resume();
}

void Engine::setSpeed(double speed)
{
    const std::shared_lock lock(m_state->market);
    if (m_state->host && m_state->replayTo == 0)
        m_state->host->setSpeed(speed);
}

Result<model::AuctionRow> Engine::step()
{
    const std::shared_lock lock(m_state->market);
    MarketHost* host = m_state->host.get();
    if (host == nullptr || !host->plan().scenario)
        return noMarket();
    if (m_state->replayTo != 0)
        return replaying();
    if (!host->paused())
        return Error{"INVALID_REQUEST", "market", "the market is running", "pause it first"};
    std::vector<std::int64_t> next(host->shards(), INT64_MAX);
    for (std::size_t i = 0; i < host->shards(); ++i)
        host->onShard(i, [&](ShardCell& cell) {
            next[i] = cell.run()->finished() ? INT64_MAX : cell.run()->next().value;
        });
    const auto first
        = static_cast<std::size_t>(std::min_element(next.begin(), next.end()) - next.begin());
    if (next[first] == INT64_MAX)
        return Error{"INVALID_REQUEST", "market", "the scenario has ended", "start it over"};
    if (!m_state->meetScheduler({next[first]}))
        return Error{"SERVICE_UNAVAILABLE", "scheduler", "quota for the next auction is missing",
                     "see the page Schedule for what failed"};
    model::AuctionRow row;
    host->onShard(first, [&](ShardCell& cell) {
        cell.run()->runOne();
        cell.market().flush();
        auto trace = cell.market().traceLast();
        row = trace.row;
        m_state->traces.add(std::move(trace));
        cell.noteReached();
        cell.publishCounters();
    });
    return row;
}

Result<void> Engine::runTo(TimeMs time)
{
    const std::shared_lock lock(m_state->market);
    MarketHost* host = m_state->host.get();
    if (host == nullptr || !host->plan().scenario)
        return noMarket();
    if (m_state->replayTo != 0)
        return replaying();
    if (time <= host->now() || time > host->plan().scenario->end())
        return behind();
    host->setLimit(time);
    host->setSpeed(0);
    host->resume();
    return {};
}

Result<RunSummary> Engine::runToEnd(TimeMs until)
{
    const std::int64_t begun = base::monotonicNanos();
    {
        const std::shared_lock lock(m_state->market);
        if (!m_state->host || !m_state->host->plan().scenario)
            return noMarket();
        if (until <= m_state->host->now())
            return behind();
        if (until < m_state->host->plan().scenario->end())
            m_state->host->setLimit(until);
        m_state->host->setSpeed(0);
        m_state->host->resume();
    }
    for (;;) {
        {
            const std::shared_lock lock(m_state->market);
            if (!m_state->host || m_state->host->finished() || m_state->host->paused())
                break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    RunSummary summary;
    {
        const std::shared_lock lock(m_state->market);
        if (const auto settled = m_state->scheduler->finish(); !settled)
            return settled.error();
        if (const auto flushed = m_state->host->flush(); !flushed)
            return flushed.error();
        summary.seconds = static_cast<double>(base::monotonicNanos() - begun) / 1e9;
    }
    const auto last = freshSnapshot();
    summary.total = last->total;
    summary.digest = last->digest;
    summary.finished = last->finished;
    return summary;
}

} // namespace gavel::runtime
