// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/ledger_search.h"
#include "engine/ledger/audit/reconciliation.h"
#include "engine/ledger/documents/sheet.h"

#include <span>

namespace gavel::ledger {

/// Transfers as a table, in the order given.
Sheet sheetOf(std::span<const LedgerLine> lines);
/// The spans of a reconciliation, and the auctions that differ, as two tables.
std::vector<Sheet> sheetsOf(std::span<const Reconciliation> spans);

} // namespace gavel::ledger
