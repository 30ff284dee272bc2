// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace gavel::metrics {

/// Events a second over a sliding window of wall time, in 20 steps; times are monotonic nanoseconds
/// that the caller reads. One thread at a time.
class RateWindow
{
public:
    explicit RateWindow(std::int64_t windowNanos = 2'000'000'000);

    void add(std::int64_t nowNanos, std::uint64_t events);
    /// Over the whole window, or over the time since the first event while that is shorter; 0 when
    /// nothing came.
    double perSecond(std::int64_t nowNanos) const;

private:
    static constexpr std::int64_t kSteps = 20;
    struct Step
    {
        std::int64_t number = INT64_MIN;
        std::uint64_t events = 0;
    };
    std::int64_t m_stepNanos;
    std::int64_t m_firstNanos = INT64_MIN;
    std::array<Step, kSteps> m_steps{};
};

} // namespace gavel::metrics
