// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/campaign_roster.h"
#include "engine/dsp/hold_table.h"
#include "engine/dsp/landscape.h"
#include "engine/dsp/pacing_meter.h"
#include "engine/dsp/response_model.h"
#include "engine/dsp/seat_bidder.h"

#include <array>
#include <memory>
#include <vector>

namespace gavel::dsp {

/// What the response models say of one campaign on one opportunity.
struct Odds
{
    double pCtr = 0;
    double pCvr = 0;
    double draw = 1; ///< for random bids
};

/// A campaign that matched the last opportunity.
struct Candidate
{
    std::uint32_t slot = 0;
    /// Logarithm of its worth in market nano-units, or something above it until sharp; the lowest
    /// when tried.
    float rank = 0;
    float draw = 1; ///< for random bids
    bool sharp = false;
    bool tried = false;
    model::CampaignFate fate = model::CampaignFate::NotChosenBySeat; ///< when tried
};

/// What a campaign would bid, or the first reason why not. Nothing is held yet.
struct Offer
{
    model::CampaignFate fate = model::CampaignFate::Bid;
    model::CampaignFate barred
        = model::CampaignFate::Bid; ///< what stops it at any price; Bid = nothing
    model::BidFormula formula;
    const CreativeSlot* creative = nullptr; ///< nullptr: the campaign's free creative object
    Handle deal = 0;
    Price floor; ///< in the campaign's currency
    std::uint64_t campaignKey = 0; ///< frequency to reserve, 0 = none
    std::uint64_t creativeKey = 0;
};

/// What one opportunity is to this seat, worked out once for all its campaigns.
struct Situation
{
    BidContext context;
    PriceInputs inputs; ///< floor, interests and device; the odds are each campaign's own
    ResponseFeatures features;
    double click = 0; ///< log-odds that the opportunity adds
    double conversion = 0;
};

/// What SeatBidder keeps. The steps of a decision; no rule of an auction is here.
struct SeatBidder::State
{
    /// A bid that nobody answered is given up after this long.
    static constexpr std::int64_t kHoldMs = 5 * base::kSecondMs;
    /// What a fresh market expects before its models have learnt.
    static constexpr double kUsualCtr = 0.005;
    static constexpr double kUsualCvr = 0.05;

    State(const model::MarketSetup& setup, const model::Seat& seat);

    /// All memory that bid() needs, taken ahead.
    void makeRoom();
    /// To be called when a slot's campaign is new, its strategy changed or its models learnt.
    void refreshReach(std::uint32_t slot);
    void begin(const model::Opportunity& opportunity, const BidContext& context);
    void rank(const model::Opportunity& opportunity, base::Random& random);
    model::Bid offerBest(const model::Opportunity& opportunity);
    model::Bid offerLargest(const model::Opportunity& opportunity);

    Situation situationOf(const model::Opportunity& opportunity, const ResponseFeatures& features,
                          const BidContext& context) const;
    double pClick(std::uint32_t slot, const model::Opportunity& opportunity,
                  const Situation& situation) const;
    double pConversion(std::uint32_t slot, const Situation& situation) const;
    Odds oddsOf(std::uint32_t slot, const model::Opportunity& opportunity,
                const Situation& situation) const;
    /// The same rules for bid() and for every explanation.
    Offer consider(std::uint32_t slot, const model::Opportunity& opportunity,
                   const Situation& situation, const Odds& odds) const;
    /// `candidate`: what the last bid() made of it; nullptr when it did not match, or for a fresh
    /// look.
    model::CampaignTrace traceOf(std::uint32_t slot, const model::Opportunity& opportunity,
                                 const Situation& situation, const Candidate* candidate) const;

    /// The same under other terms of its strategy.
    Offer consider(std::uint32_t slot, const StrategyTerms& terms,
                   const model::Opportunity& opportunity, const Situation& situation,
                   const Odds& odds) const;
    /// Now and then, for one of the campaigns that did not bid: what pacing made it lose unseen.
    void watchLowered(const model::Opportunity& opportunity);

    /// What the campaign bids by, for working its bid out again.
    model::BidTerms termsOf(std::uint32_t slot, const model::Opportunity& opportunity,
                            const Offer& offer, const Candidate* candidate) const;

    model::PacingTally tallyOf(std::uint32_t slot) const;
    void release(const Hold& hold);
    void post(const Hold& hold, Price clearing, TimeMs at);
    void expire(TimeMs now);
    void recallShown(const CampaignSlot& slot, Handle creative, std::uint64_t user, TimeMs at);

    std::shared_ptr<const model::Vocabulary> vocabulary;
    model::Seat seat;
    Handle seatHandle = 0;
    Handle mobile = 0;
    Handle tablet = 0;
    CampaignRoster roster;
    HoldTable holds;
    FrequencyStore frequency;
    ResponseModel clicks;
    ResponseModel conversions;
    Landscape landscape;
    PacingMeter meter;
    std::shared_ptr<const std::vector<double>> toldWinRates; ///< shared by traces

    TimeMs latest; ///< time never goes back

    // of the last bid()
    Situation situation;
    std::vector<Candidate> candidateRoom; ///< for every campaign
    std::span<Candidate> candidates;
    std::vector<std::uint32_t> contenders; ///< room for places in `candidates`, and one more
    std::size_t promising = 0; ///< the candidate of the highest rank before any was sharp
    std::uint32_t chosen = Hold::kNoSlot;
    model::BidFormula formula;

private:
    struct CreativeChoice
    {
        model::CampaignFate fate = model::CampaignFate::Bid;
        const CreativeSlot* creative = nullptr;
        std::uint64_t key = 0;
    };

    model::Bid noBid() const;
    void fetchCandidate(const Candidate& candidate) const;
    float boundOf(std::uint32_t slot) const;
    bool affordsFloor(std::uint32_t slot, const model::Opportunity& opportunity) const;
    void sharpen(Candidate& candidate, const model::Opportunity& opportunity) const;
    Candidate* bestAbove(float least, const model::Opportunity& opportunity);
    model::Bid tryCandidate(Candidate& candidate, const model::Opportunity& opportunity);
    model::BidFormula formulaOf(std::uint32_t slot, const StrategyTerms& terms, Price floor,
                                const Situation& situation, const Odds& odds) const;
    CreativeChoice chooseCreative(const CampaignSlot& slot,
                                  const model::Opportunity& opportunity) const;
    bool hold(std::uint32_t slot, const Offer& offer, const model::Opportunity& opportunity);
    bool reserveFrequency(const CampaignSlot& slot, const Offer& offer, FrequencyMoment moment);
    void releaseFrequency(const Hold& hold);
    FrequencyMoment momentOf(const CampaignSlot& slot, TimeMs at) const;
    std::uint32_t deviceTenths(const model::Opportunity& opportunity) const;
};

} // namespace gavel::dsp
