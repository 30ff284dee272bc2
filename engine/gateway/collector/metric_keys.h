// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_query.h"

#include <string>
#include <string_view>

namespace gavel::gateway {

// The contract's key space over the counters:
//   ad:metrics:{id}:{measure}, campaign:metrics:{id}:{measure}
//   hourly:metrics:{id}:{date}:{hour}:{measure}   of an ad, UTC
//   hourly:metrics:{id}:{hour}:{measure}          that hour of every day
//   daily:metrics:{id}:{date}:{measure}           of an ad, in its campaign's zone
//   session:{id}:clicks
// Measures: those of pipeline::kToldMetrics, and unique_users.

/// Value of one key: a number as text, so that amounts stay exact. Errors: KEY_WRONG says which
/// part is not understood; METRIC_NOT_FOUND when nothing was counted under it, or a ratio has no
/// base.
Result<std::string> metricOf(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
                             std::string_view key);

/// Keys with values that begin so, at most `most`, in order: "ad:metrics:ad-1:" or
/// "campaign:metrics:". Errors: KEY_WRONG.
Result<std::vector<std::pair<std::string, std::string>>>
metricsUnder(store::Connection& reader, const std::vector<std::uint32_t>& scopes,
             std::string_view prefix, std::size_t most);

} // namespace gavel::gateway
