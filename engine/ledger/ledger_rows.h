// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/transfer.h"
#include "engine/store/connection.h"

#include <cstdint>
#include <string_view>

namespace gavel::ledger {

/// What transferRow() reads, in its order, of the table `transfer`.
inline constexpr std::string_view kTransferColumns
    = "key & 1099511627775, id_high, id_low, ref_high, ref_low, debit, credit, amount, kind, code, "
      "outcome, at, expires";

/// SQLite's integers are signed; halves of ids are not.
inline std::uint64_t bits(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

/// The entry of a row that begins with kTransferColumns; `used` and `open` are not in the file.
inline Entry transferRow(const store::Statement& row)
{
    Entry entry;
    entry.sequence = bits(row.integer(0));
    entry.transfer.id = {bits(row.integer(1)), bits(row.integer(2))};
    entry.transfer.reference = {bits(row.integer(3)), bits(row.integer(4))};
    entry.transfer.debit = static_cast<AccountHandle>(row.integer(5));
    entry.transfer.credit = static_cast<AccountHandle>(row.integer(6));
    entry.transfer.amount = {row.integer(7)};
    entry.transfer.kind = static_cast<TransferKind>(row.integer(8));
    entry.transfer.code = static_cast<TransferCode>(row.integer(9));
    entry.outcome = static_cast<Outcome>(row.integer(10));
    entry.at = {row.integer(11)};
    entry.transfer.expires = {row.integer(12)};
    return entry;
}

/// Runs a query with its parameters and calls `each` for every row; `each` returns Result<void>,
/// and its error ends the reading.
template<typename Each, typename... Values>
Result<void> forRows(store::Connection& connection, std::string_view sql, const Each& each,
                     const Values&... values)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bindAll(values...);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (Result<void> done = each(*statement); !done)
            return done;
    }
}

} // namespace gavel::ledger
