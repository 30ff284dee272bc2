// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/scores.h"
#include "engine/metrics/alerts/alert.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::runtime {

/// What a value of an alert is written as.
enum class AlertUnit : std::uint8_t { Plain, Share, Milliseconds, Bytes, Times };

/// An alert as people see it.
struct AlertView
{
    metrics::Alert alert;
    TimeMs marketAt; ///< the market's time when it fired; 0 = not known
    double limit = 0; ///< what its value is compared with
    bool hasLimit = true; ///< false where anything but zero is wrong
    bool isBelow = false; ///< wrong is what lies below the limit
    std::int64_t forMs = 0; ///< how long it must hold before it fires
    AlertUnit unit = AlertUnit::Plain;
};

/// What is wrong, and how well the whole does. Times are the wall's.
struct WatchView
{
    TimeMs at;
    std::vector<AlertView> active; ///< firing ones by level and time, then pending ones
    std::vector<AlertView> ended; ///< resolved ones, newest first
    std::vector<metrics::Silence> silences;
    std::size_t firing = 0; ///< without those that are muted
    std::size_t pending = 0;
    std::size_t muted = 0; ///< firing, but nobody is told
    health::HealthReport health;
};

/// The rules, as a person edits them.
struct AlertRulesView
{
    std::uint32_t version = 0; ///< 0 = as shipped
    TimeMs at;
    std::string actor;
    std::string json;
};

} // namespace gavel::runtime
