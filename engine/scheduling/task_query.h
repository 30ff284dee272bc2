// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/schedule.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
} // namespace gavel::store

namespace gavel::scheduling {

/// What readers ask of the tasks in the file. Each runs on a connection of the calling thread and
/// gives values; `market` is the name TaskStore::open was given. An unknown market has no tasks.

/// How many tasks stand in each state, ended ones too. Kept with every write, so it costs nothing.
using TaskCounts = std::array<std::int64_t, model::kTaskStates>;
Result<TaskCounts> countTasks(store::Connection& connection, std::string_view market);

enum class TaskOrder : std::uint8_t { Newest, Oldest, Campaign, State, Due, Changed, Attempts };

struct TaskFilter
{
    std::uint32_t states = 0; ///< a bit per model::TaskState; 0 = all
    std::uint32_t triggers = 0; ///< a bit per model::TriggerKind; 0 = all
    std::uint32_t priorities = 0; ///< a bit per model::TaskPriority; 0 = all
    std::string campaign; ///< a part of the campaign's id, any case; "" = all
    std::optional<TimeMs> since; ///< window starts then or later
    std::optional<TimeMs> until; ///< window starts before
};

struct TaskRow
{
    model::ScheduleTask task; ///< without the campaign's handle
    std::string campaign;
};

struct TaskPage
{
    std::vector<TaskRow> rows;
    bool more = false; ///< there are rows after these
};

/// At most `most` rows after the first `skip`. Order Newest and Oldest read only what they show;
/// the others look at every task that passes the filter, so give them a time or open states.
Result<TaskPage> listTasks(store::Connection& connection, std::string_view market,
                           const TaskFilter& filter, TaskOrder order, std::size_t skip,
                           std::size_t most);

/// One task and everything that happened to it, oldest first.
struct TaskHistory
{
    TaskRow row;
    std::vector<model::TaskEvent> events;
};
/// Error: TASK_UNKNOWN.
Result<TaskHistory> taskHistory(store::Connection& connection, model::TaskId id);

/// Reads every task's history again and says the first thing that does not follow: a transition
/// outside the table, a gap in the versions, a row that its last event does not say, a wrong count,
/// a newest window without its run that no sweep dropped. Empty = everything holds. For the
/// invariants' check.
Result<std::string> firstBrokenTask(store::Connection& connection);

} // namespace gavel::scheduling
