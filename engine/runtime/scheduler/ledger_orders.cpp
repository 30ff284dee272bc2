// SPDX-License-Identifier: GPL-3.0-or-later
// What people order: money paid in, given back, refunded, and the terms of a wallet.
#include "engine/runtime/scheduler/ledger_desk.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

/// Charge, hold of the rest, charge beyond the hold, delivery, late delivery: in this order.
constexpr std::uint64_t kChargeToDelivery = 4;

bool isDelivery(ledger::TransferCode code)
{
    return code == ledger::TransferCode::Delivery || code == ledger::TransferCode::LateDelivery;
}

bool isByHand(ledger::TransferCode code)
{
    using ledger::TransferCode;
    return code == TransferCode::PayIn || code == TransferCode::PayOut
        || code == TransferCode::Adjustment || code == TransferCode::Refund
        || code == TransferCode::WriteOff;
}

bool isPair(const ledger::Transfer& charge, const ledger::Transfer& delivery)
{
    return charge.code == ledger::TransferCode::Charge && isDelivery(delivery.code)
        && charge.credit == delivery.debit;
}

} // namespace

Result<void> LedgerDesk::payIn(const PayIn& payIn, const std::string& actor, TimeMs now)
{
    // The bank's reference names the order, whenever it is told again.
    const ledger::HandOrder order{{}, payIn.reference, "paid in: " + payIn.reference, actor};
    return keep(
        ledger::payIn(m_book, payIn.advertiserId, payIn.currency, payIn.amount, order, now));
}

/// A charge and its delivery stand near each other; of several pairs the one with most left.
std::optional<LedgerDesk::GiveBack> LedgerDesk::pairOf(const ledger::Entry& chosen) const
{
    const bool isCharge = chosen.transfer.code == ledger::TransferCode::Charge;
    std::optional<GiveBack> best;
    for (std::uint64_t step = 1; step <= kChargeToDelivery; ++step) {
        const auto other = entry(isCharge ? chosen.sequence + step : chosen.sequence - step);
        if (!other || other->outcome != ledger::Outcome::Applied)
            continue;
        const ledger::Entry& charge = isCharge ? chosen : *other;
        const ledger::Entry& delivery = isCharge ? *other : chosen;
        if (!isPair(charge.transfer, delivery.transfer))
            continue;
        const auto left = leftOf(charge, delivery);
        if (left && (!best || *left > best->left))
            best = GiveBack{charge, delivery, *left};
    }
    return best;
}

Result<Money> LedgerDesk::leftOf(const ledger::Entry& charge, const ledger::Entry& delivery) const
{
    const Money left = ledger::refundable(charge, delivery);
    if (m_plan.workspace == nullptr)
        return left;
    auto reader = m_plan.workspace->reader();
    if (!reader)
        return reader.error();
    const auto refunded = ledger::refundedOf(*reader, bookNumber(), charge.transfer.id);
    if (!refunded)
        return refunded.error();
    return std::max(left - *refunded, Money{});
}

Result<LedgerDesk::GiveBack> LedgerDesk::giveBackOf(const AdjustmentRequest& request) const
{
    const auto chosen = entry(request.transfer);
    if (!chosen)
        return chosen.error();
    const ledger::Transfer& transfer = chosen->transfer;
    const bool moved = transfer.kind == ledger::TransferKind::Single
        || transfer.kind == ledger::TransferKind::Post;
    if (!moved || chosen->outcome != ledger::Outcome::Applied)
        return Error{"INVALID_REQUEST", "transfer", "this transfer moved nothing",
                     "choose a charge, or what was moved by hand"};
    std::optional<GiveBack> back;
    if (isByHand(transfer.code))
        back = GiveBack{*chosen, {}, transfer.amount - Money{chosen->used}};
    else if (transfer.code == ledger::TransferCode::Charge || isDelivery(transfer.code))
        back = pairOf(*chosen);
    else
        return Error{"INVALID_REQUEST", "transfer",
                     "this is one part of what a whole round shared out",
                     "choose the charge of a campaign, or an auction that differs"};
    if (!back)
        return Error{"INVALID_REQUEST", "transfer", "its delivery is not in the book any more",
                     "choose a later one"};
    if (request.amount <= Money{} || request.amount > back->left)
        return Error{"INVALID_REQUEST", "amount",
                     "between 0.000001 and " + base::toString(std::max(back->left, Money{}), 6)
                         + " can be given back",
                     "write an amount up to that"};
    return *back;
}

Result<void> LedgerDesk::adjust(const AdjustmentRequest& request, const std::string& actor,
                                TimeMs now)
{
    const auto back = giveBackOf(request);
    if (!back)
        return back.error();
    const ledger::HandOrder order{
        now, "t-" + std::to_string(request.transfer) + " at " + std::to_string(now.value),
        request.reason, actor};
    return keep(
        back->delivery
            ? ledger::refundCharge(m_book, back->entry, *back->delivery, request.amount, order, now)
            : ledger::reverse(m_book, back->entry.transfer.id, request.amount, order, now));
}

std::string LedgerDesk::refundKey(const ledger::WonAuction& auction)
{
    return "auction " + std::to_string(auction.auction) + " win " + std::to_string(auction.source)
        + "-" + std::to_string(auction.sequence);
}

Result<void> LedgerDesk::checkNotRefunded(store::Connection& reader, std::int64_t book,
                                          const ledger::WonAuction& auction)
{
    const auto keys = ledger::handKeys(reader, book);
    if (!keys)
        return keys.error();
    if (keys->contains(refundKey(auction)))
        return Error{"INVALID_REQUEST", "auction", "its price was given back already",
                     "nothing is left to do"};
    return {};
}

Result<ledger::TransferId> LedgerDesk::chargeFor(const ledger::WonAuction& auction,
                                                 Money price) const
{
    if (m_plan.workspace == nullptr)
        return ledger::TransferId{};
    auto reader = m_plan.workspace->reader();
    if (!reader)
        return reader.error();
    const auto number = ledger::chargeOf(*reader, bookNumber(), auction);
    if (!number)
        return number.error();
    if (!*number)
        return ledger::TransferId{};
    const auto charge = entry(**number);
    if (!charge)
        return charge.error();
    const auto pair = pairOf(*charge);
    if (!pair || pair->left < price)
        return Error{"INVALID_REQUEST", "auction",
                     "its charge t-" + std::to_string(**number) + " was given back already",
                     "nothing is left to do"};
    return charge->transfer.id;
}

Result<void> LedgerDesk::refund(const ledger::RefundedAuction& refunded,
                                const ledger::WonAuction& auction, const std::string& reason,
                                const std::string& actor, TimeMs now)
{
    if (m_plan.workspace != nullptr) {
        auto reader = m_plan.workspace->reader();
        if (!reader)
            return reader.error();
        if (auto open = checkNotRefunded(*reader, bookNumber(), auction); !open)
            return open;
    }
    const auto charge = chargeFor(auction, refunded.price);
    if (!charge)
        return charge.error();
    ledger::RefundedAuction linked = refunded;
    linked.charge = *charge;
    const ledger::HandOrder order{now, refundKey(auction), reason, actor};
    return keep(ledger::refund(m_book, linked, order, now));
}

Result<void> LedgerDesk::setTerms(const std::string& advertiser, const WalletTerms& terms,
                                  const std::string& actor, TimeMs now)
{
    ledger::WalletTerms wanted;
    wanted.prepaid = terms.prepaid;
    if (!terms.prepaid && terms.credit != Money{})
        wanted.credit = terms.credit;
    wanted.lowBalance = terms.warnBelow;
    bool isKnown = false;
    for (const ledger::WalletView& wallet : m_wallets->views()) {
        if (wallet.advertiser != advertiser)
            continue;
        isKnown = true;
        const auto change = m_wallets->setTerms(advertiser, wallet.currency, wanted, actor, now);
        if (!change)
            return change.error();
        m_waiting.wallets.push_back(*change);
    }
    if (!isKnown)
        return Error{"OWNER_UNKNOWN", "advertiser", "there is no advertiser \"" + advertiser + "\"",
                     "name one that has a campaign"};
    return commit();
}

} // namespace gavel::runtime
