// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace gavel::gateway {

/// Answers that are owed, so that the end can wait for the last of them. Any thread.
class AnswerGate
{
public:
    /// False once it is closed: then nothing may be begun.
    bool enter();
    void leave();
    bool isClosed() const;
    /// Lets nobody in any more, and waits until all have left.
    void close();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_left;
    std::size_t m_inside = 0;
    bool m_isClosed = false;
};

} // namespace gavel::gateway
