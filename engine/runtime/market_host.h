// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/ad_server_desk.h"
#include "engine/runtime/live_port.h"
#include "engine/runtime/shard_cell.h"
#include "engine/simulation/scenario.h"
#include "engine/store/event_writer.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gavel::runtime {

/// One market and its threads, from its start to its end. Any thread may call; the destructor stops
/// the threads and makes the events durable.
class MarketHost
{
public:
    struct Plan
    {
        std::optional<simulation::Scenario> scenario; ///< none: real traffic on the system clock
        std::shared_ptr<const model::MarketSetup> setup;
        unsigned threads = 1;
        bool yields = false; ///< its threads run when others leave the machine to them
        bool keepRows = true;
        store::EventWriter* events = nullptr; ///< nullptr: events are not kept
        std::string marketName; ///< of the run in the event log
        std::uint32_t run = 0; ///< in the event log, begun already; 0 = events are not kept
        std::function<void(model::AuctionTrace&&)> trace;
        std::uint64_t mostAuctions = UINT64_MAX; ///< generated ones, over all shards
        std::function<void()> reported; ///< a shard has left a report for the scheduler
        /// The scheduler is in another process, and the one shard is an ad server of its market.
        std::optional<Membership> member;
    };
    static Result<std::unique_ptr<MarketHost>> start(Plan plan);
    ~MarketHost();

    // time
    void pause();
    void resume();
    void setSpeed(double speed); ///< 0 = as fast as possible
    void setLimit(TimeMs limit); ///< runs no further; INT64_MAX = no limit
    bool paused() const;
    double speed() const;
    TimeMs limit() const;
    TimeMs now() const; ///< everything up to here has happened in every shard
    bool finished() const;
    /// Keeps a slow machine's market from chasing a time that runs away; control calls it now and
    /// then.
    void keepUp();

    // shards
    std::size_t shards() const { return m_cells.size(); }
    ShardCell& cell(std::size_t shard) { return *m_cells[shard]; }
    const ShardCell& cell(std::size_t shard) const { return *m_cells[shard]; }
    /// Runs something on every shard between auctions and waits until all have.
    void onShards(const std::function<void(ShardCell&)>& command);
    void onShard(std::size_t shard, const std::function<void(ShardCell&)>& command);
    std::size_t shardOf(std::uint64_t user) const
    {
        return static_cast<std::size_t>(base::mix64(user) % m_cells.size());
    }

    std::shared_ptr<LivePort> openPort(std::function<void()> wake);
    /// Everything that was sent to the event log so far is durable.
    Result<void> flush();
    std::uint64_t committed(std::uint32_t shard) const;
    /// The run's number in the event log, 0 when events are not kept.
    std::uint32_t run() const { return m_plan.run; }

    const Plan& plan() const { return m_plan; }
    const model::MarketSetup& setup() const { return *m_plan.setup; }

private:
    explicit MarketHost(Plan plan);
    Result<void> addSources();
    Result<void> attachEvents();
    QuotaGate::Plan gatePlan(std::uint32_t shard);
    void loop(unsigned thread);
    Pace pace() const;
    void wakeThreads();
    TimeMs targetLocked(std::int64_t wallNanos) const;
    void rebaseLocked();

    Plan m_plan;
    std::vector<std::unique_ptr<ShardCell>> m_cells;
    std::vector<std::uint32_t> m_sources; ///< in the event log; else numbers of their own

    mutable std::mutex m_paceMutex;
    bool m_paused = true;
    double m_speed = 1;
    TimeMs m_limit{INT64_MAX};
    TimeMs m_baseTime;
    std::int64_t m_baseWallNanos = 0;
    base::SystemClock m_wall;

    mutable std::mutex m_portsMutex;
    std::vector<std::weak_ptr<LivePort>> m_ports;

    std::mutex m_sleepMutex;
    std::condition_variable m_wakeUp;
    std::atomic<std::uint64_t> m_wakes{0};
    std::atomic<int> m_asleep{0};
    std::atomic<bool> m_stop{false};
    unsigned m_threadCount = 1;
    std::vector<std::thread> m_threads;
};

} // namespace gavel::runtime
