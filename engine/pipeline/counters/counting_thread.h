// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/affiliations.h"
#include "engine/pipeline/counters/tally.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace gavel::pipeline {

/// What these events add to the counters. Pure.
Additions additionsOf(std::span<const store::LoggedEvent> events, const Affiliations& affiliations);

/// Works out additionsOf() one batch at a time on a thread of its own, while the caller does other
/// things. Members are called by one thread.
class CountingThread
{
public:
    CountingThread();
    ~CountingThread();
    CountingThread(const CountingThread&) = delete;
    CountingThread& operator=(const CountingThread&) = delete;

    /// Nothing was given that was not taken back.
    bool isIdle() const { return !m_isGiven; }
    /// take() need not wait.
    bool isDone() const;
    /// Only when idle. Afterwards `events` is empty, with memory of an earlier batch.
    void give(std::vector<store::LoggedEvent>& events, const Affiliations& affiliations);
    /// Of what was given; waits for it.
    Additions take();

private:
    void run();

    bool m_isGiven = false; ///< of the caller
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    bool m_stop = false;
    bool m_isDone = false;
    std::vector<store::LoggedEvent> m_events;
    std::optional<Affiliations> m_affiliations; ///< nullopt = there is nothing to work out
    Additions m_additions;
    std::thread m_thread;
};

} // namespace gavel::pipeline
