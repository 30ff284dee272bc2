// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/book_check.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_tables.h"

#include <algorithm>

namespace gavel::ledger {

using store::Connection;

namespace {

/// Limits and rates of a book, merged into its transfers while they are read.
class Terms
{
public:
    static Result<Terms> read(Connection& connection, std::int64_t book)
    {
        Terms terms;
        auto done = forRows(
            connection,
            "SELECT sequence, at, account, amount FROM account_limit WHERE book = $1 ORDER BY "
            "sequence",
            [&](const store::Statement& row) -> Result<void> {
                terms.m_limits.push_back({bits(row.integer(0)), TimeMs{row.integer(1)},
                                          static_cast<AccountHandle>(row.integer(2)),
                                          Money{row.integer(3)}});
                return {};
            },
            book);
        if (done)
            done = forRows(
                connection,
                "SELECT sequence, at, currency, numerator, denominator FROM exchange_rate WHERE "
                "book = $1 ORDER BY sequence",
                [&](const store::Statement& row) -> Result<void> {
                    const auto currency = Currency::parse(row.text(2));
                    if (!currency)
                        return currency.error();
                    terms.m_rates.push_back({bits(row.integer(0)), TimeMs{row.integer(1)},
                                             *currency, row.integer(3), row.integer(4)});
                    return {};
                },
                book);
        if (!done)
            return done.error();
        return terms;
    }
    /// Adds what comes before a sequence.
    Result<void> addUpTo(std::uint64_t sequence, LedgerFold& fold)
    {
        for (;;) {
            const std::uint64_t limit
                = m_limit < m_limits.size() ? m_limits[m_limit].sequence : UINT64_MAX;
            const std::uint64_t rate
                = m_rate < m_rates.size() ? m_rates[m_rate].sequence : UINT64_MAX;
            if (std::min(limit, rate) >= sequence)
                return {};
            auto added = limit < rate ? fold.add(m_limits[m_limit++]) : fold.add(m_rates[m_rate++]);
            if (!added)
                return Error{added.error().code,
                             "limit or rate " + std::to_string(std::min(limit, rate)),
                             added.error().what, added.error().advice};
        }
    }

private:
    std::vector<LimitChange> m_limits;
    std::vector<RateChange> m_rates;
    std::size_t m_limit = 0;
    std::size_t m_rate = 0;
};

} // namespace

Result<void> BookCheck::run()
{
    if (auto read = readRounds(); !read)
        return read;
    if (auto read = readSnapshot(); !read)
        return read;
    auto fold = makeFold();
    if (!fold)
        return fold.error();
    if (auto folded = foldTransfers(*fold); !folded)
        return folded;
    if (m_broken)
        return {};
    checkBalances(*fold);
    return checkSettled(*fold);
}

std::int64_t BookCheck::settledOf(const LedgerFold& fold, AccountKind kind,
                                  const std::string& owner, Currency currency) const
{
    const auto found = m_handles.find({kind, owner, currency});
    return found == m_handles.end() ? 0 : fold.accounts()[found->second].settled;
}

Result<void> BookCheck::readRounds()
{
    return forRows(
        m_connection,
        "SELECT last_sequence, number FROM settled_round WHERE book = $1 AND last_sequence >= "
        "first_sequence ORDER BY last_sequence",
        [&](const store::Statement& row) -> Result<void> {
            m_roundEnds.emplace_back(bits(row.integer(0)), row.integer(1));
            return {};
        },
        m_book.number);
}

Result<void> BookCheck::readSnapshot()
{
    return forRows(
        m_connection, "SELECT sequence FROM ledger_snapshot WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            m_snapshot = bits(row.integer(0));
            return {};
        },
        m_book.number);
}

Result<LedgerFold> BookCheck::makeFold()
{
    std::set<TransferId> undone;
    auto read = forRows(
        m_connection,
        "SELECT DISTINCT ref_high, ref_low FROM transfer WHERE kind = 5 AND key >= $1 AND key < $2",
        [&](const store::Statement& row) -> Result<void> {
            undone.insert({bits(row.integer(0)), bits(row.integer(1))});
            return {};
        },
        transferKey(m_book.number, 0), transferKey(m_book.number + 1, 0));
    if (!read)
        return read.error();
    LedgerFold fold(std::move(undone));
    read = forRows(
        m_connection, "SELECT id, kind, owner, currency FROM account WHERE book = $1 ORDER BY id",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(3));
            if (!currency)
                return currency.error();
            const AccountName name{static_cast<AccountKind>(row.integer(1)),
                                   std::string(row.text(2)), *currency};
            fold.open(name);
            m_names.push_back(name);
            if (row.integer(0) != static_cast<std::int64_t>(m_names.size()))
                m_verdicts.transfers.fail("account " + std::to_string(row.integer(0)) + " of "
                                          + m_book.text() + " is not numbered in order");
            m_handles[name] = static_cast<AccountHandle>(m_names.size());
            return {};
        },
        m_book.number);
    if (!read)
        return read.error();
    return fold;
}

Result<void> BookCheck::foldTransfers(LedgerFold& fold)
{
    auto terms = Terms::read(m_connection, m_book.number);
    if (!terms)
        return terms.error();
    const auto failed = [&](const std::string& row, const Error& error) {
        m_broken = true;
        m_verdicts.transfers.fail(row + " of " + m_book.text() + ": " + error.what);
    };
    auto read = forRows(
        m_connection,
        "SELECT " + std::string(kTransferColumns)
            + " FROM transfer WHERE key > $1 AND key < $2 ORDER BY key",
        [&](const store::Statement& row) -> Result<void> {
            if (m_broken)
                return {};
            const Entry entry = transferRow(row);
            auto added = terms->addUpTo(entry.sequence, fold);
            if (!added) {
                failed(added.error().where, added.error());
                return {};
            }
            checkSnapshot(fold);
            added = fold.add(entry);
            if (!added)
                failed("transfer " + std::to_string(entry.sequence), added.error());
            ++m_verdicts.transfers.looked;
            noteBudget(entry);
            checkRoundEnd(entry.sequence, fold);
            checkSnapshot(fold);
            return {};
        },
        transferKey(m_book.number, 0), transferKey(m_book.number + 1, 0));
    if (!read || m_broken)
        return read;
    if (auto added = terms->addUpTo(UINT64_MAX, fold); !added)
        failed(added.error().where, added.error());
    checkSnapshot(fold);
    checkBudgets(fold);
    if (m_snapshot > fold.sequence())
        m_verdicts.snapshots.fail("the snapshot of " + m_book.text()
                                  + " is of a transfer that is not there");
    return {};
}

void BookCheck::noteBudget(const Entry& entry)
{
    const bool moves = entry.transfer.kind == TransferKind::Single
        || entry.transfer.kind == TransferKind::Post
        || entry.transfer.kind == TransferKind::Reversal;
    if (!moves || entry.outcome != Outcome::Applied)
        return;
    for (const AccountHandle account : {entry.transfer.debit, entry.transfer.credit})
        if (account != 0 && account <= m_names.size()
            && m_names[account - 1].kind == AccountKind::CampaignBudget)
            m_usedBudgets.try_emplace(account, entry.sequence);
}

/// A campaign is charged what is delivered: whatever comes to its budget leaves it in the same
/// round, and what is given back goes the same way.
void BookCheck::checkBudgets(const LedgerFold& fold)
{
    for (const auto& [account, first] : m_usedBudgets)
        if (const Money left = fold.accounts()[account].balance(); left != Money{})
            m_verdicts.rounds.fail("transfer " + std::to_string(first) + " of " + m_book.text()
                                   + " or one after it: " + toString(m_names[account - 1])
                                   + " is left with " + base::toString(left, 6));
    m_usedBudgets.clear();
}

/// After a settlement nothing may be left between those who pay and those who earn.
void BookCheck::checkRoundEnd(std::uint64_t sequence, const LedgerFold& fold)
{
    const auto clearing = m_handles.find({AccountKind::DeliveryClearing, "", m_book.currency});
    while (m_roundEnd < m_roundEnds.size() && m_roundEnds[m_roundEnd].first <= sequence) {
        const auto [last, number] = m_roundEnds[m_roundEnd++];
        ++m_verdicts.rounds.looked;
        if (last == sequence)
            checkBudgets(fold);
        if (last == sequence && clearing != m_handles.end()
            && fold.accounts()[clearing->second].balance() != Money{})
            m_verdicts.rounds.fail(
                "round " + std::to_string(number) + " of " + m_book.text() + " leaves "
                + base::toString(fold.accounts()[clearing->second].balance(), 6) + " in clearing");
    }
}

void BookCheck::checkSnapshot(const LedgerFold& fold)
{
    if (m_snapshot == 0 || fold.sequence() != m_snapshot)
        return;
    m_snapshot = 0;
    auto read = forRows(
        m_connection, "SELECT * FROM snapshot_account WHERE book = $1 ORDER BY account",
        [&](const store::Statement& row) -> Result<void> {
            ++m_verdicts.snapshots.looked;
            const auto handle = static_cast<std::size_t>(row.integer(1));
            if (handle == 0 || handle >= fold.accounts().size()) {
                m_verdicts.snapshots.fail("account " + std::to_string(handle) + " of "
                                          + m_book.text() + " does not exist");
                return {};
            }
            const Account& derived = fold.accounts()[handle];
            Account kept = derived;
            kept.debitsPosted = row.integer(2);
            kept.debitsPending = row.integer(3);
            kept.creditsPosted = row.integer(4);
            kept.creditsPending = row.integer(5);
            kept.reversed = row.integer(6);
            kept.settled = row.integer(7);
            if (!(kept == derived))
                m_verdicts.snapshots.fail(toString(m_names[handle - 1]) + " of " + m_book.text()
                                          + " differs from its transfers");
            return {};
        },
        m_book.number);
    if (!read)
        m_verdicts.snapshots.fail(toString(read.error()));
}

void BookCheck::checkBalances(const LedgerFold& fold)
{
    std::map<Currency, __int128_t> sums;
    for (std::size_t handle = 1; handle < fold.accounts().size(); ++handle) {
        const Account& account = fold.accounts()[handle];
        ++m_verdicts.balances.looked;
        sums[account.currency]
            += static_cast<__int128_t>(account.creditsPosted) - account.debitsPosted;
        if (account.debitsPending < 0 || account.creditsPending < 0)
            m_verdicts.balances.fail(toString(m_names[handle - 1]) + " of " + m_book.text()
                                     + " holds less than nothing");
    }
    for (const auto& [currency, sum] : sums)
        if (sum != 0)
            m_verdicts.balances.fail("the accounts of " + m_book.text() + " in "
                                     + std::string(currency.view()) + " do not sum to zero");
}

/// What campaigns were charged for is what the log says, up to where each source was settled.
Result<void> BookCheck::checkSettled(const LedgerFold& fold)
{
    const auto charges = ChargeCheck::read(m_connection, m_book.number, m_localDay);
    if (!charges)
        return charges.error();
    for (const AccountName& name : m_names)
        if (name.kind == AccountKind::CampaignBudget)
            checkCampaign(name, *charges, fold);
    return {};
}

void BookCheck::checkCampaign(const AccountName& budget, const ChargeCheck& charges,
                              const LedgerFold& fold)
{
    const std::string& campaign = budget.owner;
    const auto fail = [&](const std::string& what) {
        m_verdicts.settled.fail("campaign " + campaign + " of " + m_book.text() + ": " + what);
    };
    const auto compare = [&](const char* what, AccountKind kind, std::int64_t nanos) {
        const Money settled{settledOf(fold, kind, campaign, m_book.currency)};
        const Money wanted{nanos / base::kNanosPerMicro};
        if (settled != wanted)
            fail(what + base::toString(settled, 6) + ", the log says " + base::toString(wanted, 6));
    };
    ++m_verdicts.settled.looked;
    ChargeCheck::Charged charged;
    charged.campaign = campaign;
    charged.amount = {settledOf(fold, AccountKind::CampaignBudget, campaign, budget.currency)
                      + settledOf(fold, AccountKind::Suspense, campaign, budget.currency)};
    charged.ownMedia
        = m_handles.contains({AccountKind::PlatformRevenue, campaign, m_book.currency});
    charged.foreign = budget.currency != m_book.currency;
    const ChargeCheck::Finding finding = charges.check(charged);
    if (!finding.wrong.empty())
        fail(finding.wrong);
    m_verdicts.settled.unprovable += finding.provable ? 0 : 1;
    const Delivered delivered = charges.delivered(campaign);
    if (charged.ownMedia)
        compare("media paid ", AccountKind::PlatformRevenue, delivered.clearedNanos());
    else if (!charged.foreign)
        compare("late wins paid ", AccountKind::LateWinLoss, delivered.lateNanos);
}

} // namespace gavel::ledger
