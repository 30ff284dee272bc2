// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/pipeline/explore/metric.h"

#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// A measure of the things of a dimension over a window, in steps.
struct MetricQuery
{
    std::string dimension = "campaign"; ///< see kCountedByNames; "all" is the whole market
    std::string measure = "impressions"; ///< see kMetricNames
    std::vector<std::string> keys; ///< only these; empty = the most
    std::size_t most = 20; ///< rows, at most 100; ratios of many come before those of few
    TimeMs from; ///< widened to whole steps
    TimeMs to; ///< exclusive
    std::string step = "quarter"; ///< "minute", "quarter" of an hour, "hour", "day"
    bool compare = true; ///< with as long a time before
    std::int32_t utcOffsetMinutes = 0; ///< where hours and days begin
    bool ownDays = false; ///< days of these dates in each campaign's own zone; else UTC's
};

struct MetricRow
{
    using Values = std::vector<std::optional<MetricValue>>;
    std::string key;
    std::optional<MetricValue> value; ///< over the window; nullopt = nothing was measured
    std::optional<MetricValue> before;
    Values steps;
    Values stepsBefore; ///< empty when not compared
};

struct MetricAnswer
{
    MetricKind kind = MetricKind::Count;
    std::vector<MetricRow> rows; ///< most first, or in the order of the keys
    MetricRow all; ///< of everything, also what has no name in the dimension
    std::size_t names = 0; ///< with anything counted in the window
    TimeMs from; ///< whole steps
    TimeMs to;
    std::int64_t stepMs = 0;
    bool hasBefore = false; ///< the whole time before is counted
    TimeMs countedFrom; ///< everything that is counted lies from here
    TimeMs countedTo; ///< to here; 0 = nothing is
    std::uint64_t waiting = 0; ///< stored, but not counted yet
    TimeMs provisionalFrom; ///< steps from here on may still grow; `to` = none
};

/// As the counters are at one moment. Errors: METRIC_WRONG names the field: dimension, measure,
/// keys, most, from, to, step, utcOffsetMinutes.
Result<MetricAnswer> readMetrics(store::Connection& connection,
                                 const std::vector<std::uint32_t>& scopes,
                                 const MetricQuery& query);

/// From the begin of the first quarter of an hour with an event to the end of the last minute with
/// one; 0 and 0 = none.
struct CountedTime
{
    TimeMs from;
    TimeMs to;
};
Result<CountedTime> readCountedTime(store::Connection& connection,
                                    const std::vector<std::uint32_t>& scopes);

} // namespace gavel::pipeline
