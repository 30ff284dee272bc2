// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/draft/review_rows.h"

#include <QStyledItemDelegate>

class QTreeWidgetItem;

namespace gavel::campaigns {

/// Lines of the review: a sign and a bold name, a struck live value before the bold new one, or a
/// mark and its sentence.
class ReviewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static void fill(QTreeWidgetItem& item, const ReviewRow& row);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace gavel::campaigns
