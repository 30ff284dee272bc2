// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of the rounds as a whole.
#include "engine/runtime/scheduler/rounds.h"

#include <algorithm>

namespace gavel::runtime {

RoundView Rounds::viewOf(const Window& window) const
{
    RoundView view;
    view.number = window.number;
    view.byHand = window.trigger == model::TriggerKind::Manual;
    const bool isBetween = view.byHand || window.trigger == model::TriggerKind::Cron;
    view.at = isBetween ? window.startedAt : window.times.window.report;
    view.startedAt = window.startedAt;
    view.tasks = window.tasks.size();
    view.wallMs = window.wallMs;
    bool isOpen = false;
    for (const model::TaskId id : window.tasks) {
        const ArchivedTask* known = m_archive.find(id);
        if (known == nullptr)
            continue;
        ++view.states[static_cast<std::size_t>(known->task.state)];
        isOpen = isOpen || !model::isEnded(known->task.state);
        view.endedAt = std::max(view.endedAt, known->task.changedAt);
    }
    if (isOpen)
        view.endedAt = {};
    return view;
}

std::size_t Rounds::failedTasks() const
{
    std::size_t failed = 0;
    for (const Window& window : m_windows)
        for (const model::TaskId id : window.tasks)
            if (const ArchivedTask* known = m_archive.find(id))
                failed += known->task.state == model::TaskState::Failed ? 1 : 0;
    return failed;
}

void Rounds::setSums(MoneyDay& day, const ledger::MoneySums& sums)
{
    day.paid = sums.paid;
    day.lateWinLoss = sums.lateWins;
    day.publishers = sums.publishers;
    day.fees = sums.platform + sums.tax;
    day.tax = sums.tax;
    day.adjustments = sums.adjustments;
    day.isSummed = true;
    day.closes = sums.closes() && day.open == Money{};
}

MoneyDay Rounds::moneyDay(TimeMs moment) const
{
    MoneyDay view;
    view.currency = m_plan.setup->currency;
    const std::int64_t offset = m_plan.curve.utcOffsetMinutes * base::kMinuteMs;
    const std::int64_t day = base::floorDivide(moment.value + offset, base::kDayMs);
    view.from = {day * base::kDayMs - offset};
    view.to = std::max(std::min(view.from + base::kDayMs, m_boundary), view.from);
    const auto clearing = m_ledger->book().find(
        {ledger::AccountKind::DeliveryClearing, "", m_plan.setup->currency});
    view.open = clearing == 0 ? Money{} : m_ledger->book().account(clearing).balance();
    if (const ledger::MoneySums* sums = m_ledger->sumsOfDay(day))
        setSums(view, *sums);
    for (const ledger::TrialBalance& balance : ledger::trialBalances(m_ledger->book()))
        view.zeros.push_back(
            {balance.currency,
             {static_cast<std::int64_t>(balance.creditsPosted - balance.debitsPosted)}});
    view.campaigns = m_sheet.lines().size();
    for (const CampaignLine& line : m_sheet.lines()) {
        const ledger::AccountHandle budget = m_ledger->settlement().budgetOf(line.handle());
        view.campaignsWithin
            += budget != 0 && m_ledger->book().account(budget).creditRoom() >= Money{} ? 1 : 0;
    }
    return view;
}

SettlementStatus Rounds::settlementStatus() const
{
    SettlementStatus status;
    status.running = true;
    status.settledTo = m_boundary;
    status.transfers = m_ledger->book().lastSequence();
    status.durableTransfers = m_ledger->durableSequence();
    status.today = moneyDay(m_boundary + -1);
    for (const ledger::WalletView& wallet : m_ledger->wallets().views()) {
        status.walletsLow += wallet.state == ledger::WalletState::Low ? 1 : 0;
        status.walletsPaused += wallet.state == ledger::WalletState::Paused ? 1 : 0;
    }
    return status;
}

} // namespace gavel::runtime
