// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/dsp/held_quota.h"
#include "engine/model/delivery_event.h"
#include "engine/model/market_setup.h"
#include "engine/model/opportunity.h"
#include "engine/model/quota.h"
#include "engine/model/trace.h"

#include <memory>
#include <optional>
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
    std::int64_t unchargedNanos = 0; ///< what those would have cost
    std::int64_t clearedNanos = 0; ///< all wins, charged or not, in the market's currency
    std::int64_t publisherNanos = 0; ///< the publishers' part of them

    /// What became of a win.
    void add(model::EventKind kind, Money value);
};

/// What a campaign has used and done here. It outlives the campaign's place in a seat: money that
/// is spent stays spent.
struct CampaignAccount
{
    HeldQuota quota;
    CampaignCounters counters;
};
model::CampaignReport reportOf(Handle campaign, const CampaignAccount& account);

/// One DSP seat in one market shard: its campaigns, their quota, frequency and what it has learnt.
/// One thread at a time. bid() neither allocates nor locks.
class SeatBidder
{
public:
    /// Campaigns of other seats in the setup are left out. None bids before it is granted quota.
    SeatBidder(const model::MarketSetup& setup, const model::Seat& seat);
    ~SeatBidder();
    SeatBidder(SeatBidder&&) noexcept;

    /// The seat's best offer; price 0 and fate NoBid when it has none. What the offer may cost is
    /// held from the campaign's quota and frequency until won() or lost(), or until the hold times
    /// out (5 s, expire()).
    model::Bid bid(const model::Opportunity& opportunity, const BidContext& context,
                   base::Random& random);

    /// The bid won: posts the clearing price to the quota, releases the rest, confirms the
    /// frequency. False: the hold had timed out and the quota does not cover the price any more, so
    /// the campaign is not charged. `publisher` is the publisher's part, for the counts.
    bool won(const model::Bid& bid, const model::Opportunity& opportunity, Price clearing,
             Price publisher = {});
    /// The bid lost: releases quota and frequency. `toWin` is the price that would have won, 0 when
    /// unknown.
    void lost(const model::Bid& bid, const model::Opportunity& opportunity, Price toWin);
    /// What happened to an impression this seat won; trains the response model.
    void impression(Handle campaign, const model::Opportunity& opportunity, bool clicked,
                    bool converted, Money value);
    /// A part of what happened, told later by another program: teaches, and does not count. Any
    /// part may come without the others.
    void delivered(Handle campaign, const model::Opportunity& opportunity, model::EventKind kind);
    /// Counts it; false when the campaign is not in this seat.
    bool count(Handle campaign, model::EventKind kind, Money value);
    /// An impression of before this seat began, for the caps that are in force now. Before the
    /// first bid; in any order.
    void recallShown(Handle campaign, Handle creative, std::uint64_t user, TimeMs at);
    /// Releases holds older than five seconds, ends grants and moves days on. Between auctions, now
    /// and then.
    void tick(TimeMs now);

    /// New or edited; of this seat. A new one has no quota until it is granted or taken over.
    void change(const model::Campaign& campaign);
    /// The campaign goes on with what it used and did in another seat, or before it was removed.
    void takeOver(Handle campaign, const CampaignAccount& account);
    /// Its holds are released; nothing when it is not here.
    std::optional<CampaignAccount> remove(Handle campaign);
    void setStrategy(model::StrategyKind kind); ///< of all its campaigns
    model::GrantAnswer apply(const model::QuotaGrant& grant);
    /// Adds a line for each of its campaigns.
    void report(std::vector<model::CampaignReport>& out) const;

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
    /// What pacing goes by; counted since the campaign joined this seat.
    model::PacingTally pacing(Handle campaign) const;
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
