// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/overview/history.h"
#include "ui/widgets/charts/chart_table.h"
#include "ui/widgets/panel/panel.h"

class QStackedWidget;

namespace gavel::overview {

/// Bids, auctions and wins in a second of market time, as a chart or as its table.
class ThroughputPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ThroughputPanel(QWidget* parent = nullptr);

    void setValues(const runtime::Snapshot& snapshot, const History& history);
    widgets::LineChart& chart() { return *m_chart; }
    bool showsTable() const;
    void showTable(bool table);
    void retranslate();

private:
    QStackedWidget* m_stack;
    widgets::LineChart* m_chart;
    widgets::ChartTable* m_table;
    widgets::Button* m_switch;
};

} // namespace gavel::overview
