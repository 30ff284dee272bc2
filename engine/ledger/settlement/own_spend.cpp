// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/own_spend.h"

#include "engine/ledger/ledger_rows.h"

#include <array>
#include <optional>

namespace gavel::ledger {

using store::Connection;

namespace {

constexpr std::array<const char*, 3> kClear{"DELETE FROM own_spend WHERE book = $1",
                                            "DELETE FROM own_spend_source WHERE book = $1",
                                            "DELETE FROM own_period WHERE book = $1"};

constexpr std::string_view kLine = R"sql(
INSERT INTO own_spend (book, campaign, source, spent, uncharged) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (book, campaign, source) DO UPDATE SET
    spent = excluded.spent, uncharged = excluded.uncharged)sql";

constexpr std::string_view kSource = R"sql(
INSERT INTO own_spend_source (book, source, sequence) VALUES ($1, $2, $3)
ON CONFLICT (book, source) DO UPDATE SET sequence = excluded.sequence)sql";

constexpr std::string_view kPeriod = R"sql(
INSERT INTO own_period (book, campaign, day, hour, at_day, at_hour) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (book, campaign) DO UPDATE SET day = excluded.day, hour = excluded.hour,
    at_day = excluded.at_day, at_hour = excluded.at_hour)sql";

template<typename... Values>
Result<void> run(Connection& connection, std::string_view sql, const Values&... values)
{
    const auto statement = connection.cached(sql);
    return statement ? (*statement)->bindAll(values...).run() : statement.error();
}

} // namespace

Result<void> writeOwnSpend(Connection& connection, std::int64_t book, const OwnSpendNote& note)
{
    Result<void> done;
    if (note.isWhole)
        for (const char* sql : kClear)
            if (done = run(connection, sql, book); !done)
                return done;
    for (const SourcePosition& position : note.sources)
        if (done = run(connection, kSource, book, position.source, position.sequence); !done)
            return done;
    for (const OwnSpendNote::Line& line : note.lines)
        if (done = run(connection, kLine, book, line.campaign, line.source, line.sums.spentNanos,
                       line.sums.unchargedNanos);
            !done)
            return done;
    for (const auto& [campaign, periods] : note.periods)
        if (done = run(connection, kPeriod, book, campaign, periods.day, periods.hour.value,
                       periods.spentAtDay, periods.spentAtHour);
            !done)
            return done;
    return {};
}

namespace {

/// nullopt: the file has no such tables, or the market no book.
Result<std::optional<std::int64_t>> bookOf(Connection& connection, std::string_view market)
{
    const auto tables
        = connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'own_spend'");
    if (!tables)
        return tables.error();
    std::optional<std::int64_t> book;
    if (*tables == 0)
        return book;
    auto read = forRows(
        connection, "SELECT id FROM ledger_book WHERE market = $1 AND run = 0",
        [&](const store::Statement& row) -> Result<void> {
            book = row.integer(0);
            return {};
        },
        market);
    if (!read)
        return read.error();
    return book;
}

Result<void> readRates(Connection& connection, std::int64_t book, OwnSpend& own)
{
    return forRows(
        connection,
        "SELECT currency, numerator, denominator FROM exchange_rate WHERE book = $1 ORDER BY "
        "sequence",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(0));
            if (!currency)
                return currency.error();
            own.rates[*currency] = {row.integer(1), row.integer(2)};
            return {};
        },
        book);
}

Result<void> readSums(Connection& connection, std::int64_t book, OwnSpend& own)
{
    return forRows(
        connection, "SELECT campaign, source, spent, uncharged FROM own_spend WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            own.campaigns[std::string(row.text(0))][static_cast<std::uint32_t>(row.integer(1))]
                = {row.integer(2), row.integer(3)};
            return {};
        },
        book);
}

Result<void> readPeriods(Connection& connection, std::int64_t book, OwnSpend& own)
{
    return forRows(
        connection, "SELECT campaign, day, hour, at_day, at_hour FROM own_period WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            own.periods[std::string(row.text(0))]
                = {static_cast<std::int32_t>(row.integer(1)), TimeMs{row.integer(2)},
                   row.integer(3), row.integer(4)};
            return {};
        },
        book);
}

Result<void> readPositions(Connection& connection, std::int64_t book, OwnSpend& own)
{
    return forRows(
        connection, "SELECT source, sequence FROM own_spend_source WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            own.positions[static_cast<std::uint32_t>(row.integer(0))] = bits(row.integer(1));
            return {};
        },
        book);
}

} // namespace

Result<OwnSpend> readOwnSpend(Connection& connection, std::string_view market)
{
    OwnSpend own;
    const auto book = bookOf(connection, market);
    if (!book)
        return book.error();
    if (!*book)
        return own;
    for (const auto part : {&readRates, &readSums, &readPeriods, &readPositions})
        if (auto read = part(connection, **book, own); !read)
            return read.error();
    return own;
}

} // namespace gavel::ledger
