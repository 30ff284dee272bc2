// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/ledger_search.h"

#include "engine/ledger/audit/ledger_filter.h"
#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_tables.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

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

/// Keys of transfers: from the first, before the second.
struct Span
{
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

Result<std::optional<std::pair<std::int64_t, TimeMs>>> firstFrom(Connection& connection,
                                                                 std::int64_t key, std::int64_t end)
{
    const auto find = connection.cached(
        "SELECT key, at FROM transfer WHERE key >= $1 AND key < $2 ORDER BY key LIMIT 1");
    if (!find)
        return find.error();
    const auto row = (*find)->bindAll(key, end).step();
    if (!row)
        return row.error();
    std::optional<std::pair<std::int64_t, TimeMs>> first;
    if (*row)
        first.emplace((*find)->integer(0), TimeMs{(*find)->integer(1)});
    (*find)->reset();
    return first;
}

/// Where transfers of a time or later begin: a book's clock never goes back, so their order is that
/// of their keys.
Result<std::int64_t> placeOf(Connection& connection, Span span, TimeMs time)
{
    while (span.begin < span.end) {
        const std::int64_t middle = span.begin + (span.end - span.begin) / 2;
        const auto first = firstFrom(connection, middle, span.end);
        if (!first)
            return first.error();
        if (!*first || (*first)->second >= time)
            span.end = middle;
        else
            span.begin = (*first)->first + 1;
    }
    return span.begin;
}

Result<Span> spanOf(Connection& connection, std::int64_t book, const LedgerSearch& search,
                    std::uint64_t before)
{
    const auto last = connection.cached(
        "SELECT key FROM transfer WHERE key > $1 AND key < $2 ORDER BY key DESC LIMIT 1");
    if (!last)
        return last.error();
    Span span{transferKey(book, 1), transferKey(book, 1)};
    const auto row = (*last)->bindAll(transferKey(book, 0), transferKey(book + 1, 0)).step();
    if (!row)
        return row.error();
    if (*row)
        span.end = (*last)->integer(0) + 1;
    (*last)->reset();
    const Span all = span;
    if (search.from) {
        const auto place = placeOf(connection, all, *search.from);
        if (!place)
            return place.error();
        span.begin = *place;
    }
    if (search.to) {
        const auto place = placeOf(connection, all, *search.to);
        if (!place)
            return place.error();
        span.end = *place;
    }
    if (before != 0)
        span.end = std::min(span.end, transferKey(book, before));
    return span;
}

/// The condition within a span.
std::string where(const LedgerCondition& condition, const Span& span, Values& values)
{
    values = condition.values;
    const auto bound = [&](std::int64_t value) {
        values.emplace_back(value);
        return '$' + std::to_string(values.size() + 1);
    };
    const std::string from = bound(span.begin);
    const std::string to = bound(span.end);
    return " WHERE key >> 40 = $1 AND key >= " + from + " AND key < " + to + " AND "
        + condition.sql;
}

/// Limits and rates have numbers of the same count, every other number is a transfer's.
Result<std::uint64_t> countSpan(Connection& connection, std::int64_t book, const Span& span)
{
    if (span.end <= span.begin)
        return std::uint64_t{0};
    std::int64_t others = 0;
    for (const char* sql : {"SELECT count(*) FROM account_limit WHERE book = $1 AND sequence >= $2 "
                            "AND sequence < $3",
                            "SELECT count(*) FROM exchange_rate WHERE book = $1 AND sequence >= $2 "
                            "AND sequence < $3"}) {
        auto read = forRows(
            connection, sql,
            [&](const store::Statement& row) -> Result<void> {
                others += row.integer(0);
                return {};
            },
            book, span.begin - transferKey(book, 0), span.end - transferKey(book, 0));
        if (!read)
            return read.error();
    }
    return bits(span.end - span.begin - others);
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
            "SELECT key & 1099511627775, amount FROM transfer WHERE id_high = $1 AND id_low = $2 "
            "AND key >> 40 = $3",
            [&](const store::Statement& row) -> Result<void> {
                line.reference = bits(row.integer(0));
                if (releases(transfer.kind))
                    line.released = {row.integer(1)};
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
    const auto span = spanOf(connection, book, search, search.before);
    if (!span)
        return span.error();
    Values values;
    std::string sql = "SELECT " + std::string(kTransferColumns) + " FROM transfer"
        + where(*condition, *span, values);
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
        lines.push_back({transferRow(*statement), {}, {}, 0, {}});
    }
    LineNames names(connection, book);
    for (LedgerLine& line : lines)
        if (auto filled = names.fill(line); !filled)
            return filled.error();
    return lines;
}

Result<LedgerCount> countLedger(Connection& connection, std::int64_t book,
                                const LedgerSearch& search, std::size_t most)
{
    const auto condition = parseLedgerFilter(search.filter);
    if (!condition)
        return condition.error();
    const auto span = spanOf(connection, book, search, 0);
    if (!span)
        return span.error();
    if (condition->isAll()) {
        const auto all = countSpan(connection, book, *span);
        return all ? Result<LedgerCount>(LedgerCount{*all, true}) : all.error();
    }
    Values values;
    std::string sql
        = "SELECT count(*) FROM (SELECT 1 FROM transfer" + where(*condition, *span, values);
    values.emplace_back(static_cast<std::int64_t>(most) + 1);
    sql += " LIMIT $" + std::to_string(values.size() + 1) + ')';
    auto statement = prepared(connection, sql, book, values);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    const std::uint64_t count = bits(statement->integer(0));
    return LedgerCount{std::min<std::uint64_t>(count, most), count <= most};
}

} // namespace gavel::ledger
