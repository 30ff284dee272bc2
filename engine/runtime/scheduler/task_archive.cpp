// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/task_archive.h"

#include <algorithm>

namespace gavel::runtime {

Result<scheduling::Appended> TaskArchive::append(const scheduling::TaskBatch& batch)
{
    scheduling::Appended appended{m_nextEvent, {}};
    if (m_file != nullptr) {
        auto written = m_file->append(batch);
        if (!written)
            return written.error();
        appended = std::move(*written);
    }
    m_nextEvent = appended.firstEvent + batch.events.size();
    note(batch, appended);
    return appended;
}

void TaskArchive::recall(const ArchivedTask& known)
{
    const model::TaskId id = known.task.id;
    if (m_tasks.try_emplace(id, known).second)
        m_order.push_back(id);
}

void TaskArchive::note(const scheduling::TaskBatch& batch, const scheduling::Appended& appended)
{
    std::vector<bool> isRefused(batch.tasks.size());
    for (const scheduling::TaskRefusal& refusal : appended.refused)
        isRefused[refusal.place] = true;
    for (std::size_t i = 0; i < batch.events.size(); ++i) {
        const std::uint32_t owner = batch.owners[i];
        if (isRefused[owner])
            continue;
        const model::TaskEvent& event = batch.events[i];
        const auto [known, isNew] = m_tasks.try_emplace(event.task);
        if (isNew)
            m_order.push_back(event.task);
        check(known->second, event);
        known->second.events.push_back(event);
        known->second.task = batch.tasks[owner].task;
    }
    while (m_order.size() > kMostTasks) {
        m_tasks.erase(m_order.front());
        m_order.pop_front();
    }
}

void TaskArchive::check(const ArchivedTask& known, const model::TaskEvent& event)
{
    if (event.kind == model::TaskEventKind::Transition)
        m_broken += model::mayMove(event.from, event.to) ? 0 : 1;
    // The first event seen of a task that is older than this process may have any version.
    if (!known.events.empty())
        m_broken += event.version == known.events.back().version + 1 ? 0 : 1;
}

const ArchivedTask* TaskArchive::find(model::TaskId id) const
{
    const auto found = m_tasks.find(id);
    return found == m_tasks.end() ? nullptr : &found->second;
}

} // namespace gavel::runtime
