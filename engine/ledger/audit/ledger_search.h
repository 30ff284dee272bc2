// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/transfer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::ledger {

/// A book of the file.
struct BookRow
{
    std::int64_t number = 0;
    std::string market;
    std::int64_t run = 0;
    Currency currency;

    std::string text() const { return run == 0 ? market : market + " run " + std::to_string(run); }
};

/// Every book, the oldest first; none in a file that never had a ledger.
Result<std::vector<BookRow>> readBooks(store::Connection& connection);

struct LedgerSearch
{
    std::string filter; ///< see parseLedgerFilter()
    std::optional<TimeMs> from; ///< inclusive, of posting
    std::optional<TimeMs> to; ///< exclusive
    std::uint64_t before = 0; ///< only transfers with a smaller number; 0 = from the newest
    std::size_t skip = 0;
    std::size_t most = 200;
};

/// A transfer as a list shows it.
struct LedgerLine
{
    Entry entry;
    AccountName debit;
    AccountName credit;
    std::uint64_t reference = 0; ///< number of the transfer it refers to; 0 = none
    Money released; ///< Void, Expire: what was held until then
};

/// Newest first. Errors: those of the filter, and of reading.
Result<std::vector<LedgerLine>> searchLedger(store::Connection& connection, std::int64_t book,
                                             const LedgerSearch& search);
struct LedgerCount
{
    std::uint64_t matching = 0;
    bool isWhole = true; ///< false: there are more
};
/// How many there are, whatever `before`, `skip` and `most` say of the search. Without a filter
/// exactly, with one up to `most`.
Result<LedgerCount> countLedger(store::Connection& connection, std::int64_t book,
                                const LedgerSearch& search, std::size_t most = 10'000);

} // namespace gavel::ledger
