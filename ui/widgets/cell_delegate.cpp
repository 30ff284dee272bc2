// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace gavel::widgets {

namespace {

constexpr int kMarkWidth = 16;
constexpr int kSquare = 10;
constexpr int kBarHeight = 6;

RowKind kindOf(const QModelIndex& index)
{
    return static_cast<RowKind>(index.data(RowKindRole).toInt());
}

bool viewHasFocus(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Active)
        && (!option.widget || option.widget->hasFocus()
            || option.widget->isAncestorOf(QApplication::focusWidget()));
}

bool isFirstVisual(const QStyleOptionViewItem& option)
{
    // A table does not tell its delegates where a cell stands.
    if (const auto* table = qobject_cast<const QTableView*>(option.widget))
        return table->horizontalHeader()->sectionPosition(option.index.column()) == 0;
    return option.viewItemPosition == QStyleOptionViewItem::Beginning
        || option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

Token rowToken(const QStyleOptionViewItem& option, RowKind kind)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return viewHasFocus(option) ? Token::Selection : Token::SelectionInactive;
    if (option.state.testFlag(QStyle::State_MouseOver))
        return Token::Hover;
    return kind == RowKind::Group ? Token::Bg3 : Token::Bg2;
}

QColor barColor(const CellBar& bar)
{
    return bar.token >= 0 ? color(static_cast<Token>(bar.token))
                          : Theme::current().series(bar.series);
}

void paintChip(QPainter& painter, QRect& box, const QString& text)
{
    painter.setFont(font(TextRole::Caption));
    const int width = std::min(box.width(), painter.fontMetrics().horizontalAdvance(text) + 12);
    const QRectF chip(box.left() + 0.5, box.center().y() - 8.5, width - 1, 18);
    painter.setPen(color(Token::Line2));
    painter.setBrush(color(Token::Bg3));
    painter.drawRoundedRect(chip, space::kRadius, space::kRadius);
}

} // namespace

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(Theme::current().rowPixels());
    return size;
}

void CellDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index)
{
    const RowKind kind = kindOf(index);
    painter.fillRect(option.rect, color(rowToken(option, kind)));
    const Token line = kind == RowKind::Total ? Token::Line2 : Token::Line0;
    const int y = kind == RowKind::Total ? option.rect.top() : option.rect.bottom();
    painter.fillRect(option.rect.left(), y, option.rect.width(), 1, color(line));
    if (option.state.testFlag(QStyle::State_Selected) && isFirstVisual(option))
        painter.fillRect(option.rect.left(), option.rect.top(), 2, option.rect.height(),
                         color(Token::Accent));
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, full, index);
    QRect box = full.rect.adjusted(space::kCell, 0, -space::kCell, 0);
    if (full.features.testFlag(QStyleOptionViewItem::HasCheckIndicator)) {
        QStyleOptionViewItem check = full;
        check.rect = QRect(box.left(), box.center().y() - 7, 14, 14);
        check.state.setFlag(QStyle::State_On, full.checkState == Qt::Checked);
        check.state.setFlag(QStyle::State_NoChange, full.checkState == Qt::PartiallyChecked);
        check.state.setFlag(QStyle::State_HasFocus, false);
        full.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter,
                                            full.widget);
        box.setLeft(box.left() + 22);
    }
    box = paintLeading(*painter, box, index);
    paintText(*painter, box, full, index);
    const bool current = full.state.testFlag(QStyle::State_HasFocus) && viewHasFocus(full);
    if (current && full.widget && full.widget->property("cellFocus").toBool()) {
        painter->setPen(color(Token::Focus));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(full.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

QRect CellDelegate::paintLeading(QPainter& painter, const QRect& box, const QModelIndex& index)
{
    QRect rest = box;
    const auto mark = static_cast<Mark>(index.data(MarkRole).toInt());
    if (mark != Mark::None) {
        const bool alone = index.data(Qt::DisplayRole).toString().isEmpty();
        paintMark(painter, QRect(rest.left(), rest.top(), alone ? rest.width() : 11, rest.height()),
                  mark);
        rest.setLeft(rest.left() + kMarkWidth);
    }
    const QVariant series = index.data(SeriesRole);
    if (series.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().series(series.toInt()));
        painter.drawRoundedRect(
            QRect(rest.left(), rest.center().y() - kSquare / 2 + 1, kSquare, kSquare), 1.5, 1.5);
        rest.setLeft(rest.left() + kSquare + 4);
    }
    const QVariant bar = index.data(BarRole);
    if (bar.canConvert<CellBar>()) {
        const bool withText = !index.data(Qt::DisplayRole).toString().isEmpty();
        QRect place = rest;
        if (withText)
            place.setWidth(rest.width() / 2);
        paintBar(painter, place, bar.value<CellBar>());
        if (withText)
            rest.setLeft(place.right() + 4);
    }
    return rest;
}

void CellDelegate::paintBar(QPainter& painter, const QRect& rect, const CellBar& bar)
{
    const QRect track(rect.left(), rect.center().y() - kBarHeight / 2 + 1, rect.width(),
                      kBarHeight);
    const QColor ink = barColor(bar);
    if (bar.kind == CellBar::Kind::Deviation) {
        const int middle = track.center().x();
        const int length = qRound(std::clamp(bar.share, -1.0, 1.0) * track.width() / 2);
        painter.fillRect(
            QRect(std::min(middle, middle + length), track.top(), std::abs(length), kBarHeight),
            ink);
        painter.fillRect(middle, track.top() - 2, 1, kBarHeight + 4, color(Token::Line2));
        return;
    }
    if (bar.kind == CellBar::Kind::Bullet)
        painter.fillRect(track, color(Token::Bg3));
    const int length = qRound(std::clamp(bar.share, 0.0, 1.0) * track.width());
    painter.fillRect(QRect(track.left(), track.top(), length, kBarHeight), ink);
    if (bar.mark >= 0) {
        const int x = track.left() + qRound(std::clamp(bar.mark, 0.0, 1.0) * (track.width() - 2));
        painter.fillRect(x, track.top() - 3, 2, kBarHeight + 6, color(Token::T1));
    }
}

QColor CellDelegate::inkOf(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QVariant tone = index.data(ToneRole);
    if (tone.isValid())
        return color(static_cast<Token>(tone.toInt()));
    const auto mark = static_cast<Mark>(index.data(MarkRole).toInt());
    if (mark != Mark::None)
        return color(markToken(mark));
    if (!option.state.testFlag(QStyle::State_Enabled))
        return color(Token::Disabled);
    return color(kindOf(index) == RowKind::Removed ? Token::T3 : Token::T1);
}

void CellDelegate::paintText(QPainter& painter, const QRect& box,
                             const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (option.text.isEmpty())
        return;
    QRect place = box;
    if (index.data(ChipRole).toBool()) {
        paintChip(painter, place, option.text);
        place.adjust(6, 0, -6, 0);
        painter.setPen(color(Token::T1));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, option.text);
        return;
    }
    const bool missing = option.text == QStringLiteral("–");
    const bool bold
        = kindOf(index) == RowKind::Total || index.data(Qt::FontRole).value<QFont>().bold();
    QFont face = option.font.family() == font(TextRole::Mono).family() ? font(TextRole::Mono)
                                                                       : font(TextRole::Body);
    const QString struck = index.data(StruckRole).toString();
    face.setBold(bold || !struck.isEmpty());
    painter.setFont(face);
    painter.setPen(missing ? color(Token::T3) : inkOf(option, index));
    const QString text
        = painter.fontMetrics().elidedText(option.text, Qt::ElideRight, place.width());
    painter.drawText(place, static_cast<int>(option.displayAlignment | Qt::AlignVCenter), text);
    if (struck.isEmpty() || !(option.displayAlignment & Qt::AlignRight))
        return;
    place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(text) - 4);
    QFont old = font(TextRole::Body);
    old.setStrikeOut(true);
    painter.setFont(old);
    painter.setPen(color(Token::T3));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, struck);
}

} // namespace gavel::widgets
