// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/gateway/remote/retry.h"
#include "engine/runtime/engine.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace gavel::gateway {

/// Makes an engine an ad server of a market that another process keeps: joins it, follows its
/// changes, ships every event to its log and reports at each boundary. What an earlier process left
/// unsent in the workspace is sent first. When the market does not know it any more it joins anew.
class AdServerClient
{
public:
    struct Plan
    {
        std::string center; ///< "http://host:port" of the market's ad management service
        std::string address; ///< where this one takes grants, as the market reaches it
        std::string name;
        std::function<void(const std::string&)> say; ///< what happens, for a log; any thread
    };
    /// The engine must outlive it.
    AdServerClient(Plan plan, runtime::Engine& engine);
    ~AdServerClient();
    AdServerClient(const AdServerClient&) = delete;
    AdServerClient& operator=(const AdServerClient&) = delete;

    /// Joins and runs the market before it returns; take() may be called before. Errors: those of
    /// callRemote() and of the market, JOIN_REFUSED among them.
    Result<void> start();
    /// Sends what is left and leaves, unless the market cannot be reached: then the workspace keeps
    /// it for the next start. Without it this process just ends, as if it was killed.
    void stop();

    /// The body of a message with grants. Errors: GRANT_FOREIGN for another key, and those of
    /// JoinedDesk::give(). Any thread.
    Result<runtime::GrantAnswers> take(std::string_view body);
    std::string key() const;

private:
    void endThread();
    Result<RemoteAnswer> call(std::string_view method, const std::string& path,
                              const std::string& body = {}, bool notFoundIsAnswer = false) const;
    Result<void> sendLeftovers();
    Result<void> joinAnew();
    Result<void> join();
    Result<void> begin();
    Result<void> fetch(std::uint64_t since);
    /// Ships what the log has of a source; true when nothing is left.
    Result<bool> ship(const std::string& key, std::uint32_t source, std::uint64_t& shipped);
    /// Nothing is won any more, and everything that happened is in the own workspace.
    Result<void> halt();
    Result<void> report();
    Result<void> turn();
    void loop();
    double loadSince();

    const Plan m_plan;
    runtime::Engine& m_engine;

    mutable std::mutex m_mutex; ///< guards m_membership
    runtime::Membership m_membership;
    std::mutex m_marketMutex; ///< one follows the market at a time
    std::atomic<std::uint64_t> m_version{0}; ///< of the market, as it is known here
    bool m_isJoined = false; ///< the market that runs here is that of the membership
    std::uint32_t m_source = 0; ///< of the membership's log in the own workspace
    std::uint64_t m_shipped = 0; ///< of it, durable at the market
    std::optional<model::QuotaReport> m_report; ///< to be sent when its events are there
    std::int64_t m_toldNanos = 0; ///< monotonic, of the last sign of life
    std::int64_t m_loadCpuNanos = 0;
    std::int64_t m_loadWallNanos = 0;
    bool m_wasHeard = true;

    std::mutex m_stopMutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace gavel::gateway
