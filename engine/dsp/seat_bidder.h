// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/delivery_event.h"
#include "engine/model/market_setup.h"
#include "engine/model/opportunity.h"
#include "engine/model/trace.h"

#include <memory>
#include <vector>

namespace gavel::dsp {

/// What a seat must know of the exchange to bid.
struct BidContext
{
    Price floor; ///< that applies to this opportunity without a deal
    bool paysOwnBid = false; ///< first price, or below a soft floor: shading helps
};

/// What a campaign has done in this shard.
struct CampaignCounters
{
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    std::int64_t spentNanos = 0; ///< posted clearing prices
    std::int64_t spentTodayNanos
        = 0; ///< the same since midnight in the campaign's zone, as of the last tick or win
    std::int64_t valueMicros = 0; ///< worth of its conversions
    std::uint64_t lateWins
        = 0; ///< told after the hold had timed out, not covered by quota and not charged
};

/// One DSP seat in one market shard: its campaigns, their quota, frequency and what it has learnt.
/// One thread at a time. bid() neither allocates nor locks.
class SeatBidder
{
public:
    /// Campaigns of other seats in the setup are left out. Quota: each campaign's budget (total and
    /// day) less what is spent, divided over the shards by largest remainder.
    SeatBidder(const model::MarketSetup& setup, const model::Seat& seat, std::uint32_t shard);
    ~SeatBidder();
    SeatBidder(SeatBidder&&) noexcept;

    /// The seat's best offer; price 0 and fate NoBid when it has none. What the offer may cost is
    /// held from the campaign's quota and frequency until won() or lost(), or until the hold times
    /// out (5 s, expire()).
    model::Bid bid(const model::Opportunity& opportunity, const BidContext& context,
                   base::Random& random);

    /// The bid won: posts the clearing price to the quota, releases the rest, confirms the
    /// frequency.
    void won(const model::Bid& bid, const model::Opportunity& opportunity, Price clearing);
    /// The bid lost: releases quota and frequency. `toWin` is the price that would have won, 0 when
    /// unknown.
    void lost(const model::Bid& bid, const model::Opportunity& opportunity, Price toWin);
    /// What happened to an impression this seat won; trains the response model.
    void impression(Handle campaign, const model::Opportunity& opportunity, bool clicked,
                    bool converted, Money value);
    /// A part of what happened, told later by another program. Any part may come without the
    /// others.
    void delivered(Handle campaign, const model::Opportunity& opportunity, model::EventKind kind,
                   Money value);
    /// Releases holds older than five seconds and moves day quotas on. Between auctions, now and
    /// then.
    void tick(TimeMs now);

    void change(const model::Campaign& campaign);
    void remove(Handle campaign);
    void setStrategy(model::StrategyKind kind); ///< of all its campaigns
    /// Replaces a campaign's quota, as an episode of a replay does.
    void grant(Handle campaign, Price total);

    /// The story of the last bid(): one entry for each campaign of this seat. Only before the next
    /// bid().
    std::vector<model::CampaignTrace> describeLast(const model::Opportunity& opportunity) const;
    /// Every reason, dimension by dimension, why a campaign does or does not match. For explain and
    /// what-if.
    model::CampaignTrace explain(const model::Opportunity& opportunity, Handle campaign) const;
    model::BidFormula lastFormula() const;
    /// What the landscape has learnt, for Landscape::restored(); traces of the same state share it.
    std::shared_ptr<const std::vector<double>> winRates() const;

    std::vector<Handle> campaigns() const;
    CampaignCounters counters(Handle campaign) const;
    Price quotaLeft(Handle campaign) const;
    /// Impressions won beyond a frequency cap; must stay 0.
    std::uint64_t capsExceeded() const;
    /// How many of these opportunities a draft targeting would match, for live counts in the
    /// editor.
    static std::vector<bool> matches(const model::Targeting& targeting, const std::string& timeZone,
                                     const std::vector<model::Opportunity>& opportunities,
                                     const model::Vocabulary& vocabulary);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::dsp
