// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/bridge/engine_client.h"
#include "ui/campaigns/plan_numbers.h"
#include "ui/widgets/charts/chart_table.h"
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/panel/panel.h"

#include <QStackedWidget>

namespace gavel::campaigns {

/// Plan against actual of one campaign over its own day: the plan, what was spent, the day budget,
/// and the numbers that close.
class PlanPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit PlanPanel(bridge::EngineClient& client, QWidget* parent = nullptr);

    /// Null = none is selected.
    void setCampaign(const model::Campaign* live);
    void setSnapshot(const bridge::SnapshotPtr& snapshot);
    void retranslate();
    void toggleTable();
    bool showsTable() const;
    widgets::LineChart& chart() { return *m_chart; }

private:
    struct Day
    {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    Day dayOf(std::int64_t now) const;
    void ask();
    void showLines(const Day& day, const std::vector<double>& plan,
                   const std::vector<double>& spent);
    void showNumbers();
    std::vector<PlanNumbers::Row> rowsOf(const runtime::CampaignView& now) const;
    QString usedUp(const runtime::CampaignView& now) const;
    const runtime::CampaignView* view() const;

    bridge::EngineClient& m_client;
    std::optional<model::Campaign> m_campaign;
    bridge::SnapshotPtr m_snapshot;
    std::int64_t m_askedAt = 0;
    quint64 m_question = 0;
    widgets::LineChart* m_chart;
    widgets::ChartTable* m_table;
    QStackedWidget* m_stack;
    PlanNumbers* m_numbers;
};

} // namespace gavel::campaigns
