// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/model/schedule.h"
#include "engine/store/workspace.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gavel::scheduling {

/// How many days of the wall's clock a task is kept after it ended; 0 = for ever.
struct TaskRetention
{
    std::int32_t goodDays = 0; ///< completed, cancelled and the like
    std::int32_t failedDays = 0;

    bool operator==(const TaskRetention&) const = default;
};

/// What the file holds of the tasks of all markets.
struct TaskHoldings
{
    std::int64_t kept = 0;
    std::int64_t dropped = 0; ///< by sweeps
};
Result<TaskHoldings> taskHoldings(store::Connection& connection);

/// Takes tasks that ended long enough ago out of the file, each with its whole history and in one
/// commit with the mark that its window never runs again. Open tasks stay, and so does the one with
/// the newest event of all, from which events are numbered on. A market whose name holds a # is one
/// play of a scenario, whose clock is its own: its tasks age from the sweep that first met it. For
/// one thread at a time; not the writer's.
class TaskSweeper
{
public:
    /// The workspace must outlive it.
    explicit TaskSweeper(store::Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// One portion; false when nothing is due for the next minutes. `now` is of the wall's clock.
    /// After an error the next step begins anew.
    Result<bool> step(const TaskRetention& keep, TimeMs now);
    /// The next step looks at everything again.
    void beginAnew() { m_doneAt.reset(); }

private:
    /// The tasks that one node made.
    struct Epoch
    {
        std::int64_t firstId = 0;
        std::optional<TimeMs> metAt; ///< of a play
    };
    struct Due
    {
        std::int64_t id = 0;
        std::int64_t version = 0;
    };

    Result<bool> sweepOn(TimeMs now);
    Result<void> begin(TimeMs now);
    /// Looks on from where the last look ended, at some hundred tasks of one epoch.
    Result<std::vector<Due>> look(TimeMs now);
    bool isDue(model::TaskState state, TimeMs since, TimeMs now) const;
    bool nothingIsDue(TimeMs since, TimeMs now) const;

    store::Workspace& m_workspace;
    std::optional<store::Connection> m_reader;
    TaskRetention m_keep; ///< of the sweep
    std::vector<Epoch> m_epochs;
    std::size_t m_place = 0; ///< among them
    std::int64_t m_after = 0; ///< the last task that was looked at
    bool m_isSweeping = false;
    std::optional<TimeMs> m_doneAt; ///< of the last sweep
};

} // namespace gavel::scheduling
