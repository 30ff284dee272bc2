// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/scores.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gavel::health {

namespace {

using metrics::Counts;

constexpr std::string_view kShare = "share";

/// Counts of nothing, and what is no number, were not measured.
std::optional<double> shareOf(const std::optional<Counts>& counts)
{
    if (!counts || counts->whole <= 0 || counts->part < 0)
        return std::nullopt;
    return static_cast<double>(counts->part) / static_cast<double>(counts->whole);
}

std::optional<double> measured(const std::optional<double>& value)
{
    return value && std::isfinite(*value) && *value >= 0 ? value : std::nullopt;
}

ScorePart part(std::string_view name, std::optional<double> value, double target, double zero,
               double weight, std::string_view unit = kShare)
{
    ScorePart part{name, unit, value, target, zero, weight, std::nullopt};
    if (value)
        part.points = 100 * std::clamp((*value - zero) / (target - zero), 0.0, 1.0);
    return part;
}

HealthScore score(std::string_view name, std::vector<ScorePart> parts)
{
    double points = 0;
    double weights = 0;
    for (const ScorePart& part : parts)
        if (part.points) {
            points += part.weight * *part.points;
            weights += part.weight;
        }
    HealthScore score{name, std::move(parts), std::nullopt};
    if (weights > 0)
        score.points = points / weights;
    return score;
}

} // namespace

HealthReport scoreHealth(const HealthInputs& inputs)
{
    HealthReport report;
    report.scores[0] = score("quality",
                             {part("completeness", shareOf(inputs.complete), 0.9999, 0.99, 0.25),
                              part("accuracy", shareOf(inputs.accurate), 0.999, 0.95, 0.25),
                              part("timeliness", shareOf(inputs.timely), 0.99, 0.9, 0.25),
                              part("consistency", shareOf(inputs.consistent), 1, 0.99, 0.25)});
    report.scores[1] = score("performance",
                             {part("latency", measured(inputs.latencyMs), 50, 500, 0.25, "ms"),
                              part("throughput", shareOf(inputs.processed), 1, 0.5, 0.25),
                              part("error_rate", shareOf(inputs.errors), 0.001, 0.05, 0.25),
                              part("retry_rate", shareOf(inputs.retries), 0.01, 0.2, 0.25)});
    report.scores[2] = score("resources",
                             {part("cpu", measured(inputs.cpu), 0.7, 1, 0.25),
                              part("memory", measured(inputs.memory), 0.7, 1, 0.25),
                              part("disk", measured(inputs.disk), 0.7, 1, 0.25),
                              part("network", measured(inputs.network), 0.7, 1, 0.25)});
    report.scores[3] = score("business",
                             {part("sla", shareOf(inputs.withinSla), 0.999, 0.99, 0.3),
                              part("satisfaction", measured(inputs.satisfaction), 0.9, 0.5, 0.2),
                              part("value", shareOf(inputs.delivered), 1, 0.5, 0.3),
                              part("cost_efficiency", shareOf(inputs.returned), 1, 0, 0.2)});
    double points = 0;
    int scores = 0;
    for (const HealthScore& score : report.scores)
        if (score.points) {
            points += *score.points;
            ++scores;
        }
    if (scores > 0)
        report.total = points / scores;
    return report;
}

std::string valueText(const ScorePart& part)
{
    if (!part.value)
        return "not measured";
    std::array<char, 64> text{};
    if (part.unit == kShare)
        std::snprintf(text.data(), text.size(), "%.4g %%", *part.value * 100);
    else
        std::snprintf(text.data(), text.size(), "%.4g ms", *part.value);
    return text.data();
}

} // namespace gavel::health
