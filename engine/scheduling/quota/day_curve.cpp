// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/quota/day_curve.h"

#include "engine/base/clock.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gavel::scheduling {

namespace {

constexpr std::int64_t kHalfHourMs = base::kHourMs / 2;
constexpr double kPriorHalfHours = 1; ///< what the prior counts against observed half hours
constexpr double kMemoryHalfHours = 7; ///< each half hour comes once a day

bool isOpen(const OpenHours& open, std::size_t hourOfWeek)
{
    return open.hours == nullptr || open.hours->test(hourOfWeek);
}

/// The part of a span in which the campaign is open, between two moments; in half hours.
double openPart(const DaySpan& span, const OpenHours& open, TimeMs from, TimeMs to)
{
    if (!isOpen(open, span.hourOfWeek))
        return 0;
    const TimeMs begin = std::max({span.begin, from, open.flightStart});
    const TimeMs end = std::min({span.end, to, open.flightEnd});
    return begin < end ? static_cast<double>(end - begin) / static_cast<double>(kHalfHourMs) : 0;
}

HalfHours withMeanOne(HalfHours shape)
{
    const double sum = std::accumulate(shape.begin(), shape.end(), 0.0);
    if (!(sum > 0))
        return evenShape();
    for (double& share : shape)
        share *= kHalfHours / sum;
    return shape;
}

/// Traffic of a whole day of 24 hours on this weekday, up to `halves` of it.
double trafficOfWeekday(const HalfHours& shape, const OpenHours& open, std::size_t weekday,
                        double halves)
{
    double sum = 0;
    for (std::size_t half = 0; half < kHalfHours; ++half)
        if (isOpen(open, weekday * 24 + half / 2))
            sum += shape[half] * std::clamp(halves - static_cast<double>(half), 0.0, 1.0);
    return sum;
}

} // namespace

TimeMs LocalDay::endOfHour(TimeMs at) const
{
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (at >= spans[i].end)
            continue;
        const bool sameHour = i + 1 < spans.size() && spans[i].half % 2 == 0
            && spans[i + 1].half == spans[i].half + 1;
        return sameHour ? spans[i + 1].end : spans[i].end;
    }
    return end;
}

LocalDay localDay(const dsp::TimeZone& zone, TimeMs at)
{
    LocalDay day;
    day.day = zone.at(at).day;
    day.begin = zone.startOfDay(day.day);
    day.end = zone.startOfDay(day.day + 1);
    for (TimeMs begin = day.begin; begin < day.end && day.spans.size() < LocalDay::kMostSpans;) {
        const std::int64_t local = begin.value + zone.offsetMs(begin);
        const std::int64_t ofDay = local - base::floorDivide(local, base::kDayMs) * base::kDayMs;
        const std::int64_t half = ofDay / kHalfHourMs;
        const TimeMs end = std::min(begin + (kHalfHourMs - ofDay % kHalfHourMs), day.end);
        day.spans.push({begin, end, static_cast<std::uint8_t>(half),
                        static_cast<std::uint8_t>(zone.at(begin).hourOfWeek)});
        begin = end;
    }
    return day;
}

HalfHours evenShape()
{
    HalfHours shape;
    shape.fill(1);
    return shape;
}

HalfHours priorShape(std::span<const double> market, std::int32_t marketOffsetMinutes,
                     const LocalDay& day)
{
    HalfHours shape = evenShape();
    if (market.size() != kHalfHours)
        return shape;
    for (const DaySpan& span : day.spans) {
        // Zones may be a quarter of an hour apart: the middle of the span says which half it is.
        const std::int64_t middle = span.begin.value + (span.end - span.begin) / 2
            + marketOffsetMinutes * base::kMinuteMs;
        const std::int64_t ofDay = middle - base::floorDivide(middle, base::kDayMs) * base::kDayMs;
        shape[span.half] = market[static_cast<std::size_t>(ofDay / kHalfHourMs)];
    }
    return withMeanOne(shape);
}

void DayCurve::learn(const LocalDay& day, const OpenHours& open, const HalfHours& prior,
                     TimeMs from, TimeMs to, std::uint64_t eligible, double live)
{
    if (!(live > 0))
        return;
    const HalfHours expected = shape(prior);
    double whole = 0;
    for (const DaySpan& span : day.spans)
        whole += expected[span.half] * openPart(span, open, from, to);
    for (const DaySpan& span : day.spans) {
        const double part = openPart(span, open, from, to);
        if (part <= 0)
            continue;
        const double share = whole > 0 ? expected[span.half] * part / whole : 0;
        const auto keep = static_cast<float>(std::exp(-part * live / kMemoryHalfHours));
        m_seen[span.half]
            = m_seen[span.half] * keep + static_cast<float>(static_cast<double>(eligible) * share);
        m_watched[span.half] = m_watched[span.half] * keep + static_cast<float>(part * live);
    }
}

double DayCurve::level(const HalfHours& prior) const
{
    double seen = 0;
    double watched = 0;
    for (std::size_t half = 0; half < kHalfHours; ++half) {
        seen += m_seen[half];
        watched += prior[half] * m_watched[half];
    }
    return watched > 0 ? seen / watched : 0;
}

HalfHours DayCurve::shape(const HalfHours& prior) const
{
    const double scale = level(prior);
    if (!(scale > 0))
        return withMeanOne(prior);
    HalfHours shape;
    for (std::size_t half = 0; half < kHalfHours; ++half)
        shape[half] = (kPriorHalfHours * prior[half] * scale + m_seen[half])
            / (kPriorHalfHours + m_watched[half]);
    return withMeanOne(shape);
}

double trafficWithin(const HalfHours& shape, const LocalDay& day, const OpenHours& open,
                     TimeMs from, TimeMs to)
{
    double sum = 0;
    for (const DaySpan& span : day.spans)
        if (span.end > from && span.begin < to)
            sum += shape[span.half] * openPart(span, open, from, to);
    return sum;
}

double trafficOfFlight(const HalfHours& shape, const LocalDay& day, const dsp::TimeZone& zone,
                       const OpenHours& open, TimeMs from)
{
    double sum = trafficWithin(shape, day, open, from, day.end);
    const TimeMs first = std::max(day.end, open.flightStart);
    if (first >= open.flightEnd)
        return sum;
    // Whole days are counted by weekday; the day a flight begins or ends in is counted in part.
    const auto halvesOf = [&zone](TimeMs at) {
        const std::int64_t local = at.value + zone.offsetMs(at);
        return static_cast<double>(local) / static_cast<double>(kHalfHourMs);
    };
    const double begin = halvesOf(first);
    const double end = halvesOf(open.flightEnd);
    const auto firstDay = static_cast<std::int64_t>(std::floor(begin / kHalfHours));
    const auto lastDay = static_cast<std::int64_t>(std::floor(end / kHalfHours));
    const auto upTo = [&](std::int64_t ofDay, double halves) {
        const auto weekday = static_cast<std::size_t>(((ofDay + 3) % 7 + 7) % 7);
        return trafficOfWeekday(shape, open, weekday,
                                halves - static_cast<double>(ofDay) * kHalfHours);
    };
    sum += upTo(lastDay, end) - upTo(firstDay, begin);
    const std::int64_t days = lastDay - firstDay;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(days, 7); ++i) {
        const std::int64_t times = (days - i + 6) / 7;
        sum += static_cast<double>(times)
            * upTo(firstDay + i, static_cast<double>(firstDay + i + 1) * kHalfHours);
    }
    return sum;
}

} // namespace gavel::scheduling
