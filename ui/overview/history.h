// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/overview/time_range.h"

#include <string>
#include <vector>

namespace gavel::overview {

/// The market's history over a window, at equal distances; rates are per second of market time.
struct History
{
    TimeWindow window;
    std::vector<double> auctions;
    std::vector<double> bids;
    std::vector<double> wins;
    std::vector<double> cost; ///< currency units a second
    std::vector<double> p50; ///< milliseconds of whole auctions; a level holds until the next
    std::vector<double> p95;
    std::vector<double> p99;
    std::vector<double> spent; ///< today, all campaigns; empty in markets of more than 500
};

/// Point by point part / whole times a factor, NaN where the whole is 0.
std::vector<double> ratios(const std::vector<double>& parts, const std::vector<double>& wholes,
                           double factor = 1);
/// Mean of the finite values among the first or last twentieth (at least one) of the points.
double meanOfFirst(const std::vector<double>& values);
double meanOfLast(const std::vector<double>& values);
/// The milliseconds of market time that the last twentieth of the points covers.
std::int64_t lengthOfLast(const History& history);

/// Asks the engine; takes milliseconds, so never on the window's thread.
History readHistory(const runtime::Engine& engine, TimeWindow window, TimeWindow run,
                    const std::vector<std::string>& campaigns);

} // namespace gavel::overview
