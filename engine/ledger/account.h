// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/dictionary.h"
#include "engine/base/money.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::ledger {

/// The chart of accounts. Numbers are those of the file: append only.
enum class AccountKind : std::uint8_t {
    Bank, ///< the world outside: pay-ins come from it, pay-outs go to it
    AdvertiserWallet, ///< what an advertiser paid in and has not spent; limit = its credit
    CampaignBudget, ///< what a campaign was charged; limit = its total budget
    DeliveryClearing, ///< between what advertisers pay and who earns it; zero after every round
    PublisherPayable, ///< what a publisher has earned and was not paid out
    PlatformRevenue, ///< fees, and the margin of campaigns that do not pay the clearing price
    Tax, ///< owed out of the platform's fees
    FxClearing, ///< one for each currency: what goes out of one comes in by another
    Suspense, ///< charges that no hold and no budget covered, until somebody decides
    LateWinLoss, ///< wins that were told too late to be charged: the platform pays
};
inline constexpr std::array<std::string_view, 10> kAccountKindNames{"bank",
                                                                    "advertiser_wallet",
                                                                    "campaign_budget",
                                                                    "delivery_clearing",
                                                                    "publisher_payable",
                                                                    "platform_revenue",
                                                                    "tax",
                                                                    "fx_clearing",
                                                                    "suspense",
                                                                    "late_win_loss"};

/// Debits (posted and pending) may not be above credits posted plus the limit.
constexpr bool coversDebits(AccountKind kind)
{
    return kind == AccountKind::AdvertiserWallet || kind == AccountKind::CampaignBudget
        || kind == AccountKind::DeliveryClearing;
}
/// The account's limit is credit: it adds to what may be debited.
constexpr bool givesCredit(AccountKind kind)
{
    return kind == AccountKind::AdvertiserWallet;
}
/// Credits (posted and pending, without what was reversed) may not be above the limit.
constexpr bool capsCredits(AccountKind kind)
{
    return kind == AccountKind::CampaignBudget;
}

/// A dense name of an account inside one Book, from 1; 0 = none.
using AccountHandle = std::uint32_t;

/// What names an account. At most one account of a name.
struct AccountName
{
    AccountKind kind{};
    std::string owner; ///< advertiser, campaign or publisher id; a part of the platform, or ""
    Currency currency;
    auto operator<=>(const AccountName&) const = default; // NOLINT(modernize-use-nullptr)
};
/// "campaign_budget camp-001 USD"
std::string toString(const AccountName& name);

/// The counters of an account, micro-units of its currency; one cache line. Posted counters never
/// fall.
struct alignas(64) Account
{
    std::int64_t debitsPosted = 0;
    std::int64_t debitsPending = 0;
    std::int64_t creditsPosted = 0;
    std::int64_t creditsPending = 0;
    std::int64_t limit = 0; ///< credit of a wallet, total budget of a campaign, else unused
    std::int64_t reversed = 0; ///< sum of the reversals that touched it
    std::int64_t settled = 0; ///< what settlements of delivery moved, see settles()
    AccountKind kind{};
    Currency currency;

    /// Credits less debits: what the account is owed, or owns.
    Money balance() const { return {creditsPosted - debitsPosted}; }
    /// What may still be debited; INT64_MAX when nothing bounds it.
    Money debitRoom() const;
    /// What may still be credited; INT64_MAX when nothing bounds it.
    Money creditRoom() const;
    bool operator==(const Account&) const = default;
};

} // namespace gavel::ledger
