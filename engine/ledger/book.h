// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/huge_page_allocator.h"
#include "engine/ledger/account.h"
#include "engine/ledger/entry_index.h"
#include "engine/ledger/transfer.h"

#include <queue>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace gavel::ledger {

struct OpenedAccount
{
    AccountHandle handle = 0;
    AccountName name;
    TimeMs at;
};
/// A new limit of an account. Takes a sequence number of its own, so that the order of limits and
/// transfers is kept.
struct LimitChange
{
    std::uint64_t sequence = 0;
    TimeMs at;
    AccountHandle account = 0;
    Money limit;
};
/// One unit of `from` is numerator/denominator units of the book's currency, from this sequence on.
struct RateChange
{
    std::uint64_t sequence = 0;
    TimeMs at;
    Currency from;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
};
/// What happened to a book since it was last asked: what the file must learn.
struct BookChanges
{
    std::vector<OpenedAccount> accounts;
    std::vector<LimitChange> limits;
    std::vector<RateChange> rates;
    std::vector<Entry> entries;
    bool empty() const
    {
        return accounts.empty() && limits.empty() && rates.empty() && entries.empty();
    }
};

/// Double-entry accounts of one market: "live", or one run of a scenario. Every transfer has a
/// caller's id: the same transfer again is told the same answer and moves nothing, the same id with
/// another body is refused, and a refused id stays refused. Holds that are over are let go of, in
/// the order of their ends, before anything is judged. Time is what the caller says and never runs
/// backwards. Single-threaded; everything is in memory and allocates only to grow. What must be
/// durable is taken with takeChanges().
class Book
{
public:
    explicit Book(Currency currency = {})
        : m_currency(currency)
    {
        m_accounts.emplace_back();
    }

    /// Of the market: what publishers are paid in.
    Currency currency() const { return m_currency; }
    /// The latest time it was told.
    TimeMs now() const { return m_now; }

    // accounts
    /// The account of a name, opened when there is none.
    AccountHandle open(const AccountName& name, TimeMs now);
    /// 0 when there is none.
    AccountHandle find(const AccountName& name) const;
    const AccountName& nameOf(AccountHandle handle) const { return m_names[handle - 1]; }
    const Account& account(AccountHandle handle) const { return m_accounts[handle]; }
    /// Handles run from 1 to this.
    std::size_t accountCount() const { return m_names.size(); }
    /// Sets the credit of a wallet or the total of a budget. A limit below what is used is kept:
    /// nothing more fits then. The limit must not be negative.
    void setLimit(AccountHandle handle, Money limit, TimeMs now);
    /// Sets the rate of a currency into the book's; numerator and denominator above zero.
    void setRate(Currency from, std::int64_t numerator, std::int64_t denominator, TimeMs now);
    /// nullptr when none was set.
    const RateChange* rateOf(Currency from) const;

    // transfers
    Answer apply(const Transfer& transfer, TimeMs now);
    /// Each in its turn; one that is refused does not stop the others. `answers` is filled anew.
    void apply(std::span<const Transfer> transfers, TimeMs now, std::vector<Answer>& answers);
    /// Lets go of the holds that are over.
    void advance(TimeMs now);
    /// The entry of an id, refused or not; empty when it is not known.
    std::optional<Entry> entryOf(TransferId id);
    /// Entries that are in memory, oldest first.
    std::span<const Entry> entries() const { return m_entries; }
    std::uint64_t lastSequence() const { return m_sequence; }

    // the file's side
    /// Everything since the last call, in order of sequence.
    BookChanges takeChanges();
    /// Forgets ended entries up to a sequence that is durable and whose ids are of an earlier time;
    /// open holds stay. Ids of that time are then asked of the lookup.
    void forget(std::uint64_t upTo, TimeMs before);
    /// How to find what was forgotten, by id, with `used` and `open` as they are now.
    using Lookup = std::function<std::optional<Entry>(TransferId)>;
    void setLookup(Lookup lookup) { m_lookup = std::move(lookup); }
    void restore(const OpenedAccount& account);
    void restore(AccountHandle handle, const Account& counters) { m_accounts[handle] = counters; }
    void restore(const LimitChange& change);
    void restore(const RateChange& change);
    /// An open hold that is part of the restored counters already.
    void restoreHold(const Entry& hold);
    /// An entry of the file: happens again without being judged or told by takeChanges(). False,
    /// and nothing done, when it ends or undoes what is not there.
    bool restore(const Entry& entry);
    /// From here on, ids of this time and before may be in the file without being in memory.
    void restoreEnd(std::uint64_t lastSequence, TimeMs now, TimeMs newestForgotten);

private:
    struct Ending
    {
        TimeMs at;
        std::uint64_t sequence = 0;
        TransferId hold;
        bool operator>(const Ending& other) const
        {
            return at != other.at ? at > other.at : sequence > other.sequence;
        }
    };

    Entry* find(TransferId id);
    void prefetch(const Transfer& transfer) const;
    Answer repeat(const Entry& known, const Transfer& again) const;
    Outcome judge(Transfer& transfer, const Entry* subject) const;
    Outcome judgeMove(const Transfer& transfer) const;
    Outcome judgeEnd(Transfer& transfer, const Entry* hold) const;
    Outcome judgeReversal(Transfer& transfer, const Entry* original) const;
    Outcome judgeRoom(const Transfer& transfer) const;
    bool fillAccounts(Transfer& transfer, AccountHandle debit, AccountHandle credit) const;
    void take(Entry& entry, Entry* subject);
    void post(const Transfer& transfer);
    void endHold(const Transfer& transfer, Entry& hold);
    void reverse(const Transfer& transfer, Entry& original);
    Answer keep(Entry entry, Entry* subject);
    void append(const Entry& entry);

    Currency m_currency;
    TimeMs m_now;
    std::uint64_t m_sequence = 0;
    std::vector<Account> m_accounts; ///< by handle; the first is nobody
    std::vector<AccountName> m_names; ///< by handle - 1
    std::map<AccountName, AccountHandle> m_handles;
    std::map<Currency, RateChange> m_rates;
    std::vector<Entry, base::HugePageAllocator<Entry>> m_entries;
    EntryIndex m_index;
    std::size_t m_taken = 0; ///< entries of m_entries that takeChanges() has told
    BookChanges m_changes; ///< all but the entries
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> m_endings;
    TimeMs m_newestForgotten{-1};
    Lookup m_lookup;
    std::map<TransferId, Entry> m_recalled; ///< found by the lookup
};

/// Sums over the accounts of one currency. In a right book debits equal credits.
struct TrialBalance
{
    Currency currency;
    __int128_t debitsPosted = 0;
    __int128_t creditsPosted = 0;
    __int128_t debitsPending = 0;
    __int128_t creditsPending = 0;
    bool holds() const { return debitsPosted == creditsPosted && debitsPending == creditsPending; }
};
/// One for each currency that has an account, by currency.
std::vector<TrialBalance> trialBalances(const Book& book);

} // namespace gavel::ledger
