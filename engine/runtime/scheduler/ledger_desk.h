// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/drill_down.h"
#include "engine/ledger/audit/money_sums.h"
#include "engine/ledger/ledger_store.h"
#include "engine/ledger/settlement/hand_posting.h"
#include "engine/ledger/settlement/settlement.h"
#include "engine/ledger/settlement/wallets.h"
#include "engine/ledger/settlement/window_closer.h"
#include "engine/model/market_setup.h"
#include "engine/runtime/settlement_view.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gavel::runtime {

/// The book of one market with its wallets, kept in the workspace or in memory only. For the
/// scheduler's thread.
class LedgerDesk
{
public:
    struct Plan
    {
        store::Workspace* workspace = nullptr; ///< nullptr: in memory only
        std::string market;
        std::uint32_t run = ledger::kEveryRun;
        Currency currency;
        std::vector<model::ExchangeRate> rates;
        std::int64_t dayOffsetMs = 0; ///< of the market's zone, for the sums of a day
        TimeMs now;
        bool isWaitedFor = true; ///< commit() returns when the book is durable, else at once
    };
    /// How a transfer is given back.
    struct GiveBack
    {
        ledger::Entry entry; ///< the charge, or what moved by hand
        std::optional<ledger::Entry> delivery; ///< of a charge: what it paid for
        Money left; ///< that may still be given back
    };
    /// The book as the file has it, with its open holds and the terms of its wallets.
    static Result<std::unique_ptr<LedgerDesk>> open(Plan plan);

    // who there is
    /// A new or edited campaign; `beside` is spent outside the ledger.
    void setCampaign(Handle handle, const model::Campaign& campaign, Money beside, TimeMs now);
    void setPublisher(Handle handle, std::string_view id, TimeMs now);
    /// What a campaign owed when the book was loaded, nano-units of its currency: what it spent
    /// when it pays clearing prices, else what was charged and what its delivery since then comes
    /// to. Errors: those of reading.
    Result<std::int64_t> dueSoFar(Handle handle, const model::Campaign& campaign,
                                  std::int64_t spentNanos);
    /// Credit of every wallet by its terms; after campaigns were set.
    void refreshWallets(TimeMs now) { m_wallets->refresh(now); }

    // rounds
    ledger::Settlement& settlement() { return *m_settlement; }
    const ledger::Settlement& settlement() const { return *m_settlement; }
    const ledger::Wallets& wallets() const { return *m_wallets; }
    const ledger::Book& book() const { return m_book; }
    /// Settles what is not settled yet; notes the round for the file.
    ledger::RoundResult settle(const ledger::RoundCounts& counts, TimeMs now);
    /// Undoes a round of this key; false when there is none.
    bool compensate(std::uint64_t key, TimeMs now);
    /// A round of this key was settled before, by this process or the one before.
    bool hasRound(std::uint64_t key) const { return m_rounds.contains(key); }
    /// A server's events before `through` are settled: windows close when all have come so far.
    void reported(std::uint32_t server, TimeMs through) { m_windows->report(server, through); }
    /// It has left, and everything that it did is settled: no window waits for it.
    void left(std::uint32_t server) { m_windows->leave(server); }
    void closeWindows(TimeMs now);
    /// Everything so far is durable when it returns.
    Result<void> commit();

    // by hand; durable when they return
    Result<void> payIn(const PayIn& payIn, const std::string& actor, TimeMs now);
    /// A charge, with its delivery, or what was moved by hand. Errors: TRANSFER_UNKNOWN,
    /// INVALID_REQUEST naming the field.
    Result<GiveBack> giveBackOf(const AdjustmentRequest& request) const;
    Result<void> adjust(const AdjustmentRequest& request, const std::string& actor, TimeMs now);
    /// What names the refund of an auction.
    static std::string refundKey(const ledger::WonAuction& auction);
    /// Error: INVALID_REQUEST when a kept book has given its price back already.
    static Result<void> checkNotRefunded(store::Connection& reader, std::int64_t book,
                                         const ledger::WonAuction& auction);
    /// The charge that an auction's price goes back from; none when the book does not know it.
    /// Error: INVALID_REQUEST when less than the price is left of it.
    Result<ledger::TransferId> chargeFor(const ledger::WonAuction& auction, Money price) const;
    /// Publisher and platform give back what an auction cost, once and not beside the whole charge.
    /// It counts on the day it is given back, so that no closed day and no invoice changes.
    Result<void> refund(const ledger::RefundedAuction& refunded, const ledger::WonAuction& auction,
                        const std::string& reason, const std::string& actor, TimeMs now);
    Result<void> setTerms(const std::string& advertiser, const WalletTerms& terms,
                          const std::string& actor, TimeMs now);
    /// A transfer by its number. Errors: TRANSFER_UNKNOWN.
    Result<ledger::Entry> entry(std::uint64_t sequence) const;

    /// What the days brought that were settled since the book was opened, and that day from its
    /// beginning; by day of the market's zone. nullptr for another.
    const ledger::MoneySums* sumsOfDay(std::int64_t day) const;
    std::int64_t dayOf(TimeMs windowEnd) const;

    /// Broken promises of the ledger: accounts that do not sum to zero, or paid that is not earned.
    std::uint64_t broken() const;
    std::int64_t bookNumber() const { return m_store ? m_store->bookNumber() : 0; }
    std::uint64_t durableSequence() const;
    /// Returns when everything up to now is durable.
    Result<void> awaitDurable() const { return m_store ? m_store->wait() : Result<void>(); }
    bool isKept() const { return m_store.has_value(); }

private:
    explicit LedgerDesk(Plan plan);
    Result<void> load();
    void remember(const ledger::SettledRound& round);
    Result<void> keep(Result<std::vector<ledger::TransferNote>> notes);
    Result<void> readTail();
    void sumDays();
    std::optional<GiveBack> pairOf(const ledger::Entry& chosen) const;
    /// What may still be given back of a charge: refunds of its auctions count against it.
    Result<Money> leftOf(const ledger::Entry& charge, const ledger::Entry& delivery) const;

    Plan m_plan;
    mutable std::optional<ledger::LedgerStore> m_store;
    ledger::Book m_book;
    std::unique_ptr<ledger::Settlement> m_settlement;
    std::unique_ptr<ledger::Wallets> m_wallets;
    std::unique_ptr<ledger::WindowCloser> m_windows;
    std::map<std::uint64_t, ledger::SettledRound> m_rounds; ///< by key, the newest
    std::deque<std::uint64_t> m_roundOrder;
    ledger::LedgerRecords m_waiting; ///< for the next commit
    std::map<std::int64_t, ledger::MoneySums> m_days; ///< the newest
    std::int64_t m_firstDay = 0; ///< the first of which every transfer was seen
    std::uint64_t m_summedTo = 0; ///< the last transfer in them
    /// What the log holds beyond the last settlement, by campaign; read when first asked for.
    std::optional<std::map<std::string, ledger::Delivered>> m_tail;
};

} // namespace gavel::runtime
