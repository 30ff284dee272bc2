// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/ledger_fold.h"

namespace gavel::ledger {

namespace {

Error broken(std::string rule)
{
    return {"LEDGER_WRONG", "", std::move(rule),
            "restore a backup, and find out who wrote the row"};
}

/// a * b / c rounded down, for amounts of money.
Money scaled(Money amount, const RateChange& rate)
{
    return {static_cast<std::int64_t>(static_cast<__int128_t>(amount.micros) * rate.numerator
                                      / rate.denominator)};
}

} // namespace

void LedgerFold::open(const AccountName& name)
{
    Account& account = m_accounts.emplace_back();
    account.kind = name.kind;
    account.currency = name.currency;
}

Result<void> LedgerFold::next(std::uint64_t sequence, TimeMs at)
{
    if (sequence != m_sequence + 1)
        return broken("it follows number " + std::to_string(m_sequence)
                      + ": a row is missing or was put in");
    if (at < m_at)
        return broken("its time is before that of the row before it");
    m_sequence = sequence;
    m_at = at;
    return {};
}

Result<void> LedgerFold::add(const LimitChange& change)
{
    if (auto sound = next(change.sequence, change.at); !sound)
        return sound;
    if (change.account == 0 || change.account >= m_accounts.size())
        return broken("its account does not exist");
    m_accounts[change.account].limit = change.limit.micros;
    return {};
}

Result<void> LedgerFold::add(const RateChange& change)
{
    if (auto sound = next(change.sequence, change.at); !sound)
        return sound;
    m_rates[change.from] = change;
    return {};
}

Result<void> LedgerFold::add(const Entry& entry)
{
    const Transfer& transfer = entry.transfer;
    if (auto sound = next(entry.sequence, entry.at); !sound)
        return sound;
    for (const AccountHandle account : {transfer.debit, transfer.credit})
        if (account >= m_accounts.size() || (account == 0 && entry.outcome == Outcome::Applied))
            return broken("its account does not exist");
    if (entry.outcome != Outcome::Applied)
        return {};
    if (transfer.kind != TransferKind::Expire && !m_endings.empty()
        && m_endings.begin()->first <= entry.at)
        return broken("a hold that was over is still held");
    if (transfer.debit == transfer.credit
        || m_accounts[transfer.debit].currency != m_accounts[transfer.credit].currency)
        return broken("its accounts are the same, or of different currencies");
    if (transfer.kind != TransferKind::Reversal
        && !belongs(transfer.code, m_accounts[transfer.debit].kind,
                    m_accounts[transfer.credit].kind))
        return broken("its accounts are not those of its code");
    const bool moves = !releases(transfer.kind);
    if (moves ? transfer.amount <= Money{} : transfer.amount != Money{})
        return broken("its amount is not one for its kind");
    auto added = transfer.kind == TransferKind::Reversal ? addReversal(transfer)
        : transfer.kind == TransferKind::Single || transfer.kind == TransferKind::Pending
        ? addMove(transfer)
        : addEnd(entry);
    if (added && m_overflowed)
        return broken("a balance no longer fits");
    return added;
}

/// The account that pays has it, and the one that is paid may take it.
Result<void> LedgerFold::checkRoom(const Transfer& transfer, bool credits) const
{
    const Account& debit = m_accounts[transfer.debit];
    const Account& credit = m_accounts[transfer.credit];
    const bool wallet = debit.kind == AccountKind::AdvertiserWallet;
    const bool bounded = wallet || debit.kind == AccountKind::CampaignBudget
        || debit.kind == AccountKind::DeliveryClearing;
    const __int128_t owned
        = static_cast<__int128_t>(debit.creditsPosted) + (wallet ? debit.limit : 0);
    const __int128_t used = static_cast<__int128_t>(debit.debitsPosted) + debit.debitsPending;
    if (bounded && used + transfer.amount.micros > owned)
        return broken("it pays more than the account has");
    const __int128_t taken
        = static_cast<__int128_t>(credit.creditsPosted) + credit.creditsPending - credit.reversed;
    if (credits && credit.kind == AccountKind::CampaignBudget
        && taken + transfer.amount.micros > credit.limit)
        return broken("it charges more than the budget");
    return {};
}

Result<void> LedgerFold::addMove(const Transfer& transfer)
{
    if (auto sound = checkRoom(transfer, true); !sound)
        return sound;
    if (transfer.kind == TransferKind::Pending) {
        if (transfer.expires != TimeMs{} && transfer.expires <= m_at)
            return broken("the hold is over before it begins");
        take(m_accounts[transfer.debit].debitsPending, transfer.amount);
        take(m_accounts[transfer.credit].creditsPending, transfer.amount);
        m_holds[transfer.id] = transfer;
        if (transfer.expires != TimeMs{})
            m_endings.emplace(transfer.expires, transfer.id);
        return {};
    }
    if (transfer.code == TransferCode::Exchange)
        if (auto sound = checkExchange(transfer); !sound)
            return sound;
    post(transfer);
    return {};
}

Result<void> LedgerFold::addEnd(const Entry& entry)
{
    const Transfer& transfer = entry.transfer;
    const auto hold = m_holds.find(transfer.reference);
    if (hold == m_holds.end())
        return broken("it ends a hold that is not open");
    const Transfer held = hold->second;
    if (held.debit != transfer.debit || held.credit != transfer.credit)
        return broken("it ends a hold between other accounts");
    if (transfer.amount > held.amount)
        return broken("it posts more than was held");
    if (transfer.kind == TransferKind::Expire
        && (held.expires == TimeMs{} || held.expires > entry.at))
        return broken("it ends a hold before its time is over");
    m_holds.erase(hold);
    if (held.expires != TimeMs{}) {
        auto [ending, last] = m_endings.equal_range(held.expires);
        while (ending != last && ending->second != held.id)
            ++ending;
        if (ending != last)
            m_endings.erase(ending);
    }
    m_accounts[held.debit].debitsPending -= held.amount.micros;
    m_accounts[held.credit].creditsPending -= held.amount.micros;
    if (transfer.kind == TransferKind::Post)
        post(transfer);
    return {};
}

Result<void> LedgerFold::addReversal(const Transfer& transfer)
{
    const auto original = m_moved.find(transfer.reference);
    if (original == m_moved.end())
        return broken("it undoes what moved nothing");
    const Transfer& moved = original->second.transfer;
    if (moved.debit != transfer.credit || moved.credit != transfer.debit)
        return broken("it undoes a transfer between other accounts");
    if (transfer.amount.micros > original->second.left)
        return broken("it undoes more than was moved");
    if (auto sound = checkRoom(transfer, false); !sound)
        return sound;
    original->second.left -= transfer.amount.micros;
    Account& debit = m_accounts[transfer.debit];
    Account& credit = m_accounts[transfer.credit];
    take(debit.debitsPosted, transfer.amount);
    take(credit.creditsPosted, transfer.amount);
    take(debit.reversed, transfer.amount);
    take(credit.reversed, transfer.amount);
    if (transfer.code != TransferCode::Compensation)
        return {};
    if (settles(moved.code) == SettledSide::Debit)
        credit.settled -= transfer.amount.micros;
    if (settles(moved.code) == SettledSide::Credit)
        debit.settled -= transfer.amount.micros;
    return {};
}

/// The other half of a delivery in another currency: right before it stands what was paid, and both
/// are differences of sums.
Result<void> LedgerFold::checkExchange(const Transfer& transfer) const
{
    if (m_last.id != transfer.reference || m_accounts[m_last.credit].kind != AccountKind::FxClearing
        || m_accounts[transfer.debit].kind != AccountKind::FxClearing)
        return broken("it changes money that was not paid right before it");
    const auto rate = m_rates.find(m_accounts[m_last.credit].currency);
    if (rate == m_rates.end())
        return broken("no rate was set for its currency");
    const Money due = scaled({m_lastSettled + m_last.amount.micros}, rate->second)
        - scaled({m_lastSettled}, rate->second);
    if (transfer.amount != due)
        return broken("it is not what the rate gives: " + base::toString(due, 6));
    return {};
}

void LedgerFold::post(const Transfer& transfer)
{
    Account& debit = m_accounts[transfer.debit];
    Account& credit = m_accounts[transfer.credit];
    m_last = transfer;
    m_lastSettled = debit.settled;
    take(debit.debitsPosted, transfer.amount);
    take(credit.creditsPosted, transfer.amount);
    if (settles(transfer.code) == SettledSide::Debit)
        take(debit.settled, transfer.amount);
    if (settles(transfer.code) == SettledSide::Credit)
        take(credit.settled, transfer.amount);
    if (m_undone.contains(transfer.id))
        m_moved[transfer.id] = {transfer, transfer.amount.micros};
}

void LedgerFold::take(std::int64_t& counter, Money amount)
{
    if (__builtin_add_overflow(counter, amount.micros, &counter))
        m_overflowed = true;
}

} // namespace gavel::ledger
