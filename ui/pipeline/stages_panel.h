// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/segmented.h"

namespace gavel::pipeline_page {

class BatchesView;
class DeliveriesView;
class EquationStrip;
class FlowRates;
class FlowView;
class RulesView;

/// The stages as a flow, the states of the batches, the rules, or who is told; below them the
/// equation of the last minute.
class StagesPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    enum View : quint8 { Flow, Batches, Rules, Deliveries };

    explicit StagesPanel(QWidget* parent = nullptr);

    void setStatus(const runtime::PipelineStatus& status, const FlowRates& rates, int utcOffset);
    void showView(View view);
    View view() const { return m_view; }
    FlowView& flow() { return *m_flow; }
    BatchesView& batches() { return *m_batches; }
    RulesView& rules() { return *m_rules; }
    DeliveriesView& deliveries() { return *m_deliveries; }
    EquationStrip& equation() { return *m_equation; }
    void retranslate();

Q_SIGNALS:
    void viewChanged();

private:
    class Legend;

    View m_view = Flow;
    Legend* m_legend;
    widgets::Segmented* m_which;
    FlowView* m_flow;
    BatchesView* m_batches;
    RulesView* m_rules;
    DeliveriesView* m_deliveries;
    EquationStrip* m_equation;
};

} // namespace gavel::pipeline_page
