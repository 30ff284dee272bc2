// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/auction_columns.h"

#include <QAbstractTableModel>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace gavel::auctions {

/// The auction list: up to a million rows, newest first, of which only the pages in sight are kept.
/// It follows the newest, or holds at a position so that a row keeps its place.
class AuctionList final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<runtime::AuctionPage>&)>;
    /// Asks for a page and hands it over later, on the GUI thread.
    using Ask = std::function<void(const runtime::AuctionQuery&, Answer)>;

    AuctionList(Ask ask, const Names& names, QObject* parent = nullptr);

    /// Another set of rows, up to a position or following until hold(). `campaign` is the one the
    /// filter names.
    void setFilter(const QString& filter, Handle campaign, std::uint64_t upTo = 0);
    const QString& filter() const { return m_filter; }
    Handle campaign() const { return m_campaign; }

    /// Asks what is new: the newest rows while following, only the counts while holding.
    void refresh();
    void hold();
    void follow();
    bool isHolding() const { return m_upTo != 0; }
    std::uint64_t upTo() const { return m_upTo; }
    /// The query that the rows now shown answer.
    runtime::AuctionQuery query() const;

    std::size_t matching() const { return m_matching; }
    std::size_t total() const { return m_total; }
    std::uint64_t waiting() const { return m_waiting; }
    double milliseconds() const { return m_milliseconds; }
    /// False while the rows are still those of another filter or market.
    bool isLoaded() const { return !m_isOtherSet; }

    /// nullptr while the row's page is not there yet.
    const model::AuctionRow* rowAt(int row) const;
    /// The row of an auction among the pages that are there, -1 otherwise.
    int find(std::uint64_t auction) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Counts, waiting or time to answer are different now.
    void counted();
    void failed(const gavel::base::Error& error);

private:
    using Page = std::vector<model::AuctionRow>;
    void showFrom(std::uint64_t upTo);
    void askNewest();
    void askCounts();
    void askPage(int page) const;
    void takeNewest(runtime::AuctionPage&& page);
    void takePage(int number, runtime::AuctionPage&& page);
    void takeCounts(const runtime::AuctionPage& page);
    void resize(std::size_t rows);
    void dropFarPages(int near);
    void changed(int firstRow, int lastRow);

    Ask m_ask;
    const Names& m_names;
    QString m_filter;
    Handle m_campaign = 0;
    std::uint64_t m_upTo = 0;
    std::uint64_t m_newest = 0;
    std::uint64_t m_waiting = 0;
    std::size_t m_matching = 0;
    std::size_t m_total = 0;
    double m_milliseconds = 0;
    int m_rows = 0;
    bool m_isOtherSet = true; ///< the next answer is of another set of rows
    bool m_countsAsked = false;
    std::uint64_t m_turn = 0; ///< answers of earlier turns are dropped
    std::map<int, Page> m_pages;
    mutable std::set<int> m_asked;
};

} // namespace gavel::auctions
