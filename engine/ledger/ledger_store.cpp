// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/ledger_store.h"

#include "engine/base/fault.h"
#include "engine/ledger/ledger_tables.h"

#include <chrono>

namespace gavel::ledger {

using store::Connection;

/// What one append writes: its own copy, since the book goes on meanwhile.
struct LedgerStore::Batch
{
    std::int64_t book = 0;
    BookChanges changes;
    LedgerRecords records;
    bool snapshot = false;
    std::uint64_t sequence = 0; ///< of the counters
    TimeMs at;
    std::vector<Account> counters; ///< by handle - 1
    std::vector<std::uint64_t> holds;
};

namespace {

std::int64_t bits(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

/// Runs one statement for each element, with the values that `bind` gives it.
template<typename Elements, typename Bind>
Result<void> writeEach(Connection& connection, std::string_view sql, const Elements& elements,
                       const Bind& bind)
{
    if (elements.empty())
        return {};
    auto statement = connection.cached(sql);
    if (!statement)
        return statement.error();
    for (const auto& element : elements) {
        bind(**statement, element);
        if (auto written = (*statement)->run(); !written)
            return written;
    }
    return {};
}

Result<void> writeAccounts(Connection& connection, std::int64_t book, const BookChanges& changes)
{
    auto written = writeEach(
        connection,
        "INSERT INTO account (book, id, kind, owner, currency, opened_at) VALUES ($1, $2, $3, $4, "
        "$5, $6)",
        changes.accounts, [book](store::Statement& into, const OpenedAccount& opened) {
            into.bindAll(book, opened.handle, static_cast<int>(opened.name.kind), opened.name.owner,
                         opened.name.currency.view(), opened.at.value);
        });
    if (!written)
        return written;
    written = writeEach(connection,
                        "INSERT INTO account_limit (book, sequence, at, account, amount) VALUES "
                        "($1, $2, $3, $4, $5)",
                        changes.limits, [book](store::Statement& into, const LimitChange& change) {
                            into.bindAll(book, change.sequence, change.at.value, change.account,
                                         change.limit.micros);
                        });
    if (!written)
        return written;
    return writeEach(connection,
                     "INSERT INTO exchange_rate (book, sequence, at, currency, numerator, "
                     "denominator) VALUES ($1, $2, $3, $4, $5, $6)",
                     changes.rates, [book](store::Statement& into, const RateChange& change) {
                         into.bindAll(book, change.sequence, change.at.value, change.from.view(),
                                      change.numerator, change.denominator);
                     });
}

Result<void> writeTransfers(Connection& connection, std::int64_t book,
                            const std::vector<Entry>& entries)
{
    return writeEach(
        connection,
        "INSERT INTO transfer (key, id_high, id_low, ref_high, ref_low, debit, credit, amount, "
        "kind, code, outcome, at, expires) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
        "$12, $13)",
        entries, [book](store::Statement& into, const Entry& entry) {
            const Transfer& transfer = entry.transfer;
            into.bindAll(transferKey(book, entry.sequence), bits(transfer.id.high),
                         bits(transfer.id.low), bits(transfer.reference.high),
                         bits(transfer.reference.low), transfer.debit, transfer.credit,
                         transfer.amount.micros, static_cast<int>(transfer.kind),
                         static_cast<int>(transfer.code), static_cast<int>(entry.outcome),
                         entry.at.value, transfer.expires.value);
        });
}

Result<void> writeRound(Connection& connection, std::int64_t book, std::int64_t number,
                        const SettledRound& round)
{
    auto insert = connection.cached(
        "INSERT INTO settled_round (book, number, round_key, first_sequence, last_sequence, "
        "window_start, window_end, at, compensation) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    if (!insert)
        return insert.error();
    (*insert)->bindAll(book, number, bits(round.key), round.firstSequence, round.lastSequence,
                       round.windowStart.value, round.windowEnd.value, round.at.value,
                       round.compensation);
    if (auto written = (*insert)->run(); !written)
        return written;
    return writeEach(connection,
                     "INSERT INTO settled_source (book, number, source, sequence) VALUES ($1, $2, "
                     "$3, $4)",
                     round.sources, [&](store::Statement& into, const SourcePosition& position) {
                         into.bindAll(book, number, position.source, position.sequence);
                     });
}

Result<void> writeBilling(Connection& connection, std::int64_t book, std::int64_t number,
                          const BillingStart& start)
{
    auto written = writeEach(
        connection,
        "INSERT INTO billing_terms (book, number, campaign, model, per_click, per_conversion, "
        "per_day, time_zone, owed_nanos, first_source, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
        "$9, $10, $11)",
        start.terms, [&](store::Statement& into, const BillingTerms& terms) {
            into.bindAll(book, number, terms.campaign, static_cast<int>(terms.billing.model),
                         terms.billing.perClick.micros, terms.billing.perConversion.micros,
                         terms.billing.perDay.micros, terms.timeZone, terms.owedNanos,
                         start.firstSource, start.at.value);
        });
    if (!written)
        return written;
    return writeEach(connection,
                     "INSERT INTO billing_source (book, number, source, sequence) VALUES ($1, $2, "
                     "$3, $4)",
                     start.sources, [&](store::Statement& into, const SourcePosition& position) {
                         into.bindAll(book, number, position.source, position.sequence);
                     });
}

Result<void> writeRecords(Connection& connection, std::int64_t book, const LedgerRecords& records)
{
    auto written = writeEach(
        connection,
        "INSERT INTO transfer_note (book, sequence, key_text, reason, actor) VALUES ($1, $2, $3, "
        "$4, $5)",
        records.notes, [book](store::Statement& into, const TransferNote& note) {
            into.bindAll(book, note.sequence, note.key, note.reason, note.actor);
        });
    if (!written)
        return written;
    written = writeEach(
        connection,
        "INSERT INTO wallet_terms (book, wallet, at, prepaid, credit, low_balance, actor) VALUES "
        "($1, $2, $3, $4, $5, $6, $7)",
        records.wallets, [book](store::Statement& into, const WalletTermsChange& change) {
            into.bindAll(book, change.wallet, change.at.value, change.terms.prepaid, 0,
                         change.terms.lowBalance.micros, change.actor);
            if (change.terms.credit)
                into.bind(5, change.terms.credit->micros);
            else
                into.bindNull(5);
        });
    if (!written)
        return written;
    return writeEach(connection,
                     "INSERT INTO closed_window (book, window_end, window_start, at, complete, "
                     "sequence) VALUES ($1, $2, $3, $4, $5, $6)",
                     records.windows, [book](store::Statement& into, const ClosedWindow& window) {
                         into.bindAll(book, window.end.value, window.start.value, window.at.value,
                                      window.complete, window.sequence);
                     });
}

Result<void> clearSnapshot(Connection& connection, std::int64_t book)
{
    for (const auto* sql : {"DELETE FROM snapshot_account WHERE book = $1",
                            "DELETE FROM snapshot_hold WHERE book = $1"}) {
        auto statement = connection.cached(sql);
        if (!statement)
            return statement.error();
        if (auto cleared = (*statement)->bindAll(book).run(); !cleared)
            return cleared;
    }
    return {};
}

Result<std::int64_t> bookNumberOf(Connection& connection, std::string_view market,
                                  std::uint32_t run, Currency currency)
{
    auto find
        = connection.prepare("SELECT id, currency FROM ledger_book WHERE market = $1 AND run = $2");
    if (!find)
        return find.error();
    const auto row = find->bindAll(market, run).step();
    if (!row)
        return row.error();
    if (!*row)
        return 0;
    if (find->text(1) != currency.view())
        return Error{"LEDGER_CURRENCY", std::string(market),
                     "the book of this market is kept in " + std::string(find->text(1)),
                     "run the market in that currency, or in a new workspace"};
    return find->integer(0);
}

} // namespace

LedgerStore::LedgerStore(store::Workspace& workspace, std::int64_t number, Currency currency)
    : m_workspace(&workspace)
    , m_number(number)
    , m_currency(currency)
{
}

Result<LedgerStore> LedgerStore::open(store::Workspace& workspace, std::string_view market,
                                      std::uint32_t run, Currency currency, TimeMs now)
{
    Result<std::int64_t> number = 0;
    auto made = workspace.writeAndWait([&](Connection& connection) -> Result<void> {
        number = bookNumberOf(connection, market, run, currency);
        if (!number || *number != 0)
            return {};
        auto insert = connection.cached("INSERT INTO ledger_book (market, run, currency, opened_at)"
                                        " VALUES ($1, $2, $3, $4)");
        if (!insert)
            return insert.error();
        if (auto added = (*insert)->bindAll(market, run, currency.view(), now.value).run(); !added)
            return added;
        number = connection.lastRow();
        return {};
    });
    if (!made)
        return made.error();
    if (!number)
        return number.error();
    LedgerStore opened(workspace, *number, currency);
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    opened.m_reader = std::make_unique<Connection>(std::move(*reader));
    return opened;
}

Result<void> LedgerStore::write(Connection& connection, const Batch& batch, Shared& shared)
{
    if (auto written = writeAccounts(connection, batch.book, batch.changes); !written)
        return written;
    if (auto written = writeTransfers(connection, batch.book, batch.changes.entries); !written)
        return written;
    for (const SettledRound& round : batch.records.rounds)
        if (auto written = writeRound(connection, batch.book, ++shared.nextRound, round); !written)
            return written;
    for (const BillingStart& start : batch.records.billing)
        if (auto written = writeBilling(connection, batch.book, ++shared.nextBilling, start);
            !written)
            return written;
    if (auto written = writeRecords(connection, batch.book, batch.records); !written)
        return written;
    for (const OwnSpendNote& note : batch.records.own)
        if (auto written = writeOwnSpend(connection, batch.book, note); !written)
            return written;
    return batch.snapshot ? writeSnapshot(connection, batch) : Result<void>();
}

Result<void> LedgerStore::writeSnapshot(Connection& connection, const Batch& batch)
{
    if (auto cleared = clearSnapshot(connection, batch.book); !cleared)
        return cleared;
    std::uint32_t handle = 0;
    auto written = writeEach(
        connection, "INSERT INTO snapshot_account VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        batch.counters, [&](store::Statement& into, const Account& account) {
            into.bindAll(batch.book, ++handle, account.debitsPosted, account.debitsPending,
                         account.creditsPosted, account.creditsPending, account.reversed,
                         account.settled);
        });
    if (!written)
        return written;
    written = writeEach(connection, "INSERT INTO snapshot_hold VALUES ($1, $2)", batch.holds,
                        [&](store::Statement& into, std::uint64_t sequence) {
                            into.bindAll(batch.book, sequence);
                        });
    if (!written)
        return written;
    auto mark = connection.cached(
        "INSERT INTO ledger_snapshot (book, sequence, at) VALUES ($1, $2, $3) ON CONFLICT (book) "
        "DO UPDATE SET sequence = excluded.sequence, at = excluded.at");
    if (!mark)
        return mark.error();
    return (*mark)->bindAll(batch.book, batch.sequence, batch.at.value).run();
}

/// A snapshot of the counters belongs to this batch.
void LedgerStore::takeSnapshot(const Book& book, Batch& batch)
{
    m_sinceSnapshot = 0;
    batch.snapshot = true;
    for (AccountHandle handle = 1; handle <= book.accountCount(); ++handle)
        batch.counters.push_back(book.account(handle));
    for (const Entry& entry : book.entries())
        if (entry.open)
            batch.holds.push_back(entry.sequence);
}

std::shared_future<Result<void>> LedgerStore::append(Book& book, LedgerRecords records)
{
    auto batch = std::make_shared<Batch>();
    batch->book = m_number;
    batch->changes = book.takeChanges();
    batch->records = std::move(records);
    batch->sequence = book.lastSequence();
    batch->at = book.now();
    m_sinceSnapshot += batch->changes.entries.size();
    if (m_sinceSnapshot >= kSnapshotEvery) {
        takeSnapshot(book, *batch);
        book.forget(durableSequence(), book.now() + -kKeepMs);
    }
    std::shared_future<Result<void>> done
        = m_workspace
              ->write([batch, shared = m_shared](Connection& connection) -> Result<void> {
                  if (shared->broken)
                      return Error{"LEDGER_STOPPED", "ledger",
                                   "an earlier change of the ledger could not be written",
                                   "open the workspace again"};
                  auto written = write(connection, *batch, *shared);
                  shared->broken = !written;
                  return written;
              })
              .share();
    if (base::planted(base::Fault::AcknowledgeBeforeCommit)) {
        std::promise<Result<void>> early;
        early.set_value({});
        done = early.get_future().share();
    }
    m_waiting.emplace_back(done, batch->sequence);
    return done;
}

Result<void> LedgerStore::outcome()
{
    return takeOutcomes(false);
}

Result<void> LedgerStore::wait()
{
    return takeOutcomes(true);
}

Result<void> LedgerStore::takeOutcomes(bool waits)
{
    while (!m_waiting.empty()
           && (waits
               || m_waiting.front().first.wait_for(std::chrono::seconds(0))
                   == std::future_status::ready)) {
        if (const auto& written = m_waiting.front().first.get(); !written)
            return written;
        m_durable = m_waiting.front().second;
        m_waiting.pop_front();
    }
    return {};
}

std::uint64_t LedgerStore::durableSequence()
{
    static_cast<void>(outcome());
    return m_durable;
}

} // namespace gavel::ledger
