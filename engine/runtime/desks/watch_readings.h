// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/scores.h"
#include "engine/metrics/alerts/observation.h"
#include "engine/runtime/desks/traffic_watch.h"
#include "engine/runtime/pipeline_view.h"
#include "engine/runtime/snapshot.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>

namespace gavel::runtime {

/// Makes readings of what is seen: running totals become what is new since the look before. One
/// thread.
class WatchReadings
{
public:
    WatchReadings();
    struct Seen
    {
        TimeMs now; ///< the wall
        const PipelineStatus& pipeline;
        std::span<const SourceView> sources;
        const Snapshot& market;
        TrafficWatch::Look traffic;
        std::filesystem::path file; ///< of the workspace; "" = nothing is kept
        std::function<std::string(std::uint64_t)> adName;
        std::map<std::string, std::uint64_t> deadDeliveries{}; ///< that are open, by group
    };
    /// For the rules of alerts. Metrics: ctr (ad), session_clicks (session), requests,
    /// completeness_gap, pipeline_lag_p99_ms, dead_letters, source_failed (source), seat_late
    /// (seat), spend_to_plan, spend_behind_plan (campaign), broken_invariants (its name),
    /// log_bytes, disk_free_bytes, memory_share, dead_deliveries (group of subscribers).
    std::vector<metrics::Observation> read(const Seen& seen);
    /// For the scores: of the last five minutes, as of the newest read().
    health::HealthInputs inputs() const;

private:
    using Counts = metrics::Counts;
    /// A running total and its part; a smaller one than before begins anew.
    struct Total
    {
        Counts counts;
        bool isKnown = false;
        Counts news(Counts now);
    };
    void readPipeline(const Seen& seen);
    void readMarket(const Seen& seen);
    void readCampaigns(const Snapshot& market);
    void readDisk(const std::filesystem::path& file);
    void readLoad();
    void say(std::string metric, std::string subject, std::variant<double, Counts> reading);

    TimeMs m_now;
    std::vector<metrics::Observation> m_said;
    std::map<std::string, Total> m_totals; ///< by what and whose
    metrics::RatioWindow m_complete;
    metrics::RatioWindow m_accurate;
    metrics::RatioWindow m_refused;
    metrics::RatioWindow m_inTime;
    std::optional<double> m_latencyMs;
    std::optional<Counts> m_held;
    std::optional<Counts> m_delivered;
    std::optional<Counts> m_returned;
    std::optional<double> m_cpu;
    std::optional<double> m_memory;
    std::int64_t m_loadNanos = 0; ///< when the processor's time was read
    std::int64_t m_cpuNanos = 0;
};

} // namespace gavel::runtime
