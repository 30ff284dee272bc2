// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/bar_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gavel::widgets {

namespace {

constexpr int kBar = 6;

} // namespace

BarList::BarList(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BarList::setRows(std::vector<BarRow> rows)
{
    const bool taller = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    if (taller)
        updateGeometry();
    update();
}

void BarList::setLabelShare(double share)
{
    m_labelShare = share;
    update();
}

void BarList::setRowHeight(int pixels)
{
    m_rowHeight = pixels;
    updateGeometry();
}

void BarList::setSelectable(bool selectable)
{
    m_selectable = selectable;
    setFocusPolicy(selectable ? Qt::StrongFocus : Qt::NoFocus);
}

void BarList::setCurrent(const QString& key)
{
    m_current = key;
    update();
}

void BarList::setStale(bool stale)
{
    m_stale = stale;
    update();
}

QSize BarList::sizeHint() const
{
    return {220, m_rowHeight * static_cast<int>(m_rows.size())};
}

int BarList::currentRow() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [this](const BarRow& row) { return row.key == m_current; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void BarList::choose(int row)
{
    if (!m_selectable || row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    m_current = m_rows[static_cast<std::size_t>(row)].key;
    update();
    Q_EMIT selected(m_current);
}

void BarList::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    double most = 0;
    for (const BarRow& row : m_rows)
        most = std::max(most, row.value);
    int y = 0;
    for (const BarRow& row : m_rows) {
        if (y >= height())
            break;
        const QRect place(0, y, width(), m_rowHeight);
        if (m_selectable && row.key == m_current && !row.key.isEmpty()) {
            painter.fillRect(place,
                             color(hasFocus() ? Token::Selection : Token::SelectionInactive));
            painter.fillRect(place.left(), place.top(), 2, place.height(), color(Token::Accent));
        }
        paintRow(painter, place, row, most);
        y += m_rowHeight;
    }
}

void BarList::paintRow(QPainter& painter, const QRect& place, const BarRow& row, double most) const
{
    const QRect inner = place.adjusted(space::kCell, 0, -space::kCell, 0);
    const int labelWidth = static_cast<int>(inner.width() * m_labelShare);
    painter.setFont(widgets::font(TextRole::Body));
    int values = 0;
    for (const BarRow& other : m_rows)
        values = std::max(values, painter.fontMetrics().horizontalAdvance(other.text));
    painter.setPen(color(m_stale ? Token::T3 : Token::T1));
    painter.drawText(QRect(inner.left(), inner.top(), labelWidth - 6, inner.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.label, Qt::ElideRight, labelWidth - 6));
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, row.text);
    const int room = inner.width() - labelWidth - values - 8;
    if (most <= 0 || room <= 0)
        return;
    const QColor ink = m_stale ? color(Token::Stale)
        : row.token            ? color(*row.token)
                               : Theme::current().series(row.series);
    const int length = row.value > 0 ? std::max(1, qRound(row.value / most * room)) : 0;
    painter.fillRect(
        QRect(inner.left() + labelWidth, inner.center().y() - kBar / 2 + 1, length, kBar), ink);
}

void BarList::mousePressEvent(QMouseEvent* event)
{
    choose(event->pos().y() / m_rowHeight);
}

void BarList::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    if (currentRow() >= 0)
        Q_EMIT activated(m_current);
}

void BarList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        choose(currentRow() + 1);
    else if (event->key() == Qt::Key_Up)
        choose(currentRow() - 1);
    else if (event->key() == Qt::Key_Return && currentRow() >= 0)
        Q_EMIT activated(m_current);
    else
        QWidget::keyPressEvent(event);
}

} // namespace gavel::widgets
