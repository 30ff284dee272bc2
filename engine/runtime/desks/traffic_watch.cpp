// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/traffic_watch.h"

#include <utility>

namespace gavel::runtime {

void TrafficWatch::add(const pipeline::Additions& added)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [key, measures] : added.counters) {
        if (key.granularity != pipeline::Granularity::Total || key.by != pipeline::CountedBy::Ad)
            continue;
        metrics::Counts& counts = m_ads[key.name];
        counts.part += measures.clicks;
        counts.whole += measures.impressions;
    }
    for (const auto& [session, clicks] : added.sessionClicks)
        if (m_newClicks.size() < kMostSessions || m_newClicks.contains(session))
            m_newClicks[session] += clicks;
}

TrafficWatch::Look TrafficWatch::take(TimeMs now)
{
    Look look;
    decltype(m_newClicks) clicked;
    {
        const std::lock_guard lock(m_mutex);
        look.ads = std::exchange(m_ads, {});
        clicked = std::exchange(m_newClicks, {});
    }
    std::erase_if(m_sessions,
                  [&](const auto& known) { return now - known.second.lastAt > kSessionMs; });
    for (const auto& [number, clicks] : clicked) {
        if (m_sessions.size() >= kMostSessions && !m_sessions.contains(number))
            continue;
        Session& session = m_sessions[number];
        session.clicks += clicks;
        session.lastAt = now;
        if (session.clicks >= kNoticedClicks)
            look.sessions[number] = session.clicks;
    }
    return look;
}

} // namespace gavel::runtime
