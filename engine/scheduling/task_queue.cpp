// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_queue.h"

#include <utility>

namespace gavel::scheduling {

namespace {

constexpr std::size_t kMostQueued = 64;
constexpr std::size_t kMostBatches = 16; ///< gathered while a task waits for its next try
constexpr std::size_t kMostEvents = 100'000;

} // namespace

TaskQueue::TaskQueue(TaskStore& store, store::Workspace& workspace)
    : m_store(store)
    , m_workspace(workspace)
{
}

TaskQueue::~TaskQueue()
{
    send();
    while (!m_written.empty()) // what is queued after a failure still looks at this queue
        static_cast<void>(wait());
}

Result<Appended> TaskQueue::append(const TaskBatch& batch)
{
    if (batch.empty())
        return Appended{};
    if (m_nextEvent == 0) { // the file says where to begin
        auto first = m_store.append(batch);
        if (first)
            m_nextEvent = first->firstEvent + batch.events.size();
        return first;
    }
    const Appended expected{m_nextEvent, {}};
    m_nextEvent += batch.events.size();
    gather(batch);
    if (isRipe())
        send();
    if (auto taken = take(kMostQueued); !taken)
        return taken.error();
    return expected;
}

bool TaskQueue::isRipe() const
{
    return m_open == 0 || m_batches >= kMostBatches || m_gathered.events.size() >= kMostEvents;
}

void TaskQueue::gather(const TaskBatch& batch)
{
    std::vector<std::uint32_t> places;
    places.reserve(batch.tasks.size());
    for (const TaskWrite& write : batch.tasks) {
        const auto next = static_cast<std::uint32_t>(m_gathered.tasks.size());
        const auto [known, isNew] = m_places.try_emplace(write.task.id, next);
        places.push_back(known->second);
        const bool isOpen = !model::isEnded(write.task.state);
        if (isNew) {
            m_gathered.tasks.push_back(write);
            m_open += isOpen ? 1 : 0;
            continue;
        }
        TaskWrite& kept = m_gathered.tasks[known->second];
        const std::uint64_t inFile = kept.task.lastEvent;
        m_open -= model::isEnded(kept.task.state) ? 0 : 1;
        m_open += isOpen ? 1 : 0;
        kept.task = write.task;
        kept.task.lastEvent = inFile;
        kept.token = write.token;
    }
    m_gathered.events.insert(m_gathered.events.end(), batch.events.begin(), batch.events.end());
    for (const std::uint32_t owner : batch.owners)
        m_gathered.owners.push_back(places[owner]);
    ++m_batches;
}

void TaskQueue::send()
{
    if (m_gathered.empty())
        return;
    const std::uint64_t first = m_nextEvent - m_gathered.events.size();
    m_written.push_back(m_workspace.write([this, batch = std::exchange(m_gathered, {}),
                                           first](store::Connection& connection) -> Result<void> {
        if (m_isBroken)
            return Error{"TASKS_STOPPED", "task", "an earlier batch could not be written",
                         "open the workspace again"};
        const auto appended = m_store.write(connection, batch);
        m_isBroken = !appended || !appended->refused.empty() || appended->firstEvent != first;
        if (!appended)
            return appended.error();
        if (!appended->refused.empty())
            return appended->refused.front().why;
        if (m_isBroken)
            return Error{"TASKS_STOPPED", "task", "another journal wrote into the same file",
                         "let one process own the market"};
        return {};
    }));
    m_places.clear();
    m_batches = 0;
    m_open = 0;
}

Result<void> TaskQueue::wait()
{
    send();
    return take(0);
}

Result<void> TaskQueue::take(std::size_t most)
{
    while (
        !m_written.empty()
        && (m_written.size() > most
            || m_written.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready)) {
        auto written = m_written.front().get();
        m_written.pop_front();
        if (!written)
            return written;
    }
    return {};
}

} // namespace gavel::scheduling
