// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/book.h"
#include "engine/ledger/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace gavel::ledger {

/// An order by a person to move money. The same order again, with the same time and key, is told
/// the same and moves nothing.
struct HandOrder
{
    TimeMs at; ///< when it was given
    std::string key; ///< the caller's name for it, 1 to 128 bytes
    std::string reason; ///< 3 to 500 bytes; a pay-in may leave it out
    std::string actor;
};

/// One auction whose charge goes back: what was cleared, and how it was split.
struct RefundedAuction
{
    std::string advertiser;
    std::string publisher;
    Money price; ///< above zero
    Money publisherPart; ///< 0 to price; the platform gives the rest
    TransferId charge; ///< the transfer that charged it, none when not known
};

// All of these return what to append beside the book's entries. Errors: INVALID_REQUEST naming the
// field (key, reason, amount), ACCOUNT_UNKNOWN, or the book's refusal such as BEYOND_FUNDS. Several
// transfers of one order are made all or none.

/// Bank to wallet.
Result<std::vector<TransferNote>> payIn(Book& book, std::string_view advertiser, Currency currency,
                                        Money amount, const HandOrder& order, TimeMs now);
/// Publisher payable to bank; at most what the publisher is owed.
Result<std::vector<TransferNote>> payOut(Book& book, std::string_view publisher, Money amount,
                                         const HandOrder& order, TimeMs now);
/// Any account to any other of its currency, as an Adjustment.
Result<std::vector<TransferNote>> adjust(Book& book, AccountHandle from, AccountHandle to,
                                         Money amount, const HandOrder& order, TimeMs now);
/// A linked reversal of a transfer, or of a part of it.
Result<std::vector<TransferNote>> reverse(Book& book, TransferId original, Money amount,
                                          const HandOrder& order, TimeMs now);
/// What may still be given back of a charge, given the delivery that it paid for.
Money refundable(const Entry& charge, const Entry& delivery);
/// A charge goes back to its wallet, wholly or in part, and the platform bears it: publishers keep
/// what they earned. `delivery` is the transfer from the same budget in the same round. The
/// campaign may spend the amount again.
Result<std::vector<TransferNote>> refundCharge(Book& book, const Entry& charge,
                                               const Entry& delivery, Money amount,
                                               const HandOrder& order, TimeMs now);
/// Publisher and platform each give their part back to the wallet. The budget is not freed.
Result<std::vector<TransferNote>> refund(Book& book, const RefundedAuction& auction,
                                         const HandOrder& order, TimeMs now);
/// The platform pays for what a campaign's suspense account bears.
Result<std::vector<TransferNote>> writeOff(Book& book, std::string_view campaign, Currency currency,
                                           Money amount, const HandOrder& order, TimeMs now);

} // namespace gavel::ledger
