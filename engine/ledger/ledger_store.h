// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/book.h"
#include "engine/ledger/records.h"
#include "engine/store/event_log.h"
#include "engine/store/workspace.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::ledger {

/// The run of a book that goes on over every run of its market.
using store::kEveryRun;

/// One book in the workspace, which must have been opened with ledgerMigrations() and outlive this.
/// Same thread as the book.
class LedgerStore
{
public:
    /// Entries between two snapshots of the counters, which a start need not read.
    static constexpr std::size_t kSnapshotEvery = 200'000;
    /// How long ended transfers stay in memory, market time.
    static constexpr std::int64_t kKeepMs = 5 * base::kMinuteMs;

    /// Finds or makes the book of a market: run kEveryRun for "live", the run's number for a play
    /// of a scenario. Errors: LEDGER_CURRENCY when the file has it in another currency.
    static Result<LedgerStore> open(store::Workspace& workspace, std::string_view market,
                                    std::uint32_t run, Currency currency, TimeMs now);

    /// The book as the file has it, able to ask for what it has forgotten; the store must outlive
    /// it. Errors: LEDGER_CORRUPT.
    Result<Book> load();
    /// The rounds that the file has, oldest first, at most the `most` newest.
    Result<std::vector<SettledRound>> rounds(std::size_t most);

    /// Terms as they were set last, by wallet.
    Result<std::vector<WalletTermsChange>> walletTerms();
    /// The newest closed window; empty when none is closed.
    Result<std::optional<ClosedWindow>> lastWindow();

    /// Everything that happened to the book since the last append, and what belongs to it, in one
    /// write; ready when it is durable. After a failure the book is ahead of the file, and every
    /// later append fails too: load it again. Lets the book forget what is durable and old.
    std::shared_future<Result<void>> append(Book& book, LedgerRecords records = {});
    /// Everything up to this sequence is durable.
    std::uint64_t durableSequence();
    /// Why the first append failed, of those that have ended; the second waits for all of them.
    Result<void> outcome();
    Result<void> wait();

    /// The number that transfers, accounts and rounds carry in the file.
    std::int64_t bookNumber() const { return m_number; }

private:
    LedgerStore(store::Workspace& workspace, std::int64_t number, Currency currency);
    struct Batch;
    struct Shared
    {
        std::atomic<bool> broken{false};
        std::int64_t nextRound = 0; ///< of settled_round; the writer's thread only
        std::int64_t nextBilling = 0; ///< the same of billing_terms
    };
    static Result<void> write(store::Connection& connection, const Batch& batch, Shared& shared);
    static Result<void> writeSnapshot(store::Connection& connection, const Batch& batch);
    Result<void> takeOutcomes(bool waits);
    void takeSnapshot(const Book& book, Batch& batch);

    store::Workspace* m_workspace;
    std::int64_t m_number;
    Currency m_currency;
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    std::unique_ptr<store::Connection> m_reader; ///< for what the book has forgotten
    std::deque<std::pair<std::shared_future<Result<void>>, std::uint64_t>> m_waiting;
    std::uint64_t m_durable = 0;
    std::size_t m_sinceSnapshot = 0;
};

} // namespace gavel::ledger
