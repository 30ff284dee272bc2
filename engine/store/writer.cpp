// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/writer.h"

#include "engine/base/fault.h"

#include <sqlite3.h>

#include <cassert>
#include <chrono>

namespace gavel::store {

namespace {

constexpr int kCheckpointCommits = 20;
constexpr std::int64_t kCheckpointPages = 256;
constexpr std::int64_t kTruncatePages = 64 * 1024 * 1024 / 4096;
constexpr std::size_t kBusyRows = 1024; // after a round as big as this the next follows at once
constexpr auto kQuietPeriod = std::chrono::microseconds(2000); // between two looks at the feeds
constexpr auto kBusyPeriod = std::chrono::microseconds(500); // after a round that found something

int noteLogPages(void* pages, sqlite3*, const char*, int count)
{
    *static_cast<std::int64_t*>(pages) = count;
    return SQLITE_OK;
}

bool isOfTheDisk(const Error& error)
{
    return error.code == "STORE_IO" || error.code == "STORE_FULL" || error.code == "STORE_CORRUPT";
}

} // namespace

Writer::Writer(Connection connection)
    : m_connection(std::move(connection))
{
    sqlite3_wal_hook(m_connection.handle(), noteLogPages, &m_logPages);
    m_thread = std::thread([this] { run(); });
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

std::future<Result<void>> Writer::write(Write write)
{
    Pending pending{std::move(write), {}, {}};
    auto future = pending.promise.get_future();
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure) {
            pending.promise.set_value(*m_failure);
            return future;
        }
        m_writes.push_back(std::move(pending));
    }
    m_wake.notify_one();
    return future;
}

void Writer::betweenCommits(const std::function<void(Connection&)>& action)
{
    assert(std::this_thread::get_id() != m_thread.get_id());
    std::packaged_task<void()> task([&] { action(m_connection); });
    auto done = task.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_actions.push_back(std::move(task));
    }
    m_wake.notify_one();
    done.get();
}

std::uint64_t Writer::addFeed(Feed feed)
{
    std::uint64_t number = 0;
    betweenCommits([&](Connection&) {
        number = m_nextFeed++;
        m_feeds.emplace(number, std::move(feed));
        const std::lock_guard lock(m_mutex);
        m_polls = true;
    });
    return number;
}

void Writer::removeFeed(std::uint64_t number)
{
    betweenCommits([&](Connection&) {
        m_feeds.erase(number);
        const std::lock_guard lock(m_mutex);
        m_polls = !m_feeds.empty();
    });
}

void Writer::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_one();
}

std::optional<Error> Writer::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void Writer::run()
{
    for (;;) {
        Work work = takeWork();
        if (!work.writes.empty() || feedsWaiting())
            round(work.writes);
        else
            m_lastRows = 0;
        for (auto& action : work.actions)
            action();
        if (work.last)
            return;
    }
}

Writer::Work Writer::takeWork()
{
    std::unique_lock lock(m_mutex);
    const auto due
        = [this] { return m_stop || m_woken || !m_writes.empty() || !m_actions.empty(); };
    if (!m_polls)
        m_wake.wait(lock, due);
    else if (m_lastRows < kBusyRows)
        m_wake.wait_for(lock, m_lastRows > 0 ? kBusyPeriod : kQuietPeriod, due);
    m_woken = false;
    Work work{std::move(m_writes), std::move(m_actions), m_stop};
    m_writes.clear();
    m_actions.clear();
    return work;
}

void Writer::round(std::vector<Pending>& writes)
{
    auto done = failure() ? Result<void>(*failure()) : writeAll(writes);
    if (!done) {
        stopWriting(done.error());
        for (Pending& pending : writes)
            pending.promise.set_value(done);
        return;
    }
    base::passes(base::FailPoint::AfterCommit);
    for (Pending& pending : writes)
        pending.promise.set_value(pending.outcome);
    for (const auto& [number, feed] : m_feeds)
        feed.committed();
    base::passes(base::FailPoint::AfterAnswers);
    ++m_commits;
    checkpointWhenDue();
}

Result<void> Writer::writeAll(std::vector<Pending>& writes)
{
    if (auto begun = m_connection.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    if (auto fed = writeFeeds(); !fed)
        return fed;
    for (Pending& pending : writes)
        if (auto kept = writeGuarded(pending); !kept)
            return kept;
    base::passes(base::FailPoint::BeforeCommit);
    return m_connection.execute("COMMIT");
}

// An error of the write itself stays with it; the result is an error only when the transaction is
// lost, or the disk has failed: then nobody knows what it holds.
Result<void> Writer::writeGuarded(Pending& pending)
{
    if (auto saved = m_connection.execute("SAVEPOINT one_write"); !saved)
        return saved;
    pending.outcome = pending.write(m_connection);
    if (!m_connection.inTransaction())
        return pending.outcome ? Error{"STORE_SQL", "write", "a write ended the common transaction",
                                       "leave BEGIN and COMMIT to the writer"}
                               : pending.outcome.error();
    if (!pending.outcome && isOfTheDisk(pending.outcome.error()))
        return pending.outcome;
    if (!pending.outcome)
        if (auto undone = m_connection.execute("ROLLBACK TO one_write"); !undone)
            return undone;
    return m_connection.execute("RELEASE one_write");
}

Result<void> Writer::writeFeeds()
{
    m_lastRows = 0;
    for (const auto& [number, feed] : m_feeds) {
        if (!feed.waiting())
            continue;
        const auto rows = feed.write(m_connection);
        if (!rows)
            return rows.error();
        m_lastRows += *rows;
    }
    return {};
}

bool Writer::feedsWaiting() const
{
    for (const auto& [number, feed] : m_feeds)
        if (feed.waiting())
            return true;
    return false;
}

// Nothing after a failed commit may be acknowledged: what the disk holds is not known any more.
void Writer::stopWriting(const Error& error)
{
    if (m_connection.inTransaction())
        (void)m_connection.execute("ROLLBACK");
    m_lastRows = 0;
    const std::lock_guard lock(m_mutex);
    if (!m_failure)
        m_failure = error;
}

void Writer::checkpointWhenDue()
{
    if (m_logPages < m_copiedPages)
        m_copiedPages = 0; // the log began anew
    if (m_commits < kCheckpointCommits && m_logPages - m_copiedPages < kCheckpointPages)
        return;
    m_commits = 0;
    const auto copied = m_connection.checkpoint(m_logPages > kTruncatePages);
    if (!copied)
        return stopWriting(copied.error());
    m_copiedPages = *copied;
    base::passes(base::FailPoint::AfterCheckpoint);
}

} // namespace gavel::store
