// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/nodes/node_ring.h"

#include "engine/base/random.h"

#include <algorithm>

namespace gavel::scheduling {

NodeRing::NodeRing(std::span<const std::uint32_t> nodes)
{
    m_points.reserve(nodes.size() * kPointsOfNode);
    for (const std::uint32_t node : nodes)
        for (std::uint32_t i = 0; i < kPointsOfNode; ++i)
            m_points.emplace_back(base::mix64(std::uint64_t{node} << 32 | i), node);
    std::sort(m_points.begin(), m_points.end());
}

std::optional<std::uint32_t> NodeRing::ownerOf(std::uint16_t slot) const
{
    if (m_points.empty())
        return std::nullopt;
    // Another stream of the mixer than the points', so that no slot falls on a point of its own.
    const std::uint64_t place = base::mix64(~std::uint64_t{slot});
    const auto next = std::lower_bound(m_points.begin(), m_points.end(),
                                       std::pair<std::uint64_t, std::uint32_t>{place, 0});
    return (next == m_points.end() ? m_points.front() : *next).second;
}

std::vector<std::uint16_t> NodeRing::slotsOf(std::uint32_t node) const
{
    std::vector<std::uint16_t> slots;
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot)
        if (ownerOf(slot) == node)
            slots.push_back(slot);
    return slots;
}

} // namespace gavel::scheduling
