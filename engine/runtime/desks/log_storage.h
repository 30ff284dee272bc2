// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/snapshot.h"
#include "engine/runtime/storage_desk.h"
#include "engine/scheduling/task_sweeper.h"
#include "engine/store/moving/log_mover.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace gavel::store {
class EventWriter;
}

namespace gavel::runtime {

/// The desk of the log's tiers, and what moves events and drops ended schedule tasks by the policy
/// while the engine runs.
class LogStorage final : public StorageDesk
{
public:
    struct Parts
    {
        store::Workspace& workspace;
        store::EventWriter& events;
        const base::Clock& clock;
        std::function<std::shared_ptr<const Snapshot>()> snapshot;
        std::function<bool()> isCounted; ///< the log is being counted anew
        /// What people are told of: a line for the event log.
        std::function<void(LogLine)> say;
    };
    explicit LogStorage(Parts parts);

    /// While a market runs: moves on for a tenth of a second at most where a segment is not read
    /// back. Called once a second by one thread; does nothing while a person's command moves.
    void work();
    /// Nothing begins any more; what runs ends with its step.
    void stop() { m_stops = true; }

    Result<store::StorageView> view() const override;
    Result<store::TierPolicy> policy() const override;
    Result<store::TierPolicy> checkPolicy(const std::string& json) const override;
    Result<std::uint32_t> setPolicy(const std::string& json, const std::string& actor) override;
    Result<void> runNow() override;
    void cancelNow() override { m_isCancelled = true; }
    Result<std::size_t> restoreDay(std::int64_t day) override;

private:
    /// The day that the policy goes by: of the market in a scenario, else of the wall.
    TimeMs now() const;
    /// One step; false when there is no more to do. The mutex is held.
    Result<bool> step();
    Result<bool> moveOrSweep();

    Parts m_parts;
    std::atomic<bool> m_stops{false};
    std::atomic<bool> m_isCancelled{false};
    mutable std::mutex m_mutex; ///< guards what follows
    mutable store::LogMover m_mover;
    scheduling::TaskSweeper m_sweeper;
    std::string m_lastError;
    std::int64_t m_quietUntil = 0; ///< monotonic; after an error
};

} // namespace gavel::runtime
