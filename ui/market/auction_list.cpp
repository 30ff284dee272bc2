// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/auction_list.h"

#include <algorithm>
#include <climits>

namespace gavel::auctions {

namespace {

constexpr int kPageRows = 200;
constexpr std::size_t kMostPages = 24;

} // namespace

AuctionList::AuctionList(Ask ask, const Names& names, QObject* parent)
    : QAbstractTableModel(parent)
    , m_ask(std::move(ask))
    , m_names(names)
{
}

void AuctionList::setFilter(const QString& filter, Handle campaign, std::uint64_t upTo)
{
    m_filter = filter;
    m_campaign = campaign;
    m_isOtherSet = true;
    m_newest = 0;
    showFrom(upTo);
}

void AuctionList::follow()
{
    showFrom(0);
}

void AuctionList::showFrom(std::uint64_t upTo)
{
    m_upTo = upTo;
    ++m_turn;
    m_asked.clear();
    m_countsAsked = false;
    askNewest();
}

void AuctionList::hold()
{
    if (isHolding() || m_newest == 0)
        return;
    m_upTo = m_newest;
    ++m_turn;
    m_asked.clear();
    m_countsAsked = false;
    Q_EMIT counted();
}

void AuctionList::refresh()
{
    if (isHolding())
        askCounts();
    else if (m_asked.empty())
        askNewest();
}

runtime::AuctionQuery AuctionList::query() const
{
    runtime::AuctionQuery query;
    query.filter = m_filter.toStdString();
    query.upTo = m_upTo == 0 ? m_newest : m_upTo;
    return query;
}

void AuctionList::askNewest()
{
    runtime::AuctionQuery query;
    query.filter = m_filter.toStdString();
    query.count = kPageRows;
    query.upTo = m_upTo;
    m_asked.insert(0);
    m_ask(query, [this, turn = m_turn](Result<runtime::AuctionPage> page) {
        if (turn != m_turn)
            return;
        m_asked.erase(0);
        if (page)
            takeNewest(std::move(*page));
        else
            Q_EMIT failed(page.error());
    });
}

void AuctionList::askCounts()
{
    if (m_countsAsked)
        return;
    m_countsAsked = true;
    runtime::AuctionQuery asked = query();
    asked.count = 0;
    m_ask(asked, [this, turn = m_turn](const Result<runtime::AuctionPage>& page) {
        if (turn != m_turn)
            return;
        m_countsAsked = false;
        if (!page)
            return;
        takeCounts(*page);
        resize(page->matching);
        Q_EMIT counted();
    });
}

void AuctionList::askPage(int page) const
{
    if (!m_asked.insert(page).second)
        return;
    runtime::AuctionQuery asked = query();
    asked.first = static_cast<std::size_t>(page) * kPageRows;
    asked.count = kPageRows;
    auto* self = const_cast<AuctionList*>(this);
    m_ask(asked, [self, page, turn = m_turn](Result<runtime::AuctionPage> answer) {
        if (turn != self->m_turn)
            return;
        self->m_asked.erase(page);
        if (answer)
            self->takePage(page, std::move(*answer));
        else
            Q_EMIT self->failed(answer.error());
    });
}

void AuctionList::takeCounts(const runtime::AuctionPage& page)
{
    m_matching = page.matching;
    m_total = page.total;
    m_waiting = page.waiting;
}

void AuctionList::takeNewest(runtime::AuctionPage&& page)
{
    const bool isOtherSet = m_isOtherSet;
    if (isOtherSet)
        beginResetModel();
    takeCounts(page);
    m_milliseconds = page.milliseconds;
    m_newest = page.newest;
    m_pages.clear();
    m_pages[0] = std::move(page.rows);
    if (isOtherSet) {
        m_isOtherSet = false;
        m_rows = static_cast<int>(std::min<std::size_t>(m_matching, INT_MAX));
        endResetModel();
    } else {
        resize(m_matching);
        changed(0, m_rows - 1);
    }
    Q_EMIT counted();
}

void AuctionList::takePage(int number, runtime::AuctionPage&& page)
{
    const int first = number * kPageRows;
    const int last = first + static_cast<int>(page.rows.size()) - 1;
    m_pages[number] = std::move(page.rows);
    dropFarPages(number);
    changed(first, std::min(last, m_rows - 1));
}

/// Rows come and go at the old end only: while following no row keeps its place anyhow.
void AuctionList::resize(std::size_t rows)
{
    const int now = static_cast<int>(std::min<std::size_t>(rows, INT_MAX));
    if (now > m_rows) {
        beginInsertRows({}, m_rows, now - 1);
        m_rows = now;
        endInsertRows();
    } else if (now < m_rows) {
        beginRemoveRows({}, now, m_rows - 1);
        m_rows = now;
        endRemoveRows();
    }
}

void AuctionList::dropFarPages(int near)
{
    while (m_pages.size() > kMostPages) {
        const int first = m_pages.begin()->first;
        const int last = m_pages.rbegin()->first;
        m_pages.erase(near - first > last - near ? first : last);
    }
}

void AuctionList::changed(int firstRow, int lastRow)
{
    if (lastRow >= firstRow)
        Q_EMIT dataChanged(index(firstRow, 0), index(lastRow, kColumns - 1));
}

const model::AuctionRow* AuctionList::rowAt(int row) const
{
    const auto page = m_pages.find(row / kPageRows);
    if (row < 0 || page == m_pages.end())
        return nullptr;
    const auto place = static_cast<std::size_t>(row % kPageRows);
    return place < page->second.size() ? &page->second[place] : nullptr;
}

int AuctionList::find(std::uint64_t auction) const
{
    for (const auto& [number, rows] : m_pages)
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].id == auction)
                return number * kPageRows + static_cast<int>(i);
    return -1;
}

void AuctionList::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    changed(0, m_rows - 1);
}

int AuctionList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int AuctionList::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant AuctionList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isRight(column) ? Qt::AlignRight : Qt::AlignLeft));
    const model::AuctionRow* row = rowAt(index.row());
    if (row)
        return cellOf(*row, column, role, m_names, m_campaign);
    if (role == Qt::DisplayRole)
        askPage(index.row() / kPageRows);
    return {};
}

QVariant AuctionList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column, m_names, m_campaign);
    if (role == Qt::ToolTipRole)
        return columnToolTip(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isRight(column) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace gavel::auctions
