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
    /// A person is about to do something that a repeated run would not do. Error: it may not be
    /// done now.
    std::function<Result<void>()> begin;
    /// One line for the journal.
    std::function<void(std::string subject, std::string said)> journal;
};

} // namespace gavel::runtime
