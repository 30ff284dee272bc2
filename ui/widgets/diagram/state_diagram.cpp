// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/diagram/state_diagram.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace gavel::widgets {

namespace {

constexpr int kArrow = 5;

void paintArrow(QPainter& painter, QPoint from, QPoint to)
{
    const QPoint step(to.x() == from.x() ? 0 : (to.x() > from.x() ? 1 : -1),
                      to.y() == from.y() ? 0 : (to.y() > from.y() ? 1 : -1));
    const QPoint side(step.y(), step.x());
    const QPoint back = to - step * kArrow;
    painter.drawPolygon(QPolygon({to, back + side * (kArrow - 1), back - side * (kArrow - 1)}));
}

} // namespace

StateDiagram::StateDiagram(int states, std::vector<Way> ways, QWidget* parent)
    : QWidget(parent)
    , m_states(states)
    , m_ways(std::move(ways))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateDiagram::setPath(std::vector<int> states)
{
    m_path = std::move(states);
    m_taken.clear();
    for (std::size_t i = 1; i < m_path.size(); ++i)
        m_taken.insert({m_path[i - 1], m_path[i]});
    update();
}

void StateDiagram::paintCursor(QPainter& painter, int state) const
{
    if (!hasFocus() || state != m_current)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Token::Focus), 2));
    painter.drawRoundedRect(boxAt(state).adjusted(-2, -2, 2, 2), space::kRadius, space::kRadius);
}

void StateDiagram::paintWay(QPainter& painter, const Way& way, bool isTaken) const
{
    const std::vector<QPoint> points = cornersOf(way);
    const QColor ink = color(isTaken ? Token::Accent : wayToken());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, isTaken ? 2 : 1, way.byHand ? Qt::DashLine : Qt::SolidLine));
    for (std::size_t i = 1; i < points.size(); ++i)
        painter.drawLine(points[i - 1], points[i]);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    paintArrow(painter, points[points.size() - 2], points.back());
    paintWayWords(painter, way);
}

void StateDiagram::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    for (const bool taken : {false, true}) // what was gone through lies on top
        for (const Way& way : m_ways)
            if (m_taken.contains({way.from, way.to}) == taken)
                paintWay(painter, way, taken);
    for (int state = 0; state < m_states; ++state)
        paintState(painter, state);
}

std::optional<int> StateDiagram::stateAt(QPoint place) const
{
    for (int state = 0; state < m_states; ++state)
        if (boxAt(state).contains(place))
            return state;
    return std::nullopt;
}

void StateDiagram::mousePressEvent(QMouseEvent* event)
{
    if (const auto state = stateAt(event->position().toPoint())) {
        m_current = *state;
        update();
        choose(*state);
    }
}

void StateDiagram::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(stateAt(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StateDiagram::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        m_current = (m_current + 1) % m_states;
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        m_current = (m_current + m_states - 1) % m_states;
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        choose(m_current);
    else
        return QWidget::keyPressEvent(event);
    update();
}

bool StateDiagram::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto state = stateAt(help->pos());
    QToolTip::showText(help->globalPos(), state ? tipOf(*state) : QString(), this);
    return true;
}

} // namespace gavel::widgets
