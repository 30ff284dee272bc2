// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

namespace gavel::training {

/// An auction as the list shows it.
struct MarketRow
{
    quint64 auction = 0;
    QString time;
    QString placement;
    QString winner; ///< "" = nobody
    int series = -1; ///< of the winner among the market's seats
    int bids = 0;
    std::int64_t priceNanos = 0;
};

std::vector<MarketRow> marketRows(const std::vector<model::AuctionRow>& auctions,
                                  const model::Vocabulary& vocabulary,
                                  const runtime::Snapshot& snapshot);

/// The newest auctions, where a page is wide enough to show them beside the scoreboard.
class MarketList final : public widgets::Panel
{
    Q_OBJECT
public:
    static constexpr std::size_t kRows = 40;

    explicit MarketList(QWidget* parent = nullptr);

    void setAuctions(const std::vector<model::AuctionRow>& auctions,
                     const model::Vocabulary& vocabulary, const runtime::Snapshot& snapshot);
    const QAbstractItemModel& rows() const { return m_rows; }
    void retranslate();

Q_SIGNALS:
    void opened(quint64 auction);
    void openedBeside(quint64 auction);

private:
    void setColumns();

    widgets::RowsModel<MarketRow, std::function<quint64(const MarketRow&)>> m_rows;
    widgets::DataTable* m_table;
};

} // namespace gavel::training
