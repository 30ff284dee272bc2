// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/journal/auction_journal.h"
#include "engine/gateway/journal/workflow_book.h"

#include <string>
#include <string_view>

namespace gavel::gateway {

// How the records of the journal and the workflow book are kept: JSON, prices in nano-units. What
// cannot be read back (a damaged record) is nullopt.

std::string keptText(const AuctionRecord& record);
std::string keptText(const Transaction& transaction);
std::string keptText(const BidRecord& bid);
std::string keptText(const WorkflowEntry& entry);
std::string keptText(const AuctionJournal::Counts& counts);
std::string keptText(const WorkflowBook::Counts& counts);

std::optional<AuctionRecord> keptAuction(std::string_view text);
std::optional<Transaction> keptTransaction(std::string_view text);
std::optional<BidRecord> keptBid(std::string_view text);
std::optional<WorkflowEntry> keptWorkflow(std::string_view text);
std::optional<AuctionJournal::Counts> keptAuctionCounts(std::string_view text);
std::optional<WorkflowBook::Counts> keptWorkflowCounts(std::string_view text);

} // namespace gavel::gateway
