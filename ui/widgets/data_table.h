// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gavel::widgets {

/// A table of the console: fixed rows of the one height setting, header of 24 px, lines between
/// rows, whole rows selected, Ctrl+C copies them tab separated. Sorting asks the model (sort()),
/// never a proxy.
class DataTable : public QTableView
{
    Q_OBJECT
public:
    explicit DataTable(const QString& name, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Widths in pixels; 0 = this column shares the rest of the width. Kept until setWidths again,
    /// or until the user draws a column wider.
    void setWidths(const QList<int>& widths);
    const QList<int>& widths() const { return m_widths; }
    /// A click on a header sorts by it.
    void setSortable(bool sortable);
    /// Cells may be edited and show a frame when current.
    void setEditable(bool editable);
    /// Height of the header and this many rows.
    int heightOfRows(int rows) const;

    /// The widths as text; what does not fit the columns is not taken.
    QString saveColumns() const;
    void restoreColumns(const QString& state);

Q_SIGNALS:
    /// Enter or a double click.
    void opened(const QModelIndex& index);
    /// Ctrl+Enter.
    void openedBeside(const QModelIndex& index);
    /// Shift+F10 or the right button.
    void menuRequested(const QModelIndex& index, const QPoint& globalPosition);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyboardSearch(const QString& /*search*/) override { }

private:
    void applyTheme();
    void shareWidth();
    void copyRows() const;
    void sectionDrawn(int column, int before, int now);

    QList<int> m_widths;
    bool m_isSharing = false;
};

} // namespace gavel::widgets
