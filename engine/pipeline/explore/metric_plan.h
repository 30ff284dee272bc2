// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/explore/metric_query.h"

namespace gavel::pipeline {

/// A query as it is carried out: checked, in whole steps and buckets of the counters.
struct MetricPlan
{
    CountedBy by{};
    Metric metric{};
    Granularity granularity{};
    std::int64_t bucketMs = 0;
    std::int64_t stepMs = 0;
    std::int64_t firstBucket = 0; ///< of the window
    std::int64_t steps = 0;
    std::int64_t bucketsPerStep = 1;
    TimeMs from;

    TimeMs to() const { return from + steps * stepMs; }
    TimeMs before() const { return from + -steps * stepMs; }
    std::int64_t buckets() const { return steps * bucketsPerStep; }
};

/// Errors: METRIC_WRONG names the field.
Result<MetricPlan> planOf(const MetricQuery& query);

/// "field": what is wrong with it; what to write.
Error metricWrong(std::string field, std::string what, std::string advice);

} // namespace gavel::pipeline
