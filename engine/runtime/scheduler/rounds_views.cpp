// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of the rounds as a whole.
#include "engine/runtime/scheduler/rounds.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kDaysKept = 62;

} // namespace

RoundView Rounds::viewOf(const Window& window) const
{
    RoundView view;
    view.number = window.number;
    view.byHand = window.trigger == model::TriggerKind::Manual;
    view.at = view.byHand ? window.startedAt : window.times.window.report;
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

std::int64_t Rounds::dayOf(TimeMs moment) const
{
    const std::int64_t local = moment.value + m_plan.curve.utcOffsetMinutes * base::kMinuteMs;
    return local / base::kDayMs - (local % base::kDayMs < 0 ? 1 : 0);
}

/// A window that ends at midnight is of the day before.
void Rounds::addToDay(const ledger::RoundResult& result)
{
    SettledDay& day = m_settledDays[dayOf(m_boundary + -1)];
    day.lateWins += result.lateWins;
    day.publishers += result.publishers;
    day.fee += result.fee;
    day.tax += result.tax;
    day.unmatched += result.unmatched;
    if (m_settledDays.size() > kDaysKept)
        m_settledDays.erase(m_settledDays.begin());
}

MoneyDay Rounds::moneyDay(TimeMs moment) const
{
    MoneyDay view;
    view.currency = m_plan.setup->currency;
    const std::int64_t day = dayOf(moment);
    view.from = {day * base::kDayMs - m_plan.curve.utcOffsetMinutes * base::kMinuteMs};
    view.to = std::min(view.from + base::kDayMs, m_boundary);
    if (const auto settled = m_settledDays.find(day); settled != m_settledDays.end()) {
        const SettledDay& of = settled->second;
        view.lateWinLoss = of.lateWins;
        view.publishers = of.publishers;
        view.fees = of.fee + of.tax;
        view.tax = of.tax;
        view.adjustments = of.unmatched;
        view.paid = of.publishers + of.fee + of.tax + of.unmatched;
    }
    const auto clearing = m_ledger->book().find(
        {ledger::AccountKind::DeliveryClearing, "", m_plan.setup->currency});
    view.open = clearing == 0 ? Money{} : m_ledger->book().account(clearing).balance();
    view.closes = view.open == Money{};
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
