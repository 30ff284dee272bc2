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

/// The half hours of the campaign's day in which it may spend: calls take(from, to, weight).
template<typename Take>
void eachOpenHalfHour(const model::Campaign& campaign, const DayCurve& curve, TimeMs now, Take take)
{
    const auto named = dsp::TimeZone::named(campaign.timeZone);
    const dsp::TimeZone zone = named ? *named : dsp::TimeZone();
    const dsp::LocalTime local = zone.at(now);
    const TimeMs midnight = zone.startOfDay(local.day);
    const std::size_t weekday = local.hourOfWeek / 24;
    for (std::size_t half = 0; half < kHalfHours; ++half) {
        if (campaign.targeting.hours && !campaign.targeting.hours->test(weekday * 24 + half / 2))
            continue;
        const TimeMs begin = midnight + static_cast<std::int64_t>(half) * kHalfHourMs;
        const TimeMs from = std::max(begin, campaign.flightStart);
        const TimeMs to = std::min(begin + kHalfHourMs, campaign.flightEnd);
        if (from < to)
            take(from, to, weightAt(curve, begin));
    }
}

double wholeDay(const model::Campaign& campaign, const DayCurve& curve, TimeMs now)
{
    double whole = 0;
    eachOpenHalfHour(campaign, curve, now, [&](TimeMs from, TimeMs to, double weight) {
        whole += weight * static_cast<double>(to - from);
    });
    return whole;
}

} // namespace

double plannedShare(const model::Campaign& campaign, const DayCurve& curve, TimeMs now)
{
    const double whole = wholeDay(campaign, curve, now);
    double passed = 0;
    eachOpenHalfHour(campaign, curve, now, [&](TimeMs from, TimeMs to, double weight) {
        const TimeMs spendFrom = std::max(from, curve.from);
        passed += weight
            * static_cast<double>(std::clamp(now - spendFrom, std::int64_t{0},
                                             std::max(to - spendFrom, std::int64_t{0})));
    });
    return whole > 0 ? passed / whole : 0;
}

TimeMs plannedAt(const model::Campaign& campaign, const DayCurve& curve, TimeMs now, double share)
{
    double left = share * wholeDay(campaign, curve, now);
    TimeMs at;
    eachOpenHalfHour(campaign, curve, now, [&](TimeMs from, TimeMs to, double weight) {
        const TimeMs spendFrom = std::max(from, curve.from);
        if (at != TimeMs{} || spendFrom >= to)
            return;
        const double here = weight * static_cast<double>(to - spendFrom);
        if (here > 0 && left <= here)
            at = spendFrom + static_cast<std::int64_t>(left / weight);
        left -= here;
    });
    return at;
}

} // namespace gavel::runtime
