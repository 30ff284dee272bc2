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

std::size_t Tally::CrowdHash::operator()(const Crowd& crowd) const
{
    return mixed(mixed(crowd.run, crowd.audience), static_cast<std::uint64_t>(crowd.minute));
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

std::optional<std::uint32_t> Tally::crowdOf(const store::LoggedEvent& event)
{
    if (event.audience == 0)
        return std::nullopt;
    const Crowd crowd{event.run, event.audience,
                      base::floorDivide(event.at.value, base::kMinuteMs)};
    const auto [place, isNew]
        = m_crowdPlaces.try_emplace(crowd, static_cast<std::uint32_t>(m_crowds.size()));
    if (isNew)
        m_crowds.emplace_back(crowd, Measures{});
    return place->second;
}

void Tally::noteUser(const store::LoggedEvent& event, std::optional<std::uint32_t> crowd)
{
    if (event.kind != EventKind::Impression || event.user == 0 || event.uncharged)
        return;
    m_users.emplace_back(m_last, event.user);
    if (crowd)
        m_crowdUsers.emplace_back(*crowd, event.user);
}

void Tally::addUser(const store::LoggedEvent& event)
{
    find(event);
    noteUser(event, crowdOf(event));
}

void Tally::add(const store::LoggedEvent& event, bool outside)
{
    find(event);
    count(m_facts[m_last].second, event, outside);
    const auto crowd = crowdOf(event);
    if (crowd)
        count(m_crowds[*crowd].second, event, outside);
    noteUser(event, crowd);
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
    m_crowds.clear();
    m_crowdPlaces.clear();
    m_crowdUsers.clear();
    m_sessions.clear();
    m_sessionClicks.clear();
}

/// Where a fact counts: by whom, under which name, and whose day it is.
struct Tally::Ways
{
    Ways(const Fact& fact, const Belongings& belongings)
        : names{{{CountedBy::All, 0},
                 {CountedBy::Campaign, fact.campaign},
                 {CountedBy::Ad, belongings.adOf(at(fact), fact.ad, fact.creative)},
                 {CountedBy::Creative, fact.creative},
                 {CountedBy::Advertiser, belongings.advertiserOf(at(fact), fact.campaign)},
                 {CountedBy::Publisher,
                  belongings.publisherOf(at(fact), fact.seller, fact.placement)},
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

std::size_t Tally::MinuteHash::operator()(const Minute& minute) const
{
    const auto kind = static_cast<std::uint64_t>(minute.by) << 32 | minute.name;
    return mixed(mixed(minute.scope, kind), static_cast<std::uint64_t>(minute.minute));
}

namespace {

std::uint32_t scopeOf(const Affiliations& affiliations, std::uint32_t run)
{
    const auto found = affiliations.scopes->scopeOf.find(run);
    return found == affiliations.scopes->scopeOf.end() ? run : found->second;
}

} // namespace

void Tally::spread(const Affiliations& affiliations, Additions& additions) const
{
    // Many facts have a minute of a counter in common, so that longer spans are made of minutes.
    Minutes minutes;
    spreadFacts(affiliations, minutes, additions);
    spreadCrowds(affiliations, minutes, additions);
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
        additions.counters[{scopeOf(affiliations, session.run), Granularity::Total, 0,
                            CountedBy::Session, session.session}]
            += measures;
    for (const auto& [session, clicks] : m_sessionClicks)
        additions.sessionClicks[session] += clicks;
}

void Tally::spreadFacts(const Affiliations& affiliations, Minutes& minutes,
                        Additions& additions) const
{
    for (const auto& [fact, measures] : m_facts) {
        if (measures == Measures{})
            continue; // here for its users only
        const Ways ways(fact, *affiliations.belongings);
        const std::uint32_t scope = scopeOf(affiliations, fact.run);
        for (const auto& [by, name] : ways.names)
            if (name != 0 || by == CountedBy::All)
                minutes[{scope, by, name, fact.minute, ways.dayOf(by)}] += measures;
    }
    for (const auto& [place, user] : m_users) {
        const Fact& fact = m_facts[place].first;
        const Ways ways(fact, *affiliations.belongings);
        const std::uint32_t scope = scopeOf(affiliations, fact.run);
        const std::uint64_t hash = base::mix64(user);
        for (const auto& [by, name] : ways.names) {
            if (!hasUsers(by) || (name == 0 && by != CountedBy::All))
                continue;
            additions.users[{scope, Granularity::Day, ways.dayOf(by), by, name}].add(hash);
            additions.users[{scope, Granularity::Total, 0, by, name}].add(hash);
        }
    }
}

void Tally::spreadCrowds(const Affiliations& affiliations, Minutes& minutes,
                         Additions& additions) const
{
    constexpr CountedBy kBy = CountedBy::Segment;
    constexpr std::int64_t kDayMinutes = base::kDayMs / base::kMinuteMs;
    for (const auto& [crowd, measures] : m_crowds) {
        if (measures == Measures{})
            continue;
        const std::int64_t day = base::floorDivide(crowd.minute, kDayMinutes);
        const std::uint32_t scope = scopeOf(affiliations, crowd.run);
        for (const std::uint32_t segment : affiliations.audiences->segmentsOf(crowd.audience))
            minutes[{scope, kBy, segment, crowd.minute, day}] += measures;
    }
    for (const auto& [place, user] : m_crowdUsers) {
        const Crowd& crowd = m_crowds[place].first;
        const std::int64_t day = base::floorDivide(crowd.minute, kDayMinutes);
        const std::uint32_t scope = scopeOf(affiliations, crowd.run);
        const std::uint64_t hash = base::mix64(user);
        for (const std::uint32_t segment : affiliations.audiences->segmentsOf(crowd.audience)) {
            additions.users[{scope, Granularity::Day, day, kBy, segment}].add(hash);
            additions.users[{scope, Granularity::Total, 0, kBy, segment}].add(hash);
        }
    }
}

} // namespace gavel::pipeline
