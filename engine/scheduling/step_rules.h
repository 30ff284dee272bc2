// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/schedule.h"

namespace gavel::scheduling {

/// What a change of state means for the status of the steps, and whether they allow it.
/// Errors: STEP_ORDER. The task is changed only on success.
Result<void> moveSteps(model::ScheduleTask& task, model::TaskState to);

/// What an event about a step means for its status. Errors: STEP_ORDER, PAST_PIVOT. The task is
/// changed only on success.
Result<void> noteStep(model::ScheduleTask& task, model::TaskEventKind kind, model::SagaStep step);

} // namespace gavel::scheduling
