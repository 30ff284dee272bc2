// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_book.h"

#include <functional>

namespace gavel::pipeline {

/// Counts the whole log anew beside the counters in use, while the market runs, compares and puts
/// the new ones in their place. `progress` is told of events read and to read, and ends it by
/// false: then nothing changes. Takes as long as the log; not on the writer's thread.
/// Errors: CANCELLED.
Result<CounterBook::Swap>
recount(store::Workspace& workspace, CounterBook& book,
        const std::function<bool(std::uint64_t done, std::uint64_t total)>& progress);

} // namespace gavel::pipeline
