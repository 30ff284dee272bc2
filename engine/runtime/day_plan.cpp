// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/day_plan.h"

#include "engine/dsp/targeting/local_time.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::int64_t kHalfHourMs = base::kHourMs / 2;
constexpr std::size_t kHalfHours = 48;

/// Traffic of a half hour, relative to the others.
double weightAt(const DayCurve& curve, TimeMs time)
{
    if (curve.halfHours.size() != kHalfHours)
        return 1;
    const std::int64_t local = time.value + curve.utcOffsetMinutes * base::kMinuteMs;
    const std::int64_t ofDay = (local % base::kDayMs + base::kDayMs) % base::kDayMs;
    return curve.halfHours[static_cast<std::size_t>(ofDay / kHalfHourMs)];
}

} // namespace

double plannedShare(const model::Campaign& campaign, const DayCurve& curve, TimeMs now)
{
    const auto named = dsp::TimeZone::named(campaign.timeZone);
    const dsp::TimeZone zone = named ? *named : dsp::TimeZone();
    const dsp::LocalTime local = zone.at(now);
    const TimeMs midnight = zone.startOfDay(local.day);
    const std::size_t weekday = local.hourOfWeek / 24;
    double whole = 0;
    double passed = 0;
    for (std::size_t half = 0; half < kHalfHours; ++half) {
        if (campaign.targeting.hours && !campaign.targeting.hours->test(weekday * 24 + half / 2))
            continue;
        const TimeMs begin = midnight + static_cast<std::int64_t>(half) * kHalfHourMs;
        const TimeMs from = std::max(begin, campaign.flightStart);
        const TimeMs to = std::min(begin + kHalfHourMs, campaign.flightEnd);
        if (from >= to)
            continue;
        const double weight = weightAt(curve, begin);
        whole += weight * static_cast<double>(to - from);
        const TimeMs spendFrom = std::max(from, curve.from);
        passed += weight
            * static_cast<double>(std::clamp(now - spendFrom, std::int64_t{0},
                                             std::max(to - spendFrom, std::int64_t{0})));
    }
    return whole > 0 ? passed / whole : 0;
}

} // namespace gavel::runtime
