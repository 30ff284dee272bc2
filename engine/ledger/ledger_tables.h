// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/migrations.h"

#include <cstdint>
#include <span>

namespace gavel::ledger {

// The ledger in the file. Everything is append-only by trigger but the snapshot, which is a cache,
// and what campaigns spent in their own currency:
//   ledger_book     one for "live" (run 0: all its runs) and one for each run of a scenario
//   account         by its handle in its book
//   account_limit   credit of wallets and totals of budgets, as they changed
//   exchange_rate   rates into the book's currency, as they changed
//   transfer        every transfer that was judged, refused ones too (outcome > 0)
//   settled_round, settled_source   which transfers a settlement made and from which events
//   transfer_note   key, reason and actor of transfers made by hand
//   wallet_terms    as they were set, oldest first
//   closed_window   spans of time that are settled for good; later data are adjustments
//   billing_terms, billing_source   what campaigns owe by, and from where in the log on
//   own_spend, own_spend_source, own_period   what campaigns of other currencies spent in theirs,
//                   and to which places of the log; replaced as it grows
//   invoice, invoice_line   numbered from 1 over all books of the file
//   ledger_snapshot, snapshot_account, snapshot_hold   counters at a sequence, for a quick start

/// The room's steps for Workspace::open().
std::span<const store::Migration> ledgerMigrations();

/// The row number of a transfer: book above, sequence in the lower 40 bits.
constexpr std::int64_t transferKey(std::int64_t book, std::uint64_t sequence)
{
    return (book << 40) | static_cast<std::int64_t>(sequence);
}
inline constexpr std::uint64_t kMostTransfers = (std::uint64_t{1} << 40) - 1; ///< of one book

} // namespace gavel::ledger
