// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/verify_ledger.h"

#include "engine/ledger/audit/book_check.h"
#include "engine/ledger/ledger_rows.h"

namespace gavel::ledger {

using store::Check;
using store::Connection;

namespace {

Result<std::vector<BookRow>> readBooks(Connection& connection)
{
    std::vector<BookRow> books;
    auto read = forRows(
        connection, "SELECT id, market, run, currency FROM ledger_book ORDER BY id",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(3));
            if (!currency)
                return currency.error();
            books.push_back({row.integer(0), std::string(row.text(1)), row.integer(2), *currency});
            return {};
        });
    if (!read)
        return read.error();
    return books;
}

Result<std::vector<Check>> checkAll(Connection& connection)
{
    Verdicts verdicts;
    const auto present = connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'ledger_book'");
    if (!present)
        return present.error();
    if (*present != 0) {
        const auto books = readBooks(connection);
        if (!books)
            return books.error();
        for (const BookRow& book : *books)
            if (auto checked = BookCheck(connection, book, verdicts).run(); !checked)
                return checked.error();
    }
    return std::vector<Check>{
        verdicts.transfers.check("ledger transfers"), verdicts.balances.check("ledger balances"),
        verdicts.snapshots.check("ledger snapshots"), verdicts.rounds.check("ledger rounds"),
        verdicts.settled.check("ledger settlement")};
}

} // namespace

Result<std::vector<Check>> verifyLedger(Connection& connection)
{
    if (auto begun = connection.execute("BEGIN"); !begun)
        return begun.error();
    auto checks = checkAll(connection);
    if (auto ended = connection.execute("COMMIT"); checks && !ended)
        return ended.error();
    return checks;
}

} // namespace gavel::ledger
