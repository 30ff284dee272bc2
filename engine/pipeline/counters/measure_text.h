// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/measures.h"

#include <optional>
#include <string>

namespace gavel::pipeline {

/// What of a counter is told outside: counts, amounts, and the ratios that are made of them.
inline constexpr std::array<std::string_view, 12> kMeasureNames{
    "impressions", "viewable", "clicks", "conversions", "spend", "revenue",
    "ctr",         "cvr",      "cpc",    "cpm",         "cpa",   "roas"};

/// A number as text, so that amounts stay exact. Nothing where a ratio has no base.
std::optional<std::string> measureText(const Measures& measures, std::string_view name);

} // namespace gavel::pipeline
