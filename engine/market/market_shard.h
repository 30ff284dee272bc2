// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/digest.h"
#include "engine/base/histogram.h"
#include "engine/base/spsc_ring.h"
#include "engine/dsp/seat_bidder.h"
#include "engine/model/auction.h"
#include "engine/model/delivery_event.h"
#include "engine/model/market_setup.h"
#include "engine/model/trace.h"
#include "engine/ssp/floor_advice.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace gavel::market {

/// Totals of one seat in one shard.
struct SeatCounters
{
    std::uint64_t asked = 0;
    std::uint64_t answered = 0; ///< in time, with a bid
    std::uint64_t late = 0;
    std::uint64_t wins = 0;
    std::int64_t spentNanos = 0;
    std::int64_t valueMicros = 0;
    base::Histogram answerMicros;
};

/// Totals of one publisher or placement in one shard.
struct SupplyCounters
{
    std::uint64_t offered = 0;
    std::uint64_t filled = 0;
    std::int64_t revenueNanos = 0; ///< the publisher's part
    std::int64_t campaignNanos = 0; ///< of that, what campaigns paid; rivals paid the rest
};

/// Everything a shard counts; copied out between auctions.
struct ShardCounters
{
    TimeMs now;
    std::uint64_t auctions = 0;
    std::uint64_t seatRequests = 0;
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    std::int64_t costNanos = 0; ///< paid by advertisers and rivals
    std::int64_t publisherNanos = 0;
    std::int64_t feeNanos = 0;
    std::uint64_t digest = 0;
    base::Histogram auctionMicros; ///< virtual, visit to feedback
    std::vector<SeatCounters> seats; ///< in the setup's order
    std::vector<SupplyCounters> publishers; ///< in the setup's order
    std::vector<SupplyCounters> placements; ///< in the setup's order, then those a change brought
    std::vector<ssp::FloorAdvice> floorAdvice; ///< what was bid for each of the placements
    std::vector<std::pair<Handle, dsp::CampaignCounters>> campaigns;
    /// Bids by price bin (100 bins of 0.1 per thousand) since the last copy, for market depth.
    std::vector<std::uint32_t> bidBins;
    std::int64_t clearingSumNanos = 0; ///< clearing prices since the last copy, as bidBins
    std::uint64_t clearings = 0; ///< how many prices clearingSumNanos adds up
    /// Broken invariants, by number of design section 8 (index 0 = invariant 1); all must stay 0.
    std::array<std::uint64_t, 7> broken{};
};

/// Where rows of the list, full traces and delivery events go. Any may be null.
struct ShardOutputs
{
    base::SpscRing<model::AuctionRow>* rows = nullptr; ///< left out when full, never waited for
    base::SpscRing<model::DeliveryEvent>* events
        = nullptr; ///< waited for when full: nothing is lost
    /// Called outside the hot path for sampled auctions and every one whose row the filter takes.
    std::function<void(model::AuctionTrace&&)> trace;
};

/// One ad server: takes an opportunity through seats and exchange to its outcome. Deterministic:
/// its state depends only on setup, shard number, the opportunities and changes it was given, in
/// order. One thread at a time. run() neither allocates nor locks unless the auction is traced.
class MarketShard
{
public:
    MarketShard(const model::MarketSetup& setup, std::uint32_t shard, ShardOutputs outputs);
    ~MarketShard();

    /// The whole path of one opportunity. The row stays valid until the next run().
    const model::AuctionRow& run(const model::Opportunity& opportunity);
    /// An auction whose only seat is one of another process: `answer`, which names the seat, is
    /// cleared, counted and logged like any bid; its fate is Late or NoBid when there is none, else
    /// Outbid. No seat of this market is asked or told. It takes no feedback().
    const model::AuctionRow& runOutside(const model::Opportunity& opportunity,
                                        const model::Bid& answer);
    /// What became of the last run()'s win: counts, events, training of the winner's model. Once,
    /// before the next run(); an auction without a winner takes none. The row and trace go out with
    /// it.
    void feedback(bool impression, bool clicked, bool converted, Money value);
    /// What became of an earlier win, told later by another program: counts, events, training.
    void recordDelivery(const model::Opportunity& opportunity, const model::Bid& winner,
                        model::EventKind kind, Money value);
    /// The same of a win that only the log remembers; `logged` is that win with this kind and the
    /// conversion's value in its amount. Nothing is learnt: what was offered is not known any more.
    void recordLoggedDelivery(const model::DeliveryEvent& logged);
    /// The clearing and bids of the last run(), for answers over HTTP.
    const model::BidList& lastBids() const;
    const model::Clearing& lastClearing() const;
    /// Sequence of the last event sent, 0 when none: an answer may leave once that is durable.
    std::uint64_t lastSequence() const;

    /// Sends what is still held back: the last row and the request count. Before a pause and at the
    /// end.
    void flush();

    /// From the next run() on. A change of a placement sets its floor: from then on it replaces the
    /// floor that opportunities of that placement bring (the rules' factor still applies). A change
    /// of a seat acts on deadline, fault, answer time and rival prices; its kind, currency and
    /// selection stay. Unknown seats are left out.
    void apply(const model::MarketChange& change);
    /// The same for one grant, with what becomes of it.
    model::GrantAnswer apply(const model::QuotaGrant& grant);
    /// What campaigns have used and done so far, removed ones too, and what publishers earned of
    /// it. Leaves `server` and `at` alone and reuses the report's memory.
    void fill(model::QuotaReport& report) const;
    /// Trace one auction in `every` (0 = none), and every one that `filter` takes (may be empty).
    /// Tracing never changes the market.
    void setTracing(std::uint32_t every, std::function<bool(const model::AuctionRow&)> filter);
    /// The full story of the last run(), whether it was sampled or not. The opportunity carries the
    /// floor that applied before the rules' factor. Notices are written for campaigns' seats and
    /// rivals alike.
    model::AuctionTrace traceLast() const;

    /// A copy of all counts; starts bidBins, clearingSumNanos and clearings afresh.
    ShardCounters counters() const;
    std::uint64_t digest() const;
    dsp::SeatBidder* seat(Handle seat); ///< nullptr for rivals

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::market
