// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/scheduler/rounds.h"

namespace gavel::runtime {

/// What campaigns of a market did in its earlier runs, by the event log. Errors: those of the
/// store.
Result<MarketBefore> readBefore(store::Workspace& workspace, const std::string& market,
                                const model::MarketSetup& setup, TimeMs now);

/// What one server did in a run of its own, by the event log, as it would report it itself.
Result<model::QuotaReport> readRun(store::Workspace& workspace, const std::string& market,
                                   const model::MarketSetup& setup, std::uint32_t run,
                                   std::uint32_t source);

} // namespace gavel::runtime
