// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/faults/fault_actions.h"

#include "engine/runtime/desks/event_pipeline.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <filesystem>
#include <malloc.h>

namespace gavel::runtime {

namespace {

using health::ActionOutcome;

/// Three looks in a row: one that is calm by chance proves nothing.
constexpr int kCalmLooks = 3;

std::string bytesText(std::int64_t bytes)
{
    return std::to_string(bytes) + " bytes";
}

/// Lines from outside that are not stored yet.
std::uint64_t waitingIn(const pipeline::Intake::Status& status)
{
    std::uint64_t waiting = 0;
    for (const auto* stage :
         {&status.collect, &status.validate, &status.repair, &status.transform, &status.store})
        waiting += stage->backlog;
    return waiting;
}

} // namespace

FaultActions::FaultActions(Parts parts)
    : m_parts(std::move(parts))
{
}

void FaultActions::setIntakeClosed(bool closed)
{
    m_parts.pipeline.intake().setClosed(closed);
}

void FaultActions::take(const health::ActionOrder& order)
{
    const auto same = [&](const Running& running) { return running.order.key == order.key; };
    const auto place = std::ranges::find_if(m_running, same);
    if (place != m_running.end())
        place->order.deadline = order.deadline;
    else
        m_running.push_back({order, false, 0, 0, {}, 0});
}

std::vector<health::ActionReport> FaultActions::look()
{
    std::vector<Report> reports;
    const TimeMs now = m_parts.clock.now();
    std::erase_if(m_running, [&](Running& running) {
        if (now >= running.order.deadline)
            return true; // the book knows by its own clock
        const bool wasBegun = std::exchange(running.isBegun, true);
        Report report = lookAt(running);
        const bool hasEnded = report.outcome != ActionOutcome::Started;
        if (hasEnded || !wasBegun)
            reports.push_back(std::move(report));
        running.lookedAt = now;
        return hasEnded;
    });
    return reports;
}

health::ActionReport FaultActions::lookAt(Running& running)
{
    const std::string& action = running.order.action;
    if (action == "checkpoint")
        return checkpoint(running);
    if (action == "restart_source")
        return restartSource(running);
    if (action == "shed_load")
        return shedLoad(running);
    if (action == "drop_cache")
        return dropCache(running);
    if (action == health::kCloseIntake)
        return closeIntake(running);
    return {running.order.key, ActionOutcome::Failed, "nobody here can do it"};
}

std::int64_t FaultActions::logBytes() const
{
    std::error_code failed;
    const auto bytes
        = std::filesystem::file_size(m_parts.workspace.file().string() + "-wal", failed);
    return failed ? 0 : static_cast<std::int64_t>(bytes);
}

/// A reader may hold the log: it is asked for again at every look.
health::ActionReport FaultActions::checkpoint(Running& running)
{
    const std::string& key = running.order.key;
    if (running.lookedAt == TimeMs{}) {
        running.before = logBytes();
        if (running.before < kSmallLogBytes)
            return {key, ActionOutcome::Failed,
                    "the log has only " + bytesText(running.before) + ": it is not what is wrong"};
    }
    if (const auto emptied = m_parts.workspace.emptyLog(); !emptied)
        return {key, ActionOutcome::Failed, base::toString(emptied.error())};
    const std::int64_t after = logBytes();
    const std::string words
        = "the log had " + bytesText(running.before) + ", it has " + bytesText(after);
    const bool isSmall = after < kSmallLogBytes;
    return {key, isSmall ? ActionOutcome::Verified : ActionOutcome::Started, words};
}

health::ActionReport FaultActions::restartSource(Running& running)
{
    const std::string& key = running.order.key;
    const std::string name = running.order.component.substr(health::kSourceComponents.size());
    if (running.lookedAt == TimeMs{}) {
        if (const auto restarted = m_parts.pipeline.restartSource(name); !restarted)
            return {key, ActionOutcome::Failed, base::toString(restarted.error())};
        return {key, ActionOutcome::Started, "reads " + name + " anew"};
    }
    const auto status = m_parts.pipeline.feeding(name);
    if (!status || !status->error.empty())
        return {key, ActionOutcome::Failed,
                status ? status->error : base::toString(status.error())};
    if (status->looks == 0)
        return {key, ActionOutcome::Started, {}};
    return {key, ActionOutcome::Verified,
            status->place.empty() ? "looked at everything" : "has read " + status->place};
}

/// How long what waits would take at the present rate, which is the delay of what comes now
/// (J. D. C. Little, "A Proof for the Queuing Formula L = lambda W", Operations Research 9, 1961).
health::ActionReport FaultActions::shedLoad(Running& running)
{
    const std::string& key = running.order.key;
    const TimeMs now = m_parts.clock.now();
    const auto status = m_parts.pipeline.intake().status();
    const std::uint64_t stored = status.store.total;
    const std::uint64_t before = std::exchange(running.stored, stored);
    if (running.lookedAt == TimeMs{}) {
        m_parts.pipeline.intake().shed(kShedPercent, now + kShedMs);
        return {key, ActionOutcome::Started,
                "refuses " + std::to_string(kShedPercent) + " of 100 requests for "
                    + std::to_string(kShedMs / 1000) + " s"};
    }
    const std::uint64_t waiting = waitingIn(status);
    const auto gone = static_cast<double>(stored - std::min(before, stored));
    const double span = static_cast<double>(std::max<std::int64_t>(now - running.lookedAt, 1));
    const bool keepsUp
        = waiting == 0 || (gone > 0 && static_cast<double>(waiting) * span / gone <= kKeepsUpMs);
    running.calmLooks = keepsUp ? running.calmLooks + 1 : 0;
    if (running.calmLooks < kCalmLooks)
        return {key, ActionOutcome::Started, {}};
    m_parts.pipeline.intake().shed(0, {});
    return {key, ActionOutcome::Verified,
            std::to_string(waiting) + " lines wait, less than a second's work"};
}

/// What the store has in memory is measured; what it gives back is the system's at once.
health::ActionReport FaultActions::dropCache(const Running& running) const
{
    const std::string& key = running.order.key;
    const std::int64_t before = store::Connection::memoryBytes();
    if (before < kSmallCacheBytes)
        return {key, ActionOutcome::Failed,
                "the caches have only " + bytesText(before) + ": they are not what is wrong"};
    m_parts.workspace.dropCache();
    m_parts.dropCaches();
    malloc_trim(0);
    const std::int64_t after = store::Connection::memoryBytes();
    return {key, after < before ? ActionOutcome::Verified : ActionOutcome::Failed,
            "the caches had " + bytesText(before) + ", they have " + bytesText(after)};
}

health::ActionReport FaultActions::closeIntake(const Running& running) const
{
    const std::uint64_t waiting = waitingIn(m_parts.pipeline.intake().status());
    const bool isShut = m_parts.pipeline.intake().isClosed() && m_parts.isMarketShut();
    if (!isShut || waiting > 0)
        return {running.order.key, ActionOutcome::Started,
                "collectors refuse, files are not read; what was taken is stored"};
    return {running.order.key, ActionOutcome::Verified,
            "nothing is taken in, and nothing waits to be stored"};
}

} // namespace gavel::runtime
