// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/hour_grid.h"

#include "ui/widgets/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr int kLeft = 34;
constexpr int kRow = 13;

} // namespace

HourGridEdit::HourGridEdit(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Hours of the week"));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HourGridEdit::setHours(const model::HourGrid& hours)
{
    m_hours = hours;
    setAccessibleDescription(tr("%n hour(s) a week", nullptr, static_cast<int>(hours.count())));
    update();
}

QRect HourGridEdit::cell(int hourOfWeek) const
{
    const int day = hourOfWeek / kHours;
    const int hour = hourOfWeek % kHours;
    const int span = width() - kLeft - 4;
    const int left = kLeft + hour * span / kHours;
    const int right = kLeft + (hour + 1) * span / kHours;
    return {left, 1 + day * kRow, right - left - 1, kRow - 1};
}

int HourGridEdit::hourAt(const QPoint& place) const
{
    const int span = width() - kLeft - 4;
    const int hour = std::clamp((place.x() - kLeft) * kHours / std::max(1, span), 0, kHours - 1);
    return std::clamp((place.y() - 1) / kRow, 0, kDays - 1) * kHours + hour;
}

void HourGridEdit::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(widgets::font(TextRole::Caption));
    for (int day = 0; day < kDays; ++day) {
        painter.setPen(color(Token::T2));
        painter.drawText(QRect(0, 1 + day * kRow, kLeft - 6, kRow),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().dayName(day + 1, QLocale::ShortFormat).left(3));
    }
    for (int hour = 0; hour < kDays * kHours; ++hour)
        painter.fillRect(cell(hour),
                         m_hours.test(static_cast<std::size_t>(hour)) ? Theme::current().series(0)
                                                                      : color(Token::Line1));
    painter.setPen(color(Token::T3));
    for (int hour = 0; hour <= kHours; hour += 6) {
        const int x = hour == kHours ? cell(kHours - 1).right() : cell(hour).left();
        painter.drawText(QRect(x - 15, kDays * kRow + 2, 30, 14), Qt::AlignCenter,
                         QString::number(hour));
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.drawRect(cell(m_current));
    }
}

void HourGridEdit::mousePressEvent(QMouseEvent* event)
{
    m_from = hourAt(event->pos());
    m_current = m_from;
    m_before = m_hours;
    m_paintsOn = !m_hours.test(static_cast<std::size_t>(m_from));
    paintTo(event->pos());
}

/// The rectangle from the first cell of the drag to here gets what that cell got.
void HourGridEdit::paintTo(const QPoint& place)
{
    const int to = hourAt(place);
    const auto [firstDay, lastDay] = std::minmax(m_from / kHours, to / kHours);
    const auto [firstHour, lastHour] = std::minmax(m_from % kHours, to % kHours);
    m_hours = m_before;
    for (int day = firstDay; day <= lastDay; ++day) {
        for (int hour = firstHour; hour <= lastHour; ++hour)
            m_hours.set(static_cast<std::size_t>(day) * kHours + static_cast<std::size_t>(hour),
                        m_paintsOn);
    }
    m_current = to;
    update();
}

void HourGridEdit::mouseMoveEvent(QMouseEvent* event)
{
    if (m_from >= 0)
        paintTo(event->pos());
}

void HourGridEdit::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    if (m_from < 0)
        return;
    m_from = -1;
    if (m_hours != m_before)
        Q_EMIT painted(m_hours);
}

void HourGridEdit::keyPressEvent(QKeyEvent* event)
{
    const int day = m_current / kHours;
    const int hour = m_current % kHours;
    switch (event->key()) {
    case Qt::Key_Left:
        m_current = day * kHours + std::max(0, hour - 1);
        break;
    case Qt::Key_Right:
        m_current = day * kHours + std::min(kHours - 1, hour + 1);
        break;
    case Qt::Key_Up:
        m_current = std::max(0, day - 1) * kHours + hour;
        break;
    case Qt::Key_Down:
        m_current = std::min(kDays - 1, day + 1) * kHours + hour;
        break;
    case Qt::Key_Space:
        m_hours.flip(static_cast<std::size_t>(m_current));
        Q_EMIT painted(m_hours);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

} // namespace gavel::campaigns
