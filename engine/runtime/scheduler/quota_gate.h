// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/model/quota.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace gavel::runtime {

/// Where one ad server of this process meets the scheduler, at boundaries of market time. The
/// server leaves a report of everything before the boundary. A server of simulated traffic then
/// goes on only with the grants that act at the boundary, so that a market does not depend on how
/// fast its scheduler is; a server of real traffic never waits and takes grants when they come.
/// Reports are taken and grants given by one thread, everything else is for the server's thread.
class QuotaGate
{
public:
    struct Plan
    {
        std::uint32_t server = 0; ///< its source in the event log
        TimeMs first; ///< where the server waits for its first grants
        TimeMs end{INT64_MAX}; ///< there are no boundaries from here on
        std::int64_t intervalMs = base::kMinuteMs;
        bool waits = true;
        std::function<void()> reported; ///< called on the server's thread
        std::function<void()> given; ///< called on the scheduler's thread
    };
    explicit QuotaGate(Plan plan);
    using Fill = std::function<void(model::QuotaReport&)>;

    // the server's side
    std::uint32_t server() const { return m_plan.server; }
    bool waits() const { return m_plan.waits; }
    /// The next one; INT64_MAX past the end. Everybody may ask.
    TimeMs boundary() const { return {m_boundary.load(std::memory_order_acquire)}; }
    /// Of a server that waits, with everything before the boundary done: leaves the report and,
    /// once the boundary is open, gives its grants and moves it on; nothing before.
    std::optional<std::vector<model::QuotaGrants>> pass(const Fill& fill);
    /// Of a server that does not wait: leaves a report for the newest boundary up to now, if there
    /// is a new one.
    bool tick(TimeMs now, const Fill& fill);
    /// Of a server that does not wait: the grants that act by now, in order.
    std::vector<model::QuotaGrants> takeGrants(TimeMs now);
    bool hasGrants(TimeMs now) const
    {
        return m_earliest.load(std::memory_order_acquire) <= now.value;
    }

    // the scheduler's side
    /// Grants that act at a boundary; those of one that has passed act at the next.
    void give(TimeMs at, model::QuotaGrants grants);
    /// All grants up to a boundary are given.
    void open(TimeMs at);
    /// The report of a boundary, and forgets older ones; nothing when the server has not come so
    /// far.
    std::optional<model::QuotaReport> takeReport(TimeMs at);
    /// The newest boundary that was reported.
    std::optional<TimeMs> newestReport() const;

private:
    void leaveReport(TimeMs at, const Fill& fill);
    std::vector<model::QuotaGrants> takeUpTo(TimeMs at); ///< under the mutex

    const Plan m_plan;
    std::atomic<std::int64_t> m_boundary;
    std::atomic<std::int64_t> m_earliest{INT64_MAX}; ///< when the first of m_grants acts
    bool m_isReported = false; ///< of m_boundary; the server's thread only

    mutable std::mutex m_mutex;
    std::map<TimeMs, model::QuotaReport> m_reports;
    std::multimap<TimeMs, model::QuotaGrants> m_grants;
    TimeMs m_openTo{INT64_MIN};
};

/// The first boundary after a moment: boundaries are the whole intervals of UTC, so that midnight
/// of every zone is one while the interval divides a quarter of an hour.
TimeMs boundaryAfter(TimeMs moment, std::int64_t intervalMs);

} // namespace gavel::runtime
