// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/charts/chart_table.h"
#include "ui/widgets/panel/panel.h"

class QStackedWidget;

namespace gavel::training {

/// The names of the series of the chart, for Engine::series.
std::vector<std::string> scoreSeries(const runtime::Snapshot& snapshot);

/// Score of each seat since the start, as a chart or as its table. At most eight lines: the best
/// and the selected one.
class ScoreChart final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ScoreChart(QWidget* parent = nullptr);

    /// `series` in the order of the snapshot's seats.
    void setSeries(const runtime::Snapshot& snapshot, qint64 from, qint64 to,
                   std::vector<runtime::Series> series);
    void select(const QString& seat);
    widgets::LineChart& chart() { return *m_chart; }
    bool showsTable() const;
    void showTable(bool table);
    void retranslate();

private:
    QStackedWidget* m_stack;
    widgets::LineChart* m_chart;
    widgets::ChartTable* m_table;
    QString m_selected;
};

} // namespace gavel::training
