// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/flow_rates.h"

#include <limits>

namespace gavel::pipeline_page {

namespace {

constexpr std::int64_t kRateSpanMs = 2000;
constexpr std::size_t kPoints = 60;

} // namespace

void Meter::look(TimeMs at, std::uint64_t total)
{
    if (!m_looks.empty() && (total < m_looks.back().total || at < m_looks.back().at))
        m_looks.clear();
    if (!m_looks.empty() && at == m_looks.back().at)
        return;
    m_looks.push_back({at, total});
    while (m_looks.size() > 2 && at.value - m_looks[1].at.value >= m_spanMs)
        m_looks.pop_front();
    m_history.push_back(perSecond());
    if (m_history.size() > kPoints)
        m_history.erase(m_history.begin());
}

double Meter::perSecond() const
{
    if (m_looks.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const auto passed = static_cast<double>(m_looks.back().at.value - m_looks.front().at.value);
    return static_cast<double>(within()) * base::kSecondMs / passed;
}

std::uint64_t Meter::within() const
{
    return m_looks.empty() ? 0 : m_looks.back().total - m_looks.front().total;
}

FlowRates::FlowRates()
    : m_stages(runtime::kPipelineStages, Meter(kRateSpanMs))
    , m_retries(base::kMinuteMs)
{
}

void FlowRates::look(const runtime::PipelineStatus& status,
                     const std::vector<runtime::SourceView>& sources)
{
    for (std::size_t i = 0; i < m_stages.size(); ++i)
        m_stages[i].look(status.at, status.stages[i].total);
    m_retries.look(status.at, status.retries);
    for (const runtime::SourceView& source : sources)
        m_sources.try_emplace(source.name, kRateSpanMs)
            .first->second.look(status.at, source.counts.received);
}

double FlowRates::source(const std::string& name) const
{
    const auto found = m_sources.find(name);
    return found == m_sources.end() ? std::numeric_limits<double>::quiet_NaN()
                                    : found->second.perSecond();
}

} // namespace gavel::pipeline_page
