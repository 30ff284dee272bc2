// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/published.h"
#include "engine/base/spsc_ring.h"
#include "engine/market/market_shard.h"
#include "engine/runtime/live_port.h"
#include "engine/runtime/scheduler/quota_gate.h"
#include "engine/simulation/shard_run.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gavel::runtime {

/// How far a market may run now.
struct Pace
{
    bool paused = true;
    TimeMs target; ///< auctions up to here are due
    TimeMs live; ///< time that real opportunities get
    bool over = false; ///< every shard has run all auctions it may
};

class ShardCell;

/// A place in the run of one shard.
struct ShardPlace
{
    std::uint64_t generated = 0; ///< auctions run
    std::uint64_t passed = 0; ///< boundaries of scheduling rounds passed
    bool operator==(const ShardPlace&) const = default;
};

/// A run that is repeated: what happens at which places, in order, and where the shard holds.
struct ShardScript
{
    struct Cue
    {
        ShardPlace after;
        std::function<void(ShardCell&)> act;
        bool isChange = true; ///< false: quota that a change brought
    };
    std::vector<Cue> cues;
    std::uint64_t stopAt = UINT64_MAX; ///< auctions
    TimeMs until{INT64_MAX}; ///< no boundary after this is passed
};

/// One shard with everything that goes in and out of it. Its thread calls work(); every other
/// member may be called from any thread.
class ShardCell
{
public:
    struct Parts
    {
        const simulation::Scenario* scenario = nullptr; ///< nullptr: real traffic only
        const model::MarketSetup* setup = nullptr;
        QuotaGate::Plan gate;
        std::uint32_t shard = 0;
        bool keepRows = true;
        bool keepEvents = true;
        std::function<void(model::AuctionTrace&&)> trace;
        std::function<void()> answered; ///< a live port has something new
    };
    explicit ShardCell(const Parts& parts);

    /// Runs what is due: commands, real opportunities, then up to a few hundred generated ones.
    /// True when it did something. Shard's thread only.
    bool work(const Pace& pace);

    /// Runs on the shard between auctions. The queue is unbounded but only control calls it.
    void post(std::function<void(ShardCell&)> command);
    void addPort(const std::shared_ptr<LivePort>& port);

    market::MarketShard& market() { return m_run ? m_run->market() : *m_market; }
    const market::MarketShard& market() const { return m_run ? m_run->market() : *m_market; }
    simulation::ShardRun* run()
    {
        return m_run ? &*m_run : nullptr;
    } ///< nullptr for real traffic only

    /// The counters as of a moment ago; asks the shard for new ones.
    std::shared_ptr<const market::ShardCounters> counters();
    void publishCounters(); ///< shard's thread only
    /// Everything up to here has happened; the scenario's end when finished.
    TimeMs reached() const { return {m_reached.load(std::memory_order_acquire)}; }
    bool finished() const { return m_finished.load(std::memory_order_acquire); }
    /// At most so many generated auctions from now on. Shard's thread, or before it starts.
    void setBudget(std::uint64_t auctions) { m_budget = auctions; }
    /// The log's number of this run, which keeps ids of real auctions apart from those of other
    /// runs. Before it starts.
    void setRun(std::uint32_t run);

    /// After an auction that was run by hand. Shard's thread only.
    void noteReached();

    std::uint32_t shard() const { return m_shard; }
    /// How far it has run its scenario. Shard's thread only.
    ShardPlace place() const { return m_place; }
    QuotaGate& gate() { return m_gate; }
    /// The report as of now. Shard's thread only.
    model::QuotaReport report(TimeMs at) const;
    /// Grants that act at once; those for other servers are left out. Shard's thread only.
    void apply(const model::QuotaGrants& grants);
    /// Grants of the run that is repeated, where this server had another number. Shard's thread
    /// only.
    void applyAgain(const model::QuotaGrants& grants);
    /// Passes every boundary up to this time, when its auctions before have run. False while grants
    /// are missing. Shard's thread only.
    bool meetScheduler(TimeMs target, bool over);
    /// Runs by the script and holds at its end; real opportunities are refused until then. Before
    /// the market resumes; shard's thread only.
    void follow(ShardScript script);
    /// At the end of its script.
    bool holds() const { return m_holds.load(std::memory_order_acquire); }
    /// How many changes of its script it has acted. Shard's thread only.
    std::size_t changesPlayed() const { return m_changesPlayed; }
    /// Runs everything up to this time, or as far as the grants go that have come; true when it is
    /// there. Shard's thread only.
    bool catchUp(TimeMs target);
    /// Runs on without a script, from this time. Shard's thread only.
    void leaveScript(TimeMs reached);

    /// A real auction that was won here, and what was told of it since (bit of each EventKind).
    struct LiveWin
    {
        model::Opportunity opportunity;
        model::Bid bid;
        std::uint32_t told = 0;
    };
    static constexpr std::size_t kRememberedWins = 8192;
    /// nullptr when it was not won in this run, or too long ago: then only the log knows. Shard's
    /// thread only.
    LiveWin* win(std::uint64_t auction);
    /// The shard that a real auction's id names.
    static std::uint32_t shardOf(std::uint64_t auction);
    /// A real auction whose only bidder is a seat of another process. Shard's thread only.
    LiveAnswer answerOutside(const model::Opportunity& opportunity, const model::Bid& answer,
                             TimeMs at);

    base::SpscRing<model::AuctionRow>* rows() { return m_rows.get(); }
    base::SpscRing<model::DeliveryEvent>* events() { return m_events.get(); }

private:
    bool generate(const Pace& pace);
    bool listenToScheduler(TimeMs now);
    std::uint64_t playCues();
    bool runCommands();
    bool answerPorts(const Pace& pace);
    bool answerLane(LivePort& port, LivePort::Lane& lane, const Pace& pace);
    LiveAnswer answer(const LivePort::Request& request, const Pace& pace);
    model::Opportunity numbered(const model::Opportunity& offered, TimeMs at);
    LiveAnswer outcomeOf(const model::Opportunity& opportunity, const model::AuctionRow& row);

    std::uint32_t m_shard;
    QuotaGate m_gate;
    std::unique_ptr<base::SpscRing<model::AuctionRow>> m_rows;
    std::unique_ptr<base::SpscRing<model::DeliveryEvent>> m_events;
    std::optional<simulation::ShardRun> m_run;
    std::unique_ptr<market::MarketShard> m_market;
    std::function<void()> m_answered;
    std::uint64_t m_budget = UINT64_MAX;
    ShardPlace m_place;
    std::optional<ShardScript> m_script;
    std::size_t m_nextCue = 0;
    std::size_t m_changesPlayed = 0;
    std::uint64_t m_liveAuctions = 0;
    std::vector<LivePort::Request> m_requests;
    std::vector<LiveWin> m_wins; ///< ring of the newest
    std::size_t m_winCount = 0;
    std::vector<std::uint32_t> m_bidBins;
    std::int64_t m_clearingSumNanos = 0;
    std::uint64_t m_clearings = 0;

    std::mutex m_mutex; ///< commands and ports, never held while an auction runs
    std::vector<std::function<void(ShardCell&)>> m_commands;
    std::vector<std::shared_ptr<LivePort>> m_ports;
    std::atomic<bool> m_hasCommands{false};
    std::atomic<bool> m_holds{false}; ///< at the end of the script
    std::atomic<bool> m_finished{false};
    std::atomic<bool> m_countersWanted{true};
    std::vector<std::shared_ptr<LivePort>> m_servedPorts; ///< the shard thread's own list

    base::Published<market::ShardCounters> m_counters;
    std::atomic<std::int64_t> m_reached{INT64_MIN};
};

} // namespace gavel::runtime
