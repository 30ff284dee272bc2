// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/widgets/cell_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

namespace gavel::widgets {

namespace {

constexpr int kLeastColumn = 24;
constexpr int kWidestColumn = 1000;

} // namespace

DataTable::DataTable(const QString& name, QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(name);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(space::kTreeRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(space::kTableHeader);
    horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!index.flags().testFlag(Qt::ItemIsEditable))
            Q_EMIT opened(index);
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &DataTable::sectionDrawn);
    connect(&Theme::current(), &Theme::changed, this, &DataTable::applyTheme);
    applyTheme();
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    shareWidth();
}

void DataTable::setWidths(const QList<int>& widths)
{
    m_widths = widths;
    shareWidth();
}

void DataTable::setSortable(bool sortable)
{
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(sortable);
    horizontalHeader()->setSectionsClickable(sortable);
}

void DataTable::setEditable(bool editable)
{
    setProperty("cellFocus", editable);
    setEditTriggers(editable ? EditKeyPressed | DoubleClicked | AnyKeyPressed : NoEditTriggers);
}

int DataTable::heightOfRows(int rows) const
{
    return space::kTableHeader + rows * Theme::current().rowPixels();
}

QString DataTable::saveColumns() const
{
    QStringList widths;
    for (const int width : m_widths)
        widths << QString::number(width);
    return widths.join(u',');
}

void DataTable::restoreColumns(const QString& state)
{
    QList<int> widths;
    const QStringList texts = state.split(u',', Qt::SkipEmptyParts);
    for (const QString& text : texts)
        widths << std::clamp(text.toInt(), 0, kWidestColumn);
    if (widths.size() == m_widths.size())
        setWidths(widths);
}

/// A column that shares the rest of the width goes on sharing it.
void DataTable::sectionDrawn(int column, int before, int now)
{
    const bool isHiding = before == 0 || now == 0;
    if (m_isSharing || isHiding || column >= m_widths.size() || m_widths[column] == 0)
        return;
    m_widths[column] = now;
}

void DataTable::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(Theme::current().rowPixels());
    viewport()->update();
    horizontalHeader()->update();
}

void DataTable::shareWidth()
{
    if (!model() || m_widths.isEmpty())
        return;
    int fixed = 0;
    QList<int> sharing;
    const int columns = std::min(model()->columnCount(), static_cast<int>(m_widths.size()));
    for (int column = 0; column < columns; ++column) {
        if (isColumnHidden(column))
            continue;
        if (m_widths[column] == 0)
            sharing << column;
        else
            fixed += m_widths[column];
    }
    const int rest = viewport()->width() - fixed;
    m_isSharing = true;
    for (int column = 0; column < columns; ++column) {
        const bool shares = sharing.contains(column);
        setColumnWidth(column,
                       shares ? std::max(60, rest / static_cast<int>(sharing.size()))
                              : m_widths[column]);
    }
    m_isSharing = false;
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copyRows();
    else if (enter && state() != EditingState && event->modifiers() == Qt::NoModifier)
        Q_EMIT opened(currentIndex());
    else if (enter && event->modifiers() == Qt::ControlModifier)
        Q_EMIT openedBeside(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place
        = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT menuRequested(index, place);
}

void DataTable::copyRows() const
{
    QStringList lines;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            QStringList cells;
            for (int column = range.left(); column <= range.right(); ++column) {
                if (!isColumnHidden(column))
                    cells << model()->index(row, column, range.parent()).data().toString();
            }
            lines << cells.join(u'\t');
        }
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace gavel::widgets
