// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/shell/inspector/thing_panel.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/status_mark.h"

#include <functional>

namespace gavel::shell {

/// The right side of the window, whatever page is open: one thing that was opened beside it, then
/// the invariants, the journal of changes and the market's log.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(QWidget* parent = nullptr);
    void setSnapshot(const runtime::Snapshot& snapshot);
    void retranslate();
    ThingPanel& thing() { return *m_thing; }

    static constexpr int kWidth = 352; ///< at first

private:
    struct LineRow
    {
        QString key;
        QString time;
        QString subject;
        QString text;
        widgets::Mark mark;
    };
    struct InvariantRow
    {
        int number;
        QString name;
        QString detail;
        bool broken;
    };
    using LineKey = QString (*)(const LineRow&);
    using InvariantKey = int (*)(const InvariantRow&);
    static std::vector<LineRow> rowsOf(const std::vector<runtime::LogLine>& lines,
                                       int offsetMinutes);
    static std::vector<widgets::RowColumn<LineRow>> lineColumns();
    static std::vector<widgets::RowColumn<InvariantRow>> invariantColumns();
    widgets::Panel* addTable(QAbstractItemModel& model, const QList<int>& widths, int stretch);

    widgets::RowsModel<LineRow, LineKey> m_log;
    widgets::RowsModel<LineRow, LineKey> m_journal;
    widgets::RowsModel<InvariantRow, InvariantKey> m_invariants;
    ThingPanel* m_thing;
    widgets::Panel* m_invariantPanel;
    widgets::Panel* m_journalPanel;
    widgets::Panel* m_logPanel;
};

} // namespace gavel::shell
