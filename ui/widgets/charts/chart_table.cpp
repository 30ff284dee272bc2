// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/chart_table.h"

#include "ui/widgets/numbers.h"

#include <QHeaderView>

#include <algorithm>

namespace gavel::widgets {

void ChartTableModel::setLines(qint64 fromMs, qint64 toMs, int utcOffsetMinutes,
                               const std::vector<ChartLine>& lines, Format format)
{
    const std::size_t points = lines.empty() ? 0 : lines.front().values.size();
    const bool same = lines.size() == m_lines.size() && static_cast<int>(points) == rowCount();
    if (!same)
        beginResetModel();
    m_from = fromMs;
    m_to = toMs;
    m_offsetMinutes = utcOffsetMinutes;
    m_lines = lines;
    m_format = std::move(format);
    if (!same) {
        endResetModel();
        return;
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (points > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ChartTableModel::points() const
{
    return m_lines.empty() ? 0 : static_cast<int>(m_lines.front().values.size());
}

qint64 ChartTableModel::timeOf(int row) const
{
    const int last = std::max(1, points() - 1);
    return m_to - (m_to - m_from) * row / last;
}

int ChartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : points();
}

int ChartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return numbers::time(timeOf(index.row()), m_offsetMinutes);
    const auto& values = m_lines[static_cast<std::size_t>(index.column()) - 1].values;
    const auto at = static_cast<std::size_t>(points() - 1 - index.row());
    return at < values.size() ? m_format(values[at]) : numbers::missing();
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : m_lines[static_cast<std::size_t>(section) - 1].name;
}

ChartTable::ChartTable(const QString& name, QWidget* parent)
    : DataTable(name, parent)
{
    setModel(&m_lines);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

} // namespace gavel::widgets
