// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/auction_journal.h"

#include <algorithm>
#include <charconv>

namespace gavel::gateway {

namespace {

constexpr std::string_view kAuction = "auction-";
constexpr std::string_view kImpression = "imp-";

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

std::string auctionName(std::uint64_t auction)
{
    return std::string(kAuction) + std::to_string(auction);
}

std::string impressionName(std::uint64_t auction)
{
    return std::string(kImpression) + std::to_string(auction);
}

std::optional<std::uint64_t> auctionNumber(std::string_view name)
{
    for (const auto prefix : {kAuction, kImpression}) {
        if (!name.starts_with(prefix))
            continue;
        const auto digits = name.substr(prefix.size());
        std::uint64_t number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ec == std::errc{} && read.ptr == digits.data() + digits.size())
            return number;
    }
    return std::nullopt;
}

void AuctionJournal::add(const AuctionRecord& record)
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
}

void AuctionJournal::add(const Transaction& transaction)
{
    const std::scoped_lock lock(m_mutex);
    const auto sameAuction
        = [&](const Transaction& known) { return known.auction == transaction.auction; };
    if (std::ranges::any_of(m_transactions, sameAuction))
        return;
    ++m_counts.transactions;
    keep(m_transactions, transaction);
}

void AuctionJournal::addBidAnswer(const std::optional<BidRecord>& bid)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counts.bidRequests;
    if (bid) {
        ++m_counts.bidsSubmitted;
        keep(m_bids, *bid);
    }
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

void AuctionJournal::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_auctions.clear();
    m_transactions.clear();
    m_bids.clear();
    m_counts = {};
}

} // namespace gavel::gateway
