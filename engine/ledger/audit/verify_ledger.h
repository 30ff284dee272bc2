// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/billing/billed_log.h"
#include "engine/store/verify.h"

#include <vector>

namespace gavel::ledger {

/// What must hold of the ledger in a workspace file: every transfer follows the rules and the
/// balances derived from the transfers close; snapshots are those balances; what was settled is
/// what the event log says, by the terms of each campaign. A check that fails names the first row
/// that disagrees. A file without a ledger passes with nothing checked. Reads only, in one
/// transaction.
Result<std::vector<store::Check>> verifyLedger(store::Connection& connection,
                                               const LocalDay& localDay);

} // namespace gavel::ledger
