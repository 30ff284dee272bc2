// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <vector>

namespace gavel::metrics {

/// A part and its whole, such as clicks of impressions or failures of requests.
struct Counts
{
    std::int64_t part = 0;
    std::int64_t whole = 0;
    bool operator==(const Counts&) const = default;
};

/// The sums of a part and its whole over a sliding window, in at most 60 steps: the one that runs
/// now and those before it. Late ones count in the step they belong to. One thread.
class RatioWindow
{
public:
    static constexpr std::int64_t kSteps = 60;
    struct Step
    {
        std::int64_t number = 0; ///< time / length of a step
        Counts counts;
        bool operator==(const Step&) const = default;
    };

    explicit RatioWindow(std::int64_t windowMs);

    /// Counts of before the window that ends with the newest step are not taken.
    void add(TimeMs at, Counts counts);
    Counts sum(TimeMs now) const;

    std::int64_t stepMs() const { return m_stepMs; }
    /// In order, without empty ones: what a file keeps of it.
    const std::vector<Step>& steps() const { return m_steps; }

private:
    std::int64_t m_stepMs;
    std::vector<Step> m_steps;
};

} // namespace gavel::metrics
