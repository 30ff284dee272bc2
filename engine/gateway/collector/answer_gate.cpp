// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/answer_gate.h"

namespace gavel::gateway {

bool AnswerGate::enter()
{
    const std::lock_guard lock(m_mutex);
    m_inside += m_isClosed ? 0 : 1;
    return !m_isClosed;
}

void AnswerGate::leave()
{
    const std::lock_guard lock(m_mutex);
    --m_inside;
    m_left.notify_all();
}

bool AnswerGate::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_isClosed;
}

void AnswerGate::close()
{
    std::unique_lock lock(m_mutex);
    m_isClosed = true;
    m_left.wait(lock, [this] { return m_inside == 0; });
}

} // namespace gavel::gateway
