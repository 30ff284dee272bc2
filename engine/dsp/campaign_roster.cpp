// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/campaign_roster.h"

#include <algorithm>
#include <cmath>

namespace gavel::dsp {

namespace {

using model::Dimension;

/// The demonstration's seat asks for device, country, segments and interests, and never for these.
bool contractIgnores(Dimension dimension)
{
    return dimension == Dimension::Gender || dimension == Dimension::Language
        || dimension == Dimension::Region || dimension == Dimension::City;
}

bool needsProfile(Dimension dimension)
{
    return dimension == Dimension::Segment || dimension == Dimension::Interest;
}

template<typename Test>
void eraseRules(CompiledTargeting& targeting, Test test)
{
    std::erase_if(targeting.rules,
                  [&test](const CompiledRule& rule) { return test(rule.dimension); });
}

void tighten(std::uint16_t& limit, std::uint16_t cap)
{
    if (cap != 0)
        limit = limit == 0 ? cap : std::min(limit, cap);
}

FrequencyLimits limitsOf(const std::vector<model::FrequencyCap>& caps, model::CapScope scope)
{
    FrequencyLimits limits;
    for (const model::FrequencyCap& cap : caps) {
        if (cap.scope != scope)
            continue;
        switch (cap.window) {
        case model::CapWindow::Hour:
            tighten(limits.hour, cap.limit);
            break;
        case model::CapWindow::Day:
            tighten(limits.day, cap.limit);
            break;
        case model::CapWindow::Lifetime:
            tighten(limits.lifetime, cap.limit);
            break;
        }
    }
    return limits;
}

std::vector<Handle> dealsOf(const CompiledTargeting& targeting)
{
    std::vector<Handle> deals;
    for (const CompiledRule& rule : targeting.rules)
        if (rule.dimension == Dimension::Deal && rule.match != model::Match::NoneOf)
            deals.insert(deals.end(), rule.values.begin(), rule.values.end());
    return deals;
}

} // namespace

CampaignRoster::CampaignRoster(const model::MarketSetup& setup, const model::Seat& seat)
    : m_vocabulary(setup.vocabulary)
    , m_contractRules(seat.selection == model::Selection::LargestRemainingBudget)
    , m_currency(setup.currency)
    , m_rates(setup.rates)
    , m_now(setup.start)
    , m_nextTurn{INT64_MAX}
{
    for (const model::Campaign& campaign : setup.campaigns)
        if (campaign.seatId == seat.id)
            upsert(campaign);
}

void CampaignRoster::upsert(const model::Campaign& campaign)
{
    const Handle handle = m_vocabulary->campaigns.intern(campaign.id);
    const std::uint32_t at = slotFor(handle);
    CampaignSlot& slot = m_slots[at];
    slot.campaign = handle;
    compileInto(slot, campaign);
    setStrategy(at, campaign.strategy);
    m_index.upsert(at, slot.targeting);
    if (slot.withoutProfile)
        m_indexWithoutProfile.upsert(at, *slot.withoutProfile);
    slot.live = true; // as the index has a new slot; corrected at once
    m_index.setLive(at, true);
    if (slot.withoutProfile)
        m_indexWithoutProfile.setLive(at, true);
    updateLive(at);
    for (const TimeMs edge : {slot.flightStart, slot.flightEnd})
        if (edge > m_now)
            m_nextTurn = std::min(m_nextTurn, edge);
}

void CampaignRoster::remove(std::uint32_t slot)
{
    m_slotOf[m_slots[slot].campaign] = 0;
    m_index.erase(slot);
    if (m_slots[slot].withoutProfile)
        m_indexWithoutProfile.erase(slot);
    m_slots[slot] = {};
    m_rankTerms[slot] = {};
    m_freeSlots.push_back(slot);
}

void CampaignRoster::setStrategy(std::uint32_t slot, const model::BidStrategy& strategy)
{
    CampaignSlot& changed = m_slots[slot];
    const double pacing = changed.terms.pacing;
    changed.strategy = strategy;
    changed.terms = compile(strategy);
    changed.terms.pacing = pacing;
    refreshRankTerms(slot);
    m_draws = m_draws || changed.terms.shape == StrategyTerms::Shape::Drawn;
}

void CampaignRoster::refreshRankTerms(std::uint32_t slot)
{
    const CampaignSlot& changed = m_slots[slot];
    const double toMarket = changed.rate.toMarket();
    const auto logarithm
        = [toMarket](double nanos) { return static_cast<float>(std::log(nanos * toMarket)); };
    // sqrt(x + c^2) - c is at most x / 2c.
    const bool isCurved
        = changed.terms.shape == StrategyTerms::Shape::WinCurve && changed.terms.curve > 0;
    const double rate
        = isCurved ? changed.terms.rate / (2 * changed.terms.curve) : changed.terms.rate;
    const float logRate = logarithm(rate * changed.terms.pacing);
    m_rankTerms[slot] = {logRate, logRate, logarithm(static_cast<double>(changed.terms.most.nanos)),
                         changed.terms.shape};
}

std::span<const std::uint32_t> CampaignRoster::match(const model::Opportunity& opportunity)
{
    const bool bare = m_contractRules && opportunity.profile == 0;
    return (bare ? m_indexWithoutProfile : m_index).match(opportunity, m_scratch);
}

const CompiledTargeting& CampaignRoster::targetingFor(const CampaignSlot& slot,
                                                      const model::Opportunity& opportunity) const
{
    return slot.withoutProfile && opportunity.profile == 0 ? *slot.withoutProfile : slot.targeting;
}

model::GrantAnswer CampaignRoster::apply(const model::QuotaGrant& grant)
{
    const auto slot = find(grant.campaign);
    if (!slot)
        return model::GrantAnswer::UnknownCampaign;
    HeldQuota& quota = m_slots[*slot].quota;
    const auto answer = quota.apply(grant, m_now);
    if (answer != model::GrantAnswer::Applied)
        return answer;
    StrategyTerms& terms = m_slots[*slot].terms;
    const double pacing
        = static_cast<double>(grant.bidFactorPpm) / model::QuotaGrant::kBidsAsTheyAre;
    if (pacing != terms.pacing) {
        terms.pacing = pacing;
        m_lowers = m_lowers || pacing < 1;
        refreshRankTerms(*slot);
    }
    if (quota.notAfter() > m_now)
        m_nextTurn = std::min(m_nextTurn, quota.notAfter());
    quotaChanged(*slot);
    return answer;
}

void CampaignRoster::quotaChanged(std::uint32_t slot)
{
    if (m_slots[slot].live != (m_slots[slot].quota.left().nanos > 0))
        updateLive(slot);
}

std::uint32_t CampaignRoster::slotFor(Handle campaign)
{
    if (const auto known = find(campaign))
        return *known;
    std::uint32_t slot = 0;
    if (m_freeSlots.empty()) {
        slot = static_cast<std::uint32_t>(m_slots.size());
        m_slots.emplace_back();
        m_rankTerms.emplace_back();
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    if (campaign >= m_slotOf.size())
        m_slotOf.resize(campaign + 1);
    m_slotOf[campaign] = slot + 1;
    m_slots[slot].joinedAt = m_asked;
    return slot;
}

void CampaignRoster::compileInto(CampaignSlot& slot, const model::Campaign& campaign)
{
    slot.advertiser = m_vocabulary->advertisers.intern(campaign.advertiserId);
    slot.status = campaign.status;
    slot.flightStart = campaign.flightStart;
    slot.flightEnd = campaign.flightEnd;
    slot.currency = campaign.currency;
    slot.rate = rateOf(campaign.currency);
    slot.targeting = compile(campaign, *m_vocabulary);
    slot.withoutProfile.reset();
    if (m_contractRules) {
        eraseRules(slot.targeting, contractIgnores);
        slot.targeting.age.reset();
        slot.withoutProfile = slot.targeting;
        eraseRules(*slot.withoutProfile, needsProfile);
    }
    slot.deals = dealsOf(slot.targeting);
    slot.campaignLimits = limitsOf(campaign.caps, model::CapScope::Campaign);
    slot.creativeLimits = limitsOf(campaign.caps, model::CapScope::Creative);
    slot.zone = zoneNamed(campaign.timeZone);
    compileCreatives(slot, campaign);
}

void CampaignRoster::compileCreatives(CampaignSlot& slot, const model::Campaign& campaign)
{
    slot.creatives.clear();
    for (const model::Ad& ad : campaign.ads)
        for (const model::Creative& creative : ad.creatives) {
            CreativeSlot& added = slot.creatives.emplace_back();
            added.creative = m_vocabulary->creatives.intern(creative.id);
            added.category = m_vocabulary->of(Dimension::Category).intern(creative.category);
            added.fit = compile({}, "UTC", std::span(&creative, 1), *m_vocabulary).fits->front();
            if (creative.format == model::CreativeFormat::Banner) {
                added.width = static_cast<std::uint16_t>(creative.width);
                added.height = static_cast<std::uint16_t>(creative.height);
            }
        }
}

std::uint32_t CampaignRoster::zoneNamed(const std::string& name)
{
    const auto named = TimeZone::named(name);
    const TimeZone zone = named ? *named : TimeZone();
    for (std::uint32_t i = 0; i < m_zones.size(); ++i)
        if (m_zones[i].zone == zone)
            return i;
    const std::int32_t day = zone.at(m_now).day;
    m_zones.push_back({zone, day, zone.startOfDay(day + 1)});
    m_nextTurn = std::min(m_nextTurn, m_zones.back().nextDay);
    return static_cast<std::uint32_t>(m_zones.size() - 1);
}

MarketRate CampaignRoster::rateOf(Currency currency) const
{
    // Without a rate the exchange refuses the bid as WrongCurrency; the seat bids all the same.
    for (const model::ExchangeRate& rate : m_rates)
        if (rate.from == currency && currency != m_currency && rate.numerator > 0
            && rate.denominator > 0)
            return {rate.numerator, rate.denominator};
    return {};
}

void CampaignRoster::turnNow(TimeMs now)
{
    m_now = now;
    m_nextTurn = {INT64_MAX};
    for (Zone& zone : m_zones) {
        zone.turned = now >= zone.nextDay;
        if (zone.turned) {
            zone.day = zone.zone.at(now).day;
            zone.nextDay = zone.zone.startOfDay(zone.day + 1);
        }
        m_nextTurn = std::min(m_nextTurn, zone.nextDay);
    }
    for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
        CampaignSlot& slot = m_slots[i];
        if (slot.campaign == 0)
            continue;
        if (m_zones[slot.zone].turned)
            slot.counters.spentTodayNanos = 0;
        slot.quota.turn(now);
        for (const TimeMs edge : {slot.flightStart, slot.flightEnd, slot.quota.notAfter()})
            if (edge > now)
                m_nextTurn = std::min(m_nextTurn, edge);
        updateLive(i);
    }
}

void CampaignRoster::updateLive(std::uint32_t slot)
{
    CampaignSlot& updated = m_slots[slot];
    const bool mayBid = updated.status == model::CampaignStatus::Active && updated.inFlight(m_now);
    const bool live = mayBid && updated.quota.left().nanos > 0;
    const bool isUsedUp = mayBid && !live;
    if (isUsedUp != updated.isUsedUp) {
        updated.missed = missed(updated);
        updated.usedUpAt = m_asked;
        updated.isUsedUp = isUsedUp;
    }
    if (live == updated.live)
        return;
    updated.live = live;
    m_index.setLive(slot, live);
    if (updated.withoutProfile)
        m_indexWithoutProfile.setLive(slot, live);
}

} // namespace gavel::dsp
