// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

namespace gavel::pipeline {

/// Whether every line that was told from outside became exactly one thing: each minute of each
/// source adds up, what is stored has an id, what is dead has a letter. Reads only.
Result<store::Check> checkFlow(store::Connection& connection);

} // namespace gavel::pipeline
