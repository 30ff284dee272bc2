// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/tally.h"

#include "engine/base/random.h"
#include "engine/pipeline/counters/counted_users.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

using model::EventKind;

void count(Measures& measures, const store::LoggedEvent& event, bool outside)
{
    if (event.uncharged && event.kind != EventKind::Win) {
        ++measures.quarantined;
        return;
    }
    const bool isAttributed = !outside || event.bid != 0; // a market tells of its own auctions
    switch (event.kind) {
    case EventKind::RequestCount:
        measures.requests += event.amount;
        break;
    case EventKind::Bid:
        measures.bids += model::kBidsPerSample;
        break;
    case EventKind::Win:
        ++measures.wins;
        (event.uncharged ? measures.unchargedNanos : measures.spentNanos) += event.amount;
        measures.earnedNanos += event.publisher;
        break;
    case EventKind::Impression:
        ++measures.impressions;
        if (outside)
            measures.spentNanos += event.amount;
        break;
    case EventKind::Viewable:
        ++measures.viewable;
        break;
    case EventKind::Click:
        ++measures.clicks;
        measures.attributedClicks += isAttributed ? 1 : 0;
        break;
    case EventKind::Conversion:
        ++measures.conversions;
        measures.valueMicros += event.amount;
        measures.attributedConversions += isAttributed ? 1 : 0;
        measures.attributedMicros += isAttributed ? event.amount : 0;
        break;
    }
}

std::size_t mixed(std::size_t hash, std::uint64_t value)
{
    return base::mix64(hash ^ value);
}

} // namespace

std::size_t CounterKeyHash::operator()(const CounterKey& key) const
{
    const auto kind
        = static_cast<std::uint64_t>(key.granularity) << 8 | static_cast<std::uint64_t>(key.by);
    std::size_t hash = mixed(kind << 32 | key.scope, key.name);
    return mixed(hash, static_cast<std::uint64_t>(key.bucket));
}

std::size_t Tally::FactHash::operator()(const Fact& fact) const
{
    std::size_t hash = mixed(fact.campaign, std::uint64_t{fact.creative} << 32 | fact.placement);
    hash ^= (std::uint64_t{fact.run} << 40) ^ (std::uint64_t{fact.source} << 20)
        ^ static_cast<std::uint64_t>(fact.minute);
    hash = mixed(hash, std::uint64_t{fact.country} << 32 | fact.device);
    return mixed(hash, std::uint64_t{fact.ad} << 32 | fact.seller);
}

std::size_t Tally::SessionHash::operator()(const Session& session) const
{
    return mixed(session.run, session.session);
}

void Tally::find(const store::LoggedEvent& event)
{
    const Fact fact{
        event.run,      event.source,   base::floorDivide(event.at.value, base::kMinuteMs),
        event.campaign, event.creative, event.placement,
        event.country,  event.device,   event.ad,
        event.seller};
    if (!m_facts.empty() && m_facts[m_last].first == fact)
        return;
    const auto [place, isNew]
        = m_places.try_emplace(fact, static_cast<std::uint32_t>(m_facts.size()));
    if (isNew)
        m_facts.emplace_back(fact, Measures{});
    m_last = place->second;
}

void Tally::noteUser(const store::LoggedEvent& event)
{
    if (event.kind == EventKind::Impression && event.user != 0 && !event.uncharged)
        m_users.emplace_back(m_last, event.user);
}

void Tally::addUser(const store::LoggedEvent& event)
{
    find(event);
    noteUser(event);
}

void Tally::add(const store::LoggedEvent& event, bool outside)
{
    find(event);
    count(m_facts[m_last].second, event, outside);
    noteUser(event);
    if (event.session == 0)
        return;
    count(m_sessions[{event.run, event.session}], event, outside);
    if (event.kind == EventKind::Click)
        ++m_sessionClicks[event.session];
}

void Tally::clear()
{
    m_facts.clear();
    m_places.clear();
    m_last = 0;
    m_users.clear();
    m_sessions.clear();
    m_sessionClicks.clear();
}

/// Where a fact counts: by whom, under which name, and whose day it is.
struct Tally::Ways
{
    Ways(const Fact& fact, const Belongings& belongings)
        : names{{{CountedBy::All, 0},
                 {CountedBy::Campaign, fact.campaign},
                 {CountedBy::Ad, fact.ad != 0 ? fact.ad : belongings.adOf(at(fact), fact.creative)},
                 {CountedBy::Creative, fact.creative},
                 {CountedBy::Advertiser, belongings.advertiserOf(at(fact), fact.campaign)},
                 {CountedBy::Publisher,
                  fact.seller != 0 ? fact.seller
                                   : belongings.publisherOf(at(fact), fact.placement)},
                 {CountedBy::Placement, fact.placement},
                 {CountedBy::Device, fact.device},
                 {CountedBy::Country, fact.country},
                 {CountedBy::Source, fact.source}}}
        , utcDay(base::floorDivide(fact.minute, base::kDayMs / base::kMinuteMs))
        , ownDay(fact.campaign == 0 ? utcDay
                                    : belongings.zoneOf(at(fact), fact.campaign)
                                          .at({fact.minute * base::kMinuteMs})
                                          .day)
    {
    }
    static Belongings::Moment at(const Fact& fact) { return {fact.run, fact.minute}; }
    std::int64_t dayOf(CountedBy by) const
    {
        const bool ofOneCampaign
            = by == CountedBy::Campaign || by == CountedBy::Ad || by == CountedBy::Creative;
        return ofOneCampaign ? ownDay : utcDay;
    }
    std::array<std::pair<CountedBy, std::uint32_t>, 10> names;
    std::int64_t utcDay;
    std::int64_t ownDay;
};

/// A counter's minute, and the day it belongs to.
struct Tally::Minute
{
    std::uint32_t scope = 0;
    CountedBy by{};
    std::uint32_t name = 0;
    std::int64_t minute = 0;
    std::int64_t day = 0;
    bool operator==(const Minute&) const = default;
};
struct Tally::MinuteHash
{
    std::size_t operator()(const Minute& minute) const
    {
        const auto kind = static_cast<std::uint64_t>(minute.by) << 32 | minute.name;
        return mixed(mixed(minute.scope, kind), static_cast<std::uint64_t>(minute.minute));
    }
};

void Tally::spread(const Belongings& belongings,
                   const std::map<std::uint32_t, std::uint32_t>& scopes, Additions& additions) const
{
    const auto scopeOf = [&](std::uint32_t run) {
        const auto found = scopes.find(run);
        return found == scopes.end() ? run : found->second;
    };
    // Many facts have a minute of a counter in common, so that longer spans are made of minutes.
    boost::unordered_flat_map<Minute, Measures, MinuteHash> minutes;
    for (const auto& [fact, measures] : m_facts) {
        if (measures == Measures{})
            continue; // here for its users only
        const Ways ways(fact, belongings);
        const std::uint32_t scope = scopeOf(fact.run);
        for (const auto& [by, name] : ways.names)
            if (name != 0 || by == CountedBy::All)
                minutes[{scope, by, name, fact.minute, ways.dayOf(by)}] += measures;
    }
    for (const auto& counted : minutes) {
        const Minute& minute = counted.first;
        const Measures& measures = counted.second;
        const auto add = [&](Granularity granularity, std::int64_t bucket) {
            additions.counters[{minute.scope, granularity, bucket, minute.by, minute.name}]
                += measures;
        };
        add(Granularity::Minute, minute.minute);
        add(Granularity::Quarter, base::floorDivide(minute.minute, kQuarterMinutes));
        add(Granularity::Day, minute.day);
        add(Granularity::Total, 0);
    }
    for (const auto& [session, measures] : m_sessions)
        additions.counters[{scopeOf(session.run), Granularity::Total, 0, CountedBy::Session,
                            session.session}]
            += measures;
    for (const auto& [session, clicks] : m_sessionClicks)
        additions.sessionClicks[session] += clicks;
    for (const auto& [place, user] : m_users) {
        const Fact& fact = m_facts[place].first;
        const Ways ways(fact, belongings);
        const std::uint64_t hash = base::mix64(user);
        for (const auto& [by, name] : ways.names) {
            if (!hasUsers(by) || (name == 0 && by != CountedBy::All))
                continue;
            const std::uint32_t scope = scopeOf(fact.run);
            additions.users[{scope, Granularity::Day, ways.dayOf(by), by, name}].add(hash);
            additions.users[{scope, Granularity::Total, 0, by, name}].add(hash);
        }
    }
}

} // namespace gavel::pipeline
