// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/event_feed.h"

#include <chrono>
#include <thread>

namespace gavel::market {

using model::EventKind;

namespace {

/// Long enough to leave the processor to the thread that empties the ring, which holds far more.
constexpr std::chrono::microseconds kFullRingNap{200};

} // namespace

EventFeed::EventFeed(std::uint32_t source, base::SpscRing<model::DeliveryEvent>* ring)
    : m_source(source)
    , m_ring(ring)
{
}

void EventFeed::auction(const model::Opportunity& opportunity, const model::BidList& bids,
                        const model::Clearing& clearing, bool charged)
{
    if (m_ring == nullptr)
        return;
    for (const auto& bid : bids)
        if (bid.price.nanos > 0 && bid.fate != model::BidFate::Late
            && ++m_bids == model::kBidsPerSample) {
            m_bids = 0;
            send(EventKind::Bid, opportunity, bid, bid.price.nanos);
        }
    if (clearing.winner >= 0)
        send(EventKind::Win, opportunity, bids[static_cast<std::size_t>(clearing.winner)],
             clearing.price.nanos, &clearing, charged);
    if (++m_auctions == kAuctionsPerCount)
        flush(opportunity.at);
}

void EventFeed::impression(const model::Opportunity& opportunity, const model::Bid& winner,
                           Price price)
{
    send(EventKind::Impression, opportunity, winner, price.nanos);
}

void EventFeed::click(const model::Opportunity& opportunity, const model::Bid& winner)
{
    send(EventKind::Click, opportunity, winner, 1);
}

void EventFeed::conversion(const model::Opportunity& opportunity, const model::Bid& winner,
                           Money value)
{
    send(EventKind::Conversion, opportunity, winner, value.micros);
}

void EventFeed::delivery(EventKind kind, const model::Opportunity& opportunity,
                         const model::Bid& winner, Money value)
{
    send(kind, opportunity, winner, kind == EventKind::Conversion ? value.micros : 1);
}

void EventFeed::logged(model::DeliveryEvent event)
{
    if (m_ring != nullptr)
        push(event);
}

void EventFeed::flush(TimeMs now)
{
    if (m_ring == nullptr || m_auctions == 0)
        return;
    model::DeliveryEvent event;
    event.kind = EventKind::RequestCount;
    event.at = now;
    event.amount = m_auctions;
    m_auctions = 0;
    push(event);
}

void EventFeed::send(EventKind kind, const model::Opportunity& opportunity, const model::Bid& bid,
                     std::int64_t amount, const model::Clearing* sale, bool charged)
{
    if (m_ring == nullptr)
        return;
    model::DeliveryEvent event;
    event.kind = kind;
    event.at = opportunity.at;
    event.auction = opportunity.id;
    event.campaign = bid.campaign;
    event.seat = bid.seat;
    event.placement = opportunity.value(model::Dimension::Placement);
    event.creative = bid.creative;
    event.country = opportunity.value(model::Dimension::Country);
    event.device = opportunity.value(model::Dimension::DeviceType);
    event.segments = opportunity.list(model::Dimension::Segment);
    event.user = opportunity.user;
    event.amount = amount;
    event.uncharged = !charged;
    if (sale != nullptr) {
        event.publisher = sale->publisher.nanos;
        event.bid = bid.price.nanos;
        event.floor = sale->floor.nanos;
    }
    push(event);
}

void EventFeed::push(model::DeliveryEvent& event)
{
    event.source = m_source;
    event.sequence = ++m_sequence;
    while (!m_ring->push(event))
        std::this_thread::sleep_for(kFullRingNap);
}

} // namespace gavel::market
