// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace gavel::gateway {

/// A bid as the contract tells of it.
struct BidRecord
{
    std::string requestId;
    std::string userId;
    std::string campaignId;
    std::string seatId;
    std::string creativeJson;
    Price price;
    TimeMs at;
};

/// What one impression that was offered by REST came to.
struct AuctionRecord
{
    std::uint64_t auction = 0; ///< the market's number
    std::string requestId;
    std::string userId;
    std::string slotId;
    std::string publisherId;
    std::vector<BidRecord> bids; ///< in time, dearest first
    bool won = false; ///< then bids.front() did
    Price price; ///< clearing price
    Price publisher;
    Price fee;
    TimeMs at;
};

/// A sale whose impression was shown.
struct Transaction
{
    std::uint64_t auction = 0;
    std::string campaignId;
    std::string userId;
    std::string slotId;
    std::string impressionId;
    Price advertiser; ///< = publisher + fee
    Price publisher;
    Price fee;
    TimeMs at;
};

std::string auctionName(std::uint64_t auction); ///< "auction-17"
std::string impressionName(std::uint64_t auction); ///< "imp-17"
/// The number behind either name; nullopt when the text is neither.
std::optional<std::uint64_t> auctionNumber(std::string_view name);

/// The last auctions, bids and transactions that callers of the REST services may ask for again.
/// The event log is the truth; this is what the contract's demonstration shows and may reset. Any
/// thread.
class AuctionJournal
{
public:
    static constexpr std::size_t kKept = 10'000;

    struct Counts
    {
        std::uint64_t auctions = 0;
        std::uint64_t successful = 0;
        Price fees;
        Price volume; ///< sum of clearing prices
        std::uint64_t transactions = 0;
        std::uint64_t bidRequests = 0; ///< asked of the DSP
        std::uint64_t bidsSubmitted = 0;
    };

    void add(const AuctionRecord& record);
    void add(const Transaction& transaction); ///< once for each auction
    void addBidAnswer(const std::optional<BidRecord>& bid);

    std::optional<AuctionRecord> auction(std::uint64_t number) const;
    std::vector<AuctionRecord> auctions(std::size_t most) const; ///< newest first
    std::vector<Transaction> transactions(std::size_t most) const;
    std::vector<BidRecord> bids(std::size_t most) const;
    Counts counts() const;
    void reset();

private:
    mutable std::mutex m_mutex;
    std::deque<AuctionRecord> m_auctions; ///< newest last
    std::deque<Transaction> m_transactions;
    std::deque<BidRecord> m_bids;
    Counts m_counts;
};

} // namespace gavel::gateway
