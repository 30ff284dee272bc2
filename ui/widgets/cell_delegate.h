// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status_mark.h"

#include <QStyledItemDelegate>

namespace gavel::widgets {

/// What a cell asks of its delegate besides Qt's own roles.
enum CellRole {
    MarkRole
    = Qt::UserRole + 1, ///< a Mark as int: drawn before the text, gives the text its colour
    ToneRole, ///< a Token as int: colour of the text
    SeriesRole, ///< number of a series: a square of 8 px before the text
    BarRole, ///< a CellBar
    StruckRole, ///< text of the live value, struck through before the new one in bold
    ChipRole, ///< true: the text stands in a chip
    FilterRole, ///< text of a filter that takes rows like this cell; for menus
    RowKindRole, ///< a RowKind as int
    SortRole,
    IdRole,
};

enum class RowKind : quint8 { Normal, Group, Total, Removed };

/// A bar inside a cell.
struct CellBar
{
    enum class Kind : quint8 {
        Bullet, ///< share of the track filled, a line at `mark`
        Deviation, ///< from the middle to the left or the right
        Plain, ///< share of the cell, no track
    };
    Kind kind = Kind::Plain;
    double share = 0; ///< 0 to 1; -1 to 1 for a deviation
    double mark = -1; ///< 0 to 1; below 0 = none
    int series = 0; ///< colour, unless token is set
    int token = -1; ///< a Token as int

    bool operator==(const CellBar&) const = default;
};

/// Draws every cell of every table and list: background, 2 px edge of the selection, mark, square,
/// bar, text.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

    /// Background, line and selection of a row; for delegates that draw the rest themselves.
    static void paintBackground(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index);
    static void paintBar(QPainter& painter, const QRect& rect, const CellBar& bar);

private:
    static QRect paintLeading(QPainter& painter, const QRect& box, const QModelIndex& index);
    static QColor inkOf(const QStyleOptionViewItem& option, const QModelIndex& index);
    static void paintText(QPainter& painter, const QRect& box, const QStyleOptionViewItem& option,
                          const QModelIndex& index);
};

} // namespace gavel::widgets

Q_DECLARE_METATYPE(gavel::widgets::CellBar)
