// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/migrations.h"

#include <span>

namespace gavel::scheduling {

/// The room's tables; give them to Workspace::open. What a task's state may become is checked by
/// the database too, from the same table as in model/schedule.h: an illegal transition or a
/// change of the history breaks a rule (STORE_RULE) and is not written.
std::span<const store::Migration> schedulingMigrations();

} // namespace gavel::scheduling
