// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <string>
#include <vector>

namespace gavel::store {

class Connection;

/// One thing that must hold in a workspace file, and whether it does.
struct Check
{
    std::string name;
    bool ok = false;
    std::string detail; ///< how much was looked at, or what is wrong
};

/// Everything that can be checked inside one file: SQLite's own integrity, the segments of its old
/// days, its packs, sequences without gaps, totals and spending equal to a recount of the log,
/// wins, their auctions and deliveries, prices between floor and bid. Reads only.
Result<std::vector<Check>> verify(Connection& connection);

} // namespace gavel::store
