// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace gavel::simulation {

/// Draws a place in a list of weights in constant time (Walker 1977, built as Vose 1991).
class AliasTable
{
public:
    AliasTable() = default;
    /// Weights not negative, at least one above 0; an empty list always draws 0.
    explicit AliasTable(const std::vector<double>& weights);

    /// From 64 uniform random bits.
    std::uint32_t draw(std::uint64_t bits) const
    {
        if (m_cells.empty())
            return 0;
        const auto cell = static_cast<std::uint32_t>(
            ((bits >> 32) * static_cast<std::uint64_t>(m_cells.size())) >> 32);
        return static_cast<std::uint32_t>(bits) < m_cells[cell].keep ? cell : m_cells[cell].other;
    }

private:
    struct Cell
    {
        std::uint32_t keep = UINT32_MAX; ///< chance to stay, of 2^32
        std::uint32_t other = 0;
    };
    std::vector<Cell> m_cells;
};

} // namespace gavel::simulation
