// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"

#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace gavel::pipeline_page {

/// A rate out of looks at a growing total: the difference over the newest looks of a span.
class Meter
{
public:
    explicit Meter(std::int64_t spanMs)
        : m_spanMs(spanMs)
    {
    }
    /// A total that fell begins anew: the program was started again.
    void look(TimeMs at, std::uint64_t total);
    /// NaN until two looks.
    double perSecond() const;
    /// What came within the span.
    std::uint64_t within() const;
    /// The rate at each look, oldest first.
    const std::vector<double>& history() const { return m_history; }

private:
    struct Look
    {
        TimeMs at;
        std::uint64_t total;
    };
    std::int64_t m_spanMs;
    std::deque<Look> m_looks;
    std::vector<double> m_history;
};

/// The rates of the stages and of the sources.
class FlowRates
{
public:
    FlowRates();
    void look(const runtime::PipelineStatus& status,
              const std::vector<runtime::SourceView>& sources);

    const Meter& stage(runtime::PipelineStage stage) const
    {
        return m_stages[static_cast<std::size_t>(stage)];
    }
    /// Events a second; NaN until two looks.
    double source(const std::string& name) const;
    std::uint64_t retriesInAMinute() const { return m_retries.within(); }

private:
    std::vector<Meter> m_stages;
    Meter m_retries;
    std::map<std::string, Meter> m_sources;
};

} // namespace gavel::pipeline_page
