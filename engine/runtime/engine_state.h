// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/published.h"
#include "engine/dmp/audience.h"
#include "engine/pipeline/counters/counter_book.h"
#include "engine/runtime/books/desk_log.h"
#include "engine/runtime/books/market_series.h"
#include "engine/runtime/books/row_book.h"
#include "engine/runtime/books/trace_book.h"
#include "engine/runtime/campaign_desk.h"
#include "engine/runtime/control_tape.h"
#include "engine/runtime/desks/annotations.h"
#include "engine/runtime/desks/event_pipeline.h"
#include "engine/runtime/desks/joined_market.h"
#include "engine/runtime/desks/log_storage.h"
#include "engine/runtime/desks/market_ad_servers.h"
#include "engine/runtime/desks/market_schedule.h"
#include "engine/runtime/desks/market_settlement.h"
#include "engine/runtime/desks/subscriptions.h"
#include "engine/runtime/desks/watch.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/faults/faults.h"
#include "engine/runtime/market_host.h"
#include "engine/runtime/outside_wins.h"
#include "engine/runtime/scheduler/scheduler.h"
#include "engine/runtime/snapshot_maker.h"
#include "engine/ssp/inventory.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace gavel::runtime {

/// The parts of the engine and the control thread that looks after them.
/// `market` guards which market runs: shared while it is used, exclusive while it is replaced.
struct Engine::State
{
    explicit State(EngineOptions given);
    ~State();
    Result<void> open();

    // the market: see engine_market.cpp
    Result<void> startScenario(const ScenarioRequest& request);
    Result<void> startLive();
    Result<void> startMarket(MarketHost::Plan plan, const std::vector<model::Campaign>& campaigns,
                             bool afresh, bool keepEvents);
    /// The part of a start that a replay repeats, with what was published in it. The market is held
    /// exclusively.
    Result<void> runPlan(MarketHost::Plan plan, std::vector<ScriptedEdit> script);
    Result<void> finishStart();
    Scheduler::Plan schedulerPlan(std::shared_ptr<RoundBell> bell);
    Result<Rounds::Members> openAdServers(const std::shared_ptr<RoundBell>& bell);
    /// For the desks that people sit at.
    MarketAccess access();
    JoinedMarket::Access joinedAccess();
    /// Every shard of a paused market has the grants for an auction at this time.
    bool meetScheduler(TimeMs next);
    /// The last settlement of a market whose money goes on.
    void endRounds();
    void stopMarket();

    /// Gives the seats what earlier runs have shown, for their caps. The market is held and has not
    /// begun.
    Result<void> recallCaps();
    /// A delivery of a win that the shard has forgotten. The market is held.
    Result<void> recordLate(std::uint64_t auction, model::EventKind kind, Money value);

    // as an ad server of another process's market: see engine_joined.cpp
    Result<void> startJoined(const Membership& membership, const MarketPart& wanted,
                             const std::vector<model::Campaign>& listed);
    Result<void> followMarket(const MarketPart& wanted, const std::vector<model::Campaign>& changed,
                              const std::vector<std::string>& removed);

    // its controls: see engine_controls.cpp
    /// Gives the change to every shard, and keeps it for a replay and the journal.
    void change(TapedChange change);
    void tellAdServers(const TapedChange& change);
    /// Campaigns were published, a change on the tape: their quota follows before this returns.
    Result<void> schedule(std::size_t change, const std::vector<model::MarketChange>& edits);
    /// A person does something to the rounds: done when it returns, and on the tape.
    Result<void> order(const Order& order, LogLine line);
    /// The controls are the scenario's, and the log says that it begins.
    void beginControls();
    /// What the market's controls are after the change.
    void noteControls(const TapedChange& change);

    // going back: see engine_replay.cpp
    Result<void> stepBack();
    void settle();
    Result<void> replay(const std::vector<std::uint64_t>& ran,
                        const std::vector<std::uint64_t>& stopAt, TimeMs until);
    void endReplay();
    Result<void> stopReplay();
    Result<void> makeUpFor(const ScriptedEdit& missed, std::size_t change);
    using KeptChange = std::pair<std::size_t, TapedChange>; ///< and its place before
    /// Gives the shards what the others have come to, and drops the changes that none has.
    std::vector<KeptChange> cutReplay();
    std::filesystem::path scenarioPath(const std::string& name) const;

    // the control thread: see control.cpp
    void control();
    void drainRows();
    void makeSnapshot();
    void setTracing();
    /// While a fault has shut the intake down no real traffic is taken.
    void keepMarketShut();
    bool isMarketShut();
    std::shared_ptr<const Snapshot> snapshotOf(const MarketCounters& counters);
    MarketCounters countersNow();
    void refreshCampaigns();
    void countUnheld(const std::string& campaignId, std::uint64_t user);

    EngineOptions options;
    base::SystemClock clock;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> events;
    std::unique_ptr<Annotations> annotations; ///< hears the log of the desk
    std::unique_ptr<pipeline::CounterBook> counterBook; ///< of the log

    mutable std::shared_mutex market;
    std::unique_ptr<MarketHost> host;
    MarketSchedule schedules;
    MarketSettlement settlements;
    std::unique_ptr<Subscriptions> subscriptions;
    std::unique_ptr<EventPipeline> eventPipeline;
    std::unique_ptr<Faults> faults; ///< acts on the pipeline
    std::unique_ptr<Watch> watch; ///< of all of them; gone before them
    std::atomic<std::uint32_t> traceEvery{0}; ///< Snapshot::traceEvery
    std::atomic<bool> hasShutMarket{false}; ///< the live market is paused while the intake is shut
    MarketAdServers adServers;
    JoinedMarket joined;
    std::unique_ptr<Scheduler> scheduler; ///< of the host; gone before it
    MarketBefore earlier; ///< what campaigns did in earlier runs of this market
    std::vector<std::vector<TapedGrants>> acted; ///< grants of the edit that is under way, by shard
    std::unique_ptr<CampaignDesk> campaigns;
    std::mutex campaignStep; ///< Engine::holdCampaigns()
    std::shared_ptr<dmp::Audience> audience;
    ssp::Inventory inventory;
    OutsideWins outside;
    std::mutex lateMutex; ///< one delivery of a win that only the log knows is told at a time
    ScenarioRequest request;
    ControlTape tape;
    std::mutex controlsMutex; ///< one change is made at a time
    std::atomic<bool> isLeaving{false};
    std::atomic<bool> disturbed{false}; ///< told from outside: the run cannot be repeated
    std::atomic<std::uint64_t> replayTo{0}; ///< auctions at which a replay ends; 0 = none runs
    double speedAfterReplay = 1;
    double trafficFactor = 1;
    model::AuctionRules rules;
    std::vector<model::Seat> seats; ///< as changed while the market runs

    RowBook rows;
    std::vector<model::AuctionRow> drained; ///< of the control thread
    TraceBook traces;
    MarketSeries series;
    DeskLog log;
    mutable std::mutex makerMutex; ///< guards maker
    SnapshotMaker maker;
    std::string traceFilter;
    std::atomic<double> auctionsPerSecond{0};

    std::mutex snapshotMutex; ///< one snapshot is made at a time
    std::uint64_t snapshotNumber = 0;
    Totals lastTotals;
    std::int64_t lastWallNanos = 0;
    double bidsPerSecond = 0;
    double winsPerSecond = 0;
    base::Published<Snapshot> newest;

    std::mutex controlMutex;
    std::condition_variable controlWake;
    bool stop = false;
    std::thread controlThread;

    std::unique_ptr<LogStorage> storage; ///< worked on by the watch's thread
};

} // namespace gavel::runtime
