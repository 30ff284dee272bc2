// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/panel/panel_notice.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/segmented.h"

#include <QPlainTextEdit>
#include <QStackedWidget>

#include <optional>

namespace gavel::schedule {

class SpanChart;

/// One task: its failure on top, its states over time, what happened, what was tried, what went
/// into each step and came out, and the bare events.
class TaskPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit TaskPanel(QWidget* parent = nullptr);

    /// Nothing = no task is selected.
    void setTask(std::optional<runtime::TaskDetail> task, int utcOffset);
    const std::optional<runtime::TaskDetail>& task() const { return m_task; }
    void showView(int view);
    void retranslate();

Q_SIGNALS:
    void retryWanted(gavel::model::TaskId task);
    void cancelWanted(gavel::model::TaskId task);

private:
    struct Line
    {
        quint64 number = 0;
        QString time;
        widgets::Mark mark = widgets::Mark::None;
        QString title;
        QString text;
    };
    using LineModel = widgets::RowsModel<Line, quint64 (*)(const Line&)>;
    void build();
    void setColumns();
    void fill();
    void showFailure();
    QString stepInput(const runtime::TaskStepDetail& step) const;
    QString stepsText() const;

    std::optional<runtime::TaskDetail> m_task;
    int m_utcOffset = 0;
    LineModel m_lines;
    widgets::Segmented* m_view;
    widgets::PanelNotice* m_failure;
    SpanChart* m_chart;
    widgets::DataTable* m_table;
    QPlainTextEdit* m_text;
    QStackedWidget* m_stack;
    widgets::Button* m_retry;
    widgets::Button* m_cancel;
};

} // namespace gavel::schedule
