// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

#include <vector>

namespace gavel::runtime {

/// ledger::verifyLedger() with the calendars of campaigns.
Result<std::vector<store::Check>> checkLedger(store::Connection& connection);

} // namespace gavel::runtime
