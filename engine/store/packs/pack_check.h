// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

namespace gavel::store {

/// Every pack holds what its row says: keys that rise, of one source and day, none of them in
/// another pack or a row as well.
Result<Check> checkPacks(Connection& connection);

} // namespace gavel::store
