// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/share_bar.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;

ShareBar::ShareBar(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    setAccessibleName(tr("Opportunities a day left"));
}

QString ShareBar::text() const
{
    return m_value ? numbers::compact(*m_value) : numbers::missing();
}

void ShareBar::setValue(std::optional<double> value, double share)
{
    m_value = value;
    m_share = share;
    setToolTip(value ? numbers::count(qRound64(*value)) : QString());
    setAccessibleDescription(text());
    update();
}

void ShareBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg3));
    QColor fill = Theme::current().series(2);
    fill.setAlphaF(0.4F);
    painter.fillRect(0, 0, qRound(std::clamp(m_share, 0.0, 1.0) * width()), height(), fill);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(m_value ? Token::T1 : Token::T3));
    painter.drawText(rect().adjusted(0, 0, -3, 0), Qt::AlignRight | Qt::AlignVCenter, text());
}

} // namespace gavel::campaigns
