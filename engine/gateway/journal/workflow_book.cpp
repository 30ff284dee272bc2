// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/journal/workflow_book.h"

#include "engine/gateway/journal/journal_json.h"

#include <algorithm>

namespace gavel::gateway {

namespace {

constexpr std::string_view kWorkflowKind = "workflow";
constexpr std::string_view kWorkflowCounts = "workflow counts";

} // namespace

WorkflowBook::WorkflowBook(RecordKeeper& keeper)
    : m_keeper(keeper)
{
    for (const auto& text : keeper.read(kWorkflowKind))
        if (auto entry = keptWorkflow(text))
            m_entries.push_back(std::move(*entry));
    if (m_entries.size() > kKept)
        m_entries.erase(m_entries.begin(), m_entries.end() - kKept);
    for (const auto& text : keeper.read(kWorkflowCounts))
        m_counts = keptWorkflowCounts(text).value_or(Counts{});
}

RecordKeeper::Record WorkflowBook::countsLocked() const
{
    return {kWorkflowCounts, std::string(kWorkflowCounts), {}, keptText(m_counts)};
}

std::uint64_t WorkflowBook::next()
{
    const std::scoped_lock lock(m_mutex);
    return ++m_last;
}

Result<void> WorkflowBook::succeeded(const std::string& workflowId, const WorkflowEntry& entry,
                                     double milliseconds)
{
    std::future<Result<void>> stored;
    {
        const std::scoped_lock lock(m_mutex);
        ++m_counts.total;
        ++m_counts.successful;
        m_counts.milliseconds += milliseconds;
        if (m_entries.size() == kKept)
            m_entries.pop_front();
        m_entries.push_back(entry);
        stored = m_keeper.keep(
            {{kWorkflowKind, workflowId, entry.at, keptText(entry)}, countsLocked()});
    }
    return stored.get();
}

Result<void> WorkflowBook::failed()
{
    std::future<Result<void>> stored;
    {
        const std::scoped_lock lock(m_mutex);
        ++m_counts.total;
        ++m_counts.failed;
        stored = m_keeper.keep({countsLocked()});
    }
    return stored.get();
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

Result<void> WorkflowBook::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_counts = {};
    m_entries.clear();
    return m_keeper.forget({kWorkflowKind}, countsLocked());
}

} // namespace gavel::gateway
