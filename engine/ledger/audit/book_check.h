// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/audit/ledger_fold.h"
#include "engine/ledger/audit/ledger_search.h"
#include "engine/ledger/billing/charge_check.h"
#include "engine/store/verify.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gavel::ledger {

/// One check over all books: how much was looked at, and the first thing that is wrong.
struct Verdict
{
    std::uint64_t looked = 0;
    std::uint64_t unprovable = 0; ///< of those
    std::string wrong;

    void fail(std::string what)
    {
        if (wrong.empty())
            wrong = std::move(what);
    }
    /// `why` some cannot be proved.
    store::Check check(const char* name, const char* why = "") const
    {
        std::string detail
            = wrong.empty() ? std::to_string(looked) + " checked" : "first: " + wrong;
        if (unprovable > 0)
            detail += "; " + std::to_string(unprovable) + " not provable: " + why;
        return {name, wrong.empty(), std::move(detail)};
    }
};

/// What verifyLedger() looks at.
struct Verdicts
{
    Verdict transfers;
    Verdict balances;
    Verdict snapshots;
    Verdict rounds;
    Verdict settled;
};

/// The ledger of one book against everything that is said about it.
class BookCheck
{
public:
    BookCheck(store::Connection& connection, const BookRow& book, LocalDay localDay,
              Verdicts& verdicts)
        : m_connection(connection)
        , m_book(book)
        , m_localDay(std::move(localDay))
        , m_verdicts(verdicts)
    {
    }

    /// Adds to the verdicts. Errors are those of reading the file.
    Result<void> run();

private:
    Result<void> readRounds();
    Result<void> readSnapshot();
    Result<LedgerFold> makeFold();
    Result<void> foldTransfers(LedgerFold& fold);
    /// Notes a transfer that went through a campaign's budget.
    void noteBudget(const Entry& entry);
    void checkRoundEnd(std::uint64_t sequence, const LedgerFold& fold);
    void checkBudgets(const LedgerFold& fold);
    void checkSnapshot(const LedgerFold& fold);
    void checkBalances(const LedgerFold& fold);
    Result<void> checkSettled(const LedgerFold& fold);
    void checkCampaign(const AccountName& budget, const ChargeCheck& charges,
                       const LedgerFold& fold);
    std::int64_t settledOf(const LedgerFold& fold, AccountKind kind, const std::string& owner,
                           Currency currency) const;

    store::Connection& m_connection;
    const BookRow& m_book;
    LocalDay m_localDay;
    Verdicts& m_verdicts;
    std::map<AccountName, AccountHandle> m_handles;
    std::vector<AccountName> m_names; ///< by handle - 1
    std::vector<std::pair<std::uint64_t, std::int64_t>> m_roundEnds; ///< sequence, number
    std::size_t m_roundEnd = 0;
    /// Budgets that something went through since the last round ended, and what first did.
    std::map<AccountHandle, std::uint64_t> m_usedBudgets;
    std::uint64_t m_snapshot = 0; ///< its sequence, 0 = none
    bool m_broken = false; ///< a transfer broke a rule: what follows proves nothing
};

} // namespace gavel::ledger
