// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

class QSplitter;
class QTreeWidget;
class QTreeWidgetItem;

namespace gavel::settlement {

/// The transfers of the market, newest first, and one of them down to its auctions.
class LedgerPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit LedgerPanel(QWidget* parent = nullptr);

    widgets::FilterEdit& filter() { return *m_filter; }
    widgets::DataTable& table() { return *m_table; }
    QTreeWidget& auctions() { return *m_auctions; }
    /// What the engine is to be asked.
    runtime::LedgerQuery query() const;
    void setPage(const Result<runtime::LedgerPage>& page, int utcOffset);
    void setTransfer(const std::optional<runtime::TransferDetail>& detail);
    void setNothing(const QString& sentence);
    /// 0 = none.
    std::uint64_t selected() const;
    void retranslate();

Q_SIGNALS:
    void queryChanged();
    void selectedChanged();
    void auctionWanted(quint64 auction);
    /// An adjustment of the selected transfer.
    void adjustmentWanted();

private:
    using Row = runtime::LedgerRow;
    using Model = widgets::RowsModel<Row, quint64 (*)(const Row&)>;
    void setColumns();
    void connectParts();
    void showDetailWords(const runtime::TransferDetail& detail);
    QTreeWidgetItem* itemOf(const runtime::DrillRow& row) const;

    Model m_rows;
    widgets::FilterEdit* m_filter;
    widgets::ElidedLabel* m_count;
    widgets::DataTable* m_table;
    QSplitter* m_splitter;
    widgets::ElidedLabel* m_title;
    widgets::ElidedLabel* m_origin;
    QTreeWidget* m_auctions;
    QString m_applied; ///< the filter that holds: what is typed may be unfinished
    std::uint64_t m_shown = 0; ///< whose auctions are in the tree
    int m_utcOffset = 0;
    bool m_filling = false;
};

} // namespace gavel::settlement
