// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/records.h"
#include "engine/ledger/settlement/settlement.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gavel::ledger {

enum class WalletState : std::uint8_t {
    Enough,
    Low, ///< balance and credit are below the level of its terms
    Paused, ///< there is neither: its campaigns get no quota
};
inline constexpr std::array<std::string_view, 3> kWalletStateNames{"enough", "low", "paused"};

/// A wallet as people look at it. Amounts in its currency.
struct WalletView
{
    AccountHandle account = 0;
    std::string advertiser;
    Currency currency;
    Money balance; ///< paid in less charged
    Money credit;
    Money held; ///< for what ad servers may still spend
    Money canSpend; ///< balance + credit - held
    std::optional<std::int64_t> lastsMs; ///< balance and credit, at the pace of the last hour;
                                         ///< empty without spending
    WalletState state{};
    WalletTerms terms;
};

/// What a wallet's credit is by its terms.
Money creditOf(const WalletTerms& terms, Money sumOfBudgets);
/// `available` is balance and credit, held or not.
WalletState stateOf(Money available, const WalletTerms& terms);
/// How long an amount lasts when `spent` went in `periodMs`, rounded down; empty when nothing went.
std::optional<std::int64_t> lastsMs(Money available, Money spent, std::int64_t periodMs);

/// Keeps the wallets of a book on their terms, and knows how fast they empty. Same thread as the
/// book.
class Wallets
{
public:
    explicit Wallets(Settlement& settlement)
        : m_settlement(settlement)
    {
    }

    /// Terms that were set before, from the file.
    void restore(std::span<const WalletTermsChange> terms);
    /// Sets terms and the credit that follows; what to append. Errors: WALLET_TERMS (credit of a
    /// prepaid wallet, or negative amounts).
    Result<WalletTermsChange> setTerms(std::string_view advertiser, Currency currency,
                                       const WalletTerms& terms, std::string_view actor,
                                       TimeMs now);
    /// Brings every wallet's credit to its terms; after campaigns came or budgets changed.
    void refresh(TimeMs now);
    /// Remembers what is spent until now, for the pace; once a round is enough.
    void mark(TimeMs now);

    WalletView view(AccountHandle wallet) const;
    /// All, by advertiser and currency.
    std::vector<WalletView> views() const;

private:
    struct Mark
    {
        TimeMs at;
        std::vector<std::int64_t> spent; ///< by account handle
    };
    const WalletTerms& termsOf(AccountHandle wallet) const;

    Settlement& m_settlement;
    std::map<AccountHandle, WalletTerms> m_terms; ///< those that are not the default
    std::deque<Mark> m_marks; ///< oldest first, kMarkMs apart, the last hour
};

} // namespace gavel::ledger
