// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/window_closer.h"

#include <algorithm>
#include <cassert>

namespace gavel::ledger {

WindowCloser::WindowCloser(const WindowPolicy& policy, TimeMs start)
    : m_policy(policy)
    , m_start{start.value - start.value % policy.lengthMs}
{
    assert(policy.lengthMs > 0 && policy.lateMs >= 0 && start.value >= 0);
}

void WindowCloser::report(std::uint32_t server, TimeMs through)
{
    TimeMs& known = m_through[server];
    known = std::max(known, through);
}

void WindowCloser::leave(std::uint32_t server)
{
    m_through.erase(server);
}

TimeMs WindowCloser::settledUntil(TimeMs now) const
{
    TimeMs least = now;
    for (const auto& [server, through] : m_through)
        least = std::min(least, through);
    return least;
}

std::vector<ClosedWindow> WindowCloser::close(TimeMs now, std::uint64_t lastSequence)
{
    std::vector<ClosedWindow> closed;
    const TimeMs settled = settledUntil(now);
    for (;;) {
        const TimeMs end = m_start + m_policy.lengthMs;
        const bool complete = settled >= end;
        if (!complete && now < end + m_policy.lateMs)
            return closed;
        closed.push_back({m_start, end, now, complete, lastSequence});
        m_start = end;
    }
}

TransferId closedWindowId(TimeMs end)
{
    return TransferId::of(end, "closed window");
}

} // namespace gavel::ledger
