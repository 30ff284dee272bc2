// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/day_line.h"

#include "ui/widgets/charts/plot.h"
#include "ui/widgets/numbers.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr int kTop = 18;
constexpr int kBottom = 18;
constexpr int kSide = 2;
constexpr int kPixelsPerTime = 110;
constexpr int kPixelsPerPoint = 4;
constexpr qint64 kDayMs = 86'400'000;

} // namespace

DayLine::DayLine(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(58);
    setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DayLine::setCurve(std::vector<double> dayCurve)
{
    m_curve = std::move(dayCurve);
    const double most = m_curve.empty() ? 0 : *std::max_element(m_curve.begin(), m_curve.end());
    for (double& share : m_curve)
        share = most > 0 ? share / most : 0;
    update();
}

void DayLine::setTimes(qint64 start, qint64 end, qint64 now, int utcOffsetMinutes)
{
    m_start = start;
    m_end = std::max(end, start + 1);
    m_now = std::clamp(now, m_start, m_end);
    m_offsetMinutes = utcOffsetMinutes;
    setAccessibleDescription(tr("%1 of the scenario is done")
                                 .arg(numbers::percentOf(static_cast<double>(m_now - m_start),
                                                         static_cast<double>(m_end - m_start), 0)));
    update();
}

void DayLine::setMoments(std::vector<Moment> moments)
{
    if (m_moments == moments)
        return;
    m_moments = std::move(moments);
    update();
}

QRectF DayLine::plot() const
{
    return QRectF(rect()).adjusted(kSide, kTop, -kSide, -kBottom);
}

double DayLine::xOf(qint64 at) const
{
    const QRectF place = plot();
    return place.left()
        + place.width() * static_cast<double>(at - m_start) / static_cast<double>(m_end - m_start);
}

qint64 DayLine::timeAt(double x) const
{
    const QRectF place = plot();
    const double share = std::clamp((x - place.left()) / place.width(), 0.0, 1.0);
    return m_start + std::llround(share * static_cast<double>(m_end - m_start));
}

/// Share of the busiest half hour at a time, between the middles of its neighbours.
double DayLine::heightAt(qint64 at) const
{
    if (m_curve.empty())
        return 0.5;
    const qint64 local = at + static_cast<qint64>(m_offsetMinutes) * 60'000;
    const double ofDay = static_cast<double>((local % kDayMs + kDayMs) % kDayMs);
    const auto count = static_cast<double>(m_curve.size());
    const double place = ofDay / static_cast<double>(kDayMs) * count - 0.5 + count;
    const auto left = static_cast<std::size_t>(place) % m_curve.size();
    const std::size_t right = (left + 1) % m_curve.size();
    const double part = place - std::floor(place);
    return m_curve[left] * (1 - part) + m_curve[right] * part;
}

void DayLine::paintEvent(QPaintEvent* /*event*/)
{
    if (m_end <= m_start + 1)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurve(painter);
    paintTimes(painter);
    paintMoments(painter);
    paintKnob(painter);
}

void DayLine::paintCurve(QPainter& painter) const
{
    const QRectF place = plot();
    QPolygonF line;
    const int points = static_cast<int>(place.width() / kPixelsPerPoint);
    for (int point = 0; point <= points; ++point) {
        const double x = place.left() + point * kPixelsPerPoint;
        line << QPointF(x, place.bottom() - heightAt(timeAt(x)) * place.height());
    }
    line << QPointF(place.right(), place.bottom() - heightAt(m_end) * place.height());
    QPainterPath area;
    area.addPolygon(line);
    area.lineTo(place.bottomRight());
    area.lineTo(place.bottomLeft());
    const double x = xOf(m_now);
    painter.save();
    painter.setClipRect(QRectF(x, 0, width() - x, height()));
    painter.fillPath(area, color(Token::Bg3));
    painter.restore();
    painter.save();
    painter.setClipRect(QRectF(0, 0, x, height()));
    QColor done = color(Token::Sim);
    done.setAlphaF(0.4F);
    painter.fillPath(area, done);
    painter.setPen(QPen(color(Token::Sim), 1));
    painter.drawPolyline(line);
    painter.restore();
    painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), color(Token::Line2));
}

void DayLine::paintTimes(QPainter& painter) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T3));
    const bool days = m_end - m_start > 2 * kDayMs;
    const int most = std::max(2, width() / kPixelsPerTime);
    for (const qint64 at : plot::timeTicks(m_start, m_end, m_offsetMinutes, most)) {
        const QString text = days ? numbers::date(at, m_offsetMinutes).mid(5)
            : at == m_end         ? QStringLiteral("24:00")
                                  : numbers::timeShort(at, m_offsetMinutes);
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 2;
        const double left = std::clamp(xOf(at) - wide / 2, 0.0, width() - wide);
        painter.drawText(QRectF(left, height() - kBottom + 1, wide, 16), Qt::AlignCenter, text);
    }
}

void DayLine::paintMoments(QPainter& painter) const
{
    painter.setFont(widgets::font(TextRole::Caption));
    // The newest words win the room, so they are laid out from the right.
    double free = width();
    for (auto moment = m_moments.rbegin(); moment != m_moments.rend(); ++moment) {
        if (moment->at < m_start || moment->at > m_end)
            continue;
        const double x = std::round(xOf(moment->at));
        painter.fillRect(QRectF(x, kTop - 2, 1, height() - kTop - kBottom + 2),
                         color(Token::Line2));
        paintMark(painter, QRectF(x - 5, 2, 11, 12).toRect(), moment->mark, 9);
        const double wide = painter.fontMetrics().horizontalAdvance(moment->text) + 2;
        const bool fits = x + 9 + wide <= free;
        if (fits) {
            painter.setPen(moment->mark == Mark::Info ? color(Token::T2)
                                                      : color(markToken(moment->mark)));
            painter.drawText(QRectF(x + 9, 0, wide, 16), Qt::AlignVCenter, moment->text);
        }
        free = x - 8;
    }
}

void DayLine::paintKnob(QPainter& painter) const
{
    const QRectF place = plot();
    const double x = std::round(xOf(m_now));
    painter.fillRect(QRectF(x - 1, place.top() - 4, 2, place.height() + 4), color(Token::T1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::T1));
    painter.drawRoundedRect(QRectF(x - 5, place.bottom() - 2, 10, 6), 2, 2);
}

void DayLine::mousePressEvent(QMouseEvent* event)
{
    const qint64 at = timeAt(event->position().x());
    if (event->button() == Qt::LeftButton && at > m_now)
        Q_EMIT timeClicked(at);
}

void DayLine::mouseMoveEvent(QMouseEvent* event)
{
    const qint64 at = timeAt(event->position().x());
    const bool ahead = at > m_now;
    setCursor(ahead ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const QString time = numbers::dateTime(at, m_offsetMinutes);
    setToolTip(ahead ? tr("Run to %1").arg(time) : time);
}

} // namespace gavel::training
