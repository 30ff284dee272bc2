// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/times/triggers.h"

#include "engine/base/enum_name.h"

#include <algorithm>
#include <deque>

namespace gavel::scheduling {

namespace {

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    return value - (value % step + step) % step;
}

NewTask taskOf(Handle campaign, std::uint16_t slot, model::TriggerKind trigger, TimeMs start,
               TimeMs end)
{
    NewTask task;
    task.campaign = campaign;
    task.slot = slot;
    task.trigger = trigger;
    task.windowStart = start;
    task.windowEnd = end;
    task.dueAt = end;
    return task;
}

/// The whole second around a moment, due at once.
NewTask now(Handle campaign, std::uint16_t slot, model::TriggerKind trigger, TimeMs at)
{
    const TimeMs start{floorTo(at.value, base::kSecondMs)};
    NewTask task = taskOf(campaign, slot, trigger, start, start + base::kSecondMs);
    task.dueAt = at;
    task.priority = model::TaskPriority::High;
    return task;
}

} // namespace

Result<void> checkInterval(int minutes)
{
    if (std::find(kIntervalMinutes.begin(), kIntervalMinutes.end(), minutes)
        != kIntervalMinutes.end())
        return {};
    return Error{"INTERVAL_INVALID", "intervalMinutes",
                 std::to_string(minutes) + " minutes is not an interval of rounds",
                 "choose 1, 5, 15, 30 or 60"};
}

std::string detailOf(TriggerEvent event)
{
    return R"({"event":")" + std::string(base::nameOf(event, kTriggerEventNames)) + R"("})";
}

TimeMs TriggerRule::nextAfter(TimeMs time) const
{
    if (cron)
        return scheduling::nextAfter(*cron, time, zone);
    const std::int64_t step = minutes * base::kMinuteMs;
    const std::int64_t offset = zone.offsetMs(time);
    const TimeMs next{floorTo(time.value + offset, step) + step - offset};
    if (zone.offsetMs(next) == offset)
        return next;
    // The clock jumps on the way: the window ends there, so that the next begins on its new time.
    TimeMs old = time;
    TimeMs jumped = next;
    while (jumped - old > 1) {
        const TimeMs middle = old + (jumped - old) / 2;
        (zone.offsetMs(middle) == offset ? old : jumped) = middle;
    }
    return jumped;
}

std::uint32_t Triggers::shared(const TriggerRule& rule)
{
    for (std::uint32_t i = 0; i < m_rules.size(); ++i)
        if (m_rules[i].rule == rule)
            return i;
    const auto unused = std::find_if(m_rules.begin(), m_rules.end(),
                                     [](const SharedRule& known) { return known.campaigns == 0; });
    if (unused != m_rules.end()) {
        *unused = {rule, 0};
        return static_cast<std::uint32_t>(unused - m_rules.begin());
    }
    m_rules.push_back({rule, 0});
    return static_cast<std::uint32_t>(m_rules.size() - 1);
}

void Triggers::set(Handle campaign, std::uint16_t slot, const TriggerRule& rule,
                   const TaskBook& book, TimeMs now)
{
    remove(campaign);
    Entry entry{campaign, slot, shared(rule), {}, {}, {}};
    ++m_rules[entry.rule].campaigns;
    const TaskWindow* last = book.windowOf(campaign, rule.kind());
    entry.windowStart = last == nullptr ? now : last->end;
    entry.windowEnd = rule.nextAfter(entry.windowStart);
    if (m_places.size() <= campaign)
        m_places.resize(campaign + std::size_t{1});
    m_entries.push_back(entry);
    m_places[campaign] = static_cast<std::uint32_t>(m_entries.size());
    m_nextDue = std::min(m_nextDue, entry.windowEnd);
    m_repeats = m_repeats || now < entry.windowStart;
}

void Triggers::remove(Handle campaign)
{
    if (campaign >= m_places.size() || m_places[campaign] == 0)
        return;
    const std::uint32_t place = m_places[campaign] - 1;
    --m_rules[m_entries[place].rule].campaigns;
    m_places[campaign] = 0;
    if (place + 1 != m_entries.size()) {
        m_entries[place] = m_entries.back();
        m_places[m_entries[place].campaign] = place + 1;
    }
    m_entries.pop_back();
}

std::vector<NewTask> Triggers::due(TimeMs now)
{
    std::vector<NewTask> tasks;
    m_repeats = m_repeats || now < m_latest;
    m_latest = now;
    if (now < m_nextDue && !m_repeats)
        return tasks;
    m_nextDue = {INT64_MAX};
    bool repeats = false;
    for (Entry& entry : m_entries) {
        if (entry.windowEnd <= now)
            addDue(entry, now, tasks);
        repeats = (m_repeats && addRepeated(entry, now, tasks)) || repeats;
        m_nextDue = std::min(m_nextDue, entry.windowEnd);
    }
    m_repeats = repeats;
    return tasks;
}

/// Whether the campaign's next window has not even begun, by a clock that was set back.
bool Triggers::addRepeated(Entry& entry, TimeMs now, std::vector<NewTask>& tasks) const
{
    const TriggerRule& rule = m_rules[entry.rule].rule;
    if (now >= entry.windowStart || rule.cron) {
        entry.repeatAt = {};
        return false;
    }
    const std::int64_t step = rule.minutes * base::kMinuteMs;
    if (entry.repeatAt <= now || entry.repeatAt - now > step) {
        tasks.push_back(atOnce(entry.campaign, entry.slot, TriggerEvent::ClockSetBack, now));
        tasks.back().priority = rule.priority;
        entry.repeatAt = now + step;
    }
    return true;
}

void Triggers::addDue(Entry& entry, TimeMs now, std::vector<NewTask>& tasks) const
{
    const TriggerRule& rule = m_rules[entry.rule].rule;
    // Only the newest are kept while counting through a long absence.
    const std::size_t kept = rule.misfire == Misfire::FireAll ? std::max(rule.most, 1U) : 1;
    std::deque<std::pair<TimeMs, TimeMs>> windows;
    const TimeMs first = entry.windowStart;
    while (entry.windowEnd <= now) {
        windows.emplace_back(entry.windowStart, entry.windowEnd);
        if (windows.size() > kept)
            windows.pop_front();
        entry.windowStart = entry.windowEnd;
        entry.windowEnd = rule.nextAfter(entry.windowStart);
    }
    if (rule.misfire == Misfire::FireOnce)
        windows.front().first = first;
    if (rule.misfire == Misfire::Skip && now - windows.front().second > rule.graceMs)
        windows.clear();
    for (const auto& [start, end] : windows) {
        NewTask task = taskOf(entry.campaign, entry.slot, rule.kind(), start, end);
        task.priority = rule.priority;
        tasks.push_back(std::move(task));
    }
}

std::optional<TimeMs> Triggers::nextDue() const
{
    std::optional<TimeMs> next;
    for (const Entry& entry : m_entries)
        next = std::min(next.value_or(entry.windowEnd), entry.windowEnd);
    return next;
}

NewTask Triggers::atOnce(Handle campaign, std::uint16_t slot, TriggerEvent event, TimeMs at)
{
    NewTask task = now(campaign, slot, model::TriggerKind::Event, at);
    task.detail = detailOf(event);
    return task;
}

NewTask Triggers::byHand(Handle campaign, std::uint16_t slot, std::string actor, TimeMs at)
{
    NewTask task = now(campaign, slot, model::TriggerKind::Manual, at);
    task.actor = std::move(actor);
    return task;
}

std::vector<ComingRounds> Triggers::coming(TimeMs from, TimeMs until, std::size_t most) const
{
    std::vector<ComingRounds> lines;
    for (const SharedRule& known : m_rules) {
        if (known.campaigns == 0)
            continue;
        std::size_t count = 0;
        for (TimeMs at = known.rule.nextAfter({from.value - 1}); at < until && count < most;
             at = known.rule.nextAfter(at), ++count)
            lines.push_back({at, known.rule.kind(), known.campaigns});
    }
    std::sort(lines.begin(), lines.end(), [](const ComingRounds& a, const ComingRounds& b) {
        return std::pair(a.at, a.trigger) < std::pair(b.at, b.trigger);
    });
    std::vector<ComingRounds> merged;
    for (const ComingRounds& line : lines) {
        const bool same = !merged.empty() && merged.back().at == line.at
            && merged.back().trigger == line.trigger;
        if (same)
            merged.back().campaigns += line.campaigns;
        else
            merged.push_back(line);
    }
    merged.resize(std::min(merged.size(), most));
    return merged;
}

const TriggerRule* Triggers::ruleOf(Handle campaign) const
{
    if (campaign >= m_places.size() || m_places[campaign] == 0)
        return nullptr;
    return &m_rules[m_entries[m_places[campaign] - 1].rule].rule;
}

} // namespace gavel::scheduling
