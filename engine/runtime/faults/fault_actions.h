// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/fault_book.h"

#include <functional>

namespace gavel::store {
class Workspace;
}

namespace gavel::runtime {

class EventPipeline;

/// Does what the fault book orders, and says how that goes: an order is begun once, and looked at
/// until it is verified by a measurement or has failed. One thread; no look waits for more than a
/// commit, but for the end of a file's reader.
class FaultActions
{
public:
    /// While load is shed, of each hundred requests so many are refused, so long at most.
    static constexpr unsigned kShedPercent = 50;
    static constexpr std::int64_t kShedMs = 50'000;
    /// What waits takes no longer to be stored than this: the pipeline keeps up.
    static constexpr double kKeepsUpMs = 1000;
    /// A log that is smaller is not what is wrong.
    static constexpr std::int64_t kSmallLogBytes = std::int64_t{1} << 20;
    /// Caches that are smaller are not what is wrong.
    static constexpr std::int64_t kSmallCacheBytes = std::int64_t{1} << 20;

    struct Parts
    {
        store::Workspace& workspace;
        EventPipeline& pipeline;
        const base::Clock& clock;
        /// Whether the market takes no real traffic any more.
        std::function<bool()> isMarketShut;
        /// Forgets what can be read again from the workspace.
        std::function<void()> dropCaches;
    };
    explicit FaultActions(Parts parts);

    /// Of the collectors. It is theirs before this returns.
    void setIntakeClosed(bool closed);
    /// One that is under way already is not begun again.
    void take(const health::ActionOrder& order);
    /// News of the orders that were taken; what ended is forgotten, and what is late is given up.
    std::vector<health::ActionReport> look();

private:
    struct Running
    {
        health::ActionOrder order;
        bool isBegun = false;
        std::int64_t before = 0; ///< bytes of the log
        std::uint64_t stored = 0; ///< lines at the last look
        TimeMs lookedAt;
        int calmLooks = 0;
    };
    using Report = health::ActionReport;
    Report lookAt(Running& running);
    Report checkpoint(Running& running);
    Report restartSource(Running& running);
    Report shedLoad(Running& running);
    Report dropCache(const Running& running) const;
    Report closeIntake(const Running& running) const;
    std::int64_t logBytes() const;

    Parts m_parts;
    std::vector<Running> m_running;
};

} // namespace gavel::runtime
