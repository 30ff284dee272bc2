// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/overview/history.h"
#include "ui/widgets/charts/qt_chart_panel.h"
#include "ui/widgets/panel/panel.h"

namespace gavel::overview {

/// How long whole auctions took, against the limit of the exchange; below it the newest values.
class LatencyPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit LatencyPanel(QWidget* parent = nullptr);

    void setValues(const runtime::Snapshot& snapshot, const History& history);
    widgets::QtChartPanel& chart() { return *m_chart; }
    void retranslate();

private:
    class Legend;
    widgets::QtChartPanel* m_chart;
    Legend* m_legend;
};

} // namespace gavel::overview
