// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

namespace gavel::runtime {

/// The name that the live market's runs have in the workspace.
inline constexpr const char* kLiveMarket = "live";

/// What is said to who wants something of a market when none is running.
inline Error noMarket()
{
    return {"SERVICE_UNAVAILABLE", "market", "no market is running", "open a scenario or go live"};
}

} // namespace gavel::runtime
