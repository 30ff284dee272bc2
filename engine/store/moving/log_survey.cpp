// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/moving/log_survey.h"

#include "engine/store/connection.h"
#include "engine/store/moving/tier_policy.h"

namespace gavel::store {

namespace {
constexpr std::int64_t kSurveyedAtOnce = 50'000;
}

Result<bool> LogSurvey::readOn(Connection& reader)
{
    const auto cached
        = reader.cached("SELECT key, at FROM warm_log WHERE key > $1 ORDER BY key LIMIT $2");
    if (!cached)
        return cached.error();
    Statement& rows = (*cached)->bindAll(m_after, kSurveyedAtOnce);
    std::int64_t read = 0;
    for (;; ++read) {
        const auto row = rows.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const std::int64_t key = rows.integer(0);
        WarmDay& day = m_days[dayOf({rows.integer(1)})];
        ++day.events;
        auto& span
            = day.sources.try_emplace(static_cast<std::uint32_t>(key >> 40), SourceSpan{key, key})
                  .first->second;
        span.lastKey = key;
        m_after = key;
    }
    m_events += static_cast<std::uint64_t>(read);
    return read < kSurveyedAtOnce;
}

} // namespace gavel::store
