// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cell_delegate.h"

namespace gavel::auctions {

/// Draws the tree of an auction: the seat in bold before its campaign, what is said of a row flush
/// with its price and reaching over the free part of the first column. A formula takes the lines it
/// needs.
class BidRowDelegate final : public widgets::CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintName(QPainter& painter, const QRect& box, const QModelIndex& index);
    static void paintWide(QPainter& painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index);
    static void paintNote(QPainter& painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index);
};

} // namespace gavel::auctions
