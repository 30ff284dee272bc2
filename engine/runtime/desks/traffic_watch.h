// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ratio_window.h"
#include "engine/pipeline/counters/tally.h"

#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace gavel::runtime {

/// What was counted since the last look: clicks of impressions of each ad, and clicks of each
/// session in its half hour. Taken in by the writer, looked at by another thread.
class TrafficWatch
{
public:
    /// Sessions that click less are nobody's business.
    static constexpr std::int64_t kNoticedClicks = 5;
    static constexpr std::int64_t kSessionMs = 30 * base::kMinuteMs;
    static constexpr std::size_t kMostSessions = 100'000;

    void add(const pipeline::Additions& added);

    struct Look
    {
        std::map<std::uint64_t, metrics::Counts> ads; ///< by durable number
        std::map<std::uint64_t, std::int64_t> sessions; ///< by hash; those that clicked since
    };
    /// Sessions that have not clicked for half an hour are forgotten.
    Look take(TimeMs now);

private:
    struct Session
    {
        std::int64_t clicks = 0;
        TimeMs lastAt;
    };
    std::mutex m_mutex;
    std::map<std::uint64_t, metrics::Counts> m_ads;
    std::unordered_map<std::uint64_t, std::int64_t> m_newClicks; ///< by session
    std::unordered_map<std::uint64_t, Session> m_sessions; ///< of the looking thread
};

} // namespace gavel::runtime
