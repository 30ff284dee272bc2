// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/gap_watch.h"

#include <algorithm>

namespace gavel::bridge {

namespace {

constexpr int kTickMs = 10;
constexpr qint64 kReportMs = 1000;

} // namespace

GapWatch::GapWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &GapWatch::tick);
    m_sinceTick.start();
    m_sinceReport.start();
    m_timer.start();
}

void GapWatch::tick()
{
    const auto late = static_cast<int>(m_sinceTick.restart()) - kTickMs;
    m_runningWorstMs = std::max(m_runningWorstMs, late);
    if (m_sinceReport.elapsed() < kReportMs)
        return;
    m_sinceReport.restart();
    m_worstMs = m_runningWorstMs;
    m_worstEverMs = std::max(m_worstEverMs, m_worstMs);
    m_runningWorstMs = 0;
    Q_EMIT measured(m_worstMs);
}

} // namespace gavel::bridge
