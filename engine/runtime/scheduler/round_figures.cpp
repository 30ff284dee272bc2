// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the newest round for snapshots.
#include "engine/runtime/scheduler/scheduler.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

Money wholeMicros(std::int64_t nanos)
{
    return base::Accrual(nanos).whole();
}

CampaignFigures figuresOf(const CampaignLine& line, const Rounds& rounds,
                          const std::vector<bool>& isLocal)
{
    CampaignFigures figures;
    figures.held = rounds.ledger().settlement().heldOf(line.handle());
    figures.granted = wholeMicros(std::max<std::int64_t>(line.outstanding() - line.spentNow(), 0));
    figures.spentToday = wholeMicros(line.spentDay());
    figures.pace = line.decision().pace;
    figures.bidFactorPpm = line.decision().bidFactor;
    figures.valueLost = wholeMicros(scheduling::worthLostToPacing(line.tally()));
    for (std::size_t hour = 0; hour < figures.spentByHour.size(); ++hour)
        figures.spentByHour[hour] = wholeMicros(line.spentByHour()[hour]);
    figures.elsewhere = line.elsewhere(isLocal);
    figures.note = rounds.noteOf(line.handle());
    return figures;
}

void fillSchedule(ScheduleStatus& status, const Rounds& rounds)
{
    status.running = true;
    status.intervalMs = rounds.plan().intervalMs;
    status.nextRound = boundaryAfter(rounds.newestBoundary(), status.intervalMs);
    status.openTasks = rounds.tasks().open().size();
    status.roundsDone = rounds.roundsDone();
    status.epoch = rounds.epoch();
    if (!rounds.windows().empty()) {
        status.newest = rounds.viewOf(rounds.windows().back());
        status.lastRoundWallMs = status.newest.wallMs;
    }
    status.failedTasks = rounds.failedTasks();
}

} // namespace

void Scheduler::publishFigures()
{
    auto figures = std::make_shared<RoundFigures>();
    const Rounds& rounds = *m_rounds;
    fillSchedule(figures->schedule, rounds);
    if (m_problem)
        figures->schedule.problem = base::toString(*m_problem);
    figures->settlement = rounds.settlementStatus();
    figures->ledgerBroken = rounds.ledger().broken();
    figures->quotaBroken = rounds.sheet().broken();
    figures->tasksBroken = rounds.archive().broken();
    std::vector<bool> isLocal;
    for (const auto& link : rounds.links())
        isLocal.push_back(!link->isElsewhere());
    figures->campaigns.reserve(rounds.sheet().lines().size());
    for (const CampaignLine& line : rounds.sheet().lines())
        figures->campaigns.emplace(line.handle(), figuresOf(line, rounds, isLocal));
    m_figures.store(std::move(figures));
}

} // namespace gavel::runtime
