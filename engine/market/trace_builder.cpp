// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/trace_builder.h"

namespace gavel::market {

using model::BidFate;
using model::CampaignFate;

namespace {

/// The campaign stories of a seat that was never asked: each campaign is explained on its own.
std::vector<model::CampaignTrace> describeUnasked(const dsp::SeatBidder& bidder,
                                                  const model::Opportunity& opportunity)
{
    std::vector<model::CampaignTrace> stories;
    for (const Handle campaign : bidder.campaigns())
        stories.push_back(bidder.explain(opportunity, campaign));
    return stories;
}

std::vector<model::CampaignTrace> describeSeat(const SeatSlot& slot, const model::Bid& bid,
                                               const model::Opportunity& opportunity)
{
    const dsp::SeatBidder& bidder = *slot.bidder();
    const bool isCutOff = bid.fate == BidFate::CutOff;
    auto stories
        = isCutOff ? describeUnasked(bidder, opportunity) : bidder.describeLast(opportunity);
    for (auto& story : stories) {
        story.seat = slot.handle();
        const bool wouldBid
            = story.fate == CampaignFate::Bid || story.fate == CampaignFate::NotChosenBySeat;
        if (wouldBid && isCutOff)
            story.fate = CampaignFate::SeatCutOff;
        else if (wouldBid && bid.fate == BidFate::Late)
            story.fate = CampaignFate::SeatLate;
    }
    return stories;
}

} // namespace

model::AuctionTrace buildTrace(const AuctionRecord& record,
                               const std::vector<std::unique_ptr<SeatSlot>>& seats)
{
    model::AuctionTrace trace;
    trace.row = record.row;
    trace.opportunity = record.opportunity;
    trace.rules = record.rules;
    trace.hardFloor = record.hardFloor;
    trace.clearing = record.clearing;
    for (std::size_t i = 0; i < record.bids.size(); ++i) {
        const SeatSlot& slot = *seats[i];
        model::SeatTrace story;
        story.seat = slot.handle();
        story.bid = record.bids[i];
        story.deadlineMicros = slot.seat().deadlineMicros;
        if (slot.bidder() != nullptr) {
            if (story.bid.campaign != base::kNone)
                story.formula = slot.bidder()->lastFormula();
            story.winRates = slot.bidder()->winRates();
            auto campaigns = describeSeat(slot, story.bid, record.opportunity);
            trace.campaigns.insert(trace.campaigns.end(),
                                   std::make_move_iterator(campaigns.begin()),
                                   std::make_move_iterator(campaigns.end()));
        }
        trace.seats.push_back(story);
    }
    return trace;
}

} // namespace gavel::market
