// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/migrations.h"

#include <span>

namespace gavel::pipeline {

/// The room's tables; give them to Workspace::open. What state a batch may get is checked by the
/// database too, from the table in model/batch.h.
std::span<const store::Migration> pipelineMigrations();

} // namespace gavel::pipeline
