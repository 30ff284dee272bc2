// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/scheduler/rounds.h"

namespace gavel::runtime {

/// A task as a line of the list. `now` is market time.
TaskRow rowOf(const ArchivedTask& task, const Rounds& rounds, TimeMs now);
/// One task with its whole story.
TaskDetail detailOf(const ArchivedTask& task, const Rounds& rounds, TimeMs now);
/// Stopped and open ones come before those that are done, newer before older.
bool comesBefore(const TaskRow& a, const TaskRow& b);
/// Neither completed nor cancelled.
bool isNotDone(const TaskRow& row);

/// budget -> slices -> ad servers of one campaign.
QuotaFlow flowOf(const CampaignLine& line, const Rounds& rounds);

} // namespace gavel::runtime
