// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/scheduler/scheduler.h"

#include <functional>

namespace gavel::runtime {

/// How the desks get at the market that runs: while `use` runs it is not replaced.
struct MarketAccess
{
    using Use = std::function<void(Scheduler& scheduler, store::Workspace& workspace)>;
    /// False when no market runs.
    std::function<bool(const Use& use)> with;
    /// Nobody waits for answers any more.
    std::function<bool()> isLeaving;
    /// Something that a person does to the rounds, journaled as said about the subject; in a
    /// scenario it is kept so that a repeated run does it too. Errors: SERVICE_UNAVAILABLE,
    /// INVALID_REQUEST while a run is repeated, and the order's own.
    std::function<Result<void>(std::string subject, std::string said, const Order& order)> order;
    /// One line for the journal.
    std::function<void(std::string subject, std::string said)> journal;
};

} // namespace gavel::runtime
