// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/hyper_log_log.h"
#include "engine/pipeline/counters/affiliations.h"
#include "engine/pipeline/counters/measures.h"
#include "engine/store/logged_event.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// Names one counter. In the order of the table's key, so that a sorted map is stored in order.
struct CounterKey
{
    std::uint32_t scope = 0; ///< see scopeOf
    Granularity granularity{};
    std::int64_t bucket = 0; ///< minutes, quarters or days since 1970; 0 of Total
    CountedBy by{};
    std::uint64_t name = 0;
    auto operator<=>(const CounterKey&) const = default; // NOLINT(modernize-use-nullptr)
};
struct CounterKeyHash
{
    std::size_t operator()(const CounterKey& key) const;
};

using Counters = boost::unordered_flat_map<CounterKey, Measures, CounterKeyHash>;
using UserSketches = boost::unordered_flat_map<CounterKey, metrics::HyperLogLog, CounterKeyHash>;

/// What events add to the counters.
struct Additions
{
    Counters counters;
    UserSketches users;
    /// Clicks of each session, also those that are put aside: what a click storm is seen by.
    boost::unordered_flat_map<std::uint64_t, std::int64_t> sessionClicks;
};

/// Counts events in memory: cheap for each event, spread over all its counters when asked. Pure;
/// one thread.
class Tally
{
public:
    /// `outside`: told by others, so that an impression carries what was paid for it.
    void add(const store::LoggedEvent& event, bool outside);
    /// Its user only: the event is counted already.
    void addUser(const store::LoggedEvent& event);
    /// How much memory it takes, in facts.
    std::size_t size() const { return m_facts.size() + m_users.size() + m_crowds.size(); }
    void clear();

    /// Adds everything to the counters it belongs to.
    void spread(const Affiliations& affiliations, Additions& additions) const;

private:
    /// Events that go to the same counters.
    struct Fact
    {
        std::uint32_t run = 0;
        std::uint32_t source = 0;
        std::int64_t minute = 0;
        std::uint32_t campaign = 0;
        std::uint32_t creative = 0;
        std::uint32_t placement = 0;
        std::uint32_t country = 0;
        std::uint32_t device = 0;
        std::uint32_t ad = 0;
        std::uint32_t seller = 0;
        bool operator==(const Fact&) const = default;
    };
    struct FactHash
    {
        std::size_t operator()(const Fact& fact) const;
    };
    /// Events of users that are in the same segments: these cut across everything else.
    struct Crowd
    {
        std::uint32_t run = 0;
        std::uint32_t audience = 0;
        std::int64_t minute = 0;
        bool operator==(const Crowd&) const = default;
    };
    struct CrowdHash
    {
        std::size_t operator()(const Crowd& crowd) const;
    };
    struct Session
    {
        std::uint32_t run = 0;
        std::uint64_t session = 0;
        bool operator==(const Session&) const = default;
    };
    struct SessionHash
    {
        std::size_t operator()(const Session& session) const;
    };
    struct Ways; ///< the counters that one fact goes to
    /// A counter's minute, and the day it belongs to.
    struct Minute
    {
        std::uint32_t scope = 0;
        CountedBy by{};
        std::uint32_t name = 0;
        std::int64_t minute = 0;
        std::int64_t day = 0;
        bool operator==(const Minute&) const = default;
    };
    struct MinuteHash
    {
        std::size_t operator()(const Minute& minute) const;
    };
    using Minutes = boost::unordered_flat_map<Minute, Measures, MinuteHash>;
    void find(const store::LoggedEvent& event);
    /// The place of its crowd; nullopt when its user is in no segment.
    std::optional<std::uint32_t> crowdOf(const store::LoggedEvent& event);
    void noteUser(const store::LoggedEvent& event, std::optional<std::uint32_t> crowd);
    void spreadFacts(const Affiliations& affiliations, Minutes& minutes,
                     Additions& additions) const;
    void spreadCrowds(const Affiliations& affiliations, Minutes& minutes,
                      Additions& additions) const;

    std::vector<std::pair<Fact, Measures>> m_facts;
    boost::unordered_flat_map<Fact, std::uint32_t, FactHash> m_places; ///< in m_facts
    std::uint32_t m_last = 0; ///< the place of the last event's
    std::vector<std::pair<std::uint32_t, std::uint64_t>> m_users; ///< of impressions, by place
    std::vector<std::pair<Crowd, Measures>> m_crowds;
    boost::unordered_flat_map<Crowd, std::uint32_t, CrowdHash> m_crowdPlaces; ///< in m_crowds
    std::vector<std::pair<std::uint32_t, std::uint64_t>> m_crowdUsers; ///< the same, by crowd
    boost::unordered_flat_map<Session, Measures, SessionHash> m_sessions;
    boost::unordered_flat_map<std::uint64_t, std::int64_t> m_sessionClicks;
};

} // namespace gavel::pipeline
