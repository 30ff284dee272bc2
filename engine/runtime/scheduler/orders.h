// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/scheduler/rounds.h"
#include "engine/runtime/scheduler/scripted_edit.h"

#include <string>
#include <vector>

namespace gavel::runtime {

// What people do to the rounds, as values: done now, kept on the control tape, and done again where
// a run is repeated.

/// A round of these campaigns, or of all, at once. Error: CAMPAIGN_NOT_FOUND.
Order roundNow(std::vector<std::string> campaigns, std::string actor);
/// Errors: those of Rounds::retry() and cancel(); what stood before in the list is done.
Order retryTasks(std::vector<model::TaskId> tasks, std::string actor);
Order cancelTasks(std::vector<model::TaskId> tasks, std::string actor);
/// Errors of these: those of LedgerDesk.
Order payInto(PayIn payIn, std::string actor);
Order adjustBy(AdjustmentRequest request, std::string actor);
Order refundAuction(ledger::RefundedAuction refunded, ledger::WonAuction auction,
                    std::string reason, std::string actor);
Order walletTermsOf(std::string advertiser, const WalletTerms& terms, std::string actor);

} // namespace gavel::runtime
