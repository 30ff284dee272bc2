// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/live_port.h"

#include "engine/base/fault.h"
#include "engine/base/random.h"

#include <algorithm>

namespace gavel::runtime {

LivePort::LivePort(std::size_t shards, std::function<void()> wake,
                   std::function<std::uint64_t(std::uint32_t)> committed,
                   std::function<void(std::uint32_t)> submitted)
    : m_waiting(shards)
    , m_batch(64)
    , m_wake(std::move(wake))
    , m_committed(std::move(committed))
    , m_submitted(std::move(submitted))
{
    for (std::size_t i = 0; i < shards; ++i)
        m_lanes.push_back(std::make_unique<Lane>());
}

bool LivePort::submit(std::uint64_t token, const model::Opportunity& opportunity)
{
    const std::lock_guard lock(m_mutex);
    if (!m_open)
        return false;
    const std::uint64_t key = opportunity.user != 0 ? opportunity.user : token;
    const auto shard = static_cast<std::uint32_t>(base::mix64(key) % m_lanes.size());
    if (!m_lanes[shard]->requests.push({token, opportunity}))
        return false;
    m_submitted(shard);
    return true;
}

std::size_t LivePort::drain(const std::function<void(const LiveAnswer&)>& answer)
{
    const std::lock_guard lock(m_mutex);
    std::size_t released = 0;
    for (std::uint32_t shard = 0; m_open && shard < m_lanes.size(); ++shard) {
        auto& waiting = m_waiting[shard];
        while (const auto count = m_lanes[shard]->answers.pop(m_batch.begin(), m_batch.size()))
            waiting.insert(waiting.end(), m_batch.begin(),
                           m_batch.begin() + static_cast<std::ptrdiff_t>(count));
        const std::uint64_t durable = m_committed(shard);
        const auto held
            = std::find_if(waiting.begin(), waiting.end(),
                           [durable](const LiveAnswer& known) { return known.sequence > durable; });
        if (held != waiting.begin())
            base::passes(base::FailPoint::BeforeAnswer);
        for (auto it = waiting.begin(); it != held; ++it)
            answer(*it);
        released += static_cast<std::size_t>(held - waiting.begin());
        waiting.erase(waiting.begin(), held);
    }
    return released;
}

void LivePort::close()
{
    const std::lock_guard lock(m_mutex);
    m_open = false;
}

bool LivePort::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

} // namespace gavel::runtime
