// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counting_thread.h"

#include <cassert>
#include <utility>

namespace gavel::pipeline {

Additions additionsOf(std::span<const store::LoggedEvent> events, const Affiliations& affiliations)
{
    Tally tally;
    std::uint32_t run = 0; // of which it is known whether it is told from outside
    bool isOutside = affiliations.scopes->isOutside(run);
    for (const store::LoggedEvent& event : events) {
        if (event.run != run) {
            run = event.run;
            isOutside = affiliations.scopes->isOutside(run);
        }
        tally.add(event, isOutside);
    }
    Additions additions;
    tally.spread(affiliations, additions);
    return additions;
}

CountingThread::CountingThread()
    : m_thread([this] { run(); })
{
}

CountingThread::~CountingThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool CountingThread::isDone() const
{
    const std::lock_guard lock(m_mutex);
    return m_isDone;
}

void CountingThread::give(std::vector<store::LoggedEvent>& events, const Affiliations& affiliations)
{
    assert(isIdle());
    m_isGiven = true;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(m_events, events);
        m_affiliations = affiliations;
    }
    events.clear();
    m_changed.notify_all();
}

Additions CountingThread::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isDone; });
    m_isDone = false;
    m_isGiven = false;
    return std::exchange(m_additions, {});
}

void CountingThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || m_affiliations; });
        if (m_stop)
            return;
        const auto affiliations = std::exchange(m_affiliations, std::nullopt);
        lock.unlock(); // until it is done, nobody else looks at the events
        Additions additions = additionsOf(m_events, *affiliations);
        lock.lock();
        m_additions = std::move(additions);
        m_isDone = true;
        m_changed.notify_all();
    }
}

} // namespace gavel::pipeline
