// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/drill_down.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/store/event_key.h"

#include <algorithm>
#include <map>

namespace gavel::ledger {

using store::Connection;

namespace {

Result<AccountName> nameOf(Connection& connection, std::int64_t book, AccountHandle account)
{
    AccountName name;
    auto read = forRows(
        connection, "SELECT kind, owner, currency FROM account WHERE book = $1 AND id = $2",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(2));
            if (!currency)
                return currency.error();
            name = {static_cast<AccountKind>(row.integer(0)), std::string(row.text(1)), *currency};
            return {};
        },
        book, account);
    if (!read)
        return read.error();
    return name;
}

/// The round of a transfer, with the number of it.
Result<std::optional<std::pair<std::int64_t, SettledRound>>>
roundOf(Connection& connection, std::int64_t book, std::uint64_t sequence)
{
    std::optional<std::pair<std::int64_t, SettledRound>> found;
    auto read = forRows(
        connection,
        "SELECT number, round_key, first_sequence, last_sequence, window_start, window_end, at, "
        "compensation FROM settled_round WHERE book = $1 AND first_sequence <= $2 AND "
        "last_sequence >= $2",
        [&](const store::Statement& row) -> Result<void> {
            found.emplace(row.integer(0),
                          SettledRound{bits(row.integer(1)),
                                       bits(row.integer(2)),
                                       bits(row.integer(3)),
                                       TimeMs{row.integer(4)},
                                       TimeMs{row.integer(5)},
                                       TimeMs{row.integer(6)},
                                       row.integer(7) != 0,
                                       {}});
            return {};
        },
        book, sequence);
    if (read && found)
        read = forRows(
            connection,
            "SELECT source, sequence FROM settled_source WHERE book = $1 AND number = $2 ORDER BY "
            "source",
            [&](const store::Statement& row) -> Result<void> {
                found->second.sources.push_back(
                    {static_cast<std::uint32_t>(row.integer(0)), bits(row.integer(1))});
                return {};
            },
            book, found->first);
    if (!read)
        return read.error();
    return found;
}

/// What each source of a round brought that no effective round before it had settled.
Result<std::vector<LogRange>> rangesOf(Connection& connection, std::int64_t book,
                                       std::int64_t number, const SettledRound& round)
{
    std::map<std::uint32_t, std::uint64_t> before;
    auto read = forRows(
        connection,
        "SELECT s.source, max(s.sequence) FROM settled_source s JOIN settled_round r ON r.book = "
        "s.book AND r.number = s.number WHERE r.book = $1 AND r.number < $2 AND r.compensation = 0 "
        "AND r.round_key NOT IN (SELECT round_key FROM settled_round WHERE book = $1 AND "
        "compensation = 1 AND number < $2) GROUP BY s.source",
        [&](const store::Statement& row) -> Result<void> {
            before[static_cast<std::uint32_t>(row.integer(0))] = bits(row.integer(1));
            return {};
        },
        book, number);
    if (!read)
        return read.error();
    std::vector<LogRange> ranges;
    for (const SourcePosition& position : round.sources) {
        const auto known = before.find(position.source);
        const std::uint64_t after = known == before.end() ? 0 : known->second;
        if (position.sequence > after)
            ranges.push_back({position.source, after, position.sequence});
    }
    return ranges;
}

/// The campaign whose account is on either side.
std::string campaignOf(const AccountName& debit, const AccountName& credit)
{
    for (const AccountName* name : {&debit, &credit})
        if (name->kind == AccountKind::CampaignBudget || name->kind == AccountKind::LateWinLoss
            || (name->kind == AccountKind::Suspense && !name->owner.empty())
            || (name->kind == AccountKind::PlatformRevenue && !name->owner.empty()))
            return name->owner;
    return {};
}

Result<void> readLinks(Connection& connection, std::int64_t book, TransferOrigin& origin)
{
    const Transfer& transfer = origin.entry.transfer;
    auto read = forRows(
        connection,
        "SELECT reason, key_text, actor FROM transfer_note WHERE book = $1 AND sequence = $2",
        [&](const store::Statement& row) -> Result<void> {
            origin.note = TransferNote{origin.entry.sequence, std::string(row.text(1)),
                                       std::string(row.text(0)), std::string(row.text(2))};
            return {};
        },
        book, origin.entry.sequence);
    if (read && !transfer.reference.isNone())
        read = forRows(
            connection,
            "SELECT key & 1099511627775, amount FROM transfer WHERE id_high = $1 AND id_low = $2 "
            "AND key >> 40 = $3",
            [&](const store::Statement& row) -> Result<void> {
                origin.reference = bits(row.integer(0));
                if (releases(transfer.kind))
                    origin.released = {row.integer(1)};
                return {};
            },
            transfer.reference.high, transfer.reference.low, book);
    if (read)
        read = forRows(
            connection,
            "SELECT key & 1099511627775 FROM transfer WHERE kind = 5 AND ref_high = $1 AND ref_low "
            "= $2 AND key >> 40 = $3 AND outcome = 0 ORDER BY key",
            [&](const store::Statement& row) -> Result<void> {
                origin.undoneBy.push_back(bits(row.integer(0)));
                return {};
            },
            transfer.id.high, transfer.id.low, book);
    return read;
}

} // namespace

Result<TransferOrigin> originOf(Connection& connection, std::int64_t book, std::uint64_t sequence)
{
    TransferOrigin origin;
    auto read = forRows(
        connection, "SELECT " + std::string(kTransferColumns) + " FROM transfer WHERE key = $1",
        [&](const store::Statement& row) -> Result<void> {
            origin.entry = transferRow(row);
            return {};
        },
        transferKey(book, sequence));
    if (!read)
        return read.error();
    if (origin.entry.sequence == 0)
        return Error{"TRANSFER_UNKNOWN", "transfer " + std::to_string(sequence),
                     "the book has no transfer of that number", "search for the amount"};
    auto debit = nameOf(connection, book, origin.entry.transfer.debit);
    if (!debit)
        return debit.error();
    auto credit = nameOf(connection, book, origin.entry.transfer.credit);
    if (!credit)
        return credit.error();
    origin.debit = std::move(*debit);
    origin.credit = std::move(*credit);
    origin.campaign = campaignOf(origin.debit, origin.credit);
    if (auto links = readLinks(connection, book, origin); !links)
        return links.error();
    auto round = roundOf(connection, book, sequence);
    if (!round)
        return round.error();
    if (*round) {
        auto ranges = rangesOf(connection, book, (*round)->first, (*round)->second);
        if (!ranges)
            return ranges.error();
        origin.round = std::move((*round)->second);
        origin.ranges = std::move(*ranges);
    }
    return origin;
}

Result<std::set<std::string>> handKeys(Connection& connection, std::int64_t book)
{
    std::set<std::string> keys;
    auto read = forRows(
        connection, "SELECT key_text FROM transfer_note WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            keys.emplace(row.text(0));
            return {};
        },
        book);
    if (!read)
        return read.error();
    return keys;
}

Result<std::optional<std::uint64_t>> chargeOf(Connection& connection, std::int64_t book,
                                              const WonAuction& win)
{
    // The first round that settled as far as the win, and was not undone.
    std::optional<std::pair<std::int64_t, std::int64_t>> made;
    auto read = forRows(
        connection,
        "SELECT r.first_sequence, r.last_sequence FROM settled_source s JOIN settled_round r ON "
        "r.book = s.book AND r.number = s.number WHERE s.book = $1 AND s.source = $2 AND "
        "s.sequence >= $3 AND r.compensation = 0 AND NOT EXISTS (SELECT 1 FROM settled_round c "
        "WHERE c.book = r.book AND c.round_key = r.round_key AND c.compensation = 1) "
        "ORDER BY s.number LIMIT 1",
        [&](const store::Statement& row) -> Result<void> {
            made = {row.integer(0), row.integer(1)};
            return {};
        },
        book, win.source, win.sequence);
    std::optional<std::uint64_t> charge;
    if (read && made)
        read = forRows(
            connection,
            "SELECT t.sequence FROM transfer t JOIN account a ON a.book = $1 AND a.id = t.credit "
            "WHERE t.key BETWEEN $2 AND $3 AND t.code = $4 AND t.kind IN (0, 2) AND t.outcome = 0 "
            "AND a.owner = $5 ORDER BY t.amount DESC, t.key LIMIT 1",
            [&](const store::Statement& row) -> Result<void> {
                charge = static_cast<std::uint64_t>(row.integer(0));
                return {};
            },
            book, transferKey(book, static_cast<std::uint64_t>(made->first)),
            transferKey(book, static_cast<std::uint64_t>(made->second)),
            static_cast<std::int64_t>(TransferCode::Charge), win.campaign);
    if (!read)
        return read.error();
    return charge;
}

Result<Money> refundedOf(Connection& connection, std::int64_t book, TransferId charge)
{
    Money sum;
    auto read = forRows(
        connection,
        "SELECT coalesce(sum(t.amount), 0) FROM transfer_note n JOIN transfer t ON t.key = (n.book "
        "<< 40) + n.sequence WHERE n.book = $1 AND t.code = $2 AND t.outcome = 0 AND t.ref_high = "
        "$3 AND t.ref_low = $4",
        [&](const store::Statement& row) -> Result<void> {
            sum = {row.integer(0)};
            return {};
        },
        book, static_cast<std::int64_t>(TransferCode::Refund), charge.high, charge.low);
    if (!read)
        return read.error();
    return sum;
}

Result<std::vector<PlacementWins>> winsByPlacement(Connection& connection,
                                                   const std::vector<LogRange>& ranges,
                                                   std::string_view campaign)
{
    std::map<std::string, PlacementWins> sums;
    for (const LogRange& range : ranges) {
        auto read = forRows(
            connection,
            "SELECT p.text, count(*), sum(e.amount), sum(e.publisher) FROM event e LEFT JOIN name "
            "p ON p.id = e.placement LEFT JOIN name c ON c.id = e.campaign WHERE e.key > $1 AND "
            "e.key <= $2 AND e.kind = 2 AND e.campaign <> 0 AND ($3 = '' OR c.text = $3) GROUP BY "
            "e.placement",
            [&](const store::Statement& row) -> Result<void> {
                PlacementWins& sum = sums[std::string(row.text(0))];
                sum.placement = row.text(0);
                sum.wins += bits(row.integer(1));
                sum.nanos += row.integer(2);
                sum.publisherNanos += row.integer(3);
                return {};
            },
            store::eventKey(range.source, range.after), store::eventKey(range.source, range.upTo),
            campaign);
        if (!read)
            return read.error();
    }
    std::vector<PlacementWins> wins;
    wins.reserve(sums.size());
    for (auto& [placement, sum] : sums)
        wins.push_back(std::move(sum));
    std::stable_sort(wins.begin(), wins.end(), [](const PlacementWins& a, const PlacementWins& b) {
        return a.nanos > b.nanos;
    });
    return wins;
}

Result<std::vector<WonAuction>> winsOf(Connection& connection, const std::vector<LogRange>& ranges,
                                       const WinsWanted& wanted)
{
    std::vector<WonAuction> wins;
    for (const LogRange& range : ranges) {
        const auto begin = std::pair(range.source, range.after);
        const auto from = wanted.after ? std::max(begin, *wanted.after) : begin;
        if (from.first != range.source || wins.size() >= wanted.most)
            continue;
        auto read = forRows(
            connection,
            "SELECT e.key & 1099511627775, e.auction, e.at, c.text, p.text, s.text, e.amount, "
            "e.publisher, "
            "e.uncharged FROM event e LEFT JOIN name c ON c.id = e.campaign LEFT JOIN name p ON "
            "p.id = e.placement LEFT JOIN name s ON s.id = e.seat WHERE e.key > $1 AND e.key <= $2 "
            "AND e.kind = 2 AND e.campaign <> 0 AND ($3 = '' OR c.text = $3) AND ($4 = '' OR "
            "p.text = $4) ORDER BY e.key LIMIT $5",
            [&](const store::Statement& row) -> Result<void> {
                wins.push_back({range.source, bits(row.integer(0)), bits(row.integer(1)),
                                TimeMs{row.integer(2)}, std::string(row.text(3)),
                                std::string(row.text(4)), std::string(row.text(5)), row.integer(6),
                                row.integer(7), row.integer(8) != 0});
                return {};
            },
            store::eventKey(range.source, from.second), store::eventKey(range.source, range.upTo),
            wanted.campaign, wanted.placement, wanted.most - wins.size());
        if (!read)
            return read.error();
    }
    return wins;
}

} // namespace gavel::ledger
