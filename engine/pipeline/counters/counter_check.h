// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

namespace gavel::pipeline {

/// Whether every counter of quarters, days and totals equals a recount of the log as far as it is
/// counted; names the first that does not. Reads only.
Result<store::Check> checkCounters(store::Connection& connection);

} // namespace gavel::pipeline
