// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"

#include <cstdint>
#include <vector>

namespace gavel::runtime {

/// What was published in the run that is repeated, for its scheduler.
struct ScriptedEdit
{
    std::uint64_t afterRound = 0; ///< when so many rounds were done
    std::size_t change = 0; ///< its place on the control tape
    std::vector<model::MarketChange> changes;
};

} // namespace gavel::runtime
