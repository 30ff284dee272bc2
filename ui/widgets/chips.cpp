// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips.h"

#include "ui/widgets/icon.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gavel::widgets {

namespace {

constexpr int kChipHeight = 20;
constexpr int kChipSide = 7;
constexpr int kCross = 14;
constexpr int kGap = 5;

} // namespace

Chip::Chip(const QString& text, bool removable, QWidget* parent)
    : QAbstractButton(parent)
    , m_removable(removable)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    if (removable)
        setToolTip(tr("Click the cross or press Del to take it away."));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setNew(bool isNew)
{
    m_new = isNew;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFont face = widgets::font(m_new ? TextRole::CaptionBold : TextRole::Caption);
    return {QFontMetrics(face).horizontalAdvance(text()) + 2 * kChipSide
                + (m_removable ? kCross : 0),
            kChipHeight};
}

void Chip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(m_new ? Token::Selection : underMouse() ? Token::Hover : Token::Bg3));
    painter.setPen(color(hasFocus() ? Token::Focus : m_new ? Token::Accent : Token::Line2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    painter.setFont(widgets::font(m_new ? TextRole::CaptionBold : TextRole::Caption));
    painter.setPen(color(Token::T1));
    const QRect words
        = rect().adjusted(kChipSide, 0, -kChipSide - (m_removable ? kCross : 0) + 2, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width()));
    if (m_removable)
        paintIcon(painter, QRect(width() - kCross - 4, 0, kCross, height()),
                  QStringLiteral("close"), color(Token::T2), 10);
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_removable && rect().contains(event->pos()) && event->pos().x() > width() - kCross - 6) {
        setDown(false);
        Q_EMIT removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removed();
    else
        QAbstractButton::keyPressEvent(event);
}

ChipRow::ChipRow(bool removable, QWidget* parent)
    : QWidget(parent)
    , m_removable(removable)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setTexts(const QStringList& texts)
{
    for (Chip* chip : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    for (int i = 0; i < texts.size(); ++i) {
        auto* chip = new Chip(texts[i], m_removable, this);
        connect(chip, &Chip::removed, this, [this, i] { Q_EMIT removed(i); });
        connect(chip, &Chip::clicked, this, [this, i] { Q_EMIT clicked(i); });
        chip->show();
        m_chips << chip;
    }
    updateGeometry();
    arrange(width(), true);
}

void ChipRow::setTrailing(QWidget* widget)
{
    m_trailing = widget;
    widget->setParent(this);
    widget->show();
    arrange(width(), true);
}

void ChipRow::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrapping);
    setSizePolicy(policy);
    arrange(width(), true);
}

/// Places every chip and gives the height that took.
int ChipRow::arrange(int width, bool move) const
{
    QList<QWidget*> all;
    for (Chip* chip : m_chips)
        all << chip;
    if (m_trailing)
        all << m_trailing;
    int x = 0;
    int y = 0;
    for (QWidget* widget : std::as_const(all)) {
        const QSize size = widget->sizeHint().boundedTo({std::max(40, width), kChipHeight});
        if (m_wrapping && x > 0 && x + size.width() > width) {
            x = 0;
            y += kChipHeight + kGap;
        }
        if (move) {
            widget->setVisible(m_wrapping || x + size.width() <= width);
            widget->setGeometry(x, y, size.width(), kChipHeight);
        }
        x += size.width() + kGap;
    }
    return y + kChipHeight;
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (Chip* chip : m_chips)
        width += chip->sizeHint().width() + kGap;
    if (m_trailing)
        width += m_trailing->sizeHint().width();
    return {width, kChipHeight};
}

QSize ChipRow::minimumSizeHint() const
{
    return {40, kChipHeight};
}

int ChipRow::heightForWidth(int width) const
{
    return arrange(width, false);
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

} // namespace gavel::widgets
