// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/deliveries.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/sheet_dialog.h"

namespace gavel::widgets {
class PanelNotice;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// What people did about subscribers and their deliveries, newest first.
class ActsDialog final : public widgets::SheetDialog
{
    Q_OBJECT
public:
    ActsDialog(int utcOffset, QWidget* parent);

    void setActs(const Result<std::vector<runtime::SubscriberAct>>& acts);
    widgets::DataTable& table() { return *m_table; }

Q_SIGNALS:
    /// They could not be read.
    void readWanted();

private:
    /// Two of the same millisecond are told apart by their place.
    struct Row
    {
        runtime::SubscriberAct act;
        qint64 place = 0;
    };
    using Model = widgets::RowsModel<Row, qint64 (*)(const Row&)>;
    void setColumns();

    int m_utcOffset;
    Model m_rows;
    widgets::PanelNotice* m_error;
    widgets::DataTable* m_table;
    widgets::PanelNotice* m_empty;
};

} // namespace gavel::pipeline_page
