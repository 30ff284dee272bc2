// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/names.h"

#include <QStandardItemModel>

namespace gavel::auctions {

/// The story of one auction as a tree: opportunity, floor, bids with their formulas, clearing,
/// money, notices. Columns: what, said of it, price per thousand.
class BidTree final : public QStandardItemModel
{
    Q_OBJECT
public:
    /// What a branch is; keeps its expansion from auction to auction.
    static constexpr int kBranchRole = Qt::UserRole + 41;
    /// Handle of the seat whose bid the row is.
    static constexpr int kSeatRole = Qt::UserRole + 42;
    /// True for a row whose first cell takes the whole width.
    static constexpr int kWideRole = Qt::UserRole + 43;

    /// How many of the first letters of a name stand in bold.
    static constexpr int kBoldRole = Qt::UserRole + 44;

    explicit BidTree(QObject* parent = nullptr);
    void show(const model::AuctionTrace& trace, const Names& names);
    /// The row of a seat's bid.
    QModelIndex seatIndex(Handle seat) const;

private:
    QStandardItem* add(QStandardItem* parent, const QString& branch, const QString& label,
                       const QString& note, const QString& value);
    static void addWide(QStandardItem* parent, const QString& text, const QString& toolTip = {});
    void addOpportunity(const model::AuctionTrace& trace, const Names& names);
    void addFloor(const model::AuctionTrace& trace, const Names& names);
    void addBids(const model::AuctionTrace& trace, const Names& names);
    void addBid(QStandardItem* bids, const model::SeatTrace& seat, const model::AuctionTrace& trace,
                const Names& names);
    void addClearing(const model::AuctionTrace& trace, const Names& names);
    void addMoney(const model::AuctionTrace& trace, const Names& names);
    void addNotices(const model::AuctionTrace& trace, const Names& names);
};

} // namespace gavel::auctions
