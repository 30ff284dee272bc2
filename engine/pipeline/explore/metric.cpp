// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/explore/metric.h"

#include "engine/base/money.h"
#include "engine/pipeline/counters/counted_users.h"

#include <algorithm>
#include <charconv>

namespace gavel::pipeline {

namespace {

using Value = std::optional<MetricValue>;

constexpr std::int64_t kNanosPerMicro = 1000;

Value count(std::int64_t number)
{
    return MetricValue{MetricKind::Count, number, 0};
}
Value money(std::int64_t micros)
{
    return MetricValue{MetricKind::Money, micros, 0};
}
Value ratio(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return std::nullopt;
    return MetricValue{MetricKind::Ratio, 0,
                       static_cast<double>(part) / static_cast<double>(whole)};
}
/// An amount of nano-units for each of a count.
Value perOne(std::int64_t nanos, std::int64_t count)
{
    return count > 0 ? money(nanos / count / kNanosPerMicro) : std::nullopt;
}

Value deriveRatio(const Measures& m, Metric metric)
{
    switch (metric) {
    case Metric::Ctr:
        return ratio(m.clicks, m.impressions);
    case Metric::Cvr:
        return ratio(m.conversions, m.clicks);
    case Metric::Cpc:
        return perOne(m.spentNanos, m.clicks);
    case Metric::Cpm: // a thousand of them cost in micro-units what one costs in nano-units
        return m.impressions > 0 ? money(m.spentNanos / m.impressions) : std::nullopt;
    case Metric::Cpa:
        return perOne(m.spentNanos, m.conversions);
    case Metric::Roas:
        return ratio(m.valueMicros, m.spentNanos / kNanosPerMicro);
    case Metric::Viewability:
        return ratio(m.viewable, m.impressions);
    case Metric::WinRate:
        return ratio(m.wins, m.bids);
    case Metric::Fill:
        return ratio(m.wins, m.requests);
    default:
        return std::nullopt;
    }
}

} // namespace

MetricKind kindOf(Metric metric)
{
    switch (metric) {
    case Metric::Spend:
    case Metric::Earned:
    case Metric::Revenue:
    case Metric::AttributedRevenue:
    case Metric::Cpc:
    case Metric::Cpm:
    case Metric::Cpa:
        return MetricKind::Money;
    case Metric::Ctr:
    case Metric::Cvr:
    case Metric::Roas:
    case Metric::Viewability:
    case Metric::WinRate:
    case Metric::Fill:
        return MetricKind::Ratio;
    default:
        return MetricKind::Count;
    }
}

Metric baseOf(Metric metric)
{
    switch (metric) {
    case Metric::Ctr:
    case Metric::Cpm:
    case Metric::Viewability:
        return Metric::Impressions;
    case Metric::Cvr:
    case Metric::Cpc:
        return Metric::Clicks;
    case Metric::Cpa:
        return Metric::Conversions;
    case Metric::Roas:
        return Metric::Spend;
    case Metric::WinRate:
        return Metric::Bids;
    case Metric::Fill:
        return Metric::Requests;
    default:
        return metric;
    }
}

std::optional<Metric> metricNamed(std::string_view name)
{
    const auto found = std::find(kMetricNames.begin(), kMetricNames.end(), name);
    if (found == kMetricNames.end())
        return std::nullopt;
    return static_cast<Metric>(found - kMetricNames.begin());
}

bool isKept(CountedBy by, Metric metric)
{
    if (metric == Metric::Requests || metric == Metric::Fill)
        return by == CountedBy::All;
    return metric != Metric::UniqueUsers || hasUsers(by);
}

std::optional<MetricValue> derive(const Measures& m, Metric metric)
{
    switch (metric) {
    case Metric::Requests:
        return count(m.requests);
    case Metric::Bids:
        return count(m.bids);
    case Metric::Wins:
        return count(m.wins);
    case Metric::Impressions:
        return count(m.impressions);
    case Metric::Viewable:
        return count(m.viewable);
    case Metric::Clicks:
        return count(m.clicks);
    case Metric::Conversions:
        return count(m.conversions);
    case Metric::Quarantined:
        return count(m.quarantined);
    case Metric::Spend:
        return money(m.spentNanos / kNanosPerMicro);
    case Metric::Earned:
        return money(m.earnedNanos / kNanosPerMicro);
    case Metric::Revenue:
        return money(m.valueMicros);
    case Metric::AttributedClicks:
        return count(m.attributedClicks);
    case Metric::AttributedConversions:
        return count(m.attributedConversions);
    case Metric::AttributedRevenue:
        return money(m.attributedMicros);
    default:
        return deriveRatio(m, metric);
    }
}

std::string textOf(const MetricValue& value)
{
    constexpr int kDecimals = 6;
    if (value.kind == MetricKind::Count)
        return std::to_string(value.number);
    if (value.kind == MetricKind::Money)
        return base::formatDecimal(value.number, kDecimals, kDecimals);
    char text[32];
    const auto end
        = std::to_chars(text, text + sizeof text, value.ratio, std::chars_format::fixed, kDecimals);
    return {text, end.ptr};
}

std::optional<std::string> metricText(const Measures& measures, std::string_view name)
{
    const auto metric = metricNamed(name);
    const auto value = metric ? derive(measures, *metric) : std::nullopt;
    return value ? std::optional(textOf(*value)) : std::nullopt;
}

} // namespace gavel::pipeline
