// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/draft/review_delegate.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/cell_delegate.h"

#include <QPainter>
#include <QTreeWidgetItem>

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kBoldRole = Qt::UserRole + 50;
constexpr int kSignWidth = 16;

/// Draws the text and returns where it ends.
int drawPart(QPainter& painter, const QRect& place, const QString& text)
{
    const int width = std::min(place.width(), painter.fontMetrics().horizontalAdvance(text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    return place.left() + width;
}

} // namespace

void ReviewDelegate::fill(QTreeWidgetItem& item, const ReviewRow& row)
{
    item.setText(0, row.text);
    item.setToolTip(0, row.text);
    item.setText(1, row.draft);
    item.setToolTip(1, row.draft);
    item.setData(1, StruckRole, row.live);
    item.setData(0, kBoldRole, row.kind == ReviewRow::Kind::Campaign);
    item.setData(1, kBoldRole, row.kind == ReviewRow::Kind::Field);
    if (row.kind == ReviewRow::Kind::Campaign)
        item.setData(0, IdRole, words::changeSign(row.change));
    else if (row.kind != ReviewRow::Kind::Field)
        item.setData(0, MarkRole, static_cast<int>(row.error ? Mark::Bad : Mark::Warn));
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), Theme::current().rowPixels()};
}

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    CellDelegate::paintBackground(*painter, option, index);
    QRect place = option.rect.adjusted(6, 0, -6, 0);
    const auto mark = static_cast<Mark>(index.data(MarkRole).toInt());
    const QString sign = index.data(IdRole).toString();
    const QString struck = index.data(StruckRole).toString();
    if (mark != Mark::None) {
        paintMark(*painter, QRect(place.left(), place.top(), 11, place.height()), mark);
        place.setLeft(place.left() + kSignWidth);
    } else if (!sign.isEmpty()) {
        painter->setFont(widgets::font(TextRole::BodyBold));
        painter->setPen(color(Token::Accent));
        painter->drawText(QRect(place.left(), place.top(), 12, place.height()), Qt::AlignCenter,
                          sign);
        place.setLeft(place.left() + kSignWidth);
    }
    if (!struck.isEmpty()) {
        QFont face = widgets::font(TextRole::Body);
        face.setStrikeOut(true);
        painter->setFont(face);
        painter->setPen(color(Token::T3));
        QRect half = place;
        half.setWidth(
            std::min(place.width() / 2, painter->fontMetrics().horizontalAdvance(struck) + 1));
        place.setLeft(drawPart(*painter, half, struck) + 8);
    }
    painter->setFont(font(index.data(kBoldRole).toBool() ? TextRole::BodyBold : TextRole::Body));
    painter->setPen(color(mark == Mark::None ? Token::T1 : markToken(mark)));
    drawPart(*painter, place, index.data().toString());
    painter->restore();
}

} // namespace gavel::campaigns
