// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toggle.h"

#include <QPainter>

namespace gavel::widgets {

namespace {

constexpr int kTrackWidth = 26;
constexpr int kTrackHeight = 14;

} // namespace

Toggle::Toggle(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Toggle::setOnToken(Token token)
{
    m_onToken = token;
    update();
}

QSize Toggle::sizeHint() const
{
    const int words = QFontMetrics(widgets::font(TextRole::Body)).horizontalAdvance(text());
    return {kTrackWidth + 10 + words + 2, space::kControlDense};
}

void Toggle::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0.5, (height() - kTrackHeight) / 2.0, kTrackWidth, kTrackHeight);
    const QColor on = color(isEnabled() ? m_onToken : Token::Disabled);
    painter.setPen(hasFocus() ? color(Token::Focus) : isChecked() ? on : color(Token::Line2));
    painter.setBrush(color(Token::Bg3));
    painter.drawRoundedRect(track, kTrackHeight / 2.0, kTrackHeight / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? on : color(Token::T3));
    const qreal x = isChecked() ? track.right() - 7 : track.left() + 7;
    painter.drawEllipse(QPointF(x, track.center().y()), 4, 4);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(isEnabled() ? Token::T1 : Token::Disabled));
    painter.drawText(rect().adjusted(kTrackWidth + 10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
}

} // namespace gavel::widgets
