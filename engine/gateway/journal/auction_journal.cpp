// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/journal/auction_journal.h"

#include "engine/gateway/journal/journal_json.h"

#include <algorithm>

namespace gavel::gateway {

namespace {

constexpr std::string_view kAuctionKind = "auction";
constexpr std::string_view kTransactionKind = "transaction";
constexpr std::string_view kBidKind = "bid";
constexpr std::string_view kAuctionCounts = "auction counts";

template<typename T>
void keep(std::deque<T>& list, const T& value)
{
    if (list.size() == AuctionJournal::kKept)
        list.pop_front();
    list.push_back(value);
}

template<typename T>
std::vector<T> newest(const std::deque<T>& list, std::size_t most)
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, list.size()));
    return {list.rbegin(), list.rbegin() + count};
}

} // namespace

AuctionJournal::AuctionJournal(RecordKeeper& keeper)
    : m_keeper(keeper)
{
    for (const auto& text : keeper.read(kAuctionKind))
        if (auto record = keptAuction(text)) {
            m_bids.insert(m_bids.end(), record->bids.begin(), record->bids.end());
            m_auctions.push_back(std::move(*record));
        }
    for (const auto& text : keeper.read(kBidKind))
        if (auto bid = keptBid(text))
            m_bids.push_back(std::move(*bid));
    std::ranges::stable_sort(m_bids, {}, &BidRecord::at);
    if (m_bids.size() > kKept)
        m_bids.erase(m_bids.begin(), m_bids.end() - kKept);
    for (const auto& text : keeper.read(kTransactionKind))
        if (auto transaction = keptTransaction(text))
            m_transactions.push_back(std::move(*transaction));
    for (const auto& text : keeper.read(kAuctionCounts))
        m_counts = keptAuctionCounts(text).value_or(Counts{});
}

RecordKeeper::Record AuctionJournal::countsLocked() const
{
    return {kAuctionCounts, std::string(kAuctionCounts), {}, keptText(m_counts)};
}

Result<void> AuctionJournal::add(const AuctionRecord& record)
{
    std::future<Result<void>> stored;
    {
        const std::scoped_lock lock(m_mutex);
        ++m_counts.auctions;
        if (record.won) {
            ++m_counts.successful;
            m_counts.fees += record.fee;
            m_counts.volume += record.price;
        }
        for (const BidRecord& bid : record.bids)
            keep(m_bids, bid);
        keep(m_auctions, record);
        stored = m_keeper.keep(
            {{kAuctionKind, auctionName(record.auction), record.at, keptText(record)},
             countsLocked()});
    }
    return stored.get();
}

Result<void> AuctionJournal::add(const Transaction& transaction)
{
    std::future<Result<void>> stored;
    {
        const std::scoped_lock lock(m_mutex);
        if (std::ranges::find(m_transactions, transaction.auction, &Transaction::auction)
            != m_transactions.end())
            return {};
        ++m_counts.transactions;
        keep(m_transactions, transaction);
        stored = m_keeper.keep({{kTransactionKind, auctionName(transaction.auction), transaction.at,
                                 keptText(transaction)},
                                countsLocked()});
    }
    return stored.get();
}

void AuctionJournal::addBidAnswer(const std::optional<BidRecord>& bid)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counts.bidRequests;
    std::vector<RecordKeeper::Record> records;
    if (bid) {
        ++m_counts.bidsSubmitted;
        keep(m_bids, *bid);
        records.push_back(
            {kBidKind, std::to_string(m_counts.bidRequests), bid->at, keptText(*bid)});
    }
    records.push_back(countsLocked());
    m_keeper.keep(std::move(records));
}

bool AuctionJournal::hasTransaction(std::uint64_t auction) const
{
    const std::scoped_lock lock(m_mutex);
    return std::ranges::find(m_transactions, auction, &Transaction::auction)
        != m_transactions.end();
}

std::optional<AuctionRecord> AuctionJournal::auction(std::uint64_t number) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found
        = std::find_if(m_auctions.rbegin(), m_auctions.rend(),
                       [number](const AuctionRecord& record) { return record.auction == number; });
    return found == m_auctions.rend() ? std::nullopt : std::optional(*found);
}

std::vector<AuctionRecord> AuctionJournal::auctions(std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return newest(m_auctions, most);
}

std::vector<Transaction> AuctionJournal::transactions(std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return newest(m_transactions, most);
}

std::vector<BidRecord> AuctionJournal::bids(std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    return newest(m_bids, most);
}

AuctionJournal::Counts AuctionJournal::counts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_counts;
}

Result<void> AuctionJournal::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_auctions.clear();
    m_transactions.clear();
    m_bids.clear();
    m_counts = {};
    return m_keeper.forget({kAuctionKind, kTransactionKind, kBidKind}, countsLocked());
}

} // namespace gavel::gateway
