// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/ratio_window.h"

#include <algorithm>

namespace gavel::metrics {

namespace {

/// Stops at the top instead of passing it; neither is negative.
void addTo(std::int64_t& sum, std::int64_t more)
{
    if (__builtin_add_overflow(sum, more, &sum))
        sum = INT64_MAX;
}

void addTo(Counts& sum, const Counts& more)
{
    addTo(sum.part, more.part);
    addTo(sum.whole, more.whole);
}

} // namespace

RatioWindow::RatioWindow(std::int64_t windowMs)
    : m_stepMs(std::max<std::int64_t>(windowMs / kSteps, 1))
{
}

void RatioWindow::add(TimeMs at, Counts counts)
{
    const std::int64_t number = base::floorDivide(at.value, m_stepMs);
    if (!m_steps.empty() && number <= m_steps.back().number - kSteps)
        return;
    auto place = std::lower_bound(
        m_steps.begin(), m_steps.end(), number,
        [](const Step& step, std::int64_t wanted) { return step.number < wanted; });
    if (place == m_steps.end() || place->number != number)
        place = m_steps.insert(place, {number, {}});
    addTo(place->counts, counts);
    const std::int64_t newest = m_steps.back().number;
    std::erase_if(m_steps, [&](const Step& step) { return step.number <= newest - kSteps; });
}

Counts RatioWindow::sum(TimeMs now) const
{
    const std::int64_t newest = base::floorDivide(now.value, m_stepMs);
    Counts sum;
    for (const Step& step : m_steps)
        if (step.number > newest - kSteps && step.number <= newest)
            addTo(sum, step.counts);
    return sum;
}

} // namespace gavel::metrics
