// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/circuit_breaker.h"

namespace gavel::gateway {

CircuitBreaker::CircuitBreaker(const base::Clock& clock, unsigned threshold,
                               std::int64_t recoveryMs)
    : m_clock(clock)
    , m_threshold(threshold)
    , m_recoveryMs(recoveryMs)
{
}

bool CircuitBreaker::mayCall()
{
    const std::scoped_lock lock(m_mutex);
    if (m_state == BreakerState::Closed)
        return true;
    if (m_state == BreakerState::HalfOpen || m_clock.now() - m_openedAt < m_recoveryMs)
        return false;
    m_state = BreakerState::HalfOpen;
    return true;
}

void CircuitBreaker::succeeded()
{
    const std::scoped_lock lock(m_mutex);
    m_state = BreakerState::Closed;
    m_failures = 0;
}

void CircuitBreaker::failed()
{
    const std::scoped_lock lock(m_mutex);
    ++m_failures;
    if (m_state == BreakerState::HalfOpen || m_failures >= m_threshold) {
        m_state = BreakerState::Open;
        m_openedAt = m_clock.now();
    }
}

BreakerState CircuitBreaker::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

unsigned CircuitBreaker::failures() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failures;
}

} // namespace gavel::gateway
