// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/market/market_shard.h"
#include "engine/model/auction.h"
#include "engine/model/opportunity.h"
#include "engine/model/quota.h"

#include <optional>
#include <vector>

namespace gavel::market {

/// What publishers and placements offered and earned in one shard, and the floors that were changed
/// while it runs.
class SupplyBook
{
public:
    explicit SupplyBook(const model::MarketSetup& setup);

    /// The floor before the rules' factor: the placement's changed one, else what the opportunity
    /// brings.
    Price baseFloor(const model::Opportunity& opportunity) const;
    void count(const model::Opportunity& opportunity, const model::BidList& bids,
               const model::Clearing& clearing);
    void change(const model::Placement& placement, model::Vocabulary& vocabulary);

    /// What the setup's publishers earned from campaigns, by handle.
    std::vector<model::PublisherReport> earnings() const;
    const std::vector<SupplyCounters>& publishers() const { return m_publishers; }
    const std::vector<SupplyCounters>& placements() const { return m_placements; }
    const std::vector<ssp::FloorAdvice>& floorAdvice() const { return m_advice; }

private:
    using PlaceByHandle = std::vector<std::uint32_t>; ///< place + 1; 0 = unknown
    static void know(PlaceByHandle& places, Handle handle, std::vector<SupplyCounters>& counters);
    static void add(const PlaceByHandle& places, Handle handle, const model::BidList& bids,
                    const model::Clearing& clearing, std::vector<SupplyCounters>& counters);

    PlaceByHandle m_publisherPlaces;
    PlaceByHandle m_placementPlaces;
    std::vector<SupplyCounters> m_publishers;
    std::vector<SupplyCounters> m_placements;
    std::vector<ssp::FloorAdvice> m_advice; ///< beside m_placements
    std::vector<std::optional<Price>> m_changedFloors; ///< by placement handle
};

/// A floor times parts per million, rounded down.
Price scaledFloor(Price floor, std::int32_t factorPpm);

} // namespace gavel::market
