// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

struct sqlite3;

namespace gavel::store {

/// What a result of SQLite's means, with the message that the connection keeps of it.
Error errorOf(sqlite3* database, int result);

} // namespace gavel::store
