// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/log_storage.h"

#include "engine/base/clock.h"
#include "engine/store/event_writer.h"

#include <chrono>
#include <thread>

namespace gavel::runtime {

namespace {

constexpr std::int64_t kWorkNanos = 100'000'000; // of each second
constexpr auto kBetweenSteps = std::chrono::milliseconds(1);
constexpr std::int64_t kQuietNanos = 60'000'000'000; // after an error

Error replayRuns()
{
    return {"REPLAY_RUNS", "storage", "the log is being counted anew", "wait until it is done"};
}

} // namespace

LogStorage::LogStorage(Parts parts)
    : m_parts(std::move(parts))
    , m_mover(m_parts.workspace)
    , m_sweeper(m_parts.workspace)
{
}

TimeMs LogStorage::now() const
{
    const auto market = m_parts.snapshot();
    return market->mode == MarketMode::Simulation ? market->now : m_parts.clock.now();
}

Result<bool> LogStorage::moveOrSweep()
{
    auto more = m_mover.step(now());
    const store::TierPolicy* policy = m_mover.policy();
    if ((more && *more) || policy == nullptr)
        return more;
    const auto swept = m_sweeper.step(
        {policy->dropTasksAfterDays, policy->dropFailedTasksAfterDays}, m_parts.clock.now());
    return swept && !*swept ? more : swept; // folders that do not answer keep no task here
}

Result<bool> LogStorage::step()
{
    auto more = moveOrSweep();
    if (more) {
        if (!*more)
            m_lastError.clear();
        return more;
    }
    m_lastError = toString(more.error());
    m_quietUntil = base::monotonicNanos() + kQuietNanos;
    return more;
}

void LogStorage::work()
{
    const std::int64_t began = base::monotonicNanos();
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock || began < m_quietUntil || m_parts.isCounted()
        || m_parts.snapshot()->mode == MarketMode::Stopped) // nobody knows yet which day it is
        return;
    while (!m_stops && base::monotonicNanos() - began < kWorkNanos) {
        const auto more = step();
        if (!more || !*more)
            return;
    }
}

Result<store::StorageView> LogStorage::view() const
{
    const std::lock_guard lock(m_mutex);
    auto view = m_mover.view();
    if (!view)
        return view;
    view->hot.events = m_parts.events.counts().waiting;
    view->lastError = m_lastError;
    auto reader = m_parts.workspace.reader();
    const auto tasks = reader ? scheduling::taskHoldings(*reader) : reader.error();
    if (!tasks)
        return tasks.error();
    view->keptTasks = static_cast<std::uint64_t>(tasks->kept);
    view->droppedTasks = static_cast<std::uint64_t>(tasks->dropped);
    return view;
}

Result<store::TierPolicy> LogStorage::policy() const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto kept = store::readTierPolicy(*reader);
    if (!kept)
        return kept.error();
    return kept->policy;
}

Result<store::TierPolicy> LogStorage::checkPolicy(const std::string& json) const
{
    return store::TierPolicy::read(json, "policy");
}

Result<std::uint32_t> LogStorage::setPolicy(const std::string& json, const std::string& actor)
{
    const auto policy = checkPolicy(json);
    if (!policy)
        return policy.error();
    Result<std::uint32_t> version = std::uint32_t{0};
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        version = store::keepTierPolicy(connection, *policy, actor, m_parts.clock.now());
        return version ? Result<void>() : version.error();
    });
    if (!kept)
        return kept.error();
    m_parts.say({m_parts.clock.now(), "store", "info", "Storage",
                 "version " + std::to_string(*version) + " of the policy by " + actor});
    const std::lock_guard lock(m_mutex);
    m_quietUntil = 0; // it may be what was wrong
    return version;
}

// The lock is let go between two steps, long enough that a view need not wait for all of it.
Result<void> LogStorage::runNow()
{
    bool isFirst = true;
    m_isCancelled = false;
    for (; !m_stops; std::this_thread::sleep_for(kBetweenSteps)) {
        const std::lock_guard lock(m_mutex);
        if (m_isCancelled)
            return Error{"CANCELLED", "storage", "moving was cancelled",
                         "what is left is moved by itself, or move it now"};
        if (m_parts.isCounted())
            return replayRuns();
        if (std::exchange(isFirst, false)) {
            m_mover.beginAnew();
            m_sweeper.beginAnew();
        }
        const auto more = step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
    return {};
}

Result<std::size_t> LogStorage::restoreDay(std::int64_t day)
{
    const std::lock_guard lock(m_mutex);
    auto restored = m_mover.restore(day, now());
    if (restored)
        m_parts.say({m_parts.clock.now(), "store", "info", "Storage",
                     "a day was brought back: " + std::to_string(*restored) + " segments"});
    return restored;
}

} // namespace gavel::runtime
