// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/time_range.h"

#include <algorithm>
#include <limits>

namespace gavel::overview {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kLeast = kMinute;

qint64 lengthOf(Span span)
{
    switch (span) {
    case Span::QuarterHour:
        return 15 * kMinute;
    case Span::Hour:
        return 60 * kMinute;
    case Span::FourHours:
        return 240 * kMinute;
    case Span::Day:
        return 1440 * kMinute;
    case Span::WholeRun:
        break;
    }
    return std::numeric_limits<qint64>::max();
}

} // namespace

void TimeRange::setSpan(Span span)
{
    m_span = span;
    m_fixed.reset();
}

TimeWindow TimeRange::window(qint64 start, qint64 now) const
{
    if (m_fixed)
        return *m_fixed;
    const qint64 to = std::max(now, start + kLeast);
    return {std::max(start, to - std::min(lengthOf(m_span), to - start)), to};
}

void TimeRange::zoom(TimeWindow part)
{
    if (part.length() < kLeast) {
        const qint64 middle = part.from + part.length() / 2;
        part = {middle - kLeast / 2, middle + kLeast / 2};
    }
    m_fixed = part;
}

void TimeRange::earlier(qint64 start, qint64 now)
{
    TimeWindow shown = window(start, now);
    const qint64 step = std::min(shown.length() / 2, shown.from - start);
    if (step <= 0)
        return;
    m_fixed = {shown.from - step, shown.to - step};
}

void TimeRange::later(qint64 start, qint64 now)
{
    if (!m_fixed)
        return;
    const qint64 length = m_fixed->length();
    const qint64 step = std::min(length / 2, now - m_fixed->to);
    if (m_fixed->to + step >= now && length >= std::min(lengthOf(m_span), now - start))
        m_fixed.reset();
    else if (step > 0)
        m_fixed = {m_fixed->from + step, m_fixed->to + step};
}

} // namespace gavel::overview
