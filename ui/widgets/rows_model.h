// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace gavel::widgets {

/// One column over rows of a plain struct.
template<typename Row>
struct RowColumn
{
    QString title{};
    /// Answers Qt::DisplayRole and the roles of cell_delegate.h; invalid for a role it does not
    /// know.
    std::function<QVariant(const Row&, int role)> value{};
    std::function<bool(const Row&, const Row&)> less{}; ///< none = the column does not sort
    bool right = false; ///< numbers
    QString toolTip{};
};

/// A column of words, whole in the tooltip; sorts by them unless told how else.
template<typename Row, typename Text>
RowColumn<Row> textColumn(const QString& title, Text text, bool right = false,
                          std::function<bool(const Row&, const Row&)> less = {})
{
    if (!less)
        less = [text](const Row& a, const Row& b) {
            return QString::localeAwareCompare(text(a), text(b)) < 0;
        };
    return {title,
            [text](const Row& row, int role) -> QVariant {
                return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text(row))
                                                                          : QVariant();
            },
            std::move(less),
            right,
            {}};
}

/// Up to a few thousand rows that arrive whole, again and again: keeps selection and order over
/// update(), sorts by an index vector. `Key` is what makes a row the same row: it returns a QString
/// or a number.
template<typename Row, typename Key>
class RowsModel : public QAbstractTableModel
{
public:
    explicit RowsModel(Key key, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , m_key(std::move(key))
    {
    }

    /// Also for another language: titles may change, the number of columns may not once rows are
    /// there.
    void setColumns(std::vector<RowColumn<Row>> columns)
    {
        const bool same = columns.size() == m_columns.size();
        if (!same)
            beginResetModel();
        m_columns = std::move(columns);
        if (!same)
            endResetModel();
        else if (!m_columns.empty())
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }

    /// The new rows; those with a known key stay selected.
    void update(std::vector<Row> rows)
    {
        const std::vector<std::size_t> order = ordered(rows);
        if (sameKeys(rows, order)) {
            m_rows = std::move(rows);
            m_order = order;
            if (!m_rows.empty())
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        removeVanished(rows);
        appendNew(rows);
        if (m_order.size() != rows.size()) {
            // Two rows with one key: nothing can be kept.
            beginResetModel();
            m_order = ordered(rows);
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        std::vector<std::size_t> newOrder = ordered(rows);
        movePersistent(rows, newOrder);
        m_rows = std::move(rows);
        m_order = std::move(newOrder);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    const Row& row(int visible) const { return m_rows[m_order[static_cast<std::size_t>(visible)]]; }
    const Row* rowAt(const QModelIndex& index) const
    {
        return index.isValid() ? &row(index.row()) : nullptr;
    }
    /// Visible row of a key, -1 when it is not there.
    template<typename K>
    int find(const K& key) const
    {
        for (int i = 0; i < rowCount(); ++i) {
            if (m_key(row(i)) == key)
                return i;
        }
        return -1;
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_order.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const RowColumn<Row>& column = m_columns[static_cast<std::size_t>(index.column())];
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignVCenter
                                       | (column.right ? Qt::AlignRight : Qt::AlignLeft));
        return column.value(row(index.row()), role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const RowColumn<Row>& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::ToolTipRole && !column.toolTip.isEmpty())
            return column.toolTip;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignVCenter
                                       | (column.right ? Qt::AlignRight : Qt::AlignLeft));
        return {};
    }
    /// -1 returns to the order in which rows arrive.
    void sort(int column, Qt::SortOrder order) override
    {
        m_sortColumn = column;
        m_sortOrder = order;
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        std::vector<std::size_t> newOrder = ordered(m_rows);
        movePersistent(m_rows, newOrder);
        m_order = std::move(newOrder);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

private:
    std::vector<std::size_t> ordered(const std::vector<Row>& rows) const
    {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        if (m_sortColumn < 0 || m_sortColumn >= columnCount())
            return order;
        const auto& less = m_columns[static_cast<std::size_t>(m_sortColumn)].less;
        if (!less)
            return order;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return m_sortOrder == Qt::AscendingOrder ? less(rows[a], rows[b])
                                                     : less(rows[b], rows[a]);
        });
        return order;
    }

    bool sameKeys(const std::vector<Row>& rows, const std::vector<std::size_t>& order) const
    {
        if (order.size() != m_order.size())
            return false;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (!(m_key(rows[order[i]]) == m_key(m_rows[m_order[i]])))
                return false;
        }
        return true;
    }

    bool contains(const std::vector<Row>& rows, const Row& wanted) const
    {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const Row& other) { return m_key(other) == m_key(wanted); });
    }

    void removeVanished(const std::vector<Row>& rows)
    {
        for (int i = rowCount() - 1; i >= 0; --i) {
            if (contains(rows, row(i)))
                continue;
            beginRemoveRows({}, i, i);
            m_order.erase(m_order.begin() + i);
            endRemoveRows();
        }
    }

    void appendNew(const std::vector<Row>& rows)
    {
        std::vector<std::size_t> added;
        std::vector<Row> shown;
        for (const std::size_t at : m_order)
            shown.push_back(m_rows[at]);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!contains(shown, rows[i]))
                added.push_back(i);
        }
        if (added.empty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
        for (const std::size_t at : added) {
            m_order.push_back(m_rows.size());
            m_rows.push_back(rows[at]);
        }
        endInsertRows();
    }

    void movePersistent(const std::vector<Row>& rows, const std::vector<std::size_t>& newOrder)
    {
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex& old : before) {
            const auto found = std::find_if(newOrder.begin(), newOrder.end(), [&](std::size_t at) {
                return m_key(rows[at]) == m_key(row(old.row()));
            });
            after << (found == newOrder.end()
                          ? QModelIndex()
                          : createIndex(static_cast<int>(found - newOrder.begin()), old.column()));
        }
        changePersistentIndexList(before, after);
    }

    Key m_key;
    std::vector<RowColumn<Row>> m_columns;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_order;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace gavel::widgets
