// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/bridge/turn.h"
#include "ui/overview/explore/explore_choice.h"
#include "ui/overview/explore/explore_rows.h"
#include "ui/widgets/charts/chart_table.h"
#include "ui/widgets/panel/panel.h"

class QComboBox;
class QStackedWidget;

namespace gavel::widgets {
class PanelNotice;
class Toggle;
} // namespace gavel::widgets

namespace gavel::overview {

/// A measure of the things of a dimension: the most as rows, the chosen ones as lines.
class ExplorePanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ExplorePanel(bridge::EngineClient& client, QWidget* parent = nullptr);

    /// Asks anew when it is time to, and is seen.
    void setMoment(const bridge::SnapshotPtr& snapshot, TimeWindow page);
    const ExploreChoice& choice() const { return m_choice; }
    void setChoice(const ExploreChoice& choice);
    void retranslate();

    const ExploreModel& rows() const { return m_rows; }
    widgets::DataTable& table() { return *m_table; }
    widgets::LineChart& chart() { return *m_chart; }
    bool showsTable() const;
    void showTable(bool table);
    /// What stands behind the selected number; nullopt = nothing can be traced.
    std::optional<runtime::LineageQuery> traced() const;
    /// The rows and their steps as CSV into the clipboard; how many rows.
    int copyCsv() const;

Q_SIGNALS:
    void campaignOpened(const QString& id);
    void traceWanted(const gavel::runtime::LineageQuery& query);
    void choiceChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Answer
    {
        ExploreChoice choice;
        Result<runtime::MetricAnswer> metrics;
        bool isNothingCounted = false;
    };
    void build();
    void connectParts();
    void fillMeasures();
    void choose(const ExploreChoice& choice);
    void ask();
    static Answer read(const runtime::Engine& engine, const ExploreChoice& choice,
                       const ExploreMoment& moment);
    void showAnswer(const Answer& answer);
    void showNothing(bool isNothing);
    void showRows();
    void showLines();
    void showCaption();
    void toggleLine();
    void openRow(const QModelIndex& index);
    QString nameOf(const QString& key) const;
    std::vector<QString> charted() const;

    bridge::EngineClient& m_client;
    bridge::SnapshotPtr m_snapshot;
    ExploreMoment m_moment;
    ExploreChoice m_choice;
    bridge::Turn m_turn;
    std::optional<runtime::MetricAnswer> m_answer;
    QStringList m_lines; ///< keys that have a line; empty = the first ones
    ExploreModel m_rows;

    QComboBox* m_dimension;
    QComboBox* m_measure;
    QComboBox* m_window;
    widgets::Toggle* m_compare;
    widgets::Button* m_switch;
    widgets::DataTable* m_table;
    QStackedWidget* m_stack;
    widgets::LineChart* m_chart;
    widgets::ChartTable* m_chartTable;
    QStackedWidget* m_both;
    widgets::PanelNotice* m_nothing;
};

} // namespace gavel::overview
