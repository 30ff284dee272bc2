// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/nodes/lease_slot.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace gavel::scheduling {

/// Which node runs which slot: consistent hashing (Karger 1997) with many points a node, so that a
/// node that comes or goes moves only its own share. The same on every node that knows the same
/// nodes. A value; any thread reads.
class NodeRing
{
public:
    /// Epochs of the living nodes, in any order.
    explicit NodeRing(std::span<const std::uint32_t> nodes);

    /// Nothing when there is no node.
    std::optional<std::uint32_t> ownerOf(std::uint16_t slot) const;
    /// Every slot of a node, ascending.
    std::vector<std::uint16_t> slotsOf(std::uint32_t node) const;

private:
    static constexpr std::uint32_t kPointsOfNode = 512;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_points; ///< ascending
};

} // namespace gavel::scheduling
