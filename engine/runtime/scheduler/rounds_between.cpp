// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds that do not wait for the next boundary.
#include "engine/runtime/scheduler/quota_gate.h"
#include "engine/runtime/scheduler/rounds.h"

#include <algorithm>

namespace gavel::runtime {

using scheduling::TriggerEvent;

Result<void> Rounds::between(std::span<const Wish> wishes, const std::string& actor, TimeMs now)
{
    if (wishes.empty())
        return {};
    const auto trigger
        = wishes.front().event ? model::TriggerKind::Event : model::TriggerKind::Manual;
    m_kind = Kind::Between;
    m_times = timesOf(m_kind, m_boundary);
    return play(tasksFor(wishes, trigger, actor, now), trigger, now);
}

Result<bool> Rounds::takeLate(TimeMs now)
{
    std::vector<Wish> wishes;
    for (std::size_t server = 0; server < m_links.size(); ++server) {
        const QuotaSheet::Server& known = m_sheet.servers()[server];
        if (known.isVacant || known.lastReport >= m_boundary)
            continue;
        const auto report = m_links[server]->report(m_boundary);
        if (!report)
            continue;
        take(server, *report);
        if (known.lastReport < m_boundary)
            continue;
        m_sheet.setReachable(server, true);
        m_ledger->reported(known.source, m_boundary);
        for (const model::CampaignReport& campaign : report->campaigns)
            wishes.push_back({campaign.campaign, TriggerEvent::SourceLate});
    }
    if (wishes.empty())
        return false;
    m_sheet.close(timesOf(Kind::Between, m_boundary));
    if (auto played = between(wishes, {}, now); !played)
        return played.error();
    return true;
}

Result<bool> Rounds::repeat(TimeMs now)
{
    const bool isBehind = now + m_plan.intervalMs <= m_boundary;
    const bool isSoon = m_repeatAt > now && m_repeatAt - now <= m_plan.intervalMs;
    if (!isBehind || isSoon)
        return false;
    m_repeatAt = now + m_plan.intervalMs;
    for (std::size_t server = 0; server < m_links.size(); ++server) {
        const QuotaSheet::Server& known = m_sheet.servers()[server];
        if (!known.isVacant && !m_links[server]->isSilent())
            if (const auto report = m_links[server]->reportNow(std::max(now, known.lastReport + 1)))
                take(server, *report);
    }
    m_times = timesOf(Kind::Between, m_boundary);
    m_sheet.close(m_times);
    if (auto played = between(due(TriggerEvent::ClockSetBack), {}, now); !played)
        return played.error();
    return true;
}

std::optional<TimeMs> Rounds::nextCron() const
{
    const auto next = m_triggers.nextDue();
    return next && *next < boundaryAfter(m_boundary, m_plan.intervalMs) ? next : std::nullopt;
}

Result<void> Rounds::runCron(TimeMs now)
{
    const TimeMs last = boundaryAfter(m_boundary, m_plan.intervalMs) + -1;
    std::vector<scheduling::NewTask> tasks = m_triggers.due(std::min(now, last));
    std::erase_if(tasks, [&](const scheduling::NewTask& task) {
        const CampaignLine* line = m_sheet.find(task.campaign);
        return line == nullptr || !line->isDue(now);
    });
    if (tasks.empty())
        return {};
    m_kind = Kind::Between;
    m_times = timesOf(m_kind, m_boundary);
    return play(tasks, model::TriggerKind::Cron, now);
}

} // namespace gavel::runtime
