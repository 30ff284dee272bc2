// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/supply_book.h"

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

void SupplyBook::add(const PlaceByHandle& places, Handle handle, const model::Clearing& clearing,
                     std::vector<SupplyCounters>& counters)
{
    if (handle >= places.size() || places[handle] == 0)
        return;
    SupplyCounters& counter = counters[places[handle] - 1];
    ++counter.offered;
    if (clearing.winner >= 0) {
        ++counter.filled;
        counter.revenueNanos += clearing.publisher.nanos;
    }
}

void SupplyBook::count(const model::Opportunity& opportunity, const model::Clearing& clearing)
{
    add(m_publisherPlaces, opportunity.value(Dimension::Publisher), clearing, m_publishers);
    add(m_placementPlaces, opportunity.value(Dimension::Placement), clearing, m_placements);
}

void SupplyBook::change(const model::Placement& placement, model::Vocabulary& vocabulary)
{
    const Handle handle = vocabulary.of(Dimension::Placement).intern(placement.id);
    know(m_placementPlaces, handle, m_placements);
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
