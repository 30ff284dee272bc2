// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_case.h"
#include "engine/base/histogram.h"

#include <cstdint>
#include <functional>
#include <string>

namespace gavel::bench {

struct HttpLoad
{
    std::uint16_t port = 0;
    std::size_t connections = 64;
    double perSecond = 0;
    double seconds = 0;
    /// The whole text of each request, counted from 0; none = an OpenRTB auction.
    std::function<std::string(std::uint64_t number)> request;
};

struct HttpLoadResult
{
    std::uint64_t answered = 0; ///< 200 or 204
    std::uint64_t sold = 0; ///< 200
    std::uint64_t refused = 0; ///< 429
    std::uint64_t failed = 0; ///< any other status, or a broken connection
    double seconds = 0;
    base::Histogram latencyMicros; ///< from the intended moment to the whole answer
};

/// Sends requests at a fixed rate over keep-alive connections, one at a time on each; what
/// is due while all are busy waits, and its waiting counts. Blocks; one thread.
HttpLoadResult runHttpLoad(const HttpLoad& load);

} // namespace gavel::bench
