// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/store_facts.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

#include <QLabel>

namespace gavel::system_page {

/// The workspace's file: sizes, room on its disk, and how many rows its tables have at most.
class StorePanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit StorePanel(QWidget* parent = nullptr);

    /// `problem` is why it writes no more; "" = it does.
    void setFacts(const runtime::StoreFacts& facts, const QString& problem);
    QString facts() const { return m_facts->text(); }
    void retranslate();

private:
    using Table = runtime::StoreFacts::Table;
    void setColumns();

    QLabel* m_facts;
    widgets::RowsModel<Table, QString (*)(const Table&)> m_rows;
    widgets::DataTable* m_table;
};

} // namespace gavel::system_page
