// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <type_traits>

namespace gavel::base {

/// A bounded queue from one thread to one other, without locks. Capacity is rounded up to a power
/// of two. push() says no when full: the caller applies back-pressure or counts what it leaves out.
template<typename T>
class SpscRing // NOLINT(clang-analyzer-optin.performance.Padding): ends apart
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    explicit SpscRing(std::size_t capacity)
    {
        std::size_t size = 2;
        while (size < capacity)
            size *= 2;
        m_mask = size - 1;
        m_slots = std::make_unique<T[]>(size);
    }

    bool push(const T& value)
    {
        const auto head = m_head.load(std::memory_order_relaxed);
        if (head - m_tailSeen > m_mask) {
            m_tailSeen = m_tail.load(std::memory_order_acquire);
            if (head - m_tailSeen > m_mask)
                return false;
        }
        m_slots[head & m_mask] = value;
        m_head.store(head + 1, std::memory_order_release);
        return true;
    }

    /// Takes up to `most` values into `out`; returns how many.
    template<typename Out>
    std::size_t pop(Out out, std::size_t most)
    {
        const auto tail = m_tail.load(std::memory_order_relaxed);
        const auto head = m_head.load(std::memory_order_acquire);
        std::size_t count = head - tail;
        if (count > most)
            count = most;
        for (std::size_t i = 0; i < count; ++i)
            *out++ = m_slots[(tail + i) & m_mask];
        m_tail.store(tail + count, std::memory_order_release);
        return count;
    }

    std::size_t size() const
    {
        return m_head.load(std::memory_order_acquire) - m_tail.load(std::memory_order_acquire);
    }
    std::size_t capacity() const { return m_mask + 1; }

private:
    std::unique_ptr<T[]> m_slots;
    std::size_t m_mask = 0;
    alignas(64) std::atomic<std::size_t> m_head{0};
    std::size_t m_tailSeen = 0;
    alignas(64) std::atomic<std::size_t> m_tail{0};
};

} // namespace gavel::base
