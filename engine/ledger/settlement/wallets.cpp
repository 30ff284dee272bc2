// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/wallets.h"

#include <algorithm>
#include <limits>

namespace gavel::ledger {

namespace {

constexpr std::int64_t kMarkMs = 5 * base::kMinuteMs;
constexpr std::int64_t kPaceMs = base::kHourMs;
constexpr std::int64_t kMostMoney = std::numeric_limits<std::int64_t>::max();

Money bounded(__int128_t micros)
{
    if (micros > kMostMoney)
        return {kMostMoney};
    return {micros < -kMostMoney ? -kMostMoney : static_cast<std::int64_t>(micros)};
}

Result<void> checkTerms(const WalletTerms& terms)
{
    const auto wrong = [](const char* field, const char* rule, const char* advice) {
        return Error{"WALLET_TERMS", field, rule, advice};
    };
    if (terms.prepaid && terms.credit)
        return wrong("credit", "a prepaid wallet has no credit", "leave the credit out");
    if (terms.credit && *terms.credit < Money{})
        return wrong("credit", "a credit limit cannot be negative", "write 0 or more");
    if (terms.lowBalance < Money{})
        return wrong("low_balance", "the level of warning cannot be negative", "write 0 or more");
    return {};
}

} // namespace

Money creditOf(const WalletTerms& terms, Money sumOfBudgets)
{
    return terms.prepaid ? Money{} : terms.credit.value_or(sumOfBudgets);
}

WalletState stateOf(Money available, const WalletTerms& terms)
{
    if (available <= Money{})
        return WalletState::Paused;
    return available < terms.lowBalance ? WalletState::Low : WalletState::Enough;
}

std::optional<std::int64_t> lastsMs(Money available, Money spent, std::int64_t periodMs)
{
    if (spent <= Money{} || periodMs <= 0)
        return std::nullopt;
    const __int128_t exact
        = static_cast<__int128_t>(std::max(available, Money{}).micros) * periodMs / spent.micros;
    return bounded(exact).micros;
}

void Wallets::restore(std::span<const WalletTermsChange> terms)
{
    for (const WalletTermsChange& change : terms)
        m_terms[change.wallet] = change.terms;
}

Result<WalletTermsChange> Wallets::setTerms(std::string_view advertiser, Currency currency,
                                            const WalletTerms& terms, std::string_view actor,
                                            TimeMs now)
{
    if (auto sound = checkTerms(terms); !sound)
        return sound.error();
    const AccountHandle wallet = m_settlement.book().open(
        {AccountKind::AdvertiserWallet, std::string(advertiser), currency}, now);
    m_terms[wallet] = terms;
    refresh(now);
    return WalletTermsChange{wallet, m_settlement.book().now(), terms, std::string(actor)};
}

void Wallets::refresh(TimeMs now)
{
    Book& book = m_settlement.book();
    const std::map<AccountHandle, Money> budgets = m_settlement.budgetsByWallet();
    for (AccountHandle handle = 1; handle <= book.accountCount(); ++handle) {
        if (book.account(handle).kind != AccountKind::AdvertiserWallet)
            continue;
        const auto sum = budgets.find(handle);
        book.setLimit(handle,
                      creditOf(termsOf(handle), sum == budgets.end() ? Money{} : sum->second), now);
    }
}

void Wallets::mark(TimeMs now)
{
    if (!m_marks.empty() && now - m_marks.back().at < kMarkMs)
        return;
    const Book& book = m_settlement.book();
    Mark mark{now, std::vector<std::int64_t>(book.accountCount() + 1)};
    for (AccountHandle handle = 1; handle <= book.accountCount(); ++handle)
        mark.spent[handle] = book.account(handle).debitsPosted;
    m_marks.push_back(std::move(mark));
    // One mark is kept that is an hour old or more.
    while (m_marks.size() > 2 && now - m_marks[1].at >= kPaceMs)
        m_marks.pop_front();
}

WalletView Wallets::view(AccountHandle wallet) const
{
    const Book& book = m_settlement.book();
    const Account& account = book.account(wallet);
    WalletView view{wallet,
                    book.nameOf(wallet).owner,
                    account.currency,
                    account.balance(),
                    Money{account.limit},
                    Money{account.debitsPending},
                    {},
                    {},
                    {},
                    termsOf(wallet)};
    const __int128_t available
        = static_cast<__int128_t>(account.creditsPosted) + account.limit - account.debitsPosted;
    view.canSpend = bounded(available - account.debitsPending);
    view.state = stateOf(bounded(available), view.terms);
    if (m_marks.size() > 1 && wallet < m_marks.front().spent.size())
        view.lastsMs
            = lastsMs(bounded(available), {account.debitsPosted - m_marks.front().spent[wallet]},
                      book.now() - m_marks.front().at);
    return view;
}

std::vector<WalletView> Wallets::views() const
{
    const Book& book = m_settlement.book();
    std::vector<WalletView> views;
    for (AccountHandle handle = 1; handle <= book.accountCount(); ++handle)
        if (book.account(handle).kind == AccountKind::AdvertiserWallet)
            views.push_back(view(handle));
    std::sort(views.begin(), views.end(), [](const WalletView& a, const WalletView& b) {
        return std::tie(a.advertiser, a.currency) < std::tie(b.advertiser, b.currency);
    });
    return views;
}

const WalletTerms& Wallets::termsOf(AccountHandle wallet) const
{
    static const WalletTerms kDefault;
    const auto found = m_terms.find(wallet);
    return found == m_terms.end() ? kDefault : found->second;
}

} // namespace gavel::ledger
