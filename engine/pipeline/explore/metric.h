// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/measures.h"

#include <optional>
#include <string>

namespace gavel::pipeline {

/// What can be asked of counters. Money of adverts is what wins cost; revenue is what conversions
/// were worth, earned what publishers got.
enum class Metric : std::uint8_t {
    Requests,
    Bids,
    Wins,
    Impressions,
    Viewable,
    Clicks,
    Conversions,
    Quarantined,
    Spend,
    Earned,
    Revenue,
    AttributedClicks, ///< whose cause is known
    AttributedConversions,
    AttributedRevenue,
    Ctr, ///< clicks / impressions
    Cvr, ///< conversions / clicks
    Cpc, ///< spend / clicks
    Cpm, ///< spend x 1000 / impressions
    Cpa, ///< spend / conversions
    Roas, ///< revenue / spend
    Viewability, ///< viewable / impressions
    WinRate, ///< wins / bids, which are sampled
    Fill, ///< wins / requests
    UniqueUsers, ///< who saw an impression; estimated
};
inline constexpr std::size_t kMetrics = 24;
inline constexpr std::array<std::string_view, kMetrics> kMetricNames{"requests",
                                                                     "bids",
                                                                     "wins",
                                                                     "impressions",
                                                                     "viewable",
                                                                     "clicks",
                                                                     "conversions",
                                                                     "quarantined",
                                                                     "spend",
                                                                     "earned",
                                                                     "revenue",
                                                                     "attributed_clicks",
                                                                     "attributed_conversions",
                                                                     "attributed_revenue",
                                                                     "ctr",
                                                                     "cvr",
                                                                     "cpc",
                                                                     "cpm",
                                                                     "cpa",
                                                                     "roas",
                                                                     "viewability",
                                                                     "win_rate",
                                                                     "fill",
                                                                     "unique_users"};

/// Money is micro-units of the market's currency.
enum class MetricKind : std::uint8_t { Count, Money, Ratio };

struct MetricValue
{
    MetricKind kind = MetricKind::Count;
    std::int64_t number = 0; ///< of a count, or micro-units
    double ratio = 0;

    bool operator==(const MetricValue&) const = default;
};

MetricKind kindOf(Metric metric);
/// What a ratio is of, so that those of many come before those of few; others are their own.
Metric baseOf(Metric metric);
/// nullopt = there is none of this name.
std::optional<Metric> metricNamed(std::string_view name);
/// Requests are counted of the whole market only, users of some dimensions only, and a session has
/// only events.
bool isKept(CountedBy by, Metric metric);

/// Worked out of what was counted; amounts are rounded down to a micro-unit. nullopt where a ratio
/// has no base, and for unique users, who are not in the counters.
std::optional<MetricValue> derive(const Measures& measures, Metric metric);
/// Exact for counts and money, six decimals for ratios.
std::string textOf(const MetricValue& value);

/// Those that other programs are told of a counter.
inline constexpr std::array<std::string_view, 15> kToldMetrics{"impressions",
                                                               "viewable",
                                                               "clicks",
                                                               "conversions",
                                                               "attributed_clicks",
                                                               "attributed_conversions",
                                                               "spend",
                                                               "revenue",
                                                               "attributed_revenue",
                                                               "ctr",
                                                               "cvr",
                                                               "cpc",
                                                               "cpm",
                                                               "cpa",
                                                               "roas"};
/// One by its name. nullopt where it has no base, or there is none of this name.
std::optional<std::string> metricText(const Measures& measures, std::string_view name);

} // namespace gavel::pipeline
