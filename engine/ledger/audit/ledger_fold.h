// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/book.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace gavel::ledger {

/// Derives every balance anew from the rows of a book, one after the other, and checks each against
/// the rules of its time. Written apart from Book and in the plainest way, so that a mistake in one
/// is not made by the other.
class LedgerFold
{
public:
    explicit LedgerFold(std::set<TransferId> undone)
        : m_undone(std::move(undone))
    {
        m_accounts.emplace_back();
    }

    void open(const AccountName& name);
    // In order of sequence; an error tells the rule that the row breaks and leaves the fold unfit.
    Result<void> add(const LimitChange& change);
    Result<void> add(const RateChange& change);
    Result<void> add(const Entry& entry);

    const std::vector<Account>& accounts() const { return m_accounts; } ///< by handle
    std::uint64_t sequence() const { return m_sequence; }

private:
    struct Moved
    {
        Transfer transfer;
        std::int64_t left = 0; ///< not undone
    };
    Result<void> next(std::uint64_t sequence, TimeMs at);
    Result<void> addMove(const Transfer& transfer);
    Result<void> addEnd(const Entry& entry);
    Result<void> addReversal(const Transfer& transfer);
    Result<void> checkRoom(const Transfer& transfer, bool credits) const;
    Result<void> checkExchange(const Transfer& transfer) const;
    void post(const Transfer& transfer);
    void take(std::int64_t& counter, Money amount);

    std::set<TransferId> m_undone; ///< ids that a reversal refers to
    std::vector<Account> m_accounts;
    std::map<Currency, RateChange> m_rates;
    std::map<TransferId, Transfer> m_holds; ///< open
    std::multimap<TimeMs, TransferId> m_endings; ///< of open holds
    std::map<TransferId, Moved> m_moved; ///< those in m_undone
    Transfer m_last; ///< that moved money before this one
    std::int64_t m_lastSettled = 0; ///< of its paying account, before it
    std::uint64_t m_sequence = 0;
    TimeMs m_at;
    bool m_overflowed = false;
};

} // namespace gavel::ledger
