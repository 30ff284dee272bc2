// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/plan_numbers.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kMostRow = 20;
constexpr int kLeastRow = 16; ///< in a low panel
constexpr int kTop = 8;

} // namespace

PlanNumbers::PlanNumbers(QWidget* parent)
    : QWidget(parent)
{
    setFixedWidth(sizeHint().width());
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PlanNumbers::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    QStringList said;
    for (const Row& row : m_rows)
        said << QStringLiteral("%1 %2").arg(row.label, row.value);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

void PlanNumbers::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const int rows = std::max(static_cast<int>(m_rows.size()), 1);
    const int height = std::clamp((this->height() - kTop) / rows, kLeastRow, kMostRow);
    int top = kTop;
    for (const Row& row : m_rows) {
        const QRect line(4, top, width() - 16, height);
        if (row.total)
            painter.fillRect(line.right() - 84, top, 85, 1, color(Token::Line2));
        painter.setFont(widgets::font(row.total ? TextRole::BodyBold : TextRole::Body));
        painter.setPen(color(row.total ? Token::T1 : Token::T2));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.label);
        painter.setPen(color(row.warns ? Token::Warn : Token::T1));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
        top += height;
    }
}

} // namespace gavel::campaigns
