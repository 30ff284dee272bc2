// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace gavel::widgets {

Segmented::Segmented(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Segmented::setChoices(const QStringList& choices)
{
    m_choices = choices;
    m_current = std::min(m_current, static_cast<int>(choices.size()) - 1);
    updateGeometry();
    update();
}

void Segmented::setCurrent(int index)
{
    if (m_current == index)
        return;
    m_current = index;
    setAccessibleDescription(m_choices.value(index));
    update();
}

void Segmented::setDiffers(bool differs)
{
    if (m_differs == differs)
        return;
    m_differs = differs;
    update();
}

int Segmented::widthOf(int index) const
{
    return QFontMetrics(widgets::font(TextRole::BodyBold)).horizontalAdvance(m_choices.at(index))
        + 20;
}

QRect Segmented::cell(int index) const
{
    int x = 0;
    for (int i = 0; i < index; ++i)
        x += widthOf(i);
    return {x, 0, widthOf(index), height()};
}

QSize Segmented::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_choices.size(); ++i)
        width += widthOf(i);
    return {width + 1, space::kControl};
}

void Segmented::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Bg3));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    for (int i = 0; i < m_choices.size(); ++i) {
        const QRect place = cell(i);
        const bool selected = i == m_current;
        if (selected) {
            painter.fillRect(place.adjusted(1, 1, 0, -1), color(Token::Selection));
            painter.fillRect(place.left() + 1, place.bottom() - 2, place.width() - 1, 2,
                             color(isEnabled() ? Token::Accent : Token::Disabled));
        } else if (i > 0 && i - 1 != m_current) {
            painter.fillRect(place.left(), 6, 1, height() - 12, color(Token::Line2));
        }
        painter.setFont(widgets::font(selected ? TextRole::BodyBold : TextRole::Body));
        painter.setPen(color(!isEnabled() ? Token::Disabled : selected ? Token::T1 : Token::T2));
        painter.drawText(place, Qt::AlignCenter, m_choices.at(i));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(color(hasFocus() ? Token::Focus : m_differs ? Token::Sim : Token::Line2));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
}

void Segmented::mousePressEvent(QMouseEvent* event)
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (cell(i).contains(event->pos()))
            choose(i);
    }
}

void Segmented::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        choose(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

void Segmented::choose(int index)
{
    if (index < 0 || index >= m_choices.size() || index == m_current)
        return;
    setCurrent(index);
    Q_EMIT chosen(index);
}

} // namespace gavel::widgets
