// SPDX-License-Identifier: GPL-3.0-or-later
// A book's accounts, limits and rates, and its side towards the file.
#include "engine/ledger/book.h"

#include <algorithm>
#include <cassert>

namespace gavel::ledger {

AccountHandle Book::open(const AccountName& name, TimeMs now)
{
    if (const AccountHandle known = find(name); known != 0)
        return known;
    m_now = std::max(m_now, now);
    const OpenedAccount opened{static_cast<AccountHandle>(m_accounts.size()), name, m_now};
    restore(opened);
    m_changes.accounts.push_back(opened);
    return opened.handle;
}

AccountHandle Book::find(const AccountName& name) const
{
    const auto found = m_handles.find(name);
    return found == m_handles.end() ? 0 : found->second;
}

void Book::setLimit(AccountHandle handle, Money limit, TimeMs now)
{
    assert(handle != 0 && handle < m_accounts.size() && limit >= Money{});
    if (m_accounts[handle].limit == limit.micros)
        return;
    advance(now);
    const LimitChange change{++m_sequence, m_now, handle, limit};
    restore(change);
    m_changes.limits.push_back(change);
}

void Book::setRate(Currency from, std::int64_t numerator, std::int64_t denominator, TimeMs now)
{
    assert(numerator > 0 && denominator > 0 && from != m_currency);
    const RateChange* known = rateOf(from);
    if (known != nullptr && known->numerator == numerator && known->denominator == denominator)
        return;
    advance(now);
    const RateChange change{++m_sequence, m_now, from, numerator, denominator};
    restore(change);
    m_changes.rates.push_back(change);
}

const RateChange* Book::rateOf(Currency from) const
{
    const auto found = m_rates.find(from);
    return found == m_rates.end() ? nullptr : &found->second;
}

BookChanges Book::takeChanges()
{
    BookChanges changes = std::exchange(m_changes, {});
    changes.entries.assign(m_entries.begin() + static_cast<std::ptrdiff_t>(m_taken),
                           m_entries.end());
    m_taken = m_entries.size();
    return changes;
}

void Book::forget(std::uint64_t upTo, TimeMs before)
{
    std::size_t kept = 0;
    std::size_t keptTaken = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if (i < m_taken && entry.sequence <= upTo && !entry.open
            && entry.transfer.id.time() < before) {
            m_newestForgotten = std::max(m_newestForgotten, entry.transfer.id.time());
            continue;
        }
        keptTaken += i < m_taken ? 1 : 0;
        m_entries[kept++] = m_entries[i];
    }
    m_entries.resize(kept);
    m_taken = keptTaken;
    m_index.clear(kept * 2);
    for (std::size_t i = 0; i < kept; ++i)
        m_index.add(m_entries[i].transfer.id, static_cast<std::uint32_t>(i));
}

void Book::restore(const OpenedAccount& account)
{
    assert(account.handle == m_accounts.size() && !m_handles.contains(account.name));
    Account& added = m_accounts.emplace_back();
    added.kind = account.name.kind;
    added.currency = account.name.currency;
    m_names.push_back(account.name);
    m_handles.emplace(account.name, account.handle);
}

void Book::restore(const LimitChange& change)
{
    m_accounts[change.account].limit = change.limit.micros;
    m_sequence = std::max(m_sequence, change.sequence);
}

void Book::restore(const RateChange& change)
{
    m_rates[change.from] = change;
    m_sequence = std::max(m_sequence, change.sequence);
}

void Book::restoreHold(const Entry& hold)
{
    append(hold);
    m_taken = m_entries.size();
    if (hold.transfer.expires != TimeMs{})
        m_endings.push({hold.transfer.expires, hold.sequence, hold.transfer.id});
}

bool Book::restore(const Entry& entry)
{
    Entry again = entry;
    again.used = 0; // follows from the entries after it
    again.open = false;
    const Transfer& transfer = entry.transfer;
    const bool refers
        = transfer.kind != TransferKind::Single && transfer.kind != TransferKind::Pending;
    Entry* const subject = refers ? find(transfer.reference) : nullptr;
    if (entry.outcome == Outcome::Applied && refers
        && (subject == nullptr || (transfer.kind != TransferKind::Reversal && !subject->open)))
        return false;
    m_now = std::max(m_now, entry.at);
    m_sequence = std::max(m_sequence, entry.sequence);
    if (again.outcome == Outcome::Applied)
        take(again, subject);
    append(again);
    m_taken = m_entries.size();
    return true;
}

void Book::restoreEnd(std::uint64_t lastSequence, TimeMs now, TimeMs newestForgotten)
{
    m_sequence = std::max(m_sequence, lastSequence);
    m_now = std::max(m_now, now);
    m_newestForgotten = std::max(m_newestForgotten, newestForgotten);
}

std::vector<TrialBalance> trialBalances(const Book& book)
{
    std::map<Currency, TrialBalance> sums;
    for (AccountHandle handle = 1; handle <= book.accountCount(); ++handle) {
        const Account& account = book.account(handle);
        TrialBalance& sum = sums[account.currency];
        sum.currency = account.currency;
        sum.debitsPosted += account.debitsPosted;
        sum.creditsPosted += account.creditsPosted;
        sum.debitsPending += account.debitsPending;
        sum.creditsPending += account.creditsPending;
    }
    std::vector<TrialBalance> balances;
    balances.reserve(sums.size());
    for (const auto& [currency, sum] : sums)
        balances.push_back(sum);
    return balances;
}

} // namespace gavel::ledger
