// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/logged_event.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>

namespace gavel::store {

class Connection;

/// What a batch of events adds to the totals of campaigns and placements; gathered in memory, added
/// to the tables once a commit.
class EventTotals
{
public:
    /// A campaign or placement of 0 (a rival, or none) counts nowhere.
    void add(const LoggedEvent& event);
    /// Adds everything to the tables and begins anew.
    Result<void> store(Connection& connection);

private:
    struct Counts
    {
        std::int64_t bids = 0;
        std::int64_t wins = 0;
        std::int64_t impressions = 0;
        std::int64_t clicks = 0;
        std::int64_t conversions = 0;
        std::int64_t spentNanos = 0;
        std::int64_t unchargedNanos = 0;
        std::int64_t publisherNanos = 0;
        std::int64_t valueMicros = 0;
    };
    struct Quarter
    {
        std::uint32_t run = 0;
        std::uint32_t name = 0; ///< of a campaign or placement
        std::int64_t quarter = 0;
        bool operator==(const Quarter&) const = default;
    };
    struct QuarterHash
    {
        std::size_t operator()(const Quarter& quarter) const;
    };
    Result<void> storeCounts(Connection& connection);
    Result<void> storeQuarters(Connection& connection);
    Result<void> storeSupply(Connection& connection);

    boost::unordered_flat_map<std::uint64_t, Counts> m_counts; ///< by run (upper half) and campaign
    struct Sales
    {
        std::int64_t wins = 0;
        std::int64_t publisherNanos = 0;
    };
    boost::unordered_flat_map<Quarter, std::int64_t, QuarterHash> m_spent;
    boost::unordered_flat_map<Quarter, Sales, QuarterHash> m_supply;
};

} // namespace gavel::store
