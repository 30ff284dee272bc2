// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/market_rate.h"
#include "engine/ledger/audit/drill_down.h"
#include "engine/ledger/audit/money_sums.h"
#include "engine/ledger/billing/billing_history.h"
#include "engine/ledger/ledger_store.h"
#include "engine/ledger/settlement/charges.h"
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
#include <set>
#include <span>
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
        std::vector<std::uint32_t> servers; ///< sources in the log that may send more
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
    /// How a campaign stands that is new to this process.
    struct OpenBill
    {
        std::int64_t dueNanos = 0; ///< its currency
        bool isDayCharged = false; ///< rounds of its day have come to something that was shown
    };
    /// It owes what it spent when it always paid clearing prices, else what was charged and what
    /// its delivery since then comes to. Until endBilling() its terms hold from where the log was
    /// settled, later from where it has come to. Its day began at `midnight`. Errors: those of
    /// reading.
    Result<OpenBill> openBilling(const model::Campaign& campaign, std::int64_t spentNanos,
                                 TimeMs midnight, TimeMs now);
    /// It did something that no round has settled. Until endBilling(). Errors: those of reading.
    Result<bool> owes(const model::Campaign& campaign);
    /// All that the market begins with were opened: what others owe by rates of their own ends.
    void endBilling(TimeMs now);
    /// New terms hold from where the log has come to: for all before, it owes `dueNanos`.
    void changeBilling(const model::Campaign& campaign, std::int64_t dueNanos, TimeMs now);
    /// What was reported has come so far in the log.
    void reach(std::span<const ledger::SourcePosition> positions);
    /// Credit of every wallet by its terms; after campaigns were set.
    void refreshWallets(TimeMs now) { m_wallets->refresh(now); }

    // rounds
    ledger::Settlement& settlement() { return *m_settlement; }
    const ledger::Settlement& settlement() const { return *m_settlement; }
    const ledger::Wallets& wallets() const { return *m_wallets; }
    const ledger::Book& book() const { return m_book; }
    /// Settles what is not settled yet; notes the round for the file.
    ledger::RoundResult settle(const ledger::RoundCounts& counts, TimeMs now);
    /// What campaigns of other currencies spent in their own; for the file with the next commit.
    void keepOwn(ledger::OwnSpendNote note) { m_waiting.own.push_back(std::move(note)); }
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
    /// The newest terms of a campaign.
    struct Billed
    {
        model::Billing billing;
        std::string timeZone;
        bool paidPrices = false; ///< always, and nothing else
        bool isSettled = false; ///< the log was, to where they begin, when it was loaded
        bool isOpen = false; ///< it is in the market
        bool isOf(const model::Campaign& campaign) const
        {
            return billing == campaign.billing && timeZone == campaign.timeZone;
        }
    };
    Result<void> load();
    Result<void> loadBilling(store::Connection& reader);
    Result<bool> isShownSince(const model::Campaign& campaign, TimeMs midnight);
    Result<std::int64_t> openDue(const model::Campaign& campaign, std::int64_t spentNanos,
                                 TimeMs now);
    void keepBilling(ledger::BillingTerms terms, bool paidPrices, TimeMs now);
    std::int64_t settledNanos(const std::string& campaign, Currency currency) const;
    void remember(const ledger::SettledRound& round);
    Result<void> keep(Result<std::vector<ledger::TransferNote>> notes);
    /// What the log holds of a campaign beyond the last settlement; nullptr: nothing.
    Result<const ledger::Delivered*> deliveredInTail(const std::string& campaign);
    /// The same in its currency.
    Result<ledger::Delivery> tailOf(const model::Campaign& campaign);
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
    std::map<Currency, dsp::MarketRate> m_tailRates; ///< that held when it was loaded
    std::vector<ledger::LogRange> m_tailRanges; ///< beyond the last settlement, when it was loaded
    std::optional<std::map<std::string, ledger::Delivered>> m_tail; ///< read when first asked for
    /// What was settled since a midnight, by campaign; read when first asked for.
    std::map<TimeMs, std::map<std::string, ledger::Delivered>> m_settledSince;
    std::map<std::string, Billed> m_billed; ///< by campaign
    std::set<std::string> m_startedLast; ///< campaigns of the last start that waits
    std::uint32_t m_firstSource = 0; ///< those below were settled to their ends when it was loaded
    ledger::LogPositions m_reached; ///< by what was settled or reported so far
};

} // namespace gavel::runtime
