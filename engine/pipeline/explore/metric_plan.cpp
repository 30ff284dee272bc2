// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/explore/metric_plan.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::int64_t kQuarterMs = 15 * base::kMinuteMs;
constexpr std::int64_t kMostSteps = 400;
constexpr std::size_t kMostRows = 100;
constexpr std::int32_t kMostOffset = 14 * 60;

struct Step
{
    std::string_view name;
    std::int64_t ms = 0;
    Granularity granularity{}; ///< of the counters that make it
    std::int64_t bucketMs = 0;
};
constexpr std::array<Step, 4> kSteps{
    {{"minute", base::kMinuteMs, Granularity::Minute, base::kMinuteMs},
     {"quarter", kQuarterMs, Granularity::Quarter, kQuarterMs},
     {"hour", base::kHourMs, Granularity::Quarter, kQuarterMs},
     {"day", base::kDayMs, Granularity::Quarter, kQuarterMs}}};

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

Result<void> planWhat(const MetricQuery& query, MetricPlan& plan)
{
    const auto by = std::find(kCountedByNames.begin(), kCountedByNames.end(), query.dimension);
    if (by == kCountedByNames.end() || query.dimension == "session")
        return metricWrong("dimension",
                           inQuotes(query.dimension) + " is nothing that is counted by",
                           "write all, campaign, ad, creative, advertiser, publisher, placement, "
                           "device, country or source");
    plan.by = static_cast<CountedBy>(by - kCountedByNames.begin());
    const auto metric = metricNamed(query.measure);
    if (!metric)
        return metricWrong("measure", inQuotes(query.measure) + " is no measure",
                           "write impressions, clicks, spend, ctr or another measure");
    plan.metric = *metric;
    if (!isKept(plan.by, plan.metric))
        return metricWrong("measure",
                           inQuotes(query.measure) + " is not kept by " + query.dimension,
                           "choose the dimension all, or another measure");
    if (query.most < 1 || query.most > kMostRows)
        return metricWrong("most", "so many rows are not given", "write 1 to 100");
    if (query.keys.size() > kMostRows)
        return metricWrong("keys", "so many are not given", "name at most 100");
    return {};
}

Result<const Step*> stepOf(const MetricQuery& query, const MetricPlan& plan)
{
    const auto* step = std::find_if(kSteps.begin(), kSteps.end(),
                                    [&](const Step& known) { return known.name == query.step; });
    if (step == kSteps.end())
        return metricWrong("step", inQuotes(query.step) + " is no step",
                           "write minute, quarter, hour or day");
    if (query.ownDays && step->ms != base::kDayMs)
        return metricWrong("step", "own days are days", "write day");
    if (plan.metric == Metric::UniqueUsers && !query.ownDays)
        return metricWrong("step", "users are counted by own days only", "ask for own days");
    return step;
}

} // namespace

Error metricWrong(std::string field, std::string what, std::string advice)
{
    return {"METRIC_WRONG", std::move(field), std::move(what), std::move(advice)};
}

Result<MetricPlan> planOf(const MetricQuery& query)
{
    MetricPlan plan;
    if (auto planned = planWhat(query, plan); !planned)
        return planned.error();
    const auto step = stepOf(query, plan);
    if (!step)
        return step.error();
    if (query.utcOffsetMinutes % 15 != 0 || std::abs(query.utcOffsetMinutes) > kMostOffset)
        return metricWrong("utcOffsetMinutes", "no zone begins its hours there",
                           "write quarters of an hour, at most 840 minutes");
    if (query.to <= query.from)
        return metricWrong("to", "the window ends before it begins", "write a later time");
    plan.stepMs = (*step)->ms;
    const std::int64_t offset = query.utcOffsetMinutes * base::kMinuteMs;
    const std::int64_t first = base::floorDivide(query.from.value + offset, plan.stepMs);
    const std::int64_t end = base::floorDivide(query.to.value + offset - 1, plan.stepMs) + 1;
    plan.steps = end - first;
    if (plan.steps > kMostSteps)
        return metricWrong("step",
                           "the window has " + std::to_string(plan.steps) + " steps of a "
                               + query.step + ", at most 400 are given",
                           "choose a longer step or a shorter window");
    plan.from = {first * plan.stepMs - offset};
    plan.granularity = query.ownDays ? Granularity::Day : (*step)->granularity;
    plan.bucketMs = query.ownDays ? base::kDayMs : (*step)->bucketMs;
    plan.bucketsPerStep = plan.stepMs / plan.bucketMs;
    plan.firstBucket = query.ownDays ? first : plan.from.value / plan.bucketMs;
    return plan;
}

} // namespace gavel::pipeline
