// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

namespace gavel::runtime {

/// The name that the live market's runs have in the workspace.
inline constexpr const char* kLiveMarket = "live";

/// The name of the market that a joined ad server keeps in its own workspace.
inline constexpr const char* kJoinedMarket = "joined";

/// What is said to who wants to change here what the center decides.
inline Error decidedElsewhere()
{
    return {"JOINED", "market", "this process is an ad server of another market",
            "do it where that market is kept"};
}

/// What is said to who wants something of a market when none is running.
inline Error noMarket()
{
    return {"SERVICE_UNAVAILABLE", "market", "no market is running", "open a scenario or go live"};
}

} // namespace gavel::runtime
