// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/huge_page_allocator.h"
#include "engine/dsp/bid_strategy.h"
#include "engine/dsp/frequency_store.h"
#include "engine/dsp/held_quota.h"
#include "engine/dsp/market_rate.h"
#include "engine/dsp/seat_bidder.h"
#include "engine/dsp/targeting/targeting_index.h"
#include "engine/model/market_setup.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gavel::dsp {

/// A creative in handles.
struct CreativeSlot
{
    Handle creative = 0;
    Handle category = 0;
    CreativeFit fit;
    std::uint16_t width = 0; ///< 0 = takes the placement's
    std::uint16_t height = 0;
};

/// Everything a seat keeps of one campaign; what a bid reads comes first, close together.
struct alignas(64) CampaignSlot
{
    Handle campaign = 0; ///< 0 = the slot is free
    Handle advertiser = 0;
    std::uint32_t zone = 0;
    Currency currency;
    bool live = false;
    model::CampaignStatus status{};
    MarketRate rate;
    FrequencyLimits campaignLimits;
    FrequencyLimits creativeLimits;
    HeldQuota quota;
    StrategyTerms terms;
    std::vector<CreativeSlot> creatives; ///< none: one free creative object that fits everywhere
    std::vector<Handle> deals; ///< that its targeting names
    model::BidStrategy strategy;
    CampaignCounters counters;
    TimeMs flightStart;
    TimeMs flightEnd;
    std::uint64_t joinedAt = 0; ///< opportunities that the seat had been asked about before
    std::uint64_t usedUpAt = 0; ///< the same when its quota was used up
    std::uint64_t missed = 0; ///< opportunities while the quota was used up, but for the last time
    bool isUsedUp = false; ///< might bid, but for its quota
    CompiledTargeting targeting;
    std::optional<CompiledTargeting> withoutProfile; ///< asked when the opportunity has no profile

    bool inFlight(TimeMs at) const { return flightStart <= at && at < flightEnd; }
};

/// What ranking a candidate reads, packed by slot: logarithms of market nano-units, so that worth
/// is a sum.
struct RankTerms
{
    float reach = 0; ///< logRate with the most the response models add for the campaign itself
    float logRate = 0; ///< of the price, or of the most a click or a conversion is worth, as paced
    float logMost = 0; ///< of the strategy's own bound
    StrategyTerms::Shape shape{};
};

/// The campaigns of one seat in one shard: which of them may bid now, and on what.
/// Keeps the live mask of the index equal to "active, in flight, quota left" at all times.
class CampaignRoster
{
public:
    /// No campaign has quota yet.
    CampaignRoster(const model::MarketSetup& setup, const model::Seat& seat);

    void upsert(const model::Campaign& campaign);
    void remove(std::uint32_t slot);
    void setStrategy(std::uint32_t slot, const model::BidStrategy& strategy);

    /// The live slots that want the opportunity, ascending; valid until the next call.
    std::span<const std::uint32_t> match(const model::Opportunity& opportunity);
    /// What the opportunity is matched against.
    const CompiledTargeting& targetingFor(const CampaignSlot& slot,
                                          const model::Opportunity& opportunity) const;

    /// Moves days, flights and grants on; cheap when nothing turns. Time never goes back.
    void turn(TimeMs now)
    {
        if (now >= m_nextTurn)
            turnNow(now);
    }
    model::GrantAnswer apply(const model::QuotaGrant& grant);
    /// To be called when a slot's quota changed.
    void quotaChanged(std::uint32_t slot);
    /// The seat is asked about another opportunity.
    void ask() { ++m_asked; }
    /// Opportunities since the campaign joined, and how many of them its used up quota missed.
    std::uint64_t asked(const CampaignSlot& slot) const { return m_asked - slot.joinedAt; }
    std::uint64_t missed(const CampaignSlot& slot) const
    {
        return slot.missed + (slot.isUsedUp ? m_asked - slot.usedUpAt : 0);
    }
    /// Is there, or was there, a campaign whose bids are lowered by pacing?
    bool lowers() const { return m_lowers; }

    std::optional<std::uint32_t> find(Handle campaign) const
    {
        if (campaign >= m_slotOf.size() || m_slotOf[campaign] == 0)
            return std::nullopt;
        return m_slotOf[campaign] - 1;
    }
    CampaignSlot& operator[](std::uint32_t slot) { return m_slots[slot]; }
    const CampaignSlot& operator[](std::uint32_t slot) const { return m_slots[slot]; }
    const RankTerms& rankTerms(std::uint32_t slot) const { return m_rankTerms[slot]; }
    std::span<const RankTerms> rankTerms() const { return m_rankTerms; }
    /// Asks the memory for what a bid reads of a slot, before other work.
    void fetch(std::uint32_t slot) const
    {
        const auto* const first = reinterpret_cast<const char*>(&m_slots[slot]);
        for (std::size_t line = 0; line < kBidBytes; line += alignof(CampaignSlot))
            __builtin_prefetch(first + line);
    }
    /// `most`: what the response models add at most for the campaign, on the strategy's scale.
    void setReach(std::uint32_t slot, float most)
    {
        m_rankTerms[slot].reach = m_rankTerms[slot].logRate + most;
    }
    /// Is there, or was there, a campaign whose bids are drawn?
    bool draws() const { return m_draws; }
    std::size_t size() const { return m_slots.size(); }
    std::int32_t dayOf(const CampaignSlot& slot) const { return m_zones[slot.zone].day; }
    /// The local day of a moment that may be long ago.
    std::int32_t dayAt(const CampaignSlot& slot, TimeMs at) const
    {
        return m_zones[slot.zone].zone.at(at).day;
    }

private:
    static constexpr std::size_t kBidBytes = 256; ///< of a slot, those that a bid reads

    struct Zone
    {
        TimeZone zone;
        std::int32_t day = 0;
        TimeMs nextDay;
        bool turned = false; ///< at the last turn
    };

    std::uint32_t slotFor(Handle campaign);
    void compileInto(CampaignSlot& slot, const model::Campaign& campaign);
    void compileCreatives(CampaignSlot& slot, const model::Campaign& campaign);
    std::uint32_t zoneNamed(const std::string& name);
    MarketRate rateOf(Currency currency) const;
    void turnNow(TimeMs now);
    void updateLive(std::uint32_t slot);
    void refreshRankTerms(std::uint32_t slot);

    std::shared_ptr<model::Vocabulary> m_vocabulary;
    bool m_contractRules;
    Currency m_currency;
    std::vector<model::ExchangeRate> m_rates;
    std::vector<std::uint32_t> m_slotOf; ///< by handle, slot + 1
    std::vector<CampaignSlot, base::HugePageAllocator<CampaignSlot>> m_slots;
    std::vector<RankTerms> m_rankTerms;
    std::vector<std::uint32_t> m_freeSlots;
    std::vector<Zone> m_zones;
    TargetingIndex m_index;
    TargetingIndex m_indexWithoutProfile; ///< used with contract rules only
    MatchScratch m_scratch;
    std::uint64_t m_asked = 0;
    bool m_draws = false;
    bool m_lowers = false;
    TimeMs m_now;
    TimeMs m_nextTurn;
};

} // namespace gavel::dsp
