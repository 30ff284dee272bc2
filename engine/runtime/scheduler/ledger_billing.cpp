// SPDX-License-Identifier: GPL-3.0-or-later
// What campaigns owe by, and from where in the log on, so that anybody can work out their charges.
#include "engine/runtime/scheduler/ledger_desk.h"
#include "engine/store/event_log.h"

#include <algorithm>

namespace gavel::runtime {

/// A book that goes on finds what was logged after its last settlement; another begins with
/// nothing.
Result<void> LedgerDesk::loadBilling(store::Connection& reader)
{
    const auto settled = ledger::settledPositions(reader, bookNumber(), {INT64_MAX});
    if (!settled)
        return settled.error();
    const auto logged = m_plan.run == ledger::kEveryRun
        ? store::readSources(reader, m_plan.market)
        : Result<ledger::LogPositions>(ledger::LogPositions());
    if (!logged)
        return logged.error();
    for (const auto* known : {&*settled, &*logged})
        if (!known->empty())
            m_firstSource = std::max(m_firstSource, known->rbegin()->first + 1);
    for (const std::uint32_t server : m_plan.servers)
        m_firstSource = std::min(m_firstSource, server);
    for (const auto& [source, sequence] : *logged) {
        const auto known = settled->find(source);
        const std::uint64_t after = known == settled->end() ? 0 : known->second;
        if (sequence <= after)
            continue;
        m_tailRanges.push_back({source, after, sequence});
        m_firstSource = std::min(m_firstSource, source);
    }
    m_reached = {settled->lower_bound(m_firstSource), settled->end()};
    const auto starts = ledger::readBilling(reader, bookNumber());
    if (!starts)
        return starts.error();
    for (const ledger::BillingStart& start : *starts) {
        ledger::LogPositions begin;
        for (const ledger::SourcePosition& position : start.sources)
            begin[position.source] = position.sequence;
        const bool isSettled = ledger::isWithin(begin, *settled);
        for (const ledger::BillingTerms& terms : start.terms) {
            const auto before = m_billed.find(terms.campaign);
            const bool paidPrices = before == m_billed.end() || before->second.paidPrices;
            m_billed[terms.campaign]
                = {terms.billing, terms.timeZone, paidPrices && ledger::paysClearing(terms.billing),
                   isSettled, false};
        }
    }
    return {};
}

Result<const ledger::Delivered*> LedgerDesk::deliveredInTail(const std::string& campaign)
{
    if (!m_tail && !m_tailRanges.empty()) {
        auto reader = m_plan.workspace->reader();
        if (!reader)
            return reader.error();
        auto delivered = ledger::readDelivered(*reader, m_tailRanges);
        if (!delivered)
            return delivered.error();
        m_tail = std::move(*delivered);
    }
    if (!m_tail)
        return nullptr;
    const auto had = m_tail->find(campaign);
    return had == m_tail->end() ? nullptr : &had->second;
}

Result<bool> LedgerDesk::owes(const model::Campaign& campaign)
{
    const auto had = deliveredInTail(campaign.id);
    if (!had)
        return had.error();
    return *had != nullptr;
}

Result<ledger::Delivery> LedgerDesk::tailOf(const model::Campaign& campaign)
{
    const auto had = deliveredInTail(campaign.id);
    if (!had)
        return had.error();
    if (*had == nullptr)
        return ledger::Delivery();
    const ledger::Delivered& delivered = **had;
    dsp::MarketRate rate;
    if (const auto known = m_tailRates.find(campaign.currency);
        known != m_tailRates.end() && campaign.currency != m_plan.currency)
        rate = known->second;
    return ledger::Delivery{rate.fromMarket({delivered.chargedNanos}).nanos, delivered.clicks,
                            delivered.conversions, 0};
}

std::int64_t LedgerDesk::settledNanos(const std::string& campaign, Currency currency) const
{
    std::int64_t settled = 0;
    for (const auto kind : {ledger::AccountKind::CampaignBudget, ledger::AccountKind::Suspense})
        if (const auto account = m_book.find({kind, campaign, currency}); account != 0)
            settled += m_book.account(account).settled;
    return settled * base::kNanosPerMicro;
}

Result<bool> LedgerDesk::isShownSince(const model::Campaign& campaign, TimeMs midnight)
{
    if (!m_store || campaign.billing.perDay == Money{})
        return false;
    auto known = m_settledSince.find(midnight);
    if (known == m_settledSince.end()) {
        auto reader = m_plan.workspace->reader();
        if (!reader)
            return reader.error();
        const auto ranges = ledger::settledRanges(*reader, bookNumber(), midnight, {INT64_MAX});
        if (!ranges)
            return ranges.error();
        auto delivered = ledger::readDelivered(*reader, *ranges);
        if (!delivered)
            return delivered.error();
        known = m_settledSince.emplace(midnight, std::move(*delivered)).first;
    }
    const auto had = known->second.find(campaign.id);
    return had != known->second.end() && had->second.impressions > 0;
}

Result<LedgerDesk::OpenBill> LedgerDesk::openBilling(const model::Campaign& campaign,
                                                     std::int64_t spentNanos, TimeMs midnight,
                                                     TimeMs now)
{
    const auto isShown = isShownSince(campaign, midnight);
    if (!isShown)
        return isShown.error();
    const auto due = openDue(campaign, spentNanos, now);
    if (!due)
        return due.error();
    return OpenBill{*due, *isShown};
}

Result<std::int64_t> LedgerDesk::openDue(const model::Campaign& campaign, std::int64_t spentNanos,
                                         TimeMs now)
{
    const auto known = m_billed.find(campaign.id);
    const bool isKnown = known != m_billed.end();
    const bool isSame = isKnown && known->second.isOf(campaign) && known->second.isSettled;
    const bool ownMedia
        = m_book.find({ledger::AccountKind::PlatformRevenue, campaign.id, m_book.currency()}) != 0;
    const bool paidPrices = !ownMedia
        && (isKnown ? known->second.paidPrices : ledger::paysClearing(campaign.billing));
    if (isKnown)
        known->second.isOpen = true;
    if (isSame && paidPrices)
        return spentNanos;
    const auto tail = tailOf(campaign);
    if (!tail)
        return tail.error();
    const std::int64_t owed = paidPrices ? std::max<std::int64_t>(spentNanos - tail->spentNanos, 0)
                                         : settledNanos(campaign.id, campaign.currency);
    // Prices have parts of a micro-unit, and those that are not charged yet are forgotten here.
    const bool isRounded = !paidPrices && ledger::countsPrices(campaign.billing);
    if (!isSame || isRounded)
        keepBilling({campaign.id, campaign.billing, campaign.timeZone, owed}, paidPrices, now);
    return owed + ledger::chargeFor(campaign.billing, {}, *tail);
}

/// What is told later of campaigns that are gone has nobody who would pay for it.
void LedgerDesk::endBilling(TimeMs now)
{
    const model::Billing nothing{model::BillingModel::Cpc, {}, {}, {}};
    for (ledger::AccountHandle account = 1; account <= m_book.accountCount(); ++account) {
        const ledger::AccountName& name = m_book.nameOf(account);
        const auto known = m_billed.find(name.owner);
        if (name.kind != ledger::AccountKind::CampaignBudget || known == m_billed.end())
            continue;
        const Billed& last = known->second;
        if (!last.isOpen && !last.paidPrices && last.billing != nothing)
            keepBilling(
                {name.owner, nothing, last.timeZone, settledNanos(name.owner, name.currency)},
                false, now);
    }
    m_tailRanges.clear();
    m_tail.reset();
    m_settledSince.clear();
}

void LedgerDesk::changeBilling(const model::Campaign& campaign, std::int64_t dueNanos, TimeMs now)
{
    const auto known = m_billed.find(campaign.id);
    if (known != m_billed.end() && known->second.isOf(campaign))
        return;
    keepBilling({campaign.id, campaign.billing, campaign.timeZone, dueNanos},
                known == m_billed.end() || known->second.paidPrices, now);
}

/// Campaigns whose terms begin at the same place share it.
void LedgerDesk::keepBilling(ledger::BillingTerms terms, bool paidPrices, TimeMs now)
{
    m_billed[terms.campaign] = {terms.billing, terms.timeZone,
                                paidPrices && ledger::paysClearing(terms.billing), true, true};
    if (!m_store)
        return;
    std::vector<ledger::SourcePosition> sources;
    for (const auto& [source, sequence] : m_reached)
        sources.push_back({source, sequence});
    auto& starts = m_waiting.billing;
    if (starts.empty() || starts.back().sources != sources
        || m_startedLast.contains(terms.campaign)) {
        starts.push_back({now, m_firstSource, std::move(sources), {}});
        m_startedLast.clear();
    }
    m_startedLast.insert(terms.campaign);
    starts.back().terms.push_back(std::move(terms));
}

void LedgerDesk::reach(std::span<const ledger::SourcePosition> positions)
{
    for (const ledger::SourcePosition& position : positions) {
        std::uint64_t& reached = m_reached[position.source];
        reached = std::max(reached, position.sequence);
    }
}

} // namespace gavel::runtime
