// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/ring_minutes.h"

namespace gavel::runtime {

void RingMinutes::note(TimeMs now, const pipeline::Flow& total)
{
    pipeline::Flow& minute = m_minutes[base::floorDivide(now.value, base::kMinuteMs)];
    for (const auto field : pipeline::Flow::kFields)
        minute.*field += total.*field - m_total.*field;
    m_total = total;
    while (m_minutes.size() > kMostMinutes)
        m_minutes.erase(m_minutes.begin());
}

pipeline::Flow RingMinutes::minute(std::int64_t minute) const
{
    const auto found = m_minutes.find(minute);
    return found == m_minutes.end() ? pipeline::Flow() : found->second;
}

} // namespace gavel::runtime
