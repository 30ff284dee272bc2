// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/book.h"

#include "engine/base/fault.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace gavel::ledger {

namespace {

constexpr std::size_t kAhead = 12; ///< transfers whose memory is fetched before their turn

constexpr bool endsHold(TransferKind kind)
{
    return kind == TransferKind::Post || releases(kind);
}

/// The transfer ends or undoes another.
constexpr bool hasSubject(TransferKind kind)
{
    return kind != TransferKind::Single && kind != TransferKind::Pending;
}

bool overflows(std::int64_t posted, std::int64_t pending, std::int64_t more)
{
    const __int128_t sum = static_cast<__int128_t>(posted) + pending + more;
    return sum > std::numeric_limits<std::int64_t>::max();
}

/// Accounts that the caller left open count as said.
bool sameBody(const Transfer& known, Transfer again)
{
    if (endsHold(again.kind) || again.kind == TransferKind::Reversal) {
        again.debit = again.debit == 0 ? known.debit : again.debit;
        again.credit = again.credit == 0 ? known.credit : again.credit;
    }
    return known == again;
}

} // namespace

Answer Book::apply(const Transfer& transfer, TimeMs now)
{
    if (!base::planted(base::Fault::ExpireAfterCheck))
        advance(now);
    if (transfer.id.isNone())
        return {Outcome::IdMissing, false, 0};
    const Entry* known = find(transfer.id);
    if (known != nullptr && base::planted(base::Fault::ForgetRefusal)
        && known->outcome != Outcome::Applied)
        known = nullptr;
    if (known != nullptr && !base::planted(base::Fault::ReuseKey))
        return repeat(*known, transfer);
    Entry entry{transfer, 0, m_now, 0, Outcome::Applied, false};
    Entry* const subject = hasSubject(transfer.kind) ? find(transfer.reference) : nullptr;
    entry.outcome = judge(entry.transfer, subject);
    if (entry.outcome == Outcome::AccountUnknown)
        return {entry.outcome, false, 0};
    const Answer answer = keep(entry, subject);
    if (base::planted(base::Fault::ExpireAfterCheck))
        advance(now);
    return answer;
}

void Book::apply(std::span<const Transfer> transfers, TimeMs now, std::vector<Answer>& answers)
{
    answers.clear();
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        if (i + 2 * kAhead < transfers.size()) {
            __builtin_prefetch(m_index.slotOf(transfers[i + 2 * kAhead].id), 1);
            __builtin_prefetch(m_index.slotOf(transfers[i + 2 * kAhead].reference));
        }
        if (i + kAhead < transfers.size())
            prefetch(transfers[i + kAhead]);
        answers.push_back(apply(transfers[i], now));
    }
}

void Book::prefetch(const Transfer& transfer) const
{
    if (transfer.debit < m_accounts.size() && transfer.credit < m_accounts.size()) {
        __builtin_prefetch(&m_accounts[transfer.debit], 1);
        __builtin_prefetch(&m_accounts[transfer.credit], 1);
    }
    if (!hasSubject(transfer.kind))
        return;
    const std::uint32_t place = m_index.likelyPlace(transfer.reference);
    if (place < m_entries.size()) {
        __builtin_prefetch(&m_entries[place], 1);
        __builtin_prefetch(&m_entries[place].sequence, 1);
    }
}

void Book::advance(TimeMs now)
{
    m_now = std::max(m_now, now);
    while (!m_endings.empty() && m_endings.top().at <= m_now) {
        const TransferId id = m_endings.top().hold;
        m_endings.pop();
        Entry* hold = find(id);
        if (hold == nullptr || !hold->open)
            continue;
        Transfer end = hold->transfer;
        end.id = TransferId::of(id.time(), id.low, id.high);
        end.reference = id;
        end.amount = {};
        end.expires = {};
        end.kind = TransferKind::Expire;
        keep({end, 0, m_now, 0, Outcome::Applied, false}, hold);
    }
}

std::optional<Entry> Book::entryOf(TransferId id)
{
    const Entry* found = find(id);
    return found == nullptr ? std::nullopt : std::optional<Entry>(*found);
}

Entry* Book::find(TransferId id)
{
    if (const std::uint32_t place = m_index.find(id, m_entries); place != EntryIndex::kNowhere)
        return &m_entries[place];
    if (id.time() > m_newestForgotten || !m_lookup)
        return nullptr;
    if (const auto recalled = m_recalled.find(id); recalled != m_recalled.end())
        return &recalled->second;
    const auto older = m_lookup(id);
    return older ? &m_recalled.emplace(id, *older).first->second : nullptr;
}

Answer Book::repeat(const Entry& known, const Transfer& again) const
{
    if (!sameBody(known.transfer, again))
        return {Outcome::IdReused, false, known.sequence};
    return {known.outcome, true, known.sequence};
}

Outcome Book::judge(Transfer& transfer, const Entry* subject) const
{
    if (transfer.debit >= m_accounts.size() || transfer.credit >= m_accounts.size())
        return Outcome::AccountUnknown;
    if (endsHold(transfer.kind))
        return judgeEnd(transfer, subject);
    if (transfer.kind == TransferKind::Reversal)
        return judgeReversal(transfer, subject);
    if (transfer.debit == 0 || transfer.credit == 0)
        return Outcome::AccountUnknown;
    return judgeMove(transfer);
}

Outcome Book::judgeMove(const Transfer& transfer) const
{
    if (transfer.debit == transfer.credit)
        return Outcome::AccountsEqual;
    if (transfer.amount <= Money{})
        return Outcome::AmountNotPositive;
    if (m_accounts[transfer.debit].currency != m_accounts[transfer.credit].currency
        && !base::planted(base::Fault::SkipCurrencyCheck))
        return Outcome::CurrencyDiffers;
    if (transfer.expires != TimeMs{} && transfer.expires <= m_now)
        return Outcome::ExpiryPast;
    if (const Outcome room = judgeRoom(transfer); room != Outcome::Applied)
        return room;
    const bool beyond = transfer.amount > m_accounts[transfer.credit].creditRoom();
    return beyond ? Outcome::BeyondBudget : Outcome::Applied;
}

/// What holds for every movement that is not covered by a hold.
Outcome Book::judgeRoom(const Transfer& transfer) const
{
    const Account& debit = m_accounts[transfer.debit];
    const Account& credit = m_accounts[transfer.credit];
    const std::int64_t more = transfer.amount.micros;
    if (overflows(debit.debitsPosted, debit.debitsPending, more)
        || overflows(credit.creditsPosted, credit.creditsPending, more))
        return Outcome::Overflow;
    if (base::planted(base::Fault::IgnoreCredit) && debit.kind == AccountKind::AdvertiserWallet)
        return Outcome::Applied;
    return transfer.amount > debit.debitRoom() ? Outcome::BeyondFunds : Outcome::Applied;
}

bool Book::fillAccounts(Transfer& transfer, AccountHandle debit, AccountHandle credit) const
{
    transfer.debit = transfer.debit == 0 ? debit : transfer.debit;
    transfer.credit = transfer.credit == 0 ? credit : transfer.credit;
    return transfer.debit == debit && transfer.credit == credit;
}

Outcome Book::judgeEnd(Transfer& transfer, const Entry* hold) const
{
    if (hold == nullptr || hold->transfer.kind != TransferKind::Pending
        || hold->outcome != Outcome::Applied)
        return Outcome::HoldUnknown;
    if (!fillAccounts(transfer, hold->transfer.debit, hold->transfer.credit))
        return Outcome::HoldDiffers;
    if (!hold->open)
        return Outcome::HoldResolved;
    if (transfer.kind == TransferKind::Void)
        return transfer.amount == Money{} ? Outcome::Applied : Outcome::BeyondHold;
    if (transfer.amount <= Money{})
        return Outcome::AmountNotPositive;
    if (transfer.amount > hold->transfer.amount && !base::planted(base::Fault::PostAboveHold))
        return Outcome::BeyondHold;
    return Outcome::Applied;
}

Outcome Book::judgeReversal(Transfer& transfer, const Entry* original) const
{
    const bool moved = original != nullptr && original->outcome == Outcome::Applied
        && (original->transfer.kind == TransferKind::Single
            || original->transfer.kind == TransferKind::Post);
    if (!moved)
        return Outcome::OriginalUnknown;
    if (!fillAccounts(transfer, original->transfer.credit, original->transfer.debit))
        return Outcome::HoldDiffers;
    if (transfer.amount <= Money{})
        return Outcome::AmountNotPositive;
    if (transfer.amount.micros > original->transfer.amount.micros - original->used)
        return Outcome::BeyondOriginal;
    return judgeRoom(transfer);
}

Answer Book::keep(Entry entry, Entry* subject)
{
    entry.sequence = ++m_sequence;
    if (entry.outcome == Outcome::Applied)
        take(entry, subject);
    append(entry);
    return {entry.outcome, false, entry.sequence};
}

void Book::append(const Entry& entry)
{
    if (m_index.isFull()) {
        m_index.clear(m_entries.size() * 2);
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_index.add(m_entries[i].transfer.id, static_cast<std::uint32_t>(i));
    }
    m_index.add(entry.transfer.id, static_cast<std::uint32_t>(m_entries.size()));
    m_entries.push_back(entry);
}

/// Lets an applied entry happen. `subject` is what it ends or undoes; the next append may move it.
void Book::take(Entry& entry, Entry* subject)
{
    const Transfer& transfer = entry.transfer;
    switch (transfer.kind) {
    case TransferKind::Single:
        post(transfer);
        break;
    case TransferKind::Pending:
        m_accounts[transfer.debit].debitsPending += transfer.amount.micros;
        m_accounts[transfer.credit].creditsPending += transfer.amount.micros;
        entry.open = true;
        if (transfer.expires != TimeMs{})
            m_endings.push({transfer.expires, entry.sequence, transfer.id});
        break;
    case TransferKind::Post:
        endHold(transfer, *subject);
        post(transfer);
        break;
    case TransferKind::Void:
    case TransferKind::Expire:
        endHold(transfer, *subject);
        break;
    case TransferKind::Reversal:
        reverse(transfer, *subject);
        break;
    }
}

void Book::post(const Transfer& transfer)
{
    m_accounts[transfer.debit].debitsPosted += transfer.amount.micros;
    m_accounts[transfer.credit].creditsPosted += transfer.amount.micros;
    const SettledSide side = settles(transfer.code);
    if (side != SettledSide::None)
        m_accounts[side == SettledSide::Debit ? transfer.debit : transfer.credit].settled
            += transfer.amount.micros;
}

void Book::endHold(const Transfer& transfer, Entry& hold)
{
    assert(hold.open);
    hold.open = false;
    hold.used = transfer.amount.micros;
    if (base::planted(base::Fault::ForgetVoid) && transfer.kind == TransferKind::Void)
        return;
    Account& debit = m_accounts[hold.transfer.debit];
    Account& credit = m_accounts[hold.transfer.credit];
    debit.debitsPending -= hold.transfer.amount.micros;
    credit.creditsPending -= hold.transfer.amount.micros;
    assert(debit.debitsPending >= 0 && credit.creditsPending >= 0);
}

void Book::reverse(const Transfer& transfer, Entry& original)
{
    original.used += transfer.amount.micros;
    Account& debit = m_accounts[transfer.debit];
    Account& credit = m_accounts[transfer.credit];
    debit.debitsPosted += transfer.amount.micros;
    debit.reversed += transfer.amount.micros;
    credit.creditsPosted += transfer.amount.micros;
    credit.reversed += transfer.amount.micros;
    if (transfer.code != TransferCode::Compensation)
        return;
    const SettledSide side = settles(original.transfer.code);
    if (side != SettledSide::None)
        (side == SettledSide::Debit ? credit : debit).settled -= transfer.amount.micros;
}

} // namespace gavel::ledger
