// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gavel::bench {

/// What one case did. Times are wall times of this machine: quote ratios.
struct BenchResult
{
    std::string name;
    std::uint64_t work = 0; ///< units of work: auctions, events, requests
    double seconds = 0;
    double p50Micros = 0; ///< of one unit; 0 when the case has no latency of its own
    double p99Micros = 0;
    std::vector<std::pair<std::string, std::string>> extra; ///< what the case adds, in order
};
using BenchFunction = BenchResult (*)();

/// The result of a case that could not be done; says so on standard error.
BenchResult failed(BenchResult result, const Error& error);
/// A number with so many digits behind the point.
std::string rounded(double value, int digits = 0);

} // namespace gavel::bench
