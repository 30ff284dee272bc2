// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"
#include "ui/widgets/rows_model.h"

#include <vector>

namespace gavel::schedule {

using TaskKey = quint64 (*)(const runtime::TaskRow& row);
using TaskModel = widgets::RowsModel<runtime::TaskRow, TaskKey>;

quint64 taskKey(const runtime::TaskRow& row);
/// Task, campaign, trigger, priority, state, try, owner, seconds, the three steps, what it waits
/// for.
std::vector<widgets::RowColumn<runtime::TaskRow>> taskColumns();
/// Widths for DataTable::setWidths.
QList<int> taskWidths();

} // namespace gavel::schedule
