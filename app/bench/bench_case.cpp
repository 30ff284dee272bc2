// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"

#include <cstdio>
#include <fmt/format.h>

namespace gavel::bench {

BenchResult failed(BenchResult result, const Error& error)
{
    std::fprintf(stderr, "%s: %s\n", result.name.c_str(), toString(error).c_str());
    result.extra = {{"failed", error.code}};
    return result;
}

std::string rounded(double value, int digits)
{
    return fmt::format("{:.{}f}", value, digits);
}

} // namespace gavel::bench
