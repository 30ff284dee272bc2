// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/moving/log_survey.h"

#include "engine/store/moving/tier_policy.h"
#include "engine/store/tiers/event_reader.h"

namespace gavel::store {

namespace {
constexpr std::int64_t kSurveyedAtOnce = 50'000;
}

Result<bool> LogSurvey::readOn(Connection& reader)
{
    EventsWanted wanted;
    wanted.firstKey = m_after + 1;
    wanted.order = EventsWanted::Order::Rising;
    wanted.warmOnly = true;
    std::int64_t read = 0;
    auto done = eachEvent(reader, wanted, [&](const EventRow& event) {
        const std::int64_t key = event[kKeyColumn];
        WarmDay& day = m_days[dayOf({event[kAtColumn]})];
        ++day.events;
        auto& span
            = day.sources.try_emplace(static_cast<std::uint32_t>(key >> 40), SourceSpan{key, key})
                  .first->second;
        span.lastKey = key;
        m_after = key;
        return ++read < kSurveyedAtOnce;
    });
    if (!done)
        return done.error();
    m_events += static_cast<std::uint64_t>(read);
    return read < kSurveyedAtOnce;
}

} // namespace gavel::store
