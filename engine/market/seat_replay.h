// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/landscape.h"
#include "engine/dsp/market_rate.h"
#include "engine/market/what_if.h"

namespace gavel::market {

/// What a seat is asked again: the recorded auction as changed.
struct Question
{
    const model::AuctionTrace& recorded;
    const WhatIf& change;
    const model::Opportunity& opportunity; ///< with the changed segments
    Price floor; ///< hard, in the market's currency
    bool paysOwnBid = false;
    Currency currency; ///< of the market
};

/// One seat's decision worked out again from the story of its campaigns.
class SeatReplay
{
public:
    SeatReplay(const Question& question, const model::SeatTrace& seat);

    /// The seat's bid, not judged: a price of 0 when no campaign bids. Answer time and seat are
    /// those recorded.
    model::Bid bid() const;

private:
    struct Offer;
    bool mayBid(const model::CampaignTrace& campaign) const;
    Offer offerOf(const model::CampaignTrace& campaign) const;
    Price floorOf(const model::BidTerms& terms, const dsp::MarketRate& rate) const;
    std::uint32_t interestsOf(const model::CampaignTrace& campaign) const;

    const Question& m_question;
    const model::SeatTrace& m_seat;
    dsp::Landscape m_landscape;
};

} // namespace gavel::market
