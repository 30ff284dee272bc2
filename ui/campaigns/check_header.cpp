// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/check_header.h"

#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace gavel::campaigns {

CheckHeader::CheckHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setFixedHeight(widgets::space::kTableHeader);
    setMinimumSectionSize(20);
}

void CheckHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    if (section != 0)
        return;
    const auto state = model()->headerData(0, Qt::Horizontal, Qt::CheckStateRole);
    QStyleOptionViewItem check;
    check.initFrom(this);
    check.rect = QRect(rect.left() + widgets::space::kCell, rect.center().y() - 7, 14, 14);
    check.state = QStyle::State_Enabled;
    check.state.setFlag(QStyle::State_On, state.toInt() == Qt::Checked);
    check.state.setFlag(QStyle::State_NoChange, state.toInt() == Qt::PartiallyChecked);
    style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, this);
}

void CheckHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (logicalIndexAt(event->pos()) == 0)
        Q_EMIT toggled();
    else
        QHeaderView::mouseReleaseEvent(event);
}

} // namespace gavel::campaigns
