// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/verify_ledger.h"

#include "engine/ledger/audit/book_check.h"
#include "engine/store/connection.h"

namespace gavel::ledger {

using store::Check;
using store::Connection;

namespace {

constexpr const char* kNotProvable
    = "charged before their terms were kept, or at the prices of another currency";

Result<std::vector<Check>> checkAll(Connection& connection, const LocalDay& localDay)
{
    Verdicts verdicts;
    const auto books = readBooks(connection);
    if (!books)
        return books.error();
    for (const BookRow& book : *books)
        if (auto checked = BookCheck(connection, book, localDay, verdicts).run(); !checked)
            return checked.error();
    return std::vector<Check>{
        verdicts.transfers.check("ledger transfers"), verdicts.balances.check("ledger balances"),
        verdicts.snapshots.check("ledger snapshots"), verdicts.rounds.check("ledger rounds"),
        verdicts.settled.check("ledger settlement", kNotProvable)};
}

} // namespace

Result<std::vector<Check>> verifyLedger(Connection& connection, const LocalDay& localDay)
{
    if (auto begun = connection.execute("BEGIN"); !begun)
        return begun.error();
    auto checks = checkAll(connection, localDay);
    if (auto ended = connection.execute("COMMIT"); checks && !ended)
        return ended.error();
    return checks;
}

} // namespace gavel::ledger
