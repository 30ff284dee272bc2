// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/status_mark.h"

namespace gavel::training {

/// A change of the market as it is shown.
struct JournalRow
{
    QString key;
    QString time;
    QString subject;
    QString said;
    widgets::Mark mark = widgets::Mark::Info;
};

std::vector<JournalRow> journalRows(const runtime::Snapshot& snapshot);

/// What was changed by hand, newest first, and the digest of the run.
class JournalPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit JournalPanel(QWidget* parent = nullptr);

    void setSnapshot(const runtime::Snapshot& snapshot);
    QString digest() const { return m_digest->text(); }
    const QAbstractItemModel& rows() const { return m_rows; }
    void retranslate();

private:
    void setColumns();

    widgets::RowsModel<JournalRow, std::function<QString(const JournalRow&)>> m_rows;
    widgets::DataTable* m_table;
    widgets::ElidedLabel* m_digest;
};

} // namespace gavel::training
