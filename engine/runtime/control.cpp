// SPDX-License-Identifier: GPL-3.0-or-later
// The control thread: drains rows, makes snapshots, keeps the market's time in step.
#include "engine/runtime/engine_state.h"
#include "engine/runtime/workspace_rooms.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

using namespace std::chrono_literals;
constexpr auto kDrainEvery = 20ms;
constexpr std::int64_t kSnapshotEveryNanos = 100'000'000;
/// Snapshots of large markets may take a twentieth of one core.
constexpr std::int64_t kSnapshotShare = 20;
constexpr std::size_t kRowsPerDrain = 1U << 15;
constexpr double kTracesPerSecond = 120;
constexpr double kTraceEveryAtLeast = 10;

} // namespace

Engine::State::State(EngineOptions given)
    : options(std::move(given))
    , schedules(access())
    , settlements(access())
    , adServers(access(), clock)
    , joined(joinedAccess())
{
    newest.store(std::make_shared<const Snapshot>());
}

Engine::State::~State()
{
    {
        const std::lock_guard lock(controlMutex);
        stop = true;
    }
    controlWake.notify_all();
    if (controlThread.joinable())
        controlThread.join();
    watch.reset();
    storage.reset();
    const std::unique_lock lock(market);
    endRounds();
    adServers.close();
    host.reset();
    audience.reset();
    subscriptions.reset();
    faults.reset();
    eventPipeline.reset();
    counterBook.reset();
    events.reset();
}

Result<void> Engine::State::open()
{
    auto opened = openWorkspace(options.workspace);
    if (!opened)
        return opened.error();
    workspace = std::move(*opened);
    events = std::make_unique<store::EventWriter>(*workspace);
    auto counting = pipeline::CounterBook::open(*workspace, *events);
    if (!counting)
        return counting.error();
    counterBook = std::move(*counting);
    auto annotating = Annotations::open(*workspace, clock);
    if (!annotating)
        return annotating.error();
    annotations = std::move(*annotating);
    log.setKeeper([this](const LogLine& line) { annotations->hear(line); });
    // What parts of the desk say stands at the time of the market that runs, if one does.
    const auto say = [this](LogLine line) {
        if (const auto seen = newest.load(); seen->mode != MarketMode::Stopped)
            line.at = seen->now;
        log.say(std::move(line));
    };
    auto subscribed = Subscriptions::open(
        {*workspace, clock, static_cast<std::uint64_t>(clock.now().value), say});
    if (!subscribed)
        return subscribed.error();
    subscriptions = std::move(*subscribed);
    auto faulted = Faults::open({*workspace, clock, say});
    if (!faulted)
        return faulted.error();
    faults = std::move(*faulted);
    auto pipelined = EventPipeline::open({*workspace, *events, *counterBook, clock,
                                          options.scenarioFolder / ".." / "pipeline" / "rules.json",
                                          [this] {
                                              const std::shared_lock lock(market);
                                              return host ? host->plan().marketName : std::string();
                                          },
                                          *subscriptions, say, !faults->view()->isIntakeOpen,
                                          options.isAtWork});
    if (!pipelined)
        return pipelined.error();
    eventPipeline = std::move(*pipelined);
    storage = std::make_unique<LogStorage>(
        LogStorage::Parts{*workspace, *events, clock, [this] { return newest.load(); },
                          [this] { return eventPipeline->replay().isRunning; }, say});
    faults->setActions(std::make_unique<FaultActions>(
        FaultActions::Parts{*workspace, *eventPipeline, clock, [this] { return isMarketShut(); },
                            [this] { subscriptions->topics().dropCaches(); }}));
    auto watching
        = Watch::open({*workspace, *counterBook, *eventPipeline, *subscriptions, *storage, *faults,
                       clock, options.scenarioFolder / ".." / "alerts" / "default.json",
                       [this] { return newest.load(); }, say, options.isAtWork});
    if (!watching)
        return watching.error();
    watch = std::move(*watching);
    controlThread = std::thread([this] { control(); });
    return {};
}

void Engine::State::control()
{
    std::int64_t nextSnapshot = 0;
    double tracedAt = -1;
    std::unique_lock wait(controlMutex);
    while (!stop) {
        wait.unlock();
        drainRows();
        keepMarketShut();
        endReplay();
        if (const std::int64_t now = base::monotonicNanos(); now >= nextSnapshot) {
            makeSnapshot();
            const std::int64_t took = base::monotonicNanos() - now;
            nextSnapshot = now + std::max(kSnapshotEveryNanos, took * kSnapshotShare);
            const double rate = auctionsPerSecond.load();
            if (rate > tracedAt * 1.5 || rate < tracedAt / 1.5) {
                setTracing();
                tracedAt = rate;
            }
        }
        wait.lock();
        controlWake.wait_for(wait, kDrainEvery);
    }
}

void Engine::State::drainRows()
{
    const std::shared_lock lock(market);
    if (!host)
        return;
    host->keepUp();
    const auto gone = traces.takeGone(); // before the rows: theirs are in the rings by now
    drained.resize(kRowsPerDrain);
    const std::size_t most = kRowsPerDrain / host->shards();
    const auto isEarlier
        = [](const model::AuctionRow& a, const model::AuctionRow& b) { return a.at < b.at; };
    auto end = drained.begin();
    for (std::size_t shard = 0; shard < host->shards(); ++shard)
        if (auto* ring = host->cell(shard).rows()) {
            const auto begin = end;
            end += static_cast<std::ptrdiff_t>(ring->pop(begin, most));
            std::inplace_merge(drained.begin(), begin, end, isEarlier);
        }
    rows.add({drained.begin(), end});
    rows.letGo(gone);
}

/// A scenario's money is nobody's: it runs on.
void Engine::State::keepMarketShut()
{
    const std::shared_lock lock(market);
    if (!host || host->plan().scenario)
        return;
    if (!faults->view()->isIntakeOpen) {
        host->pause();
        hasShutMarket = true;
    } else if (hasShutMarket.exchange(false)) {
        host->resume();
    }
}

bool Engine::State::isMarketShut()
{
    const std::shared_lock lock(market);
    return !host || host->plan().scenario || host->paused();
}

void Engine::State::setTracing()
{
    const std::shared_lock lock(market);
    if (!host)
        return;
    const auto every = static_cast<std::uint32_t>(
        std::max(kTraceEveryAtLeast, auctionsPerSecond.load() / kTracesPerSecond));
    std::function<bool(const model::AuctionRow&)> filter;
    if (!traceFilter.empty())
        if (const auto parsed
            = market::AuctionFilter::parse(traceFilter, *host->setup().vocabulary))
            filter = [test = *parsed](const model::AuctionRow& row) { return test.matches(row); };
    host->onShards([&](ShardCell& cell) {
        cell.market().setTracing(cell.rows() != nullptr ? every : 0, filter);
    });
    traceEvery = host->cell(0).rows() != nullptr ? every : 0;
}

MarketCounters Engine::State::countersNow()
{
    std::vector<std::shared_ptr<const market::ShardCounters>> shards;
    for (std::size_t shard = 0; shard < host->shards(); ++shard)
        shards.push_back(host->cell(shard).counters());
    return addUp(shards);
}

std::shared_ptr<const Snapshot> Engine::State::snapshotOf(const MarketCounters& counters)
{
    auto snapshot = std::make_shared<Snapshot>();
    const model::MarketSetup& setup = host->setup();
    const auto& scenario = host->plan().scenario;
    snapshot->number = ++snapshotNumber;
    snapshot->mode = scenario ? MarketMode::Simulation : MarketMode::Live;
    snapshot->workspace = options.workspace.filename().string();
    snapshot->scenario = scenario ? scenario->name : "";
    snapshot->seed = setup.seed;
    snapshot->shards = setup.shards;
    snapshot->paused = host->paused();
    snapshot->finished = host->finished();
    snapshot->replayTo = replayTo.load();
    snapshot->speed = snapshot->replayTo == 0 ? host->speed() : speedAfterReplay;
    snapshot->start = setup.start;
    snapshot->end = scenario ? scenario->end() : TimeMs{};
    snapshot->now = std::max(host->now(), setup.start);
    snapshot->wallMs = base::monotonicNanos() / 1'000'000;
    snapshot->currency = setup.currency;
    snapshot->utcOffsetMinutes = scenario ? scenario->utcOffsetMinutes : 0;
    snapshot->auctionsPerSecond = auctionsPerSecond.load();
    snapshot->bidsPerSecond = bidsPerSecond;
    snapshot->winsPerSecond = winsPerSecond;
    {
        const std::lock_guard lock(makerMutex);
        const auto figures
            = scheduler ? scheduler->figures() : std::make_shared<const RoundFigures>();
        maker.fill(*snapshot, *host, counters, *figures);
        snapshot->schedule = figures->schedule;
        snapshot->settlement = figures->settlement;
        snapshot->rules = rules;
        snapshot->trafficFactor = trafficFactor;
        for (std::size_t i = 0; i < snapshot->seats.size() && i < seats.size(); ++i) {
            snapshot->seats[i].deadlineMicros = seats[i].deadlineMicros;
            snapshot->seats[i].cutOff = seats[i].cutOff;
        }
    }
    snapshot->total.impressions += outside.told(model::EventKind::Impression);
    snapshot->total.clicks += outside.told(model::EventKind::Click);
    snapshot->total.conversions += outside.told(model::EventKind::Conversion);
    snapshot->rowsKept = rows.kept();
    snapshot->rowsLeftOut
        = snapshot->total.auctions - std::min(snapshot->total.auctions, rows.added());
    const auto stored = events->counts();
    snapshot->eventsStored = stored.stored;
    snapshot->eventsWaiting = stored.waiting;
    snapshot->watch = watch->view();
    snapshot->faults = faults->view();
    snapshot->annotations = annotations->view();
    return snapshot;
}

void Engine::State::makeSnapshot()
{
    const std::shared_lock lock(market);
    const std::lock_guard one(snapshotMutex);
    if (!host) {
        auto empty = std::make_shared<Snapshot>();
        empty->number = ++snapshotNumber;
        empty->workspace = options.workspace.filename().string();
        empty->wallMs = base::monotonicNanos() / 1'000'000;
        empty->watch = watch->view();
        empty->faults = faults->view();
        newest.store(std::move(empty));
        return;
    }
    const MarketCounters counters = countersNow();
    const std::int64_t wall = base::monotonicNanos();
    if (lastWallNanos != 0 && wall > lastWallNanos) {
        // Rates over about a second: an exponential mean of the tenths.
        const double seconds = static_cast<double>(wall - lastWallNanos) / 1e9;
        const double weight = std::min(1.0, seconds / 0.7);
        const auto rate = [&](double before, std::uint64_t now, std::uint64_t then) {
            return before + weight * (static_cast<double>(now - then) / seconds - before);
        };
        auctionsPerSecond.store(
            rate(auctionsPerSecond.load(), counters.sum.auctions, lastTotals.auctions));
        bidsPerSecond = rate(bidsPerSecond, counters.sum.bids, lastTotals.bids);
        winsPerSecond = rate(winsPerSecond, counters.sum.wins, lastTotals.wins);
    }
    lastWallNanos = wall;
    lastTotals.auctions = counters.sum.auctions;
    lastTotals.bids = counters.sum.bids;
    lastTotals.wins = counters.sum.wins;
    auto snapshot = std::const_pointer_cast<Snapshot>(snapshotOf(counters));
    snapshot->traceEvery = traceEvery;
    log.watch(*snapshot);
    log.fill(*snapshot);
    series.add(*snapshot, counters);
    newest.store(std::move(snapshot));
}

void Engine::State::refreshCampaigns()
{
    const auto all = campaigns->campaigns();
    std::map<std::string, SnapshotMaker::Before> before;
    for (const auto& campaign : all) {
        SnapshotMaker::Before& had = before[campaign.id];
        had.beside = campaigns->spentBeside(campaign.id);
        if (const auto known = earlier.campaigns.find(campaign.id);
            known != earlier.campaigns.end())
            had.sums = known->second.sums;
    }
    const std::lock_guard lock(makerMutex);
    maker.setCampaigns(all, std::move(before));
}

} // namespace gavel::runtime
