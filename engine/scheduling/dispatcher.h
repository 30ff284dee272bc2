// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_book.h"

#include <array>
#include <vector>

namespace gavel::scheduling {

struct DispatchLimits
{
    std::size_t running = 100'000; ///< tasks under way at the same time
    /// Starts of each priority while all have tasks waiting: none waits for ever.
    std::array<std::uint32_t, model::kTaskPriorities> shares{6, 3, 1};
};

/// Why a task does not go on at this moment.
enum class TaskWait : std::uint8_t {
    Nothing, ///< it goes on with the next turn, or has ended
    Time, ///< its window has not ended
    Campaign, ///< another task of its campaign is under way
    Pool, ///< too many tasks are under way
    Retry, ///< the back-off after a failed try
    Outcome, ///< a step's outcome
};
inline constexpr std::array<std::string_view, 6> kTaskWaitNames{"nothing", "time",  "campaign",
                                                                "pool",    "retry", "outcome"};

/// Decides whose turn it is among the scheduled tasks: at most one of a campaign is under way, so
/// that two sagas never settle the same campaign; the pool is bounded; the three priorities share
/// it by their weights (stride scheduling, Waldspurger 1995), first come first served within one.
/// Pure; one thread.
class Dispatcher
{
public:
    explicit Dispatcher(DispatchLimits limits = {});

    /// Scheduled tasks to start now, in order. They count as under way once the saga started them.
    std::vector<model::TaskId> choose(const TaskBook& book, TimeMs now);
    /// For a person who asks. `inFlight`: a step of it has no outcome yet.
    TaskWait waitOf(const TaskBook& book, const model::ScheduleTask& task, bool inFlight,
                    TimeMs now) const;

private:
    DispatchLimits m_limits;
    std::array<std::uint64_t, model::kTaskPriorities> m_passed{}; ///< stride's pass values
    std::array<bool, model::kTaskPriorities> m_rested{}; ///< had none left to start
};

} // namespace gavel::scheduling
