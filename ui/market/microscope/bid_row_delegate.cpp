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

} // namespace

QSize BidRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    size.setHeight(space::kTreeRow);
    return size;
}

void BidRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const bool isName = index.column() == 0 && index.data(BidTree::kBoldRole).toInt() > 0;
    if (index.column() != 1 && !isName) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option, index);
    if (isName)
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
