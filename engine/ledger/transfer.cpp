// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/transfer.h"

#include "engine/base/random.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>

namespace gavel::ledger {

namespace {

struct Rule
{
    const char* what;
    const char* advice;
};

/// By Outcome.
constexpr std::array<Rule, kOutcomeNames.size()> kRules{{
    {"", ""},
    {"a transfer needs an id", "make one from a time and a key"},
    {"the id was used for another transfer", "give a new transfer a new key"},
    {"the book has no such account", "open it first"},
    {"an account cannot pay itself", "name two accounts"},
    {"the amount must be above zero", "write an amount such as 12.50"},
    {"the accounts have different currencies", "move it through currency clearing with a rate"},
    {"the paying account does not have that much", "pay in, or raise the credit limit"},
    {"the budget would be exceeded", "raise the budget, or charge less"},
    {"the amount is too large for the account", "split it over accounts"},
    {"the hold would end before it begins", "give it a later end"},
    {"there is no hold of that id", "name a hold that was made"},
    {"the hold has ended before", "make a new hold"},
    {"the hold is between other accounts", "name the hold's accounts, or none"},
    {"more than was held", "post at most the amount of the hold"},
    {"there is no transfer of that id to undo", "name one that moved money"},
    {"more than the transfer moved and is not undone yet", "undo at most what is left of it"},
}};

/// FNV-1a, 64 bits.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

std::string upper(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

} // namespace

TransferId TransferId::of(TimeMs at, std::string_view key)
{
    return of(at, hashOf(key), key.size());
}

TransferId TransferId::of(TimeMs at, std::uint64_t key, std::uint64_t part)
{
    assert(at.value >= 0 && at.value < std::int64_t{1} << 48);
    const std::uint64_t first = base::mix64(key ^ base::mix64(part));
    const std::uint64_t second = base::mix64(first ^ key);
    return {(static_cast<std::uint64_t>(at.value) << 16) | (second >> 48), first | 1U};
}

std::string toString(TransferId id)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {id.high, id.low})
        for (int shift = 60; shift >= 0; shift -= 4)
            text += kDigits[(half >> shift) & 15U];
    return text;
}

bool belongs(TransferCode code, AccountKind debit, AccountKind credit)
{
    using Kind = AccountKind;
    const auto from = [&](Kind payer, std::initializer_list<Kind> paid) {
        return debit == payer && std::find(paid.begin(), paid.end(), credit) != paid.end();
    };
    switch (code) {
    case TransferCode::PayIn:
        return from(Kind::Bank, {Kind::AdvertiserWallet});
    case TransferCode::PayOut:
        return from(Kind::PublisherPayable, {Kind::Bank});
    case TransferCode::Reserve:
    case TransferCode::Charge:
        return from(Kind::AdvertiserWallet, {Kind::CampaignBudget});
    case TransferCode::Delivery:
    case TransferCode::LateDelivery:
        return from(Kind::CampaignBudget,
                    {Kind::DeliveryClearing, Kind::FxClearing, Kind::PlatformRevenue});
    case TransferCode::Media:
        return from(Kind::PlatformRevenue, {Kind::DeliveryClearing});
    case TransferCode::LateWin:
        return from(Kind::LateWinLoss, {Kind::DeliveryClearing, Kind::FxClearing});
    case TransferCode::Uncovered:
        return from(Kind::Suspense,
                    {Kind::DeliveryClearing, Kind::FxClearing, Kind::PlatformRevenue});
    case TransferCode::Exchange:
        return from(Kind::FxClearing, {Kind::DeliveryClearing, Kind::PlatformRevenue});
    case TransferCode::PublisherShare:
        return from(Kind::DeliveryClearing, {Kind::PublisherPayable});
    case TransferCode::PlatformFee:
        return from(Kind::DeliveryClearing, {Kind::PlatformRevenue});
    case TransferCode::TaxDue:
        return from(Kind::DeliveryClearing, {Kind::Tax});
    case TransferCode::Unmatched:
        return from(Kind::DeliveryClearing, {Kind::Suspense});
    case TransferCode::WriteOff:
        return from(Kind::LateWinLoss, {Kind::Suspense});
    case TransferCode::Adjustment:
    case TransferCode::Refund:
    case TransferCode::Compensation:
        return true;
    }
    return false;
}

Error errorOf(Outcome outcome, const Transfer& transfer)
{
    const auto index = static_cast<std::size_t>(outcome);
    return {upper(kOutcomeNames[index]), "transfer " + toString(transfer.id), kRules[index].what,
            kRules[index].advice};
}

} // namespace gavel::ledger
