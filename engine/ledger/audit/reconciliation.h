// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/drill_down.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::ledger {

/// A span of settled time in three books, nano-units of the market's currency:
///   seats       what the ledger moved for wins, by the seats' own counts: charges, late wins,
///   media exchange    the clearing prices in the event log publishers  the clearing prices of wins
///   whose impression was confirmed
/// A ledger moves whole micro-units, so that a seat's book is the exchange's when each campaign
/// agrees to less than one; else it differs by what the campaigns differ.
struct ReconciledSpan
{
    TimeMs from; ///< exclusive: rounds whose windows end after it
    TimeMs to; ///< inclusive
    std::int64_t seats = 0;
    std::int64_t exchange = 0;
    std::int64_t publishers = 0;
    bool closed = false; ///< nothing is waited for any more
    bool agrees() const { return seats == exchange && exchange == publishers; }
};

/// A campaign whose seat says something else than the exchange.
struct DifferingCampaign
{
    std::string campaign;
    Money ledger; ///< what its wins moved
    std::int64_t exchange = 0; ///< nano-units that it won for
};

enum class DifferenceReason : std::uint8_t {
    NoImpression, ///< won, but no impression was confirmed
    ImpressionPrice, ///< the impression was told another price than the win
};
inline constexpr std::array<std::string_view, 2> kDifferenceReasonNames{"no_impression",
                                                                        "impression_price"};

/// An auction on which the books differ.
struct DifferingAuction
{
    WonAuction win;
    std::int64_t publisher = 0; ///< what the publisher's book says, nano-units
    DifferenceReason reason{};
};

struct Reconciliation
{
    ReconciledSpan total;
    std::vector<DifferingCampaign> campaigns;
    std::vector<DifferingAuction> auctions; ///< the first `most`, by source and sequence
    std::uint64_t differing = 0; ///< auctions in all
};

/// Compares the books over the windows that end in (from, to]. Campaigns in another currency than
/// the market's are taken as the exchange has them: their rates are checked by verifyLedger().
/// Reads every event of the span, and those after it up to `lateMs` for impressions that came late.
Result<Reconciliation> reconcile(store::Connection& connection, std::int64_t book, TimeMs from,
                                 TimeMs to, std::int64_t lateMs, std::size_t most);

/// One auction of these windows, when the books differ on it.
Result<std::optional<DifferingAuction>> differingAuction(store::Connection& connection,
                                                         std::int64_t book, TimeMs from, TimeMs to,
                                                         std::int64_t lateMs,
                                                         std::uint64_t auction);

} // namespace gavel::ledger
