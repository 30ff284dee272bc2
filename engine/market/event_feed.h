// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/spsc_ring.h"
#include "engine/model/auction.h"
#include "engine/model/delivery_event.h"
#include "engine/model/opportunity.h"

#include <cstdint>

namespace gavel::market {

/// Writes a shard's delivery events with gap-free sequence numbers. A full ring is waited for, so
/// nothing is lost. Every event carries the time of its opportunity: budgets of a day are counted
/// by it.
class EventFeed
{
public:
    static constexpr std::uint32_t kAuctionsPerCount = 1000;

    EventFeed(std::uint32_t source, base::SpscRing<model::DeliveryEvent>* ring);

    /// Counts the auction, samples its bids and tells the win; `charged`: the winner's quota covers
    /// it.
    void auction(const model::Opportunity& opportunity, const model::BidList& bids,
                 const model::Clearing& clearing, bool charged);
    void impression(const model::Opportunity& opportunity, const model::Bid& winner, Price price);
    void click(const model::Opportunity& opportunity, const model::Bid& winner);
    void conversion(const model::Opportunity& opportunity, const model::Bid& winner, Money value);
    /// One kind of delivery that was told later.
    void delivery(model::EventKind kind, const model::Opportunity& opportunity,
                  const model::Bid& winner, Money value);
    /// A fact whose parts are known, but for source and sequence.
    void logged(model::DeliveryEvent event);
    std::uint64_t lastSequence() const { return m_sequence; }
    /// Tells the auctions counted since the last count.
    void flush(TimeMs now);

private:
    void send(model::EventKind kind, const model::Opportunity& opportunity, const model::Bid& bid,
              std::int64_t amount, const model::Clearing* sale = nullptr, bool charged = true);
    void push(model::DeliveryEvent& event);

    std::uint32_t m_source;
    base::SpscRing<model::DeliveryEvent>* m_ring;
    std::uint64_t m_sequence = 0;
    std::uint32_t m_auctions = 0;
    std::uint32_t m_bids = 0;
};

} // namespace gavel::market
