// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/transfer.h"

#include <map>
#include <vector>

namespace gavel::ledger {

/// A ledger in the plainest way, for comparing: every balance is summed anew from the whole list of
/// transfers each time it is asked for, in 128 bits.
class NaiveLedger
{
public:
    struct Row
    {
        Transfer transfer;
        Outcome outcome{};
        bool ended = false; ///< of a hold
    };
    struct Sums
    {
        __int128_t debitsPosted = 0;
        __int128_t debitsPending = 0;
        __int128_t creditsPosted = 0;
        __int128_t creditsPending = 0;
        __int128_t reversed = 0;
    };

    AccountHandle open(AccountKind kind, Currency currency)
    {
        m_kinds.push_back(kind);
        m_currencies.push_back(currency);
        m_limits.push_back(0);
        return static_cast<AccountHandle>(m_kinds.size());
    }
    void setLimit(AccountHandle account, std::int64_t limit) { m_limits[account - 1] = limit; }

    Outcome apply(const Transfer& wanted, TimeMs now)
    {
        endHolds(now);
        if (wanted.id.isNone())
            return Outcome::IdMissing;
        if (const auto known = m_places.find(wanted.id); known != m_places.end())
            return isSame(m_rows[known->second].transfer, wanted) ? m_rows[known->second].outcome
                                                                  : Outcome::IdReused;
        Transfer transfer = wanted;
        const Outcome outcome = judge(transfer, now);
        if (outcome == Outcome::AccountUnknown)
            return outcome;
        m_places[transfer.id] = m_rows.size();
        m_rows.push_back({transfer, outcome, false});
        if (outcome == Outcome::Applied && isEnd(transfer.kind))
            m_rows[m_places[transfer.reference]].ended = true;
        return outcome;
    }

    Sums sumsOf(AccountHandle account) const
    {
        Sums sums;
        for (const Row& row : m_rows) {
            const Transfer& transfer = row.transfer;
            if (row.outcome != Outcome::Applied)
                continue;
            const bool posts = transfer.kind == TransferKind::Single
                || transfer.kind == TransferKind::Post || transfer.kind == TransferKind::Reversal;
            const bool holds = transfer.kind == TransferKind::Pending && !row.ended;
            if (transfer.debit == account) {
                sums.debitsPosted += posts ? transfer.amount.micros : 0;
                sums.debitsPending += holds ? transfer.amount.micros : 0;
            }
            if (transfer.credit == account) {
                sums.creditsPosted += posts ? transfer.amount.micros : 0;
                sums.creditsPending += holds ? transfer.amount.micros : 0;
            }
            if (transfer.kind == TransferKind::Reversal
                && (transfer.debit == account || transfer.credit == account))
                sums.reversed += transfer.amount.micros;
        }
        return sums;
    }
    const std::vector<Row>& rows() const { return m_rows; }

private:
    static bool isEnd(TransferKind kind)
    {
        return kind == TransferKind::Post || kind == TransferKind::Void;
    }
    static bool isSame(const Transfer& known, const Transfer& wanted)
    {
        const bool open = isEnd(wanted.kind) || wanted.kind == TransferKind::Reversal;
        const bool debit = known.debit == wanted.debit || (open && wanted.debit == 0);
        const bool credit = known.credit == wanted.credit || (open && wanted.credit == 0);
        return debit && credit && known.reference == wanted.reference
            && known.amount == wanted.amount && known.expires == wanted.expires
            && known.kind == wanted.kind && known.code == wanted.code;
    }
    void endHolds(TimeMs now)
    {
        for (Row& row : m_rows)
            if (row.transfer.kind == TransferKind::Pending && row.transfer.expires != TimeMs{}
                && row.transfer.expires <= now)
                row.ended = true;
    }
    const Row* find(TransferId id) const
    {
        const auto found = m_places.find(id);
        return found == m_places.end() ? nullptr : &m_rows[found->second];
    }

    Outcome judge(Transfer& transfer, TimeMs now)
    {
        if (transfer.debit > m_kinds.size() || transfer.credit > m_kinds.size())
            return Outcome::AccountUnknown;
        if (isEnd(transfer.kind))
            return judgeEnd(transfer);
        if (transfer.kind == TransferKind::Reversal)
            return judgeReversal(transfer);
        if (transfer.debit == 0 || transfer.credit == 0)
            return Outcome::AccountUnknown;
        if (transfer.debit == transfer.credit)
            return Outcome::AccountsEqual;
        if (transfer.amount.micros <= 0)
            return Outcome::AmountNotPositive;
        if (m_currencies[transfer.debit - 1] != m_currencies[transfer.credit - 1])
            return Outcome::CurrencyDiffers;
        if (transfer.expires != TimeMs{} && transfer.expires <= now)
            return Outcome::ExpiryPast;
        if (const Outcome funds = judgeFunds(transfer); funds != Outcome::Applied)
            return funds;
        const Sums credit = sumsOf(transfer.credit);
        const bool capped = m_kinds[transfer.credit - 1] == AccountKind::CampaignBudget;
        const __int128_t used = credit.creditsPosted + credit.creditsPending - credit.reversed;
        return capped && used + transfer.amount.micros > m_limits[transfer.credit - 1]
            ? Outcome::BeyondBudget
            : Outcome::Applied;
    }
    Outcome judgeFunds(const Transfer& transfer) const
    {
        const AccountKind kind = m_kinds[transfer.debit - 1];
        const Sums debit = sumsOf(transfer.debit);
        const Sums credit = sumsOf(transfer.credit);
        const __int128_t most = INT64_MAX;
        if (debit.debitsPosted + debit.debitsPending + transfer.amount.micros > most
            || credit.creditsPosted + credit.creditsPending + transfer.amount.micros > most)
            return Outcome::Overflow;
        __int128_t owned = debit.creditsPosted;
        if (kind == AccountKind::AdvertiserWallet)
            owned += m_limits[transfer.debit - 1];
        else if (kind != AccountKind::CampaignBudget && kind != AccountKind::DeliveryClearing)
            return Outcome::Applied;
        return debit.debitsPosted + debit.debitsPending + transfer.amount.micros > owned
            ? Outcome::BeyondFunds
            : Outcome::Applied;
    }
    Outcome judgeEnd(Transfer& transfer) const
    {
        const Row* hold = find(transfer.reference);
        if (hold == nullptr || hold->transfer.kind != TransferKind::Pending
            || hold->outcome != Outcome::Applied)
            return Outcome::HoldUnknown;
        if (transfer.debit == 0)
            transfer.debit = hold->transfer.debit;
        if (transfer.credit == 0)
            transfer.credit = hold->transfer.credit;
        if (transfer.debit != hold->transfer.debit || transfer.credit != hold->transfer.credit)
            return Outcome::HoldDiffers;
        if (hold->ended)
            return Outcome::HoldResolved;
        if (transfer.kind == TransferKind::Void)
            return transfer.amount.micros == 0 ? Outcome::Applied : Outcome::BeyondHold;
        if (transfer.amount.micros <= 0)
            return Outcome::AmountNotPositive;
        return transfer.amount > hold->transfer.amount ? Outcome::BeyondHold : Outcome::Applied;
    }
    Outcome judgeReversal(Transfer& transfer) const
    {
        const Row* original = find(transfer.reference);
        if (original == nullptr || original->outcome != Outcome::Applied
            || (original->transfer.kind != TransferKind::Single
                && original->transfer.kind != TransferKind::Post))
            return Outcome::OriginalUnknown;
        if (transfer.debit == 0)
            transfer.debit = original->transfer.credit;
        if (transfer.credit == 0)
            transfer.credit = original->transfer.debit;
        if (transfer.debit != original->transfer.credit
            || transfer.credit != original->transfer.debit)
            return Outcome::HoldDiffers;
        if (transfer.amount.micros <= 0)
            return Outcome::AmountNotPositive;
        __int128_t left = original->transfer.amount.micros;
        for (const Row& row : m_rows)
            if (row.outcome == Outcome::Applied && row.transfer.kind == TransferKind::Reversal
                && row.transfer.reference == transfer.reference)
                left -= row.transfer.amount.micros;
        if (transfer.amount.micros > left)
            return Outcome::BeyondOriginal;
        return judgeFunds(transfer);
    }

    std::vector<AccountKind> m_kinds;
    std::vector<Currency> m_currencies;
    std::vector<std::int64_t> m_limits;
    std::vector<Row> m_rows;
    std::map<TransferId, std::size_t> m_places;
};

} // namespace gavel::ledger
