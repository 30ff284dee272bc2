// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/market_list.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <algorithm>

namespace gavel::training {

using namespace widgets;

namespace {

QString textOf(const base::Dictionary& names, Handle handle)
{
    const std::string_view text = handle == 0 ? std::string_view() : names.text(handle);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template<typename View>
const View* viewOf(const std::vector<View>& views, const QString& id)
{
    const std::string wanted = id.toStdString();
    const auto found = std::find_if(views.begin(), views.end(),
                                    [&](const View& view) { return view.id == wanted; });
    return found == views.end() ? nullptr : &*found;
}

} // namespace

std::vector<MarketRow> marketRows(const std::vector<model::AuctionRow>& auctions,
                                  const model::Vocabulary& vocabulary,
                                  const runtime::Snapshot& snapshot)
{
    std::vector<MarketRow> rows;
    rows.reserve(auctions.size());
    for (const model::AuctionRow& auction : auctions) {
        MarketRow row;
        row.auction = auction.id;
        row.time = numbers::timeMillis(auction.at.value, snapshot.utcOffsetMinutes);
        row.placement = textOf(vocabulary.of(model::Dimension::Placement), auction.placement);
        if (const auto* place = viewOf(snapshot.placements, row.placement))
            row.placement = QString::fromStdString(place->name);
        row.winner = textOf(vocabulary.seats, auction.winnerSeat);
        if (const auto* seat = viewOf(snapshot.seats, row.winner)) {
            row.series = static_cast<int>(seat - snapshot.seats.data());
            row.winner = QString::fromStdString(seat->name);
        }
        row.bids = auction.bids;
        row.priceNanos = auction.price.nanos;
        rows.push_back(row);
    }
    return rows;
}

MarketList::MarketList(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const MarketRow& row) { return row.auction; })
    , m_table(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({104, 0, 140, 60, 80});
    setBody(m_table);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        if (const MarketRow* row = m_rows.rowAt(index))
            Q_EMIT opened(row->auction);
    });
    connect(m_table, &DataTable::openedBeside, this, [this](const QModelIndex& index) {
        if (const MarketRow* row = m_rows.rowAt(index))
            Q_EMIT openedBeside(row->auction);
    });
    retranslate();
}

void MarketList::setColumns()
{
    const auto shown = [](const QString& text, int role) -> QVariant {
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
    };
    m_rows.setColumns({
        {tr("Time"),
         [shown](const MarketRow& row, int role) -> QVariant {
             return role == ToneRole ? QVariant(static_cast<int>(Token::T3))
                                     : shown(row.time, role);
         },
         {},
         false,
         {}},
        {tr("Placement"),
         [shown](const MarketRow& row, int role) { return shown(row.placement, role); },
         {},
         false,
         {}},
        {tr("Won by"),
         [shown](const MarketRow& row, int role) -> QVariant {
             if (role == SeriesRole && row.series >= 0)
                 return row.series;
             return shown(row.winner.isEmpty() ? tr("nobody") : row.winner, role);
         },
         {},
         false,
         {}},
        {tr("Bids"),
         [shown](const MarketRow& row, int role) { return shown(QString::number(row.bids), role); },
         {},
         true,
         {}},
        {tr("CPM"),
         [shown](const MarketRow& row, int role) {
             return shown(row.winner.isEmpty() ? numbers::missing() : numbers::cpm(row.priceNanos),
                          role);
         },
         {},
         true,
         {}},
    });
}

void MarketList::retranslate()
{
    setTitle(tr("Newest auctions"));
    m_table->setAccessibleName(tr("Newest auctions"));
    setColumns();
}

void MarketList::setAuctions(const std::vector<model::AuctionRow>& auctions,
                             const model::Vocabulary& vocabulary, const runtime::Snapshot& snapshot)
{
    m_rows.update(marketRows(auctions, vocabulary, snapshot));
    if (auctions.empty())
        setEmpty(tr("No auction has been run yet."));
    else
        clearEmpty();
    touch();
}

} // namespace gavel::training
