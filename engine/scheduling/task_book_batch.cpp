// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_book.h"

#include <utility>

namespace gavel::scheduling {

using model::ScheduleTask;
using model::TaskId;

Result<void> TaskBook::adopt(const ScheduleTask& task)
{
    if (m_places.contains(task.id))
        return Error{"TASK_EXISTS", "task " + std::to_string(task.id), "it is in the book already",
                     "take the one that is there"};
    if (m_tokens.at(task.slot) == 0)
        return Error{"LEASE_FOREIGN", "task " + std::to_string(task.id),
                     "this node does not hold the campaign's slot", "ask the node that holds it"};
    if (m_tasks.size() >= m_limit)
        return Error{"BOOK_FULL", "tasks",
                     "there are " + std::to_string(m_limit) + " open tasks already",
                     "let them end first"};
    add(task, {task.version, task.state, kNoPlace});
    return {};
}

void TaskBook::add(const ScheduleTask& task, const Written& written)
{
    m_places.emplace(task.id, static_cast<std::uint32_t>(m_tasks.size()));
    m_tasks.push_back(task);
    m_written.push_back(written);
}

void TaskBook::drop(TaskId id)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return;
    const std::uint32_t place = found->second;
    m_places.erase(found);
    if (place + 1 != m_tasks.size()) {
        m_tasks[place] = std::move(m_tasks.back());
        m_written[place] = m_written.back();
        m_places[m_tasks[place].id] = place;
    }
    m_tasks.pop_back();
    m_written.pop_back();
}

void TaskBook::dropSlot(std::uint16_t slot)
{
    std::vector<TaskId> gone;
    for (const ScheduleTask& task : m_tasks)
        if (task.slot == slot)
            gone.push_back(task.id);
    for (const TaskId id : gone)
        drop(id);
    // What is in the batch was changed under a token that counts no more: leave it out.
    TaskBatch kept;
    std::vector<std::uint32_t> places(m_batch.tasks.size(), kNoPlace);
    for (std::size_t i = 0; i < m_batch.tasks.size(); ++i) {
        if (m_batch.tasks[i].task.slot == slot)
            continue;
        places[i] = static_cast<std::uint32_t>(kept.tasks.size());
        if (const auto found = m_places.find(m_batch.tasks[i].task.id); found != m_places.end())
            m_written[found->second].place = places[i];
        kept.tasks.push_back(std::move(m_batch.tasks[i]));
    }
    for (std::size_t i = 0; i < m_batch.events.size(); ++i) {
        if (places[m_batch.owners[i]] == kNoPlace)
            continue;
        kept.events.push_back(std::move(m_batch.events[i]));
        kept.owners.push_back(places[m_batch.owners[i]]);
    }
    m_batch = std::move(kept);
}

const ScheduleTask* TaskBook::find(TaskId id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? nullptr : &m_tasks[found->second];
}

TaskWindow& TaskBook::windowEntry(Handle campaign, model::TriggerKind trigger)
{
    if (m_windows.size() <= campaign)
        m_windows.resize(campaign + std::size_t{1});
    return m_windows[campaign][static_cast<std::size_t>(trigger)];
}

void TaskBook::knowWindow(const TaskWindow& window)
{
    TaskWindow& known = windowEntry(window.campaign, window.trigger);
    if (known.campaign == base::kNone || known.start < window.start)
        known = window;
}

const TaskWindow* TaskBook::windowOf(Handle campaign, model::TriggerKind trigger) const
{
    if (campaign >= m_windows.size())
        return nullptr;
    const TaskWindow& known = m_windows[campaign][static_cast<std::size_t>(trigger)];
    return known.campaign == base::kNone ? nullptr : &known;
}

TaskBatch TaskBook::take()
{
    for (const TaskWrite& write : m_batch.tasks) {
        const auto found = m_places.find(write.task.id);
        if (found != m_places.end())
            m_written[found->second] = {write.task.version, write.task.state, kNoPlace};
    }
    return std::exchange(m_batch, {});
}

void TaskBook::settle(const TaskBatch& batch, const Appended& appended)
{
    for (std::size_t i = 0; i < batch.events.size(); ++i) {
        const auto found = m_places.find(batch.events[i].task);
        if (found != m_places.end())
            m_tasks[found->second].lastEvent = appended.firstEvent + i;
    }
    for (const TaskRefusal& refusal : appended.refused)
        drop(batch.tasks[refusal.place].task.id);
    for (const TaskWrite& write : batch.tasks)
        if (model::isEnded(write.task.state)) {
            const ScheduleTask* task = find(write.task.id);
            if (task != nullptr && task->version == write.task.version)
                drop(write.task.id);
        }
}

} // namespace gavel::scheduling
