// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/rate_window.h"

#include <algorithm>

namespace gavel::metrics {

RateWindow::RateWindow(std::int64_t windowNanos)
    : m_stepNanos(std::max<std::int64_t>(windowNanos / kSteps, 1))
{
}

void RateWindow::add(std::int64_t nowNanos, std::uint64_t events)
{
    if (m_firstNanos == INT64_MIN)
        m_firstNanos = nowNanos;
    const std::int64_t number = nowNanos / m_stepNanos;
    Step& step = m_steps[static_cast<std::size_t>(number % kSteps)];
    if (step.number != number)
        step = {number, 0};
    step.events += events;
}

// The step that runs now is not whole, so the window reaches from the start of the oldest step to
// now.
double RateWindow::perSecond(std::int64_t nowNanos) const
{
    if (m_firstNanos == INT64_MIN)
        return 0;
    const std::int64_t oldest = nowNanos / m_stepNanos - kSteps + 1;
    std::uint64_t events = 0;
    for (const Step& step : m_steps)
        if (step.number >= oldest)
            events += step.events;
    const std::int64_t since = std::max(oldest * m_stepNanos, m_firstNanos);
    const std::int64_t span = std::max(nowNanos - since, m_stepNanos);
    return static_cast<double>(events) * 1e9 / static_cast<double>(span);
}

} // namespace gavel::metrics
