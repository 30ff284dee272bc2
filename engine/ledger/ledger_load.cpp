// SPDX-License-Identifier: GPL-3.0-or-later
// The reading side of LedgerStore.
#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_store.h"
#include "engine/ledger/ledger_tables.h"

#include <algorithm>
#include <map>
#include <string>

namespace gavel::ledger {

using store::Connection;

namespace {

Error corrupt(const char* what)
{
    return {"LEDGER_CORRUPT", "ledger", what, "run gaveld verify, and restore a backup"};
}

Result<void> loadAccounts(Connection& connection, std::int64_t number, Book& book)
{
    return forRows(
        connection,
        "SELECT id, kind, owner, currency, opened_at FROM account WHERE book = $1 ORDER BY id",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(3));
            if (!currency || row.integer(0) != static_cast<std::int64_t>(book.accountCount()) + 1
                || row.integer(1) < 0
                || row.integer(1) >= static_cast<std::int64_t>(kAccountKindNames.size()))
                return corrupt("the accounts are not numbered as they were opened");
            book.restore(OpenedAccount{
                static_cast<AccountHandle>(row.integer(0)),
                {static_cast<AccountKind>(row.integer(1)), std::string(row.text(2)), *currency},
                TimeMs{row.integer(4)}});
            return {};
        },
        number);
}

Result<void> loadTerms(Connection& connection, std::int64_t number, Book& book)
{
    const auto known = [&](std::int64_t account) {
        return account >= 1 && account <= static_cast<std::int64_t>(book.accountCount());
    };
    auto loaded = forRows(
        connection,
        "SELECT sequence, at, account, amount FROM account_limit WHERE book = $1 ORDER BY sequence",
        [&](const store::Statement& row) -> Result<void> {
            if (!known(row.integer(2)))
                return corrupt("a limit is of an account that is not there");
            book.restore(LimitChange{bits(row.integer(0)), TimeMs{row.integer(1)},
                                     static_cast<AccountHandle>(row.integer(2)),
                                     Money{row.integer(3)}});
            return {};
        },
        number);
    if (!loaded)
        return loaded;
    return forRows(
        connection,
        "SELECT sequence, at, currency, numerator, denominator FROM exchange_rate WHERE book = $1 "
        "ORDER BY sequence",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(2));
            if (!currency)
                return currency.error();
            book.restore(RateChange{bits(row.integer(0)), TimeMs{row.integer(1)}, *currency,
                                    row.integer(3), row.integer(4)});
            return {};
        },
        number);
}

/// Counters and open holds as they were at the snapshot; returns its sequence, 0 when there is
/// none.
Result<std::uint64_t> loadSnapshot(Connection& connection, std::int64_t number, Book& book)
{
    std::uint64_t sequence = 0;
    TimeMs at;
    auto loaded = forRows(
        connection, "SELECT sequence, at FROM ledger_snapshot WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            sequence = bits(row.integer(0));
            at = {row.integer(1)};
            return {};
        },
        number);
    if (!loaded)
        return loaded.error();
    loaded = forRows(
        connection, "SELECT * FROM snapshot_account WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            const auto handle = static_cast<AccountHandle>(row.integer(1));
            if (handle == 0 || handle > book.accountCount())
                return corrupt("the snapshot counts an account that is not there");
            Account account = book.account(handle);
            account.debitsPosted = row.integer(2);
            account.debitsPending = row.integer(3);
            account.creditsPosted = row.integer(4);
            account.creditsPending = row.integer(5);
            account.reversed = row.integer(6);
            account.settled = row.integer(7);
            book.restore(handle, account);
            return {};
        },
        number);
    if (!loaded)
        return loaded.error();
    loaded = forRows(
        connection,
        "SELECT " + std::string(kTransferColumns)
            + " FROM snapshot_hold h JOIN transfer t ON t.key = "
              "(h.book << 40) | h.sequence WHERE h.book = $1 ORDER BY h.sequence",
        [&](const store::Statement& row) -> Result<void> {
            Entry hold = transferRow(row);
            hold.open = true;
            book.restoreHold(hold);
            return {};
        },
        number);
    if (!loaded)
        return loaded.error();
    book.restoreEnd(sequence, at, TimeMs{-1});
    return sequence;
}

bool isSound(const Entry& entry, const Book& book)
{
    const Transfer& transfer = entry.transfer;
    return transfer.debit >= 1 && transfer.debit <= book.accountCount() && transfer.credit >= 1
        && transfer.credit <= book.accountCount() && transfer.kind <= TransferKind::Reversal
        && entry.outcome <= Outcome::BeyondOriginal;
}

/// An entry that was forgotten: it has ended, so only what was undone of it, up to a sequence, can
/// be missing.
Result<std::optional<Entry>> findOlder(Connection& connection, std::int64_t number, TransferId id,
                                       std::uint64_t upTo)
{
    std::optional<Entry> found;
    auto read = forRows(
        connection,
        "SELECT " + std::string(kTransferColumns)
            + " FROM transfer WHERE id_high = $1 AND id_low = $2 AND "
              "key >> 40 = $3",
        [&](const store::Statement& row) -> Result<void> {
            found = transferRow(row);
            return {};
        },
        id.high, id.low, number);
    if (read && found)
        read = forRows(
            connection,
            "SELECT coalesce(sum(amount), 0) FROM transfer WHERE kind = 5 AND outcome = 0 AND "
            "ref_high = $1 AND ref_low = $2 AND key >= $3 AND key <= $4",
            [&](const store::Statement& row) -> Result<void> {
                found->used = row.integer(0);
                return {};
            },
            id.high, id.low, transferKey(number, 0), transferKey(number, upTo));
    if (!read)
        return read.error();
    return found;
}

Book::Lookup lookupUpTo(Connection& connection, std::int64_t number, std::uint64_t upTo)
{
    return [&connection, number, upTo](TransferId id) {
        auto found = findOlder(connection, number, id, upTo);
        return found ? *found : std::nullopt;
    };
}

/// What happened after the snapshot happens again. Returns how many transfers that were.
Result<std::size_t> replay(Connection& connection, std::int64_t number, std::uint64_t after,
                           Book& book)
{
    std::size_t count = 0;
    auto replayed = forRows(
        connection,
        "SELECT " + std::string(kTransferColumns)
            + " FROM transfer WHERE key > $1 AND key < $2 ORDER BY key",
        [&](const store::Statement& row) -> Result<void> {
            const Entry entry = transferRow(row);
            if (!isSound(entry, book) || !book.restore(entry))
                return corrupt("a transfer refers to what is not there");
            ++count;
            return {};
        },
        transferKey(number, after), transferKey(number + 1, 0));
    if (!replayed)
        return replayed.error();
    return count;
}

/// Of the ids up to a sequence; -1 when there are none.
Result<TimeMs> newestTime(Connection& connection, std::int64_t number, std::uint64_t upTo)
{
    TimeMs newest{-1};
    auto read = forRows(
        connection,
        "SELECT id_high FROM transfer WHERE key >> 40 = $1 AND (key & 1099511627775) <= $2 ORDER "
        "BY id_high DESC LIMIT 1",
        [&](const store::Statement& row) -> Result<void> {
            newest = TransferId{bits(row.integer(0)), 0}.time();
            return {};
        },
        number, upTo);
    if (!read)
        return read.error();
    return newest;
}

} // namespace

Result<Book> LedgerStore::load()
{
    Book book(m_currency);
    if (auto loaded = loadAccounts(*m_reader, m_number, book); !loaded)
        return loaded.error();
    if (auto loaded = loadTerms(*m_reader, m_number, book); !loaded)
        return loaded.error();
    const auto snapshot = loadSnapshot(*m_reader, m_number, book);
    if (!snapshot)
        return snapshot.error();
    const auto newest = newestTime(*m_reader, m_number, *snapshot);
    if (!newest)
        return newest.error();
    book.restoreEnd(*snapshot, {}, *newest);
    book.setLookup(lookupUpTo(*m_reader, m_number, *snapshot));
    const auto replayed = replay(*m_reader, m_number, *snapshot, book);
    if (!replayed)
        return replayed.error();
    book.setLookup(lookupUpTo(*m_reader, m_number, kMostTransfers));
    m_sinceSnapshot = *replayed;
    m_durable = book.lastSequence();
    auto numbers = forRows(
        *m_reader,
        "SELECT (SELECT coalesce(max(number), 0) FROM settled_round WHERE book = $1), (SELECT "
        "coalesce(max(number), 0) FROM billing_terms WHERE book = $1)",
        [&](const store::Statement& row) -> Result<void> {
            m_shared->nextRound = row.integer(0);
            m_shared->nextBilling = row.integer(1);
            return {};
        },
        m_number);
    if (!numbers)
        return numbers.error();
    return book;
}

Result<std::vector<SettledRound>> LedgerStore::rounds(std::size_t most)
{
    std::vector<SettledRound> rounds;
    auto read = forRows(
        *m_reader,
        "SELECT number, round_key, first_sequence, last_sequence, window_start, window_end, at, "
        "compensation FROM settled_round WHERE book = $1 ORDER BY number DESC LIMIT $2",
        [&](const store::Statement& row) -> Result<void> {
            SettledRound round{bits(row.integer(1)),   bits(row.integer(2)),
                               bits(row.integer(3)),   TimeMs{row.integer(4)},
                               TimeMs{row.integer(5)}, TimeMs{row.integer(6)},
                               row.integer(7) != 0,    {}};
            auto sources = forRows(
                *m_reader,
                "SELECT source, sequence FROM settled_source WHERE book = $1 AND number = $2 ORDER "
                "BY source",
                [&](const store::Statement& position) -> Result<void> {
                    round.sources.push_back({static_cast<std::uint32_t>(position.integer(0)),
                                             bits(position.integer(1))});
                    return {};
                },
                m_number, row.integer(0));
            rounds.push_back(std::move(round));
            return sources;
        },
        m_number, most);
    if (!read)
        return read.error();
    std::reverse(rounds.begin(), rounds.end());
    return rounds;
}

Result<std::vector<WalletTermsChange>> LedgerStore::walletTerms()
{
    std::map<AccountHandle, WalletTermsChange> newest;
    auto read = forRows(
        *m_reader,
        "SELECT wallet, at, prepaid, credit, low_balance, actor FROM wallet_terms WHERE book = $1 "
        "ORDER BY id",
        [&](const store::Statement& row) -> Result<void> {
            WalletTermsChange change{static_cast<AccountHandle>(row.integer(0)),
                                     TimeMs{row.integer(1)},
                                     {row.integer(2) != 0, std::nullopt, Money{row.integer(4)}},
                                     std::string(row.text(5))};
            if (!row.isNull(3))
                change.terms.credit = Money{row.integer(3)};
            newest[change.wallet] = std::move(change);
            return {};
        },
        m_number);
    if (!read)
        return read.error();
    std::vector<WalletTermsChange> terms;
    terms.reserve(newest.size());
    for (auto& [wallet, change] : newest)
        terms.push_back(std::move(change));
    return terms;
}

Result<std::optional<ClosedWindow>> LedgerStore::lastWindow()
{
    std::optional<ClosedWindow> window;
    auto read = forRows(
        *m_reader,
        "SELECT window_start, window_end, at, complete, sequence FROM closed_window WHERE book = "
        "$1 ORDER BY window_end DESC LIMIT 1",
        [&](const store::Statement& row) -> Result<void> {
            window
                = ClosedWindow{TimeMs{row.integer(0)}, TimeMs{row.integer(1)},
                               TimeMs{row.integer(2)}, row.integer(3) != 0, bits(row.integer(4))};
            return {};
        },
        m_number);
    if (!read)
        return read.error();
    return window;
}

} // namespace gavel::ledger
