// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/ledger/account.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::ledger {

/// A caller's name for a transfer: 48 bits of time, then 80 bits of a hash of the caller's key, so
/// that new ids are near each other in the index. A retry must give the same time and key. All zero
/// names nothing.
struct TransferId
{
    std::uint64_t high = 0; ///< time in milliseconds * 2^16, then 16 bits of the hash
    std::uint64_t low = 0;

    /// `at` is a time the caller can repeat: the end of a window, or when a command was given.
    static TransferId of(TimeMs at, std::string_view key);
    /// The same from a key that is a number already, such as a saga's step and a campaign.
    static TransferId of(TimeMs at, std::uint64_t key, std::uint64_t part);
    TimeMs time() const { return {static_cast<std::int64_t>(high >> 16)}; }
    bool isNone() const { return high == 0 && low == 0; }
    auto operator<=>(const TransferId&) const = default; // NOLINT(modernize-use-nullptr)
};
/// 32 hexadecimal digits.
std::string toString(TransferId id);

/// Numbers are those of the file: append only.
enum class TransferKind : std::uint8_t {
    Single, ///< moves the amount
    Pending, ///< holds the amount on both accounts until it is posted, voided or expired
    Post, ///< ends a hold: moves at most its amount, lets go of the rest
    Void, ///< ends a hold without moving anything; its amount is 0
    Expire, ///< as Void, written by the book itself when a hold's time is over
    Reversal, ///< moves at most what a Single or a Post moved back, accounts exchanged
};
inline constexpr std::array<std::string_view, 6> kTransferKindNames{
    "single", "pending", "post", "void", "expire", "reversal"};
/// Ends a hold and moves nothing.
constexpr bool releases(TransferKind kind)
{
    return kind == TransferKind::Void || kind == TransferKind::Expire;
}

/// What a transfer is for. Numbers are those of the file: append only.
enum class TransferCode : std::uint8_t {
    PayIn, ///< bank to wallet
    PayOut, ///< publisher payable to bank
    Reserve, ///< wallet to budget, pending: what ad servers may spend
    Charge, ///< wallet to budget: what was delivered
    Delivery, ///< budget to clearing (or to the currency, or to the margin): what was delivered
    Media, ///< margin to clearing: what the platform pays for a campaign with another price
    LateWin, ///< late win loss to clearing
    Uncovered, ///< suspense to clearing: a charge that nothing covered
    Exchange, ///< currency clearing to clearing: the other half of a foreign delivery
    PublisherShare, ///< clearing to publisher
    PlatformFee, ///< clearing to platform
    TaxDue, ///< clearing to tax
    Unmatched, ///< clearing to suspense: paid, but nobody's counters claim it
    Adjustment, ///< by hand, with a reason
    Refund, ///< by hand or by late data, back to a wallet
    Compensation, ///< undoes a settlement that is to be made again
    WriteOff, ///< late win loss to suspense: the platform pays what nothing covered
    LateDelivery, ///< as Delivery, for a window that was closed; linked to it
};
inline constexpr std::array<std::string_view, 18> kTransferCodeNames{
    "pay_in",    "pay_out",    "reserve",  "charge",          "delivery",     "media",
    "late_win",  "uncovered",  "exchange", "publisher_share", "platform_fee", "tax",
    "unmatched", "adjustment", "refund",   "compensation",    "write_off",    "late_delivery"};

/// Which side of a transfer counts as settled delivery: a settlement moves what is due less what is
/// settled, so that doing it again moves nothing. Corrections do not count; Compensation takes
/// back.
enum class SettledSide : std::uint8_t { None, Debit, Credit };
constexpr SettledSide settles(TransferCode code)
{
    switch (code) {
    case TransferCode::Delivery:
    case TransferCode::LateDelivery:
    case TransferCode::Media:
    case TransferCode::LateWin:
    case TransferCode::Uncovered:
        return SettledSide::Debit;
    case TransferCode::PublisherShare:
    case TransferCode::PlatformFee:
    case TransferCode::TaxDue:
        return SettledSide::Credit;
    default:
        return SettledSide::None;
    }
}

/// True when the chart of accounts knows such a movement. Corrections may go anywhere.
bool belongs(TransferCode code, AccountKind debit, AccountKind credit);

/// What a caller asks for.
struct Transfer
{
    TransferId id;
    TransferId reference; ///< Post, Void: the hold; Reversal: what it undoes; else a link, or none
    Money amount; ///< above zero; of a Void zero
    TimeMs expires; ///< Pending: when the hold ends by itself; 0 = never
    AccountHandle debit = 0; ///< pays. Post, Void, Reversal: 0 = as the reference says
    AccountHandle credit = 0; ///< is paid
    TransferKind kind{};
    TransferCode code{};
    bool operator==(const Transfer&) const = default;
};

/// What became of it. Numbers are those of the file: append only.
enum class Outcome : std::uint8_t {
    Applied,
    IdMissing, ///< not remembered: it has no name
    IdReused, ///< the id is known with another body; what it was stays as it is
    AccountUnknown, ///< not remembered
    AccountsEqual,
    AmountNotPositive,
    CurrencyDiffers,
    BeyondFunds, ///< the paying account does not have that much
    BeyondBudget, ///< the paid account may not take that much
    Overflow,
    ExpiryPast,
    HoldUnknown, ///< no applied Pending has that id
    HoldResolved, ///< posted, voided or expired before
    HoldDiffers, ///< other accounts than the hold's
    BeyondHold, ///< more than was held
    OriginalUnknown, ///< no applied Single or Post has that id
    BeyondOriginal, ///< more than the original moved and was not undone yet
};
inline constexpr std::array<std::string_view, 17> kOutcomeNames{
    "applied",          "id_missing",     "id_reused",
    "account_unknown",  "accounts_equal", "amount_not_positive",
    "currency_differs", "beyond_funds",   "beyond_budget",
    "overflow",         "expiry_past",    "hold_unknown",
    "hold_resolved",    "hold_differs",   "beyond_hold",
    "original_unknown", "beyond_original"};
/// Codes such as BEYOND_FUNDS with the rule in words. Not for Applied.
Error errorOf(Outcome outcome, const Transfer& transfer);

/// What a caller is told. The same transfer again is told the same, `repeated`.
struct Answer
{
    Outcome outcome = Outcome::Applied;
    bool repeated = false;
    std::uint64_t sequence = 0; ///< of the transfer in its book; 0 when it was not remembered
    bool applied() const { return outcome == Outcome::Applied; }
    bool operator==(const Answer&) const = default;
};

/// A transfer as the book keeps it: accounts filled in.
struct Entry
{
    Transfer transfer;
    std::uint64_t sequence = 0; ///< counts up from 1 in its book
    TimeMs at;
    std::int64_t used = 0; ///< of a hold: posted; of a Single or Post: reversed so far
    Outcome outcome = Outcome::Applied;
    bool open = false; ///< a hold that is neither posted, voided nor expired
    bool operator==(const Entry&) const = default;
};

} // namespace gavel::ledger
