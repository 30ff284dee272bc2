// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/what_if/amount_edit.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kWidth = 92;

} // namespace

AmountEdit::AmountEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setFixedWidth(kWidth);
    setAlignment(Qt::AlignRight);
    connect(this, &QLineEdit::textChanged, this, &AmountEdit::showChange);
}

void AmountEdit::setRecorded(Money amount)
{
    m_recorded = amount;
    m_struck = QString::fromStdString(base::toString(amount, 2));
    setText(m_struck);
    showChange();
}

void AmountEdit::setNothing()
{
    m_recorded = {};
    m_struck.clear();
    clear();
}

std::optional<Money> AmountEdit::amount() const
{
    // What was recorded may be finer than it is written.
    if (text() == m_struck && !m_struck.isEmpty())
        return m_recorded;
    const auto typed = base::parseMoney(text().trimmed().toStdString(), "");
    return typed && typed->micros >= 0 ? std::optional(*typed) : std::nullopt;
}

bool AmountEdit::isChanged() const
{
    return !m_struck.isEmpty() && amount() != m_recorded;
}

void AmountEdit::showChange()
{
    setFont(widgets::font(isChanged() ? TextRole::BodyBold : TextRole::Body));
    update();
}

void AmountEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!isChanged())
        return;
    QPainter painter(this);
    painter.setPen(color(Token::Sim));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    QFont struck = widgets::font(TextRole::Body);
    struck.setStrikeOut(true);
    painter.setFont(struck);
    const QRect box = rect().adjusted(space::kCell, 0, -space::kCell, 0);
    const int typed = fontMetrics().horizontalAdvance(text());
    if (painter.fontMetrics().horizontalAdvance(m_struck) + typed + space::kCell > box.width())
        return;
    painter.setPen(color(Token::T3));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, m_struck);
}

} // namespace gavel::auctions
