// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/supply_book.h"

#include <algorithm>

namespace gavel::market {

using model::Dimension;

SupplyBook::SupplyBook(const model::MarketSetup& setup)
{
    for (const auto& publisher : setup.publishers)
        know(m_publisherPlaces, setup.vocabulary->of(Dimension::Publisher).intern(publisher.id),
             m_publishers);
    for (const auto& placement : setup.placements)
        know(m_placementPlaces, setup.vocabulary->of(Dimension::Placement).intern(placement.id),
             m_placements);
    m_advice.resize(m_placements.size());
}

void SupplyBook::know(PlaceByHandle& places, Handle handle, std::vector<SupplyCounters>& counters)
{
    if (handle >= places.size())
        places.resize(handle + 1);
    if (places[handle] != 0)
        return;
    counters.emplace_back();
    places[handle] = static_cast<std::uint32_t>(counters.size());
}

Price SupplyBook::baseFloor(const model::Opportunity& opportunity) const
{
    const Handle placement = opportunity.value(Dimension::Placement);
    if (placement < m_changedFloors.size() && m_changedFloors[placement])
        return *m_changedFloors[placement];
    return opportunity.floor;
}

std::vector<model::PublisherReport> SupplyBook::earnings() const
{
    std::vector<model::PublisherReport> earned;
    for (Handle handle = 0; handle < m_publisherPlaces.size(); ++handle)
        if (m_publisherPlaces[handle] != 0)
            earned.push_back({handle, m_publishers[m_publisherPlaces[handle] - 1].campaignNanos});
    return earned;
}

void SupplyBook::add(const PlaceByHandle& places, Handle handle, const model::BidList& bids,
                     const model::Clearing& clearing, std::vector<SupplyCounters>& counters)
{
    if (handle >= places.size() || places[handle] == 0)
        return;
    SupplyCounters& counter = counters[places[handle] - 1];
    ++counter.offered;
    if (clearing.winner >= 0) {
        ++counter.filled;
        counter.revenueNanos += clearing.publisher.nanos;
        if (bids[static_cast<std::size_t>(clearing.winner)].campaign != base::kNone)
            counter.campaignNanos += clearing.publisher.nanos;
    }
}

void SupplyBook::count(const model::Opportunity& opportunity, const model::BidList& bids,
                       const model::Clearing& clearing)
{
    const Handle placement = opportunity.value(Dimension::Placement);
    add(m_publisherPlaces, opportunity.value(Dimension::Publisher), bids, clearing, m_publishers);
    add(m_placementPlaces, placement, bids, clearing, m_placements);
    if (placement >= m_placementPlaces.size() || m_placementPlaces[placement] == 0)
        return;
    Price highest;
    Price second;
    for (const auto& bid : bids) {
        if (bid.fate == model::BidFate::Late || bid.price <= second)
            continue;
        second = std::min(highest, bid.price);
        highest = std::max(highest, bid.price);
    }
    m_advice[m_placementPlaces[placement] - 1].observe(highest, second);
}

void SupplyBook::change(const model::Placement& placement, model::Vocabulary& vocabulary)
{
    const Handle handle = vocabulary.of(Dimension::Placement).intern(placement.id);
    know(m_placementPlaces, handle, m_placements);
    m_advice.resize(m_placements.size());
    if (handle >= m_changedFloors.size())
        m_changedFloors.resize(handle + 1);
    m_changedFloors[handle] = placement.floor;
}

Price scaledFloor(Price floor, std::int32_t factorPpm)
{
    // floor(a * f / 10^6) with a = q * 10^6 + r is q * f + floor(r * f / 10^6), which does not
    // overflow
    constexpr std::int64_t kMillion = 1'000'000;
    const std::int64_t whole = floor.nanos / kMillion;
    const std::int64_t rest = floor.nanos % kMillion;
    return {whole * factorPpm + rest * factorPpm / kMillion};
}

} // namespace gavel::market
