// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/connection.h"
#include "engine/store/feed.h"

#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gavel::store {

/// The thread that owns the only writing connection of a workspace: takes everything that waits,
/// commits it as one transaction, then acknowledges. Feeds write first: a write never becomes
/// durable before what they had when it was asked for. Public members for any thread.
class Writer
{
public:
    using Write = std::function<Result<void>(Connection&)>;

    explicit Writer(Connection connection);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    std::future<Result<void>> write(Write write);
    std::uint64_t addFeed(Feed feed);
    void removeFeed(std::uint64_t number);
    /// Runs something on the writer's thread outside any transaction and waits for it.
    void betweenCommits(const std::function<void(Connection&)>& action);
    void wake();
    std::optional<Error> failure() const;

private:
    struct Pending
    {
        Write write;
        std::promise<Result<void>> promise;
        Result<void> outcome;
    };
    struct Work
    {
        std::vector<Pending> writes;
        std::vector<std::packaged_task<void()>> actions;
        bool last = false;
    };

    void run();
    Work takeWork();
    void round(std::vector<Pending>& writes);
    Result<void> writeAll(std::vector<Pending>& writes);
    Result<void> writeGuarded(Pending& pending);
    Result<void> writeFeeds();
    bool feedsWaiting() const;
    void stopWriting(const Error& error);
    void checkpointWhenDue();

    Connection m_connection;
    std::map<std::uint64_t, Feed> m_feeds; ///< writer's thread only
    std::uint64_t m_nextFeed = 1; ///< writer's thread only
    std::size_t m_lastRows = 0; ///< rows the feeds brought in the last round
    int m_commits = 0; ///< since the last checkpoint
    std::int64_t m_logPages = 0; ///< in the write-ahead log
    std::int64_t m_copiedPages = 0; ///< of them in the file

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Pending> m_writes;
    std::vector<std::packaged_task<void()>> m_actions;
    std::optional<Error> m_failure;
    bool m_polls = false; ///< there are feeds to look at
    bool m_woken = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace gavel::store
