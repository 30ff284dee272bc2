// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/times/triggers.h"

#include "engine/base/enum_name.h"

#include <algorithm>
#include <utility>

namespace gavel::scheduling {

std::string detailOf(TriggerEvent event)
{
    return R"({"event":")" + std::string(base::nameOf(event, kTriggerEventNames)) + R"("})";
}

void Triggers::set(Handle campaign, std::uint16_t slot, const TriggerRule& rule,
                   const TaskBook& book, TimeMs now)
{
    const TaskWindow* last = book.windowOf(campaign, model::TriggerKind::Cron);
    const TimeMs start = last == nullptr ? now : last->end;
    m_entries.insert_or_assign(campaign, Entry{slot, rule, start, rule.nextAfter(start)});
}

void Triggers::remove(Handle campaign)
{
    m_entries.erase(campaign);
}

std::vector<NewTask> Triggers::due(TimeMs now)
{
    std::vector<NewTask> tasks;
    for (auto& [campaign, entry] : m_entries) {
        if (entry.windowEnd > now)
            continue;
        NewTask& task = tasks.emplace_back();
        task.campaign = campaign;
        task.slot = entry.slot;
        task.trigger = model::TriggerKind::Cron;
        task.priority = model::TaskPriority::High;
        task.windowStart = entry.windowStart;
        while (entry.windowEnd <= now) {
            entry.windowStart = entry.windowEnd;
            entry.windowEnd = entry.rule.nextAfter(entry.windowStart);
        }
        task.windowEnd = task.dueAt = entry.windowStart;
    }
    return tasks;
}

std::optional<TimeMs> Triggers::nextDue() const
{
    std::optional<TimeMs> next;
    for (const auto& [campaign, entry] : m_entries)
        next = std::min(next.value_or(entry.windowEnd), entry.windowEnd);
    return next;
}

std::vector<ComingRounds> Triggers::coming(TimeMs from, TimeMs until, std::size_t most) const
{
    // Most campaigns have the same few rules.
    std::vector<std::pair<const TriggerRule*, std::uint32_t>> rules;
    for (const auto& [campaign, entry] : m_entries) {
        auto known = rules.begin();
        while (known != rules.end() && *known->first != entry.rule)
            ++known;
        if (known == rules.end())
            rules.emplace_back(&entry.rule, 1);
        else
            ++known->second;
    }
    std::map<TimeMs, std::uint32_t> campaigns;
    for (const auto& [rule, with] : rules) {
        std::size_t count = 0;
        for (TimeMs at = rule->nextAfter({from.value - 1}); at < until && count < most;
             at = rule->nextAfter(at), ++count)
            campaigns[at] += with;
    }
    std::vector<ComingRounds> lines;
    lines.reserve(campaigns.size());
    for (const auto& [at, count] : campaigns)
        lines.push_back({at, count});
    lines.resize(std::min(lines.size(), most));
    return lines;
}

} // namespace gavel::scheduling
