// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/alias_table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace gavel::simulation {

AliasTable::AliasTable(const std::vector<double>& weights)
    : m_cells(weights.size())
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    assert(weights.empty() || sum > 0);
    std::vector<double> scaled;
    std::vector<std::uint32_t> small;
    std::vector<std::uint32_t> large;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
        scaled.push_back(weights[i] / sum * static_cast<double>(weights.size()));
        (scaled[i] < 1 ? small : large).push_back(i);
        m_cells[i].other = i;
    }
    while (!small.empty() && !large.empty()) {
        const auto poor = small.back();
        const auto rich = large.back();
        small.pop_back();
        m_cells[poor].keep
            = static_cast<std::uint32_t>(std::min(scaled[poor] * 0x1.0p32, 0x1.0p32 - 1));
        m_cells[poor].other = rich;
        scaled[rich] -= 1 - scaled[poor];
        if (scaled[rich] < 1) {
            large.pop_back();
            small.push_back(rich);
        }
    }
}

} // namespace gavel::simulation
