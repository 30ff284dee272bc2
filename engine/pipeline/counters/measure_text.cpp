// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/measure_text.h"

#include "engine/base/money.h"

#include <charconv>

namespace gavel::pipeline {

namespace {

std::string ratio(std::int64_t part, std::int64_t whole)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text,
                                   static_cast<double>(part) / static_cast<double>(whole),
                                   std::chars_format::fixed, 6);
    return {text, end.ptr};
}

/// An amount of nano-units divided by a count, to a millionth, rounded down.
std::string perOne(std::int64_t nanos, std::int64_t count)
{
    constexpr std::int64_t kNanosPerMicro = 1000;
    return base::formatDecimal(nanos / count / kNanosPerMicro, 6, 6);
}

} // namespace

std::optional<std::string> measureText(const Measures& m, std::string_view measure)
{
    constexpr std::int64_t kNanosPerMicro = 1000;
    if (measure == "impressions")
        return std::to_string(m.impressions);
    if (measure == "viewable")
        return std::to_string(m.viewable);
    if (measure == "clicks")
        return std::to_string(m.clicks);
    if (measure == "conversions")
        return std::to_string(m.conversions);
    if (measure == "spend")
        return base::formatDecimal(m.spentNanos / kNanosPerMicro, 6, 6);
    if (measure == "revenue")
        return base::formatDecimal(m.valueMicros, 6, 6);
    if (measure == "ctr" && m.impressions > 0)
        return ratio(m.clicks, m.impressions);
    if (measure == "cvr" && m.clicks > 0)
        return ratio(m.conversions, m.clicks);
    if (measure == "cpc" && m.clicks > 0)
        return perOne(m.spentNanos, m.clicks);
    if (measure == "cpm" && m.impressions > 0)
        return perOne(m.spentNanos * 1000, m.impressions);
    if (measure == "cpa" && m.conversions > 0)
        return perOne(m.spentNanos, m.conversions);
    if (measure == "roas" && m.spentNanos >= kNanosPerMicro)
        return ratio(m.valueMicros, m.spentNanos / kNanosPerMicro);
    return std::nullopt;
}

} // namespace gavel::pipeline
