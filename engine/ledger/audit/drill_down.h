// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/delivered.h"
#include "engine/ledger/records.h"
#include "engine/ledger/transfer.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gavel::ledger {

/// A transfer with everything that is known about where it comes from.
struct TransferOrigin
{
    Entry entry;
    AccountName debit;
    AccountName credit;
    std::optional<TransferNote> note; ///< by hand: why
    std::optional<std::uint64_t> reference; ///< number of the transfer it refers to
    Money released; ///< Void, Expire: what was held until then
    std::vector<std::uint64_t> undoneBy; ///< numbers of its reversals
    std::optional<SettledRound> round; ///< the settlement that made it
    std::string campaign; ///< whose delivery it is of; empty when it is of no single campaign
    std::vector<LogRange> ranges; ///< the events that the round settled
};
/// Errors: TRANSFER_UNKNOWN.
Result<TransferOrigin> originOf(store::Connection& connection, std::int64_t book,
                                std::uint64_t sequence);

/// The keys of everything that was ordered by hand.
Result<std::set<std::string>> handKeys(store::Connection& connection, std::int64_t book);

/// What one placement sold to a campaign in a part of the log.
struct PlacementWins
{
    std::string placement;
    std::uint64_t wins = 0;
    std::int64_t nanos = 0; ///< clearing prices, the market's currency
    std::int64_t publisherNanos = 0;
};
/// Dearest first. An empty campaign means all.
Result<std::vector<PlacementWins>> winsByPlacement(store::Connection& connection,
                                                   const std::vector<LogRange>& ranges,
                                                   std::string_view campaign);

/// One auction that was won.
struct WonAuction
{
    std::uint32_t source = 0;
    std::uint64_t sequence = 0; ///< of its win in the log
    std::uint64_t auction = 0;
    TimeMs at;
    std::string campaign;
    std::string placement;
    std::string seat;
    std::int64_t nanos = 0; ///< the clearing price, the market's currency
    std::int64_t publisherNanos = 0;
    bool late = false; ///< no quota covered it: the platform paid
};
/// Number of the transfer that charged a win; nothing while it is not settled, or when it was not
/// charged. Where a round charged twice, the larger one.
Result<std::optional<std::uint64_t>> chargeOf(store::Connection& connection, std::int64_t book,
                                              const WonAuction& win);
/// What was given back of a charge by refunds of single auctions.
Result<Money> refundedOf(store::Connection& connection, std::int64_t book, TransferId charge);

/// In order of source and sequence, after a place (the last row of the page before; nothing for the
/// first page), at most `most`. Empty campaign or placement means all.
struct WinsWanted
{
    std::string campaign;
    std::string placement;
    std::optional<std::pair<std::uint32_t, std::uint64_t>> after;
    std::size_t most = 100;
};
Result<std::vector<WonAuction>> winsOf(store::Connection& connection,
                                       const std::vector<LogRange>& ranges,
                                       const WinsWanted& wanted);

} // namespace gavel::ledger
