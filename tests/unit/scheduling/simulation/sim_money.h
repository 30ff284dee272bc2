// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/book.h"
#include "engine/scheduling/quota/quota_split.h"
#include "engine/scheduling/step_key.h"
#include "tests/unit/scheduling/simulation/sim_servers.h"

#include <map>
#include <optional>

namespace gavel::scheduling::simulation {

/// A grant that was decided: durable before it is sent.
struct DecidedGrant
{
    std::size_t server = 0;
    std::uint64_t version = 0;
    std::int64_t limit = 0;
};

/// What the store holds of one campaign's money beside its tasks.
struct Sheet
{
    std::vector<QuotaSlice> slices; ///< by server
    std::map<StepKey, ledger::TransferId> settled; ///< by key of the step; no id: nothing was due
    std::map<StepKey, std::vector<DecidedGrant>> grants; ///< of a settle step
    std::int64_t charged = 0; ///< micro-units
};

/// The durable money of all campaigns: sheets and the ledger, changed together or not at all, and
/// only under the token that the lease has at that moment.
class Money
{
public:
    explicit Money(Core& core)
        : m_core(core)
        , m_sheets(kCampaigns)
    {
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign) {
            const std::string name = "camp-" + std::to_string(campaign);
            m_wallets.push_back(book.open({ledger::AccountKind::AdvertiserWallet, name, {}}, {}));
            m_budgets.push_back(book.open({ledger::AccountKind::CampaignBudget, name, {}}, {}));
            book.setLimit(m_wallets.back(), {kBudgetNanos / 1000}, {});
            book.setLimit(m_budgets.back(), {kBudgetNanos / 1000}, {});
        }
    }

    const Sheet& sheet(Handle campaign) const { return m_sheets[campaign - 1]; }

    /// Charges what the slices say was spent and keeps the sheet; once for each key.
    void settle(Handle campaign, const StepKey& key, Sheet sheet, std::vector<DecidedGrant> grants)
    {
        if (m_sheets[campaign - 1].settled.contains(key))
            return;
        std::int64_t spent = 0;
        for (const QuotaSlice& slice : sheet.slices)
            spent += slice.spent();
        ledger::Transfer charge;
        charge.amount = {spent / 1000 - sheet.charged};
        if (charge.amount.micros > 0) {
            charge.id = ledger::TransferId::of(m_core.market(), key.text());
            charge.debit = m_wallets[campaign - 1];
            charge.credit = m_budgets[campaign - 1];
            charge.code = ledger::TransferCode::Charge;
            const auto answer = book.apply(charge, m_core.market());
            m_core.need(answer.applied() && !answer.repeated, "a charge fits, and is made once");
            sheet.charged += charge.amount.micros;
        }
        sheet.settled[key] = charge.id;
        sheet.grants[key] = std::move(grants);
        m_sheets[campaign - 1] = std::move(sheet);
        check(campaign);
    }

    /// Takes back what was charged under the forward key; once for each key of the compensation.
    void undo(Handle campaign, const StepKey& forward, const StepKey& key)
    {
        Sheet& own = m_sheets[campaign - 1];
        const auto found = own.settled.find(forward);
        if (own.settled.contains(key) || found == own.settled.end())
            return;
        own.settled[key] = {};
        if (found->second.isNone())
            return;
        const auto original = book.entryOf(found->second);
        ledger::Transfer reversal;
        reversal.kind = ledger::TransferKind::Reversal;
        reversal.code = ledger::TransferCode::Compensation;
        reversal.id = ledger::TransferId::of(m_core.market(), key.text());
        reversal.reference = found->second;
        reversal.amount = original->transfer.amount;
        m_core.need(book.apply(reversal, m_core.market()).applied(), "a charge can be taken back");
        own.charged -= reversal.amount.micros;
        check(campaign);
    }

    /// The sums of the ledger are those of the sheet, and within the budget.
    void check(Handle campaign)
    {
        const ledger::Account& budget = book.account(m_budgets[campaign - 1]);
        m_core.need(budget.creditsPosted - budget.debitsPosted == sheet(campaign).charged,
                    "the ledger charged what the sheet says");
        m_core.need(sheet(campaign).charged <= kBudgetNanos / 1000, "nobody is charged too much");
        std::int64_t outstanding = 0;
        for (const QuotaSlice& slice : sheet(campaign).slices)
            outstanding += slice.outstanding();
        m_core.need(outstanding <= kBudgetNanos, "what may be spent is within the budget");
    }

    ledger::Book book;

private:
    Core& m_core;
    std::vector<Sheet> m_sheets;
    std::vector<ledger::AccountHandle> m_wallets;
    std::vector<ledger::AccountHandle> m_budgets;
};

} // namespace gavel::scheduling::simulation
