// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/ledger/account.h"
#include "engine/ledger/settlement/own_spend.h"
#include "engine/ledger/settlement/settled_round.h"
#include "engine/model/campaign.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gavel::ledger {

/// Why a person moved money: beside the transfers that he made.
struct TransferNote
{
    std::uint64_t sequence = 0; ///< of the transfer
    std::string key; ///< as the caller gave it
    std::string reason;
    std::string actor;
    bool operator==(const TransferNote&) const = default;
};

/// How an advertiser pays. The default blocks nobody: credit of the sum of its campaigns' budgets.
struct WalletTerms
{
    bool prepaid = false; ///< no credit at all
    std::optional<Money> credit; ///< instead of the sum of budgets; postpaid only
    Money lowBalance; ///< below this the wallet counts as low; 0 = never
    bool operator==(const WalletTerms&) const = default;
};
struct WalletTermsChange
{
    AccountHandle wallet = 0;
    TimeMs at;
    WalletTerms terms;
    std::string actor;
    bool operator==(const WalletTermsChange&) const = default;
};

/// A span of market time whose events are settled and will not be waited for any more.
struct ClosedWindow
{
    TimeMs start; ///< inclusive
    TimeMs end; ///< exclusive
    TimeMs at; ///< when it was closed
    bool complete = false; ///< every ad server had reported to its end
    std::uint64_t sequence = 0; ///< the book's last transfer then
    bool operator==(const ClosedWindow&) const = default;
};

/// What a campaign owes by, from one place of the log on.
struct BillingTerms
{
    std::string campaign;
    model::Billing billing;
    std::string timeZone; ///< of its days
    std::int64_t owedNanos = 0; ///< for all that was before; the campaign's currency
    bool operator==(const BillingTerms&) const = default;
};

/// Terms that begin at one place of the log: what each source sent up to its position is owed by
/// the terms before. A source that is not named is wholly before when its number is below
/// `firstSource`, else wholly after.
struct BillingStart
{
    TimeMs at;
    std::uint32_t firstSource = 0;
    std::vector<SourcePosition> sources; ///< by source
    std::vector<BillingTerms> terms;
    bool operator==(const BillingStart&) const = default;
};

/// What goes into the file beside the transfers of an append.
struct LedgerRecords
{
    std::vector<SettledRound> rounds{};
    std::vector<TransferNote> notes{};
    std::vector<WalletTermsChange> wallets{};
    std::vector<ClosedWindow> windows{};
    std::vector<BillingStart> billing{};
    std::vector<OwnSpendNote> own{};
};

} // namespace gavel::ledger
