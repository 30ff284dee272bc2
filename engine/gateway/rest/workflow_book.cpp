// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/workflow_book.h"

#include <algorithm>

namespace gavel::gateway {

std::uint64_t WorkflowBook::next()
{
    const std::scoped_lock lock(m_mutex);
    return ++m_last;
}

void WorkflowBook::succeeded(const WorkflowEntry& entry, double milliseconds)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counts.total;
    ++m_counts.successful;
    m_counts.milliseconds += milliseconds;
    if (m_entries.size() == kKept)
        m_entries.pop_front();
    m_entries.push_back(entry);
}

void WorkflowBook::failed()
{
    const std::scoped_lock lock(m_mutex);
    ++m_counts.total;
    ++m_counts.failed;
}

WorkflowBook::Counts WorkflowBook::counts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_counts;
}

std::vector<WorkflowEntry> WorkflowBook::history(std::size_t most) const
{
    const std::scoped_lock lock(m_mutex);
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, m_entries.size()));
    return {m_entries.rbegin(), m_entries.rbegin() + count};
}

void WorkflowBook::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_counts = {};
    m_entries.clear();
}

} // namespace gavel::gateway
