// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/dictionary.h"
#include "engine/ledger/book.h"
#include "engine/ledger/settlement/settled_round.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::ledger {

/// What a campaign is in the ledger.
struct CampaignTerms
{
    std::string campaign; ///< ids, as the file knows them
    std::string advertiser;
    Currency currency; ///< of its budget and its wallet
    Money budget; ///< total
    bool paysClearing = true; ///< false: billed at rates of its own; the platform buys the media
};

/// What happened to one campaign since the book began, over all ad servers that ever were.
struct CampaignCounts
{
    Handle campaign = 0;
    std::int64_t dueNanos = 0; ///< what it owes by its billing, late wins apart; its currency
    /// Wins that no quota covered; its currency. Where the platform buys the media they are in it,
    /// and do not count here.
    std::int64_t unchargedNanos = 0;
    std::int64_t clearedNanos = 0; ///< clearing prices of all its wins; the market's currency
    /// Of what became due since the last round: what belongs to windows that are closed.
    std::int64_t lateNanos = 0;
};
struct PublisherCounts
{
    Handle publisher = 0;
    std::int64_t earnedNanos = 0; ///< since the book began; the market's currency
};

/// Everything that a round settles. All counters are sums since the book began, so that settling
/// the same again, or a round that was missed, moves exactly what is not settled yet.
struct RoundCounts
{
    TimeMs windowStart;
    TimeMs windowEnd;
    std::uint64_t key = 0; ///< the same for a repeated step, another for every other; not 0
    std::span<const CampaignCounts> campaigns; ///< in any order, each once
    std::span<const PublisherCounts> publishers;
    std::int64_t feeNanos = 0; ///< the exchange's part; the market's currency
    std::int32_t taxPpm = 0; ///< of the platform's fee
    std::span<const SourcePosition> sources;
    TransferId closedWindow{}; ///< what late data are linked to, see closedWindowId()
};

/// What a round moved, micro-units of the market's currency but for what campaigns paid.
struct RoundResult
{
    SettledRound round; ///< for the file
    std::map<Currency, Money> charged; ///< to advertisers
    Money lateWins; ///< borne by the platform
    Money publishers;
    Money fee;
    Money tax;
    Money unmatched; ///< paid by advertisers, claimed by nobody that is known: 0 when reports agree
    struct Uncovered
    {
        Handle campaign = 0;
        Money amount; ///< beyond hold, wallet or budget; its currency
    };
    std::vector<Uncovered> uncovered;
    std::vector<Handle> unsettled; ///< campaigns whose currency has no rate, or that have no terms
};

/// A wish for quota: from now on this much is held for what ad servers may still spend.
struct Reservation
{
    Handle campaign = 0;
    Money held; ///< absolute, see heldFor()
};
struct RefusedReservation
{
    Handle campaign = 0;
    Outcome why{}; ///< BeyondFunds (wallet) or BeyondBudget; AccountUnknown without terms
    Money most; ///< what could be held instead
};
/// What must be held so that every limit that is out can be spent to its end: limits (summed over
/// ad servers) rounded up, less what is spent rounded down, as it is charged.
Money heldFor(std::int64_t limitNanos, std::int64_t spentNanos);

/// The ledger's side of scheduling rounds. A campaign has at most one open hold, between its wallet
/// and its budget; a round posts what is due from it and holds the rest anew. What an advertiser
/// pays goes to clearing and from there, in the same round and to the micro-unit, to publishers,
/// fee and tax in proportion to what they are owed. Works on the book at once; make it durable with
/// LedgerStore::append(). Same thread as the book.
class Settlement
{
public:
    /// Finds the open holds of a book that was loaded.
    explicit Settlement(Book& book);

    /// New or changed terms. Opens the accounts and sets the budget; the wallet's credit is not
    /// touched. Advertiser and currency of a campaign never change, nor does paysClearing once
    /// something was settled.
    void setCampaign(Handle campaign, const CampaignTerms& terms, TimeMs now);
    void setPublisher(Handle publisher, std::string_view id, TimeMs now);

    /// Charges and pays out what the counters say and is not settled yet. Never fails: what cannot
    /// be charged is borne by the platform and named in the result; counters below zero count as
    /// nothing.
    RoundResult settle(const RoundCounts& counts, TimeMs now);
    /// Brings holds to the wished sizes, in the order given; those that do not fit stay as they
    /// are and are returned. `key` as in RoundCounts.
    std::vector<RefusedReservation> reserve(std::span<const Reservation> wishes, TimeMs windowEnd,
                                            std::uint64_t key, TimeMs now);
    /// Undoes a round by linked reversals and holds again what it had charged, so that it can be
    /// settled anew. The round's entries must still be in memory.
    SettledRound compensate(const SettledRound& round, TimeMs now);

    /// Sums of the budgets of all campaigns that ever had terms, by wallet.
    std::map<AccountHandle, Money> budgetsByWallet() const;
    Money heldOf(Handle campaign) const;
    /// What the campaign was charged and not given back.
    Money chargedOf(Handle campaign) const;
    /// 0 when the campaign has no terms.
    AccountHandle walletOf(Handle campaign) const;
    AccountHandle budgetOf(Handle campaign) const;
    Book& book() { return m_book; }

private:
    struct Hold
    {
        TransferId id;
        Money amount;
    };
    struct Line
    {
        AccountHandle wallet = 0; ///< 0 = no terms
        AccountHandle budget = 0;
        AccountHandle loss = 0; ///< opened when first needed, as those below
        AccountHandle suspense = 0;
        AccountHandle margin = 0;
        bool paysClearing = true;
        std::uint64_t key = 0; ///< of its id, the same in every process
        Hold hold;
    };
    /// One settlement on its way.
    struct Step
    {
        TimeMs windowEnd;
        std::uint64_t key = 0;
        TimeMs now;
        TransferId closedWindow;
    };

    Line* lineOf(Handle campaign);
    const Line* lineOf(Handle campaign) const;
    /// 0 when it was not told.
    AccountHandle publisherOf(Handle publisher) const;
    /// An account that belongs to the campaign.
    AccountHandle openFor(const Line& line, AccountKind kind, Currency currency, TimeMs now);
    void settleCampaign(Line& line, const CampaignCounts& counts, const Step& step,
                        RoundResult& result);
    Money holdable(const Line& line, Money amount) const;
    Money charge(Line& line, Money due, Money late, const Step& step);
    void deliver(const Line& line, AccountHandle from, Money amount, TransferCode code,
                 const Step& step);
    void distribute(const RoundCounts& counts, const Step& step, RoundResult& result);
    void payPlatform(Money amount, std::int32_t taxPpm, const Step& step, RoundResult& result);
    void hold(Line& line, Money amount, const Step& step);
    void letGo(Line& line, const Step& step);
    void rehold(Line& line, Money amount, const Step& step);
    /// Applies a transfer that cannot be refused.
    void must(const Transfer& transfer, TimeMs now);

    Book& m_book;
    AccountHandle m_clearing;
    AccountHandle m_fee;
    AccountHandle m_tax;
    AccountHandle m_unmatched;
    std::vector<Line> m_lines; ///< by campaign
    std::vector<AccountHandle> m_publishers; ///< by publisher; 0 = not told
    std::map<AccountHandle, Hold> m_loadedHolds; ///< by budget account, until terms come
};

} // namespace gavel::ledger
