// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/delivered.h"
#include "engine/ledger/documents/sheet.h"
#include "engine/ledger/transfer.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::ledger {

/// Which account of a period: an advertiser's wallet in a currency, or what a publisher earned.
struct StatementWanted
{
    std::string owner; ///< advertiser or publisher id
    bool isPublisher = false;
    Currency currency; ///< of the wallet; a publisher's is the market's
    TimeMs
        from; ///< a transfer belongs to the period when its window ended, or its order was given,
    TimeMs to; ///< in (from, to]: what was delivered until midnight is of the day before
    std::int32_t taxPpm = 0; ///< of the platform's fee
    /// Publishers: which placements are theirs.
    std::map<std::string, std::string> publisherOfPlacement;
};

struct StatementLine
{
    std::string campaign; ///< of a publisher's statement: the placement
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    Money amount; ///< charged, or earned
};
/// Money that came or went beside delivery.
struct StatementMovement
{
    std::uint64_t transfer = 0; ///< number in the book
    TimeMs at;
    TransferCode code{};
    std::string reason; ///< of what was done by hand
    Money amount; ///< above zero when the balance grew
};

/// balanceAfter = balanceBefore - charged + sum of movements, for an advertiser; for a publisher
/// + earned.
struct Statement
{
    StatementWanted wanted;
    bool final = false; ///< every window of the period is closed
    std::vector<StatementLine> lines; ///< by campaign; of a publisher by placement
    Money media; ///< sum of the lines
    Money publishers; ///< of media; parts by largest remainder, from the log
    Money platform; ///< of media: fee, or margin; tax included
    Money tax; ///< of platform
    Money late; ///< of media: for windows that were closed before
    std::vector<StatementMovement> movements;
    Money movementSum;
    Money balanceBefore;
    Money balanceAfter;
};

/// `known` is what was read of this period before, and learns what is added. Errors:
/// STATEMENT_UNKNOWN when the owner has no account, INVALID_REQUEST for an empty period.
Result<Statement> makeStatement(store::Connection& connection, std::int64_t book,
                                const StatementWanted& wanted, DeliveredSpan& known);

/// The statement as a table.
Sheet sheetOf(const Statement& statement);

} // namespace gavel::ledger
