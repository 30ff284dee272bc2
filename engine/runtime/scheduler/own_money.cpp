// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/own_money.h"

#include "engine/store/event_log.h"

namespace gavel::runtime {

namespace {

constexpr std::size_t kEventsOfLook = 10'000;

} // namespace

dsp::MarketRate rateOf(const model::MarketSetup& setup, Currency currency)
{
    for (const model::ExchangeRate& rate : setup.rates)
        if (rate.from == currency && currency != setup.currency)
            return {rate.numerator, rate.denominator};
    return {};
}

/// What the file has of a campaign; of one source, or of all.
void OwnMoney::take(const ledger::OwnSpend& kept, const model::Campaign& campaign,
                    std::optional<std::uint32_t> source, Known& known)
{
    if (const auto rate = kept.rates.find(campaign.currency); rate != kept.rates.end())
        known.rate = {rate->second.numerator, rate->second.denominator};
    if (const auto periods = kept.periods.find(campaign.id); periods != kept.periods.end())
        known.periods = periods->second;
    if (const auto sums = kept.campaigns.find(campaign.id); sums != kept.campaigns.end())
        for (const auto& [from, had] : sums->second)
            if (!source || from == *source)
                known.kept += had;
}

Result<OwnMoney> OwnMoney::read(store::Connection& reader, const std::string& market,
                                const model::MarketSetup& setup,
                                std::optional<std::uint32_t> source)
{
    OwnMoney own;
    setup.eachPaying([&](const model::Campaign& campaign) {
        if (campaign.currency != setup.currency)
            own.m_known[campaign.id].rate = rateOf(setup, campaign.currency);
    });
    if (own.m_known.empty())
        return own;
    const auto kept = ledger::readOwnSpend(reader, market);
    const auto sources = store::readSources(reader, market);
    if (!kept || !sources)
        return kept ? sources.error() : kept.error();
    own.m_isKept = !kept->positions.empty();
    if (!own.m_isKept)
        return own;
    setup.eachPaying([&](const model::Campaign& campaign) {
        if (const auto known = own.m_known.find(campaign.id); known != own.m_known.end())
            take(*kept, campaign, source, known->second);
    });
    for (const auto& [from, last] : *sources) {
        const auto position = kept->positions.find(from);
        const std::uint64_t after = position == kept->positions.end() ? 0 : position->second;
        if (last > after && (!source || from == *source))
            if (auto told = own.readTail(reader, from, after); !told)
                return told.error();
    }
    return own;
}

Result<void> OwnMoney::readTail(store::Connection& reader, std::uint32_t source,
                                std::uint64_t after)
{
    for (;;) {
        const auto events = store::readEvents(reader, source, after, kEventsOfLook);
        if (!events)
            return events.error();
        if (events->empty())
            return {};
        after = events->back().sequence;
        for (const store::StoredEvent& event : *events) {
            if (event.kind != model::EventKind::Win)
                continue;
            const auto known = m_known.find(event.campaign);
            if (known == m_known.end())
                continue;
            const std::int64_t nanos = known->second.rate.fromMarket({event.amount}).nanos;
            known->second.tail
                += event.uncharged ? ledger::OwnSums{0, nanos} : ledger::OwnSums{nanos, 0};
        }
    }
}

bool OwnMoney::knows(const model::Campaign& campaign) const
{
    return m_isKept && m_known.contains(campaign.id);
}

ledger::OwnSums OwnMoney::of(const model::Campaign& campaign) const
{
    const Known& known = m_known.at(campaign.id);
    ledger::OwnSums sums = known.kept;
    return sums += known.tail;
}

void OwnMoney::tellSpent(const model::Campaign& campaign, TimeMs now, SpentSoFar& spent) const
{
    const Known& known = m_known.at(campaign.id);
    spent.day = spent.hour = known.tail.spentNanos;
    const auto named = dsp::TimeZone::named(campaign.timeZone);
    if (!named || !known.periods)
        return;
    const scheduling::LocalDay day = scheduling::localDay(*named, now);
    const std::int64_t all = known.kept.spentNanos + known.tail.spentNanos;
    if (day.day == known.periods->day)
        spent.day = all - known.periods->spentAtDay;
    if (hourBegin(day, now) == known.periods->hour)
        spent.hour = all - known.periods->spentAtHour;
}

} // namespace gavel::runtime
