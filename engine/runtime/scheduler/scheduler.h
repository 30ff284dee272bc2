// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/published.h"
#include "engine/runtime/scheduler/round_figures.h"
#include "engine/runtime/scheduler/rounds.h"
#include "engine/runtime/scheduler/scripted_edit.h"
#include "engine/runtime/scheduler/shard_link.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace gavel::runtime {

/// Rung by shards when a report is there, heard by the scheduler.
class RoundBell
{
public:
    void ring();
    /// Returns when it was rung since the last wait, or after a while.
    void wait(std::chrono::milliseconds most);

private:
    std::mutex m_mutex;
    std::condition_variable m_rung;
    bool m_isRung = false;
};

/// The thread that runs the rounds of a market: at each boundary that its ad servers have reported,
/// and between them when something was edited or asked for by hand. Any thread may call.
class Scheduler
{
public:
    struct Plan
    {
        Rounds::Plan rounds;
        std::shared_ptr<RoundBell> bell;
        ShardLink::Acted acted;
        std::vector<ScriptedEdit> script; ///< of a repeated run, in order
        Rounds::Members members; ///< ad servers of other processes that joined before
    };
    /// Grants the first windows before it returns. The host must outlive it.
    static Result<std::unique_ptr<Scheduler>> start(Plan plan, MarketHost& host);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    /// Campaigns were published or removed: their quota follows at once, as a round of its own.
    /// Returns when it has acted, with where it stood.
    Result<RoundPlace> edit(const std::vector<model::MarketChange>& changes);
    /// Something that a person wants, see orders.h. Returns when it is done and durable.
    Result<RoundPlace> order(const Order& order);
    /// Takes quota back so that an amount may be spent outside the auctions; false: the budget does
    /// not have it. Then `record` is called and, unless it fails, counts.
    Result<bool> spendBeside(const std::string& campaignId, Money amount,
                             const std::function<Result<Money>()>& record);

    /// An ad server of another process joins: it gets quota soon. Does not wait.
    void join(std::shared_ptr<AdServerLink> link);
    /// It has left, and this is all that it did.
    Result<void> leave(const model::QuotaReport& all);

    /// The last settlement: what ad servers still hold comes back. Once; nothing is granted after.
    Result<void> finish();
    /// A repeated run has come to its end; returns the edits that it did not come to.
    std::vector<ScriptedEdit> leaveScript();

    /// Numbers of the newest round.
    std::shared_ptr<const RoundFigures> figures() const { return m_figures.load(); }
    /// Looks at the rounds while none runs.
    template<typename Look>
    auto look(Look look) const
    {
        const std::lock_guard lock(m_mutex);
        return look(static_cast<const Rounds&>(*m_rounds));
    }
    /// Why it stands still; nothing when it does not.
    std::optional<Error> problem() const;

private:
    Scheduler(Plan plan, MarketHost& host);
    Result<void> open();
    void loop();
    bool runCommands();
    bool runRounds();
    std::optional<TimeMs> nextBoundary();
    void playScript();
    void fail(const Error& error);
    void publishFigures();
    Result<void> finishNow();
    TimeMs now() const;
    /// Rounds of boundaries that the market has passed already, so that what is done in a paused
    /// scenario comes after the same rounds in every run.
    Result<void> catchUp();
    /// Runs something on the scheduler's thread and waits for it.
    Result<void> command(const std::function<Result<void>(Rounds&)>& action);
    Result<void> applyEdit(const std::vector<model::MarketChange>& changes, TimeMs at);

    Plan m_plan;
    MarketHost& m_host;
    base::SystemClock m_clock;
    mutable std::mutex m_mutex; ///< held while the rounds change
    std::unique_ptr<Rounds> m_rounds;
    std::vector<ShardLink*> m_shards;
    std::optional<Error> m_problem;
    bool m_isFinished = false;
    base::Published<RoundFigures> m_figures;

    std::mutex m_commandMutex;
    std::deque<std::packaged_task<void()>> m_commands;
    std::size_t m_nextScripted = 0;
    std::atomic<bool> m_stop{false};
    std::int64_t m_waitedSince = 0; ///< monotonic, for a late ad server
    std::thread m_thread;
};

} // namespace gavel::runtime
