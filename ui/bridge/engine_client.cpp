// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_client.h"

#include "engine/base/clock.h"

namespace gavel::bridge {

namespace {

constexpr int kFrameMs = 33;
constexpr int kPoolThreads = 3;

} // namespace

EngineClient::EngineClient(runtime::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_snapshot(engine.snapshot())
{
    if (!m_snapshot)
        m_snapshot = std::make_shared<const runtime::Snapshot>();
    m_pool.setMaxThreadCount(kPoolThreads);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kFrameMs);
    connect(&m_timer, &QTimer::timeout, this, &EngineClient::readSnapshot);
    connect(&m_gap, &GapWatch::measured, this, &EngineClient::worstGapChanged);
    m_timer.start();
}

EngineClient::~EngineClient()
{
    m_timer.stop();
    m_engine.leave();
    m_pool.waitForDone();
}

std::int64_t EngineClient::ageMs() const
{
    return base::monotonicNanos() / 1'000'000 - m_snapshot->wallMs;
}

void EngineClient::tell(std::function<void(runtime::Engine&)> command)
{
    m_pool.start([&engine = m_engine, run = std::move(command)] { run(engine); });
}

void EngineClient::readSnapshot()
{
    SnapshotPtr newest = m_engine.snapshot();
    if (!newest || newest->number == m_snapshot->number)
        return;
    m_snapshot = std::move(newest);
    Q_EMIT snapshotChanged(m_snapshot);
}

} // namespace gavel::bridge
