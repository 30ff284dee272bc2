// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/hand_posting.h"

#include "engine/ledger/settlement/split.h"

#include <algorithm>

namespace gavel::ledger {

namespace {

constexpr std::size_t kMostKey = 128;
constexpr std::size_t kLeastReason = 3;
constexpr std::size_t kMostReason = 500;

Error invalid(const char* field, std::string rule, const char* advice)
{
    return {"INVALID_REQUEST", field, std::move(rule), advice};
}

Result<void> checkOrder(const HandOrder& order, bool needsReason)
{
    if (order.key.empty() || order.key.size() > kMostKey)
        return invalid("key", "an order needs a key of 1 to 128 bytes", "give each order its own");
    if (order.at.value < 0 || order.at.value >= std::int64_t{1} << 47)
        return invalid("at", "the time of the order is out of range", "give it the time it is");
    if (needsReason && order.reason.size() < kLeastReason)
        return invalid("reason", "money that is moved by hand needs a reason", "say why");
    if (order.reason.size() > kMostReason)
        return invalid("reason", "a reason has at most 500 bytes", "shorten it");
    return {};
}

Result<void> checkAmount(Money amount)
{
    if (amount <= Money{})
        return invalid("amount", "an amount must be above zero", "write an amount such as 12.50");
    return {};
}

/// An account that must be there already.
Result<AccountHandle> known(const Book& book, const AccountName& name)
{
    const AccountHandle found = book.find(name);
    if (found == 0)
        return Error{"ACCOUNT_UNKNOWN", toString(name), "the book has no such account",
                     "choose one that was used"};
    return found;
}

/// Applies one transfer of an order; `part` tells the transfers of one order apart.
Result<std::vector<TransferNote>> post(Book& book, Transfer transfer, const HandOrder& order,
                                       TimeMs now, int part = 0)
{
    transfer.id = TransferId::of(order.at, order.key + '/' + std::to_string(part));
    const Answer answer = book.apply(transfer, now);
    if (!answer.applied())
        return errorOf(answer.outcome, transfer);
    if (answer.repeated)
        return std::vector<TransferNote>();
    return std::vector<TransferNote>{{answer.sequence, order.key, order.reason, order.actor}};
}

} // namespace

Result<std::vector<TransferNote>> payIn(Book& book, std::string_view advertiser, Currency currency,
                                        Money amount, const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, false); !sound)
        return sound.error();
    if (auto sound = checkAmount(amount); !sound)
        return sound.error();
    const AccountHandle bank = book.open({AccountKind::Bank, "", currency}, now);
    const AccountHandle wallet
        = book.open({AccountKind::AdvertiserWallet, std::string(advertiser), currency}, now);
    return post(book, {{}, {}, amount, {}, bank, wallet, TransferKind::Single, TransferCode::PayIn},
                order, now);
}

Result<std::vector<TransferNote>> payOut(Book& book, std::string_view publisher, Money amount,
                                         const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, false); !sound)
        return sound.error();
    if (auto sound = checkAmount(amount); !sound)
        return sound.error();
    const auto payable
        = known(book, {AccountKind::PublisherPayable, std::string(publisher), book.currency()});
    if (!payable)
        return payable.error();
    const AccountHandle bank = book.open({AccountKind::Bank, "", book.currency()}, now);
    const Transfer transfer{
        {}, {}, amount, {}, *payable, bank, TransferKind::Single, TransferCode::PayOut};
    const TransferId id = TransferId::of(order.at, order.key + "/0");
    // What the publisher is owed bounds a new order only: a repeated one was paid from it.
    if (!book.entryOf(id) && amount > book.account(*payable).balance())
        return errorOf(Outcome::BeyondFunds, transfer);
    return post(book, transfer, order, now);
}

Result<std::vector<TransferNote>> adjust(Book& book, AccountHandle from, AccountHandle to,
                                         Money amount, const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, true); !sound)
        return sound.error();
    return post(book,
                {{}, {}, amount, {}, from, to, TransferKind::Single, TransferCode::Adjustment},
                order, now);
}

Result<std::vector<TransferNote>> reverse(Book& book, TransferId original, Money amount,
                                          const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, true); !sound)
        return sound.error();
    return post(book,
                {{}, original, amount, {}, 0, 0, TransferKind::Reversal, TransferCode::Adjustment},
                order, now);
}

Money refundable(const Entry& charge, const Entry& delivery)
{
    const auto left = [](const Entry& entry) { return entry.transfer.amount - Money{entry.used}; };
    return std::max(std::min(left(charge), left(delivery)), Money{});
}

Result<std::vector<TransferNote>> refundCharge(Book& book, const Entry& charge,
                                               const Entry& delivery, Money amount,
                                               const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, true); !sound)
        return sound.error();
    if (auto sound = checkAmount(amount); !sound)
        return sound.error();
    if (amount > refundable(charge, delivery))
        return errorOf(Outcome::BeyondOriginal, charge.transfer);
    const AccountName to = book.nameOf(delivery.transfer.credit);
    const Currency market = book.currency();
    std::vector<Transfer> wanted;
    if (to.kind == AccountKind::FxClearing) {
        const RateChange& rate = *book.rateOf(to.currency);
        const Money there = converted(amount, rate.numerator, rate.denominator);
        if (there > Money{})
            wanted.push_back({{},
                              delivery.transfer.id,
                              there,
                              {},
                              book.open({AccountKind::PlatformRevenue, "", market}, now),
                              book.open({AccountKind::FxClearing, "", market}, now),
                              TransferKind::Single,
                              TransferCode::Adjustment});
    } else if (to.kind == AccountKind::DeliveryClearing) {
        wanted.push_back({{},
                          delivery.transfer.id,
                          amount,
                          {},
                          book.open({AccountKind::PlatformRevenue, "", market}, now),
                          delivery.transfer.credit,
                          TransferKind::Single,
                          TransferCode::Adjustment});
    }
    for (const Entry* undone : {&delivery, &charge})
        wanted.push_back({{},
                          undone->transfer.id,
                          amount,
                          {},
                          0,
                          0,
                          TransferKind::Reversal,
                          TransferCode::Adjustment});
    std::vector<TransferNote> notes;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto made = post(book, wanted[i], order, now, static_cast<int>(i));
        if (!made)
            return made.error();
        notes.insert(notes.end(), made->begin(), made->end());
    }
    return notes;
}

Result<std::vector<TransferNote>> refund(Book& book, const RefundedAuction& auction,
                                         const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, true); !sound)
        return sound.error();
    if (auto sound = checkAmount(auction.price); !sound)
        return sound.error();
    if (auction.publisherPart < Money{} || auction.publisherPart > auction.price)
        return invalid("publisher_part", "the publisher's part is between 0 and the price",
                       "take both from the auction");
    const Currency currency = book.currency();
    const auto wallet = known(book, {AccountKind::AdvertiserWallet, auction.advertiser, currency});
    const auto payable = known(book, {AccountKind::PublisherPayable, auction.publisher, currency});
    const auto fee = known(book, {AccountKind::PlatformRevenue, "", currency});
    for (const auto* account : {&wallet, &payable, &fee})
        if (!*account)
            return account->error();
    // Neither account is bounded, so that the second cannot be refused when the first was not.
    std::vector<TransferNote> notes;
    const auto give = [&](AccountHandle from, Money part, int number) -> Result<void> {
        if (part == Money{})
            return {};
        auto given = post(book,
                          {{},
                           auction.charge,
                           part,
                           {},
                           from,
                           *wallet,
                           TransferKind::Single,
                           TransferCode::Refund},
                          order, now, number);
        if (!given)
            return given.error();
        notes.insert(notes.end(), given->begin(), given->end());
        return {};
    };
    if (auto given = give(*payable, auction.publisherPart, 0); !given)
        return given.error();
    if (auto given = give(*fee, auction.price - auction.publisherPart, 1); !given)
        return given.error();
    return notes;
}

Result<std::vector<TransferNote>> writeOff(Book& book, std::string_view campaign, Currency currency,
                                           Money amount, const HandOrder& order, TimeMs now)
{
    if (auto sound = checkOrder(order, true); !sound)
        return sound.error();
    if (auto sound = checkAmount(amount); !sound)
        return sound.error();
    const auto suspense = known(book, {AccountKind::Suspense, std::string(campaign), currency});
    if (!suspense)
        return suspense.error();
    const AccountHandle loss
        = book.open({AccountKind::LateWinLoss, std::string(campaign), currency}, now);
    const Transfer transfer{
        {}, {}, amount, {}, loss, *suspense, TransferKind::Single, TransferCode::WriteOff};
    const TransferId id = TransferId::of(order.at, order.key + "/0");
    if (!book.entryOf(id) && amount > -book.account(*suspense).balance())
        return errorOf(Outcome::BeyondFunds, transfer);
    return post(book, transfer, order, now);
}

} // namespace gavel::ledger
