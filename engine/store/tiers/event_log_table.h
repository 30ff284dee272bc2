// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <optional>
#include <string_view>

struct sqlite3;

namespace gavel::store {

/// Gives a connection the virtual table `event_log`: the events of every tier, with the columns of
/// `event_warm`. Bounds of key and time, an equal auction and the order of keys are used. Returns
/// SQLite's result.
int addEventLog(sqlite3* database);

/// The error that reading the table told through SQLite's message; nullopt when it was another.
std::optional<Error> eventLogError(std::string_view message);

} // namespace gavel::store
