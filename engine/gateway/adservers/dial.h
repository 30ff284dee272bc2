// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/runtime/engine.h"

namespace gavel::gateway {

/// How the engine's scheduler reaches ad servers that join: grants in batches over HTTP, each
/// server with a time-out and a circuit breaker of its own. Clock and engine must outlive the
/// calls; end them with setDial({}).
runtime::AdServerDesk::Dial dialAdServers(runtime::Engine& engine, const base::Clock& clock);

} // namespace gavel::gateway
