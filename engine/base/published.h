// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace gavel::base {

/// The newest immutable value of something, behind one pointer swap. Any thread.
/// (std::atomic<std::shared_ptr> of GCC 12 releases its lock bit with a relaxed store.)
template<typename T>
class Published
{
public:
    std::shared_ptr<const T> load() const
    {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }
    void store(std::shared_ptr<const T> value)
    {
        const std::lock_guard lock(m_mutex);
        m_value.swap(value); // the old value is let go after the lock
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
};

} // namespace gavel::base
