// SPDX-License-Identifier: GPL-3.0-or-later
// How a LineChart looks; what it is told and how it is used is in line_chart.cpp.
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/numbers.h"

#include <algorithm>
#include <cmath>

namespace gavel::widgets {

namespace {

constexpr int kLabelHeight = 15;
constexpr int kPixelsPerMoment = 74;
constexpr double kReach = 5; // pixels from a moment to the cursor that stands there
constexpr qsizetype kMostDetails = 3;

} // namespace

void LineChart::paintEvent(QPaintEvent* /*event*/)
{
    const Frame now = frame();
    const qreal ratio = devicePixelRatioF();
    if (m_still.isNull() || m_still.devicePixelRatio() != ratio
        || m_still.size() != size() * ratio) {
        m_still = QPixmap(size() * ratio);
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(color(Token::Bg2));
        QPainter still(&m_still);
        still.setRenderHint(QPainter::Antialiasing);
        paintStill(still, now);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dragFrom) {
        QColor band = color(Token::Accent);
        band.setAlpha(50);
        const int left = std::min(*m_dragFrom, m_dragTo);
        painter.fillRect(
            QRectF(left, now.plot.top(), std::abs(m_dragTo - *m_dragFrom), now.plot.height()),
            band);
    } else if (m_cursor) {
        paintCursor(painter, now);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(color(Token::Focus));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void LineChart::paintStill(QPainter& painter, const Frame& frame) const
{
    paintAxes(painter, frame);
    paintTimes(painter, frame);
    paintLines(painter, frame);
    paintLimits(painter, frame);
    paintMoments(painter, frame);
    if (m_endLabels)
        paintEndLabels(painter, frame);
}

void LineChart::paintAxes(QPainter& painter, const Frame& frame) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    for (const double tick : frame.ticks) {
        const double y = std::round(frame.scale.y(tick));
        painter.fillRect(QRectF(frame.plot.left(), y, frame.plot.width(), 1),
                         color(tick == 0 ? Token::Line2 : Token::Line1));
        painter.setPen(color(Token::T3));
        painter.drawText(QRectF(0, y - 8, frame.plot.left() - 8, 16),
                         Qt::AlignRight | Qt::AlignVCenter, plot::tickText(tick, frame.step));
    }
}

void LineChart::paintTimes(QPainter& painter, const Frame& frame) const
{
    painter.setPen(color(Token::T3));
    const int most = std::max(2, static_cast<int>(frame.plot.width()) / kPixelsPerMoment);
    const std::vector<qint64> ticks = plot::timeTicks(m_from, m_to, m_offsetMinutes, most);
    for (const qint64 at : ticks) {
        const double x = xOf(at, frame);
        const QString text = plot::timeTickText(at, ticks, m_offsetMinutes);
        const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 1;
        if (x - half < 0 || x + half > width())
            continue;
        painter.drawText(QRectF(x - half, frame.plot.bottom() + 4, 2 * half, 16), Qt::AlignCenter,
                         text);
    }
}

void LineChart::paintLines(QPainter& painter, const Frame& frame) const
{
    painter.save();
    painter.setClipRect(frame.plot.adjusted(-2, -2, 2, 2));
    for (const ChartLine& line : m_lines) {
        const QColor ink = colorOf(line);
        const std::vector<plot::Run> runs
            = plot::reduce(line.values, frame.plot.left(), frame.plot.right(), frame.scale);
        if (line.area)
            plot::paintArea(painter, runs, frame.plot.bottom(), ink);
        const qreal width = line.selected ? 2.4 : Theme::current().seriesWidth(line.series);
        plot::paintRuns(painter, runs, QPen(ink, width, line.style));
    }
    painter.restore();
}

void LineChart::paintLimits(QPainter& painter, const Frame& frame) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    for (const ChartLimit& limit : m_limits) {
        const double y = std::round(frame.scale.y(limit.value)) + 0.5;
        QPen pen(color(limit.token), 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.drawText(QRectF(frame.plot.left(), y - 17, frame.plot.width() - 2, 16),
                         Qt::AlignRight | Qt::AlignVCenter, limit.text);
    }
}

void LineChart::paintMoments(QPainter& painter, const Frame& frame) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    double free = frame.plot.left();
    for (const ChartMoment& moment : m_moments) {
        if (moment.at < m_from || moment.at > m_to)
            continue;
        const double x = std::round(xOf(moment.at, frame)) + 0.5;
        const QColor ink = color(markToken(moment.mark));
        QPen pen(ink, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
        paintMark(painter, QRectF(x - 6, frame.plot.top() - 12, 12, 12).toRect(), moment.mark, 10);
        const double width = painter.fontMetrics().horizontalAdvance(moment.text);
        const bool right = x + 8 + width > frame.plot.right();
        const double place = right ? x - 8 - width : x + 8;
        if (place < free)
            continue;
        painter.setPen(ink);
        painter.drawText(QRectF(place, frame.plot.top() - 14, width + 2, 16), Qt::AlignVCenter,
                         moment.text);
        free = std::max(free, place + width + 6);
    }
}

void LineChart::paintEndLabels(QPainter& painter, const Frame& frame) const
{
    struct Label
    {
        double y;
        const ChartLine* line;
    };
    std::vector<Label> labels;
    for (const ChartLine& line : m_lines) {
        const std::optional<double> last = endOf(line);
        if (last)
            labels.push_back({frame.scale.y(*last), &line});
    }
    std::sort(labels.begin(), labels.end(),
              [](const Label& a, const Label& b) { return a.y < b.y; });
    const QFontMetrics bold(widgets::font(TextRole::CaptionBold));
    double least = 0;
    for (const Label& label : labels) {
        const double y = std::max(label.y, least);
        least = y + kLabelHeight;
        const QString value = endTextOf(*label.line);
        const QRectF place(frame.plot.right() + 8, y - kLabelHeight / 2.0, width(), kLabelHeight);
        painter.setFont(widgets::font(TextRole::CaptionBold));
        painter.setPen(color(m_stale ? Token::T3 : Token::T1));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, value);
        painter.setFont(widgets::font(TextRole::Caption));
        painter.setPen(color(Token::T2));
        painter.drawText(place.translated(bold.horizontalAdvance(value) + 6, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, label.line->name);
    }
}

void LineChart::paintCursor(QPainter& painter, const Frame& frame) const
{
    if (*m_cursor < m_from || *m_cursor > m_to)
        return;
    const double x = std::round(xOf(measuredNear(*m_cursor), frame)) + 0.5;
    painter.setPen(color(Token::T2));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    for (const ChartLine& line : m_lines) {
        const std::optional<double> value = valueAt(line, *m_cursor);
        if (!value)
            continue;
        painter.setPen(QPen(colorOf(line), 1.5));
        painter.setBrush(color(Token::Bg2));
        painter.drawEllipse(QPointF(x, frame.scale.y(*value)), 3, 3);
    }
    paintCursorBox(painter, frame, x);
}

QStringList LineChart::detailsAt(double x, const Frame& frame) const
{
    QStringList details;
    for (auto moment = m_moments.rbegin(); moment != m_moments.rend(); ++moment)
        if (!moment->detail.isEmpty() && details.size() < kMostDetails
            && std::abs(xOf(moment->at, frame) - x) <= kReach)
            details << moment->detail;
    return details;
}

void LineChart::paintCursorBox(QPainter& painter, const Frame& frame, double x) const
{
    const QFontMetrics small(widgets::font(TextRole::Caption));
    const QStringList details = detailsAt(x, frame);
    int names = 0;
    int values = 0;
    for (const ChartLine& line : m_lines) {
        names = std::max(names, small.horizontalAdvance(line.name));
        const std::optional<double> value = valueAt(line, *m_cursor);
        values = std::max(values,
                          small.horizontalAdvance(value ? m_format(*value) : numbers::missing()));
    }
    double width = std::max(names + values + 46, 90);
    for (const QString& detail : details)
        width = std::max(
            width, std::min(small.horizontalAdvance(detail) + 18.0, frame.plot.width() * 0.45));
    const double height = 24
        + kLabelHeight
            * static_cast<double>(m_lines.size() + static_cast<std::size_t>(details.size()));
    const double left = x + 8 + width > frame.plot.right() ? x - 8 - width : x + 8;
    const QRectF box(left, frame.plot.top() + std::max(4.0, (frame.plot.height() - height) / 2),
                     width, height);
    painter.setPen(color(Token::Line2));
    painter.setBrush(color(Token::Bg4));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    painter.setPen(color(Token::T1));
    painter.setFont(widgets::font(TextRole::CaptionBold));
    painter.drawText(box.adjusted(8, 4, -8, 0), Qt::AlignLeft | Qt::AlignTop,
                     numbers::time(measuredNear(*m_cursor), m_offsetMinutes));
    painter.setFont(widgets::font(TextRole::Caption));
    double y = box.top() + 20;
    for (const ChartLine& line : m_lines) {
        const QRectF row(box.left() + 8, y, width - 16, kLabelHeight);
        painter.fillRect(QRectF(row.left(), row.center().y() - 4, 8, 8), colorOf(line));
        painter.setPen(color(Token::T2));
        painter.drawText(row.adjusted(14, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, line.name);
        const std::optional<double> value = valueAt(line, *m_cursor);
        painter.setPen(color(Token::T1));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                         value ? m_format(*value) : numbers::missing());
        y += kLabelHeight;
    }
    painter.setPen(color(Token::T1));
    for (const QString& detail : details) {
        const QRectF row(box.left() + 8, y, width - 16, kLabelHeight);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         small.elidedText(detail, Qt::ElideRight, static_cast<int>(row.width())));
        y += kLabelHeight;
    }
}

} // namespace gavel::widgets
