// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/ledger_search.h"

#include "engine/ledger/audit/ledger_filter.h"
#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_tables.h"

#include <algorithm>
#include <limits>
#include <map>

namespace gavel::ledger {

using store::Connection;

namespace {

using Values = std::vector<std::variant<std::int64_t, std::string>>;

/// A statement with $1 = the book and the filter's values bound after it.
Result<store::Statement> prepared(Connection& connection, const std::string& sql, std::int64_t book,
                                  const Values& values)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, book);
    int parameter = 1;
    for (const auto& value : values) {
        ++parameter;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement->bind(parameter, *number);
        else
            statement->bind(parameter, std::string_view(std::get<std::string>(value)));
    }
    return statement;
}

/// The condition with the bounds of place and time.
std::string where(const LedgerCondition& condition, std::int64_t book, const LedgerSearch& search,
                  std::uint64_t before, Values& values)
{
    values = condition.values;
    const auto bound = [&](std::int64_t value) {
        values.emplace_back(value);
        return '$' + std::to_string(values.size() + 1);
    };
    std::string sql = " WHERE key >> 40 = $1 AND key > " + bound(transferKey(book, 0))
        + " AND key < " + bound(before == 0 ? transferKey(book + 1, 0) : transferKey(book, before));
    if (search.from)
        sql += " AND at >= " + bound(search.from->value);
    if (search.to)
        sql += " AND at < " + bound(search.to->value);
    return sql + " AND " + condition.sql;
}

/// The accounts and references of lines that are read already.
class LineNames
{
public:
    LineNames(Connection& connection, std::int64_t book)
        : m_connection(connection)
        , m_book(book)
    {
    }
    Result<void> fill(LedgerLine& line)
    {
        const Transfer& transfer = line.entry.transfer;
        if (auto named = fillAccount(transfer.debit, line.debit); !named)
            return named;
        if (auto named = fillAccount(transfer.credit, line.credit); !named)
            return named;
        if (transfer.reference.isNone())
            return {};
        return forRows(
            m_connection,
            "SELECT key & 1099511627775 FROM transfer WHERE id_high = $1 AND id_low = $2 AND key "
            ">> 40 = $3",
            [&](const store::Statement& row) -> Result<void> {
                line.reference = bits(row.integer(0));
                return {};
            },
            transfer.reference.high, transfer.reference.low, m_book);
    }

private:
    Result<void> fillAccount(AccountHandle account, AccountName& into)
    {
        if (const auto known = m_names.find(account); known != m_names.end()) {
            into = known->second;
            return {};
        }
        auto read = forRows(
            m_connection, "SELECT kind, owner, currency FROM account WHERE book = $1 AND id = $2",
            [&](const store::Statement& row) -> Result<void> {
                const auto currency = Currency::parse(row.text(2));
                if (!currency)
                    return currency.error();
                into = {static_cast<AccountKind>(row.integer(0)), std::string(row.text(1)),
                        *currency};
                return {};
            },
            m_book, account);
        m_names.emplace(account, into);
        return read;
    }

    Connection& m_connection;
    std::int64_t m_book;
    std::map<AccountHandle, AccountName> m_names;
};

} // namespace

Result<std::vector<BookRow>> readBooks(store::Connection& connection)
{
    std::vector<BookRow> books;
    const auto present = connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'ledger_book'");
    if (!present)
        return present.error();
    if (*present == 0)
        return books;
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

Result<std::vector<LedgerLine>> searchLedger(Connection& connection, std::int64_t book,
                                             const LedgerSearch& search)
{
    const auto condition = parseLedgerFilter(search.filter);
    if (!condition)
        return condition.error();
    Values values;
    std::string sql = "SELECT " + std::string(kTransferColumns) + " FROM transfer"
        + where(*condition, book, search, search.before, values);
    values.emplace_back(static_cast<std::int64_t>(search.most));
    sql += " ORDER BY key DESC LIMIT $" + std::to_string(values.size() + 1);
    values.emplace_back(static_cast<std::int64_t>(search.skip));
    sql += " OFFSET $" + std::to_string(values.size() + 1);
    auto statement = prepared(connection, sql, book, values);
    if (!statement)
        return statement.error();
    std::vector<LedgerLine> lines;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        lines.push_back({transferRow(*statement), {}, {}, 0});
    }
    LineNames names(connection, book);
    for (LedgerLine& line : lines)
        if (auto filled = names.fill(line); !filled)
            return filled.error();
    return lines;
}

Result<std::uint64_t> countLedger(Connection& connection, std::int64_t book,
                                  const LedgerSearch& search)
{
    const auto condition = parseLedgerFilter(search.filter);
    if (!condition)
        return condition.error();
    Values values;
    const std::string sql
        = "SELECT count(*) FROM transfer" + where(*condition, book, search, 0, values);
    auto statement = prepared(connection, sql, book, values);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return bits(statement->integer(0));
}

} // namespace gavel::ledger
