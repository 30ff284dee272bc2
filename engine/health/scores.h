// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ratio_window.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::health {

/// What the scores are computed from. What was not measured is left out.
struct HealthInputs
{
    // Quality, of events within the time looked at.
    std::optional<metrics::Counts> complete; ///< stored, refused or on their way, of all received
    std::optional<metrics::Counts> accurate; ///< passed every rule, of all received
    std::optional<metrics::Counts> timely; ///< stored within a second, of all stored
    std::optional<metrics::Counts> consistent; ///< checks that held, of all checks
    // Performance, of requests.
    std::optional<double> latencyMs; ///< 99th percentile
    std::optional<metrics::Counts> processed; ///< of those offered
    std::optional<metrics::Counts> errors; ///< failed, of all
    std::optional<metrics::Counts> retries; ///< tried again, of all tries
    // Resources: the part of each that is in use, 0 to 1.
    std::optional<double> cpu;
    std::optional<double> memory;
    std::optional<double> disk; ///< of the time, busy with reading and writing
    std::optional<double> network; ///< of the bandwidth
    // Business.
    std::optional<metrics::Counts> withinSla; ///< requests answered as promised, of all
    std::optional<double> satisfaction; ///< of users, 0 to 1, where somebody asks them
    std::optional<metrics::Counts> delivered; ///< spent in micros, of what was planned by now
    std::optional<metrics::Counts> returned; ///< value of conversions in micros, of what was spent
};

/// One part of a score.
struct ScorePart
{
    std::string_view name; ///< "completeness"
    std::string_view unit; ///< "share" or "ms"
    std::optional<double> value; ///< none = not measured
    double target = 0; ///< what gives all points
    double zero = 0; ///< what gives none
    double weight = 0;
    std::optional<double> points; ///< 0 to 100; none = not measured
    bool operator==(const ScorePart&) const = default;
};

struct HealthScore
{
    std::string_view name; ///< "quality"
    std::vector<ScorePart> parts;
    std::optional<double> points; ///< 0 to 100; none = no part of it was measured
    bool operator==(const HealthScore&) const = default;
};

/// Four scores and the health of the whole.
///
///     points of a part  = 100 * (value - zero) / (target - zero), not below 0 nor above 100
///     points of a score = sum of weight * points / sum of weight, over the parts that were
///     measured total             = mean of the scores that were measured
///
/// | score       | part            | value               | 100 points | 0 points | weight |
/// |-------------|-----------------|---------------------|------------|----------|--------|
/// | quality     | completeness    | share of events     | 0.9999     | 0.99     | 0.25   |
/// |             | accuracy        | share of events     | 0.999      | 0.95     | 0.25   |
/// |             | timeliness      | share of events     | 0.99       | 0.90     | 0.25   |
/// |             | consistency     | share of checks     | 1          | 0.99     | 0.25   |
/// | performance | latency         | 99th percentile, ms | 50         | 500      | 0.25   |
/// |             | throughput      | share of offered    | 1          | 0.5      | 0.25   |
/// |             | error_rate      | share of requests   | 0.001      | 0.05     | 0.25   |
/// |             | retry_rate      | share of tries      | 0.01       | 0.2      | 0.25   |
/// | resources   | cpu, memory, disk, network | share in use | 0.7    | 1        | 0.25   |
/// | business    | sla             | share of requests   | 0.999      | 0.99     | 0.3    |
/// |             | satisfaction    | share               | 0.9        | 0.5      | 0.2    |
/// |             | value           | spent / planned     | 1          | 0.5      | 0.3    |
/// |             | cost_efficiency | value / spent       | 1          | 0        | 0.2    |
struct HealthReport
{
    std::array<HealthScore, 4> scores; ///< quality, performance, resources, business
    std::optional<double> total; ///< none = nothing was measured
    bool operator==(const HealthReport&) const = default;
};
HealthReport scoreHealth(const HealthInputs& inputs);

/// "98.7 %", "12.5 ms", or "not measured".
std::string valueText(const ScorePart& part);

} // namespace gavel::health
