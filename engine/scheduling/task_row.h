// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/schedule.h"
#include "engine/store/connection.h"

#include <string_view>

namespace gavel::scheduling {

/// The columns of task that readTask() reads, from place 0 on; the table is called t.
inline constexpr std::string_view kTaskColumns
    = "t.id, t.slot, t.trigger_kind, t.priority, t.window_start, t.window_end, t.created_at, "
      "t.state, t.version, t.attempt, t.generation, t.node, t.steps, t.flags, t.started_at, "
      "t.changed_at, t.due_at, t.deadline, t.trouble_since, t.last_event, t.failure_class, "
      "t.failure_code, t.failure_text, t.failure_attempts, t.failure_advice";
inline constexpr int kTaskColumnCount = 25;

/// The task of the present row, all but its campaign.
model::ScheduleTask readTask(const store::Statement& row);

/// The statuses of the steps, three bits each, and the marks of a task, as the columns hold them.
std::int64_t packedSteps(const model::ScheduleTask& task);
std::int64_t packedFlags(const model::ScheduleTask& task);

} // namespace gavel::scheduling
