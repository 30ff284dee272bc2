// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/market_setup.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace gavel::runtime {

class Rounds;

/// What a person does to the rounds at a moment of market time. On the scheduler's thread.
using Order = std::function<Result<void>(Rounds& rounds, TimeMs at)>;

/// When the scheduler did something: what it came to depends on nothing else.
struct RoundPlace
{
    std::uint64_t afterRound = 0; ///< when so many rounds were done
    TimeMs at; ///< market time
};

/// What was published or ordered in the run that is repeated, for its scheduler.
struct ScriptedEdit
{
    RoundPlace place;
    std::size_t change = 0; ///< its place on the control tape
    std::vector<model::MarketChange> changes;
    Order order; ///< none: campaigns were published
};

} // namespace gavel::runtime
