// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_fixture.h"

namespace gavel::dsp::test {

/// A seat with its random stream, bidding in a second price market.
struct Bidding
{
    explicit Bidding(const model::MarketSetup& ofMarket)
        : setup(ofMarket)
        , seat(openSeat(ofMarket))
    {
    }
    Bidding(const model::MarketSetup& ofMarket, SeatBidder with)
        : setup(ofMarket)
        , seat(std::move(with))
    {
    }

    model::Bid bid(const model::Opportunity& opportunity, Price floor = {}, bool paysOwnBid = false)
    {
        return seat.bid(opportunity, {floor, paysOwnBid}, random);
    }
    model::QuotaGrant grant(const std::string& id, std::uint64_t version, Price limit,
                            TimeMs notAfter) const
    {
        model::QuotaGrant made;
        made.campaign = handle(id);
        made.epoch = 1;
        made.version = version;
        made.limit = limit;
        made.notAfter = notAfter;
        return made;
    }
    Handle handle(const std::string& id) const { return setup.vocabulary->campaigns.find(id); }
    model::CampaignTrace traceOf(const model::Opportunity& opportunity, const std::string& id) const
    {
        for (const auto& trace : seat.describeLast(opportunity))
            if (trace.campaign == handle(id))
                return trace;
        return {};
    }

    model::MarketSetup setup;
    SeatBidder seat;
    base::Random random{3};
};

inline model::Campaign capped(const std::string& id, model::CapWindow window, std::uint16_t limit)
{
    model::Campaign campaign = campaignNamed(id);
    campaign.caps.push_back({model::CapScope::Campaign, window, limit});
    return campaign;
}

/// How many of `count` opportunities, one a minute from `from`, one user's campaign wins when
/// nobody else bids.
inline int winsInMinutes(Bidding& bidding, TimeMs from, int count, std::uint64_t firstId)
{
    int wins = 0;
    for (int i = 0; i < count; ++i) {
        const auto opportunity
            = opportunityAt(from + i * base::kMinuteMs, firstId + static_cast<std::uint64_t>(i));
        const model::Bid bid = bidding.bid(opportunity);
        if (bid.price.nanos == 0)
            continue;
        bidding.seat.won(bid, opportunity, {1000});
        ++wins;
    }
    return wins;
}

} // namespace gavel::dsp::test
