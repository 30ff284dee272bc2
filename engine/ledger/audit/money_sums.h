// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/book.h"

#include <cstdint>

namespace gavel::store {
class Connection;
}

namespace gavel::ledger {

/// What moved between those who pay and those who earn in a span of time, in the market's currency.
/// Every part is summed for itself, so that whether they agree says something.
struct MoneySums
{
    Money paid; ///< by campaigns and, for late wins, by the platform
    Money lateWins; ///< the platform's part of that
    Money publishers; ///< earned; pay-outs apart
    Money platform; ///< fees and margins
    Money tax;
    Money adjustments; ///< given back by hand, and what nobody claims
    bool closes() const { return paid == publishers + platform + tax + adjustments; }
    bool operator==(const MoneySums&) const = default;
};

/// Adds what was moved from one account to another. Holds and refused transfers move nothing and
/// must not be told.
void addMove(MoneySums& sums, TransferCode code, const AccountName& debit,
             const AccountName& credit, Money amount);
/// The same for an entry of a book; nothing when it moved nothing, or not in the book's currency.
void addEntry(MoneySums& sums, const Book& book, const Entry& entry);

/// The sums of a kept book over transfers whose window ended, or whose order was given, in
/// (from, to]. Errors: those of reading.
Result<MoneySums> sumsBetween(store::Connection& connection, std::int64_t book, TimeMs from,
                              TimeMs to);

} // namespace gavel::ledger
