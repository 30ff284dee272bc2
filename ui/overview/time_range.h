// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace gavel::overview {

/// How far back the page looks from the market's present.
enum class Span : quint8 { QuarterHour, Hour, FourHours, Day, WholeRun };
inline constexpr int kSpanCount = 5;

/// A part of market time, milliseconds.
struct TimeWindow
{
    qint64 from = 0;
    qint64 to = 0;
    qint64 length() const { return to - from; }
    bool operator==(const TimeWindow&) const = default;
};

/// The part of a run that the charts show: the latest span, or a part the user chose, which stands
/// still.
class TimeRange
{
public:
    Span span() const { return m_span; }
    /// Also follows the present again.
    void setSpan(Span span);
    bool follows() const { return !m_fixed; }
    TimeWindow window(qint64 start, qint64 now) const;

    void zoom(TimeWindow part);
    /// Half a window to the left or the right, never past the run; reaching the present with the
    /// whole span follows it again.
    void earlier(qint64 start, qint64 now);
    void later(qint64 start, qint64 now);
    /// Back to the whole span, at the present.
    void reset() { m_fixed.reset(); }

private:
    Span m_span = Span::Hour;
    std::optional<TimeWindow> m_fixed;
};

} // namespace gavel::overview
