// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette/palette_delegate.h"

#include "ui/shell/palette/palette_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"

#include <QPainter>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kRow = 32;
constexpr int kHeading = 26;
constexpr int kSide = 14;

void paintHeading(QPainter& painter, const QRect& row, const QModelIndex& index)
{
    painter.setFont(font(TextRole::Caption));
    painter.setPen(color(Token::T2));
    const QRect words = row.adjusted(kSide, 4, -kSide, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    painter.setPen(color(Token::T3));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                     index.data(PaletteList::CountRole).toString());
}

/// How a text of a row is written: its letters, those that matched, and the quiet colour.
struct Face
{
    TextRole role;
    TextRole matched;
    Token token;
};

/// Matched letters in accent and bold; returns where the text ends.
int paintMatched(QPainter& painter, const QRect& place, const QString& title,
                 const QList<int>& letters, bool locked, const Face& face)
{
    int x = place.left();
    qsizetype at = 0;
    while (at < title.size() && x < place.right()) {
        const bool matched = letters.contains(static_cast<int>(at));
        qsizetype end = at;
        while (end < title.size() && letters.contains(static_cast<int>(end)) == matched)
            ++end;
        painter.setFont(font(matched ? face.matched : face.role));
        painter.setPen(color(locked ? Token::T3 : matched ? Token::Accent : face.token));
        const QString part = painter.fontMetrics().elidedText(title.mid(at, end - at),
                                                              Qt::ElideRight, place.right() - x);
        painter.drawText(QRect(x, place.top(), place.right() - x + 2, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, part);
        x += painter.fontMetrics().horizontalAdvance(part);
        at = end;
    }
    return x;
}

/// Letters are counted over the title and, after a space, the detail: those of the detail.
QList<int> behind(const QList<int>& letters, qsizetype start)
{
    QList<int> rest;
    for (const int letter : letters)
        if (letter >= start)
            rest << letter - static_cast<int>(start);
    return rest;
}

/// Key, state or lock at the right; returns where it begins.
int paintTail(QPainter& painter, const QRect& row, const PaletteEntry& entry)
{
    int right = row.right() - kSide;
    if (!entry.lockedReason.isEmpty()) {
        paintIcon(painter, QRect(right - 16, row.top(), 16, row.height()), QStringLiteral("lock"),
                  color(Token::T3), 14);
        return right - 24;
    }
    if (!entry.key.isEmpty()) {
        right -= keyWidth(entry.key);
        paintKey(painter, right, row.center().y() + 1, entry.key);
        right -= 10;
    }
    if (entry.state.isEmpty())
        return right;
    painter.setFont(font(TextRole::Body));
    right -= painter.fontMetrics().horizontalAdvance(entry.state);
    painter.setPen(color(entry.mark == Mark::None ? Token::T3 : markToken(entry.mark)));
    painter.drawText(QRect(right, row.top(), 400, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     entry.state);
    right -= 18;
    paintMark(painter, QRect(right, row.top(), 12, row.height()), entry.mark);
    return right - 10;
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), index.data(PaletteList::HeadingRole).toBool() ? kHeading : kRow};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* list = qobject_cast<const PaletteList*>(index.model());
    const PaletteEntry* entry = list ? list->entry(index) : nullptr;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (!entry) {
        paintHeading(*painter, row, index);
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(row, color(Token::Selection));
        painter->fillRect(row.left(), row.top(), 2, row.height(), color(Token::Accent));
    }
    const bool locked = !entry->lockedReason.isEmpty();
    paintIcon(*painter, QRect(row.left() + kSide, row.top(), 16, row.height()), entry->icon,
              color(locked         ? Token::T3
                        : selected ? Token::T1
                                   : Token::T2));
    const int tail = paintTail(*painter, row, *entry);
    const QRect place(row.left() + kSide + 26, row.top(), tail - row.left() - kSide - 26,
                      row.height());
    const auto letters = index.data(PaletteList::LettersRole).value<QList<int>>();
    const int end = paintMatched(*painter, place, entry->title, letters, locked,
                                 {TextRole::Rail, TextRole::RailBold, Token::T1});
    const int room = tail - end - 12;
    if (room > 20)
        paintMatched(*painter, QRect(end + 10, row.top(), room, row.height()),
                     locked ? entry->lockedReason : entry->detail,
                     behind(letters, entry->title.size() + 1), locked,
                     {TextRole::Body, TextRole::BodyBold, Token::T2});
    painter->restore();
}

} // namespace gavel::shell
