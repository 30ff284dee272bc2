// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/explore/metric_query.h"

namespace gavel::runtime {

class Engine;

// What people ask of the counters of the market that runs, and of what is told from outside.
using pipeline::CountedTime;
using pipeline::Metric;
using pipeline::MetricAnswer;
using pipeline::MetricKind;
using pipeline::MetricQuery;
using pipeline::MetricRow;
using pipeline::MetricValue;

/// Any thread but the window's: takes milliseconds to seconds. Errors: METRIC_WRONG names the
/// field, those of the store.
Result<MetricAnswer> readMetrics(const Engine& engine, const MetricQuery& query);
Result<CountedTime> readCountedTime(const Engine& engine);

} // namespace gavel::runtime
