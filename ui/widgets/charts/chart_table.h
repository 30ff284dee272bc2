// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/data_table.h"

#include <QAbstractTableModel>

#include <functional>

namespace gavel::widgets {

/// The values of a chart's lines as rows, newest first: the time, then one column a line.
class ChartTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Format = std::function<QString(double)>;
    using QAbstractTableModel::QAbstractTableModel;

    void setLines(qint64 fromMs, qint64 toMs, int utcOffsetMinutes,
                  const std::vector<ChartLine>& lines, Format format);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int points() const;
    qint64 timeOf(int row) const;

    qint64 m_from = 0;
    qint64 m_to = 0;
    int m_offsetMinutes = 0;
    std::vector<ChartLine> m_lines;
    Format m_format;
};

/// The table that stands in for a chart after V.
class ChartTable final : public DataTable
{
    Q_OBJECT
public:
    explicit ChartTable(const QString& name, QWidget* parent = nullptr);
    ChartTableModel& lines() { return m_lines; }

private:
    ChartTableModel m_lines;
};

} // namespace gavel::widgets
