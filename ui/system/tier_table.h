// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/storage.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"

#include <QCoreApplication>

namespace gavel::system_page {

/// One tier of the log, a row of the table.
struct TierRow
{
    QString key;
    QString name;
    QString help;
    store::TierFigures figures;
};

/// Where the events of the log are: in memory, in the workspace, beside it, elsewhere, nowhere.
class TierTable
{
    Q_DECLARE_TR_FUNCTIONS(gavel::system_page::TierTable)
public:
    TierTable();
    widgets::DataTable* widget() const { return m_table; }
    /// utcOffset in minutes, for the moment at which the warm tier was counted.
    void setStorage(const store::StorageView& storage, int utcOffset);
    void retranslate();
    int rowCount() const { return m_rows.rowCount(); }

    static QString nameOf(store::SegmentTier tier);
    /// What moves the events, and when; a sentence a line.
    static QString movingWords(const store::StorageView& storage);
    static QStringList words(const store::StorageView& storage);

private:
    void setColumns();

    widgets::RowsModel<TierRow, QString (*)(const TierRow&)> m_rows;
    widgets::DataTable* m_table;
};

} // namespace gavel::system_page
