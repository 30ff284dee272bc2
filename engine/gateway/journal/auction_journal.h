// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/money.h"
#include "engine/gateway/journal/record_keeper.h"
#include "engine/model/auction_name.h"

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

/// Why a DSP that was asked sent no bid that counts.
struct NoBid
{
    std::string seatId;
    Error reason;
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
    std::vector<NoBid> noBids; ///< of DSPs in other processes
    bool away = false; ///< a DSP of another process was asked; not kept
    std::string noticeProblem; ///< why it could not be told that it won; not kept
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

using model::auctionName;
using model::auctionNumber;
using model::impressionName;

/// The last auctions, bids and transactions that callers of the REST services may ask for again,
/// also after a restart. The event log is the truth; this is what the contract's demonstration
/// shows and may reset. Any thread.
class AuctionJournal
{
public:
    static constexpr std::size_t kKept = RecordKeeper::kKept;

    explicit AuctionJournal(RecordKeeper& keeper);

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

    // Durable when they return. Errors: those of the store.
    Result<void> add(const AuctionRecord& record);
    Result<void> add(const Transaction& transaction); ///< once for each auction
    Result<void> reset();

    /// Durable soon: an answer to a question, not a sale.
    void addBidAnswer(const std::optional<BidRecord>& bid);

    std::optional<AuctionRecord> auction(std::uint64_t number) const;
    bool hasTransaction(std::uint64_t auction) const;
    std::vector<AuctionRecord> auctions(std::size_t most) const; ///< newest first
    std::vector<Transaction> transactions(std::size_t most) const;
    std::vector<BidRecord> bids(std::size_t most) const;
    Counts counts() const;

private:
    RecordKeeper::Record countsLocked() const;

    RecordKeeper& m_keeper;
    mutable std::mutex m_mutex;
    std::deque<AuctionRecord> m_auctions; ///< newest last
    std::deque<Transaction> m_transactions;
    std::deque<BidRecord> m_bids;
    Counts m_counts;
};

} // namespace gavel::gateway
