// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/quota_gate.h"

namespace gavel::runtime {

QuotaGate::QuotaGate(Plan plan)
    : m_plan(std::move(plan))
    , m_boundary(m_plan.first.value)
{
}

std::optional<std::vector<model::QuotaGrants>> QuotaGate::pass(const Fill& fill)
{
    const TimeMs at = boundary();
    if (!m_isReported) {
        leaveReport(at, fill);
        m_isReported = true;
    }
    const std::lock_guard lock(m_mutex);
    if (at > m_openTo)
        return std::nullopt;
    auto grants = takeUpTo(at);
    const TimeMs next = boundaryAfter(at, m_plan.intervalMs);
    m_boundary.store(next < m_plan.end ? next.value : INT64_MAX, std::memory_order_release);
    m_isReported = false;
    return grants;
}

bool QuotaGate::tick(TimeMs now, const Fill& fill)
{
    if (now < boundary())
        return false;
    const TimeMs next = boundaryAfter(now, m_plan.intervalMs);
    leaveReport(std::max(boundary(), next + -m_plan.intervalMs), fill);
    m_boundary.store(next.value, std::memory_order_release);
    return true;
}

void QuotaGate::leaveReport(TimeMs at, const Fill& fill)
{
    model::QuotaReport report;
    report.server = m_plan.server;
    report.at = at;
    fill(report);
    {
        const std::lock_guard lock(m_mutex);
        m_reports.emplace(at, std::move(report));
    }
    if (m_plan.reported)
        m_plan.reported();
}

std::vector<model::QuotaGrants> QuotaGate::takeGrants(TimeMs now)
{
    const std::lock_guard lock(m_mutex);
    auto taken = takeUpTo(now);
    m_earliest.store(m_grants.empty() ? INT64_MAX : m_grants.begin()->first.value,
                     std::memory_order_release);
    return taken;
}

std::vector<model::QuotaGrants> QuotaGate::takeUpTo(TimeMs at)
{
    std::vector<model::QuotaGrants> taken;
    const auto end = m_grants.upper_bound(at);
    for (auto grants = m_grants.begin(); grants != end; ++grants)
        taken.push_back(std::move(grants->second));
    m_grants.erase(m_grants.begin(), end);
    return taken;
}

void QuotaGate::give(TimeMs at, model::QuotaGrants grants)
{
    {
        const std::lock_guard lock(m_mutex);
        m_grants.emplace(at, std::move(grants));
        m_earliest.store(m_grants.begin()->first.value, std::memory_order_release);
    }
    if (m_plan.given)
        m_plan.given();
}

void QuotaGate::open(TimeMs at)
{
    {
        const std::lock_guard lock(m_mutex);
        m_openTo = std::max(m_openTo, at);
    }
    if (m_plan.given)
        m_plan.given();
}

std::optional<model::QuotaReport> QuotaGate::takeReport(TimeMs at)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_reports.find(at);
    if (found == m_reports.end())
        return std::nullopt;
    model::QuotaReport report = std::move(found->second);
    m_reports.erase(m_reports.begin(), std::next(found));
    return report;
}

std::optional<TimeMs> QuotaGate::newestReport() const
{
    const std::lock_guard lock(m_mutex);
    if (m_reports.empty())
        return std::nullopt;
    return m_reports.rbegin()->first;
}

TimeMs boundaryAfter(TimeMs moment, std::int64_t intervalMs)
{
    const std::int64_t rest = (moment.value % intervalMs + intervalMs) % intervalMs;
    return moment + (intervalMs - rest);
}

} // namespace gavel::runtime
