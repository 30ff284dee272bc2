// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/task_queue.h"

namespace gavel::scheduling {

namespace {

constexpr std::size_t kMostQueued = 64;

} // namespace

TaskQueue::TaskQueue(TaskStore& store, store::Workspace& workspace)
    : m_store(store)
    , m_workspace(workspace)
{
}

TaskQueue::~TaskQueue()
{
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
    Appended expected{m_nextEvent, {}};
    m_nextEvent += batch.events.size();
    m_written.push_back(m_workspace.write(
        [this, batch, first = expected.firstEvent](store::Connection& connection) -> Result<void> {
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
    if (auto taken = take(kMostQueued); !taken)
        return taken.error();
    return expected;
}

Result<void> TaskQueue::wait()
{
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
