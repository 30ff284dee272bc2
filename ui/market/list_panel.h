// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/auction_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel/panel_notice.h"

namespace gavel::auctions {

/// The table of auctions with the strip that says whether it follows or holds.
class ListPanel final : public QWidget
{
    Q_OBJECT
public:
    ListPanel(AuctionList& list, const Names& names, QWidget* parent = nullptr);

    widgets::DataTable* table() const { return m_table; }
    /// Selects a row and brings it into sight.
    void select(int row);
    void step(int rows);
    /// Shows the newest rows again, without a selection.
    void follow();
    void clearSelection();
    bool hasSelection() const;
    void retranslate();
    void setError(const QString& sentence);
    /// Of so many auctions the full story of one is kept.
    void setTraceEvery(std::uint32_t every);

    /// With header and strip.
    int heightOfRows(int rows) const;
    /// First row in sight.
    int topRow() const;
    void setTopRow(int row);
    int selectedRow() const { return hasSelection() ? m_table->currentIndex().row() : -1; }

    QString saveColumns() const { return m_table->saveColumns(); }
    void restoreColumns(const QString& state) { m_table->restoreColumns(state); }
    void resetColumns();

Q_SIGNALS:
    void selected(const gavel::model::AuctionRow& row);
    void opened();
    void openedBeside(quint64 auction);
    void menuRequested(const QModelIndex& index, const QPoint& place);
    void clearFilterAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showCounts();
    void showColumns();
    void rowChosen();
    void scrolled();
    void showEmpty();

    AuctionList& m_list;
    const Names& m_names;
    widgets::DataTable* m_table;
    widgets::PanelNotice* m_error;
    widgets::PanelNotice* m_empty;
    QWidget* m_strip;
    widgets::ElidedLabel* m_holds;
    widgets::ElidedLabel* m_waiting;
    widgets::Button* m_follow;
    widgets::ElidedLabel* m_traced;
    qint64 m_heldAt = 0;
    std::uint32_t m_traceEvery = 0;
    std::uint64_t m_chosen = 0;
    bool m_isResetting = false;
};

} // namespace gavel::auctions
