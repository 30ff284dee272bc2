// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/dispatcher.h"

#include <algorithm>
#include <unordered_set>

namespace gavel::scheduling {

using model::ScheduleTask;
using model::TaskState;

namespace {

constexpr std::uint64_t kStride = 1U << 20; // divided by a share it is the step of its pass

bool isUnderWay(const ScheduleTask& task)
{
    return !model::isEnded(task.state) && task.state != TaskState::Pending
        && task.state != TaskState::Scheduled;
}

/// What was due when it was made stays so, wherever the clock is set to.
bool isDue(const ScheduleTask& task, TimeMs now)
{
    return task.dueAt <= now || task.dueAt <= task.createdAt;
}

struct Waiting
{
    TimeMs dueAt;
    model::TaskId id;
    Handle campaign;
    auto operator<=>(const Waiting&) const = default; // NOLINT(modernize-use-nullptr)
};

/// One queue for each priority, earliest first.
using Queues = std::array<std::vector<Waiting>, model::kTaskPriorities>;

} // namespace

Dispatcher::Dispatcher(DispatchLimits limits)
    : m_limits(limits)
{
    for (std::uint32_t& share : m_limits.shares)
        share = std::max(share, 1U);
}

std::vector<model::TaskId> Dispatcher::choose(const TaskBook& book, TimeMs now)
{
    Queues queues;
    std::unordered_set<Handle> busy;
    std::size_t underWay = 0;
    for (const ScheduleTask& task : book.open()) {
        if (isUnderWay(task)) {
            ++underWay;
            busy.insert(task.campaign);
        } else if (task.state == TaskState::Scheduled && isDue(task, now)) {
            queues[static_cast<std::size_t>(task.priority)].push_back(
                {task.dueAt, task.id, task.campaign});
        }
    }
    const std::uint64_t level = *std::max_element(m_passed.begin(), m_passed.end());
    std::array<std::size_t, model::kTaskPriorities> next{};
    for (std::size_t i = 0; i < queues.size(); ++i) {
        std::sort(queues[i].begin(), queues[i].end());
        if (m_rested[i] && !queues[i].empty()) // who had nothing to do saved no turns up
            m_passed[i] = std::max(m_passed[i], level);
    }
    std::vector<model::TaskId> chosen;
    while (underWay + chosen.size() < m_limits.running) {
        std::size_t best = queues.size();
        for (std::size_t i = 0; i < queues.size(); ++i)
            if (next[i] < queues[i].size()
                && (best == queues.size() || m_passed[i] < m_passed[best]))
                best = i;
        if (best == queues.size())
            break;
        const Waiting& first = queues[best][next[best]++];
        if (!busy.insert(first.campaign).second)
            continue;
        chosen.push_back(first.id);
        m_passed[best] += kStride / m_limits.shares[best];
    }
    for (std::size_t i = 0; i < queues.size(); ++i)
        m_rested[i] = next[i] == queues[i].size();
    return chosen;
}

TaskWait Dispatcher::waitOf(const TaskBook& book, const ScheduleTask& task, bool inFlight,
                            TimeMs now) const
{
    if (inFlight)
        return TaskWait::Outcome;
    if (model::isEnded(task.state) || task.state == TaskState::Pending)
        return TaskWait::Nothing;
    if (isUnderWay(task))
        return task.dueAt > now ? TaskWait::Retry : TaskWait::Nothing;
    if (!isDue(task, now))
        return TaskWait::Time;
    std::size_t underWay = 0;
    for (const ScheduleTask& other : book.open()) {
        if (!isUnderWay(other))
            continue;
        ++underWay;
        if (other.campaign == task.campaign)
            return TaskWait::Campaign;
    }
    return underWay >= m_limits.running ? TaskWait::Pool : TaskWait::Nothing;
}

} // namespace gavel::scheduling
