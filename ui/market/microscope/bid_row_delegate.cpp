// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/bid_row_delegate.h"

#include "ui/market/microscope/bid_tree.h"

#include <QPainter>
#include <QTreeView>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kMarkWidth = 16;
constexpr int kNameGap = 12;
constexpr int kWideGap = 4; ///< above and below the lines of a wide row

Token toneOf(const QModelIndex& index, Token otherwise)
{
    const QVariant tone = index.data(ToneRole);
    return tone.isValid() ? static_cast<Token>(tone.toInt()) : otherwise;
}

int nameWidth(const QModelIndex& index)
{
    const QString text = index.data().toString();
    const qsizetype bold = index.data(BidTree::kBoldRole).toInt();
    return QFontMetrics(font(TextRole::BodyBold)).horizontalAdvance(text.left(bold))
        + QFontMetrics(font(TextRole::Body)).horizontalAdvance(text.mid(bold));
}

/// What a row that spans all columns has for its text.
int wideWidth(const QTreeView& view, const QModelIndex& index)
{
    int depth = 1;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    return view.viewport()->width() - depth * view.indentation() - 2 * space::kCell;
}

int linesHeight(const QString& text, int width)
{
    return QFontMetrics(font(TextRole::Body))
        .boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, text)
        .height();
}

} // namespace

QSize BidRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    size.setHeight(space::kTreeRow);
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    if (view && index.data(BidTree::kWideRole).toBool())
        size.setHeight(
            std::max(space::kTreeRow,
                     linesHeight(index.data().toString(), wideWidth(*view, index)) + kWideGap));
    return size;
}

void BidRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const bool isName = index.column() == 0 && index.data(BidTree::kBoldRole).toInt() > 0;
    const bool isWide = index.data(BidTree::kWideRole).toBool();
    if (index.column() != 1 && !isName && !isWide) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option, index);
    if (isWide)
        paintWide(*painter, option, index);
    else if (isName)
        paintName(*painter, option.rect.adjusted(space::kCell, 0, -space::kCell, 0), index);
    else
        paintNote(*painter, option, index);
    painter->restore();
}

void BidRowDelegate::paintName(QPainter& painter, const QRect& box, const QModelIndex& index)
{
    const QString text = index.data().toString();
    const qsizetype bold = index.data(BidTree::kBoldRole).toInt();
    painter.setPen(color(Token::T1));
    QRect place = box;
    for (const auto& [part, role] : {std::pair(text.left(bold), TextRole::BodyBold),
                                     std::pair(text.mid(bold), TextRole::Body)}) {
        if (place.width() <= 0)
            return;
        painter.setFont(font(role));
        const QFontMetrics metrics = painter.fontMetrics();
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(part, Qt::ElideRight, place.width()));
        place.setLeft(place.left() + metrics.horizontalAdvance(part));
    }
}

void BidRowDelegate::paintWide(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    painter.setFont(font(TextRole::Body));
    painter.setPen(color(toneOf(index, Token::T2)));
    painter.drawText(option.rect.adjusted(space::kCell, 0, -space::kCell, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, index.data().toString());
}

void BidRowDelegate::paintNote(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    QRect place = option.rect.adjusted(0, 0, -space::kCell, 0);
    const QModelIndex name = index.siblingAtColumn(0);
    if (const auto* view = qobject_cast<const QTreeView*>(option.widget))
        place.setLeft(
            std::min(place.left(),
                     view->visualRect(name).left() + space::kCell + nameWidth(name) + kNameGap));
    const auto mark = static_cast<Mark>(index.data(MarkRole).toInt());
    if (mark != Mark::None)
        place.setLeft(place.left() + kMarkWidth);
    painter.setFont(font(TextRole::Body));
    painter.setPen(color(toneOf(index, Token::T2)));
    const QString text
        = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
    if (mark == Mark::None)
        return;
    const int left = place.right() - painter.fontMetrics().horizontalAdvance(text) - kMarkWidth;
    paintMark(painter, QRect(left, place.top(), 11, place.height()), mark);
}

} // namespace gavel::auctions
