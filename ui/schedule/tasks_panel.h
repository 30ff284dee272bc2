// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/schedule/task_columns.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/segmented.h"

namespace gavel::schedule {

/// The tasks of a round, or of all rounds that are kept: those that are stopped and not done first.
class TasksPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit TasksPanel(QWidget* parent = nullptr);

    widgets::DataTable& table() { return *m_table; }
    widgets::FilterEdit& filter() { return *m_filter; }
    const TaskModel& rows() const { return m_rows; }
    /// What the engine is to be asked; the round is the page's.
    runtime::TaskQuery query() const;
    void setNotDoneOnly(bool only);
    void setTasks(const runtime::TaskPage& page);
    void setComing(const std::vector<runtime::ComingRound>& coming, std::int64_t now,
                   int utcOffset);
    /// Nothing can be shown, and why.
    void setNothing(const QString& sentence);
    /// 0 = none.
    model::TaskId selected() const;
    void select(model::TaskId task);
    void retranslate();

Q_SIGNALS:
    void queryChanged();
    void selectedChanged(gavel::model::TaskId task);
    void campaignWanted(const QString& campaign);
    void menuWanted(const QPoint& globalPosition);

private:
    void connectParts();
    void showChoices(std::size_t notDone, std::size_t total);

    TaskModel m_rows;
    widgets::DataTable* m_table;
    widgets::FilterEdit* m_filter;
    widgets::Segmented* m_which;
    widgets::ElidedLabel* m_coming;
    QString m_applied; ///< the filter that holds: what is typed may be unfinished
    bool m_notDoneOnly = false;
    bool m_filling = false;
};

} // namespace gavel::schedule
