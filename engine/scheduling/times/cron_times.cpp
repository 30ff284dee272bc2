// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/times/cron_times.h"

#include "engine/base/fault.h"

#include <algorithm>
#include <array>

namespace gavel::scheduling {

TimeMs nextAfter(const model::CronRule& rule, TimeMs time, const dsp::TimeZone& zone)
{
    // Instants never go back while local times go on, and no local time up to the present one has
    // an instant still to come.
    std::int64_t minute = base::floorDivide(time.value + zone.offsetMs(time), base::kMinuteMs) + 1;
    for (;;) {
        const auto local = rule.localFrom(minute);
        if (!local) // a rule that names no day is not parsed
            return {INT64_MAX};
        const TimeMs instant = instantOf(*local * base::kMinuteMs, zone);
        if (instant > time)
            return instant;
        minute = *local + 1;
    }
}

TimeMs instantOf(std::int64_t localMs, const dsp::TimeZone& zone)
{
    // The offsets a day around it are the only ones that can count then.
    const std::int64_t before = zone.offsetMs({localMs - base::kDayMs});
    const std::int64_t after = zone.offsetMs({localMs + base::kDayMs});
    std::array<std::int64_t, 2> offsets{std::max(before, after), std::min(before, after)};
    if (base::planted(base::Fault::SecondOfTwoTimes))
        std::swap(offsets[0], offsets[1]);
    for (const std::int64_t offset : offsets)
        if (zone.offsetMs({localMs - offset}) == offset)
            return {localMs - offset};
    std::int64_t old = localMs - std::max(before, after); // still has the offset before
    std::int64_t jumped = localMs - std::min(before, after);
    while (jumped - old > 1) {
        const std::int64_t middle = old + (jumped - old) / 2;
        (zone.offsetMs({middle}) == before ? old : jumped) = middle;
    }
    return {jumped};
}

} // namespace gavel::scheduling
