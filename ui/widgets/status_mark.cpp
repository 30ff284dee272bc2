// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_mark.h"

#include <QPainterPath>

#include <numbers>

namespace gavel::widgets {

namespace {

// Every painter works in a box of 12 by 12 around the origin.
constexpr qreal kHalf = 5;

QPolygonF hexagon(qreal radius)
{
    QPolygonF shape;
    for (int i = 0; i < 6; ++i) {
        const double angle = std::numbers::pi / 3 * i + std::numbers::pi / 6;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return shape;
}

QPolygonF diamond(qreal radius)
{
    return QPolygonF({{0, -radius}, {radius, 0}, {0, radius}, {-radius, 0}});
}

void fill(QPainter& painter, const QPolygonF& shape, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(shape);
}

void stroke(QPainter& painter, const QColor& color, qreal width = 1.5)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void check(QPainter& painter, qreal scale)
{
    painter.drawPolyline(QPolygonF(
        {{-4 * scale, 0.3 * scale}, {-1.2 * scale, 3.2 * scale}, {4.2 * scale, -3 * scale}}));
}

void dashes(QPainter& painter, const QColor& color, const QList<qreal>& pattern)
{
    QPen pen(color, 1.4);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(pattern);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
}

void hatchedHexagon(QPainter& painter, const QColor& color)
{
    QPainterPath clip;
    clip.addPolygon(hexagon(kHalf));
    painter.save();
    painter.setClipPath(clip, Qt::IntersectClip);
    stroke(painter, color, 1.1);
    for (int offset = -8; offset <= 8; offset += 3)
        painter.drawLine(QPointF(offset - 6, 6), QPointF(offset + 6, -6));
    painter.restore();
    stroke(painter, color, 1.4);
    painter.drawPolygon(hexagon(kHalf));
}

void retryCircle(QPainter& painter, const QColor& color)
{
    stroke(painter, color);
    painter.drawArc(QRectF(-4.3, -4.3, 8.6, 8.6), 50 * 16, 290 * 16);
    painter.drawPolyline(QPolygonF({{1.2, -4.8}, {3.2, -3.2}, {4.8, -5}}));
}

void paintFilled(QPainter& painter, Mark mark, const QColor& color)
{
    switch (mark) {
    case Mark::Good:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(0, 0), 4.2, 4.2);
        break;
    case Mark::Warn:
        fill(painter, QPolygonF({{0, -4.8}, {5.4, 4.4}, {-5.4, 4.4}}), color);
        break;
    case Mark::Bad:
        fill(painter, diamond(5.2), color);
        break;
    case Mark::Info:
        painter.fillRect(QRectF(-4, -4, 8, 8), color);
        break;
    case Mark::Working:
        fill(painter, QPolygonF({{-3.6, -4.8}, {4.8, 0}, {-3.6, 4.8}}), color);
        break;
    case Mark::Paused:
        painter.fillRect(QRectF(-3.6, -4.5, 2.2, 9), color);
        painter.fillRect(QRectF(1.4, -4.5, 2.2, 9), color);
        break;
    case Mark::Partly:
        stroke(painter, color);
        painter.drawEllipse(QPointF(0, 0), 4.4, 4.4);
        painter.setBrush(color);
        painter.drawPie(QRectF(-4.4, -4.4, 8.8, 8.8), -90 * 16, 180 * 16);
        break;
    default:
        break;
    }
}

void paintOutlined(QPainter& painter, Mark mark, const QColor& color)
{
    stroke(painter, color);
    switch (mark) {
    case Mark::Live:
        painter.drawEllipse(QPointF(0, 0), 4.8, 4.8);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(0, 0), 1.5, 1.5);
        break;
    case Mark::Waiting:
        painter.drawEllipse(QPointF(0, 0), 4, 4);
        break;
    case Mark::Done:
        stroke(painter, color, 1.8);
        check(painter, 1);
        break;
    case Mark::Cancelled:
        painter.drawEllipse(QPointF(0, 0), 4.4, 4.4);
        painter.drawLine(QPointF(-3, 3), QPointF(3, -3));
        break;
    case Mark::Acknowledged:
        painter.drawEllipse(QPointF(0, 0), 4.8, 4.8);
        check(painter, 0.55);
        break;
    case Mark::Refused:
        painter.drawPolygon(diamond(4.8));
        break;
    case Mark::Stale:
        dashes(painter, color, {1.7, 1.3});
        painter.drawEllipse(QPointF(0, 0), 4.4, 4.4);
        break;
    case Mark::Draft:
        dashes(painter, color, {1.8, 1.2});
        painter.drawRect(QRectF(-4.3, -4.3, 8.6, 8.6));
        break;
    case Mark::Sim:
        hatchedHexagon(painter, color);
        break;
    case Mark::Retry:
        retryCircle(painter, color);
        break;
    default:
        paintFilled(painter, mark, color);
        break;
    }
}

} // namespace

Token markToken(Mark mark)
{
    switch (mark) {
    case Mark::Good:
    case Mark::Done:
        return Token::Good;
    case Mark::Warn:
    case Mark::Partly:
    case Mark::Retry:
    case Mark::Draft:
        return Token::Warn;
    case Mark::Bad:
        return Token::Bad;
    case Mark::Info:
    case Mark::Working:
    case Mark::Acknowledged:
    case Mark::Refused:
        return Token::Info;
    case Mark::Stale:
        return Token::Stale;
    case Mark::Sim:
        return Token::Sim;
    case Mark::Live:
        return Token::Live;
    case Mark::Cancelled:
        return Token::T3;
    case Mark::None:
    case Mark::Waiting:
    case Mark::Paused:
        break;
    }
    return Token::T2;
}

void paintMark(QPainter& painter, const QRect& rect, Mark mark, int size)
{
    paintMark(painter, rect, mark, color(markToken(mark)), size);
}

void paintMark(QPainter& painter, const QRect& rect, Mark mark, const QColor& color, int size)
{
    if (mark == Mark::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect).center());
    painter.scale(size / 12.0, size / 12.0);
    paintOutlined(painter, mark, color);
    painter.restore();
}

} // namespace gavel::widgets
