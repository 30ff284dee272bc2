// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

#include <vector>

namespace gavel::store {
class Connection;
} // namespace gavel::store

namespace gavel::runtime {

/// What must hold of the schedule tasks in a workspace: their history follows the table of states.
/// A file without tasks passes. Reads only.
Result<std::vector<store::Check>> checkTasks(store::Connection& connection);

} // namespace gavel::runtime
