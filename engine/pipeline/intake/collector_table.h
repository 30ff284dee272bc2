// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/pipeline/intake/flow.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::pipeline {

/// A collector as the file has it.
struct CollectorRow
{
    std::uint32_t id = 0;
    std::string name;
    std::string kind; ///< "push", "pixel", "file", "poll", "stream"
    std::string settings; ///< JSON
    std::uint32_t run = 0;
    std::uint32_t source = 0; ///< in the log
    std::string checkpoint;
    bool isPaused = false;
    bool isRemoved = false; ///< by a person; kept for what it brought
    std::uint64_t position = 0; ///< of its last line
    std::uint64_t sequence = 0; ///< of its last event
};
Result<std::vector<CollectorRow>> readCollectors(store::Connection& connection);
/// Adds one with a source of its own in the log, or gives the one of that name. One that was
/// removed is there again, and goes on where it had come to when its settings are the same.
Result<CollectorRow> keepCollector(store::Connection& connection, std::string_view name,
                                   std::string_view kind, std::string_view settings, TimeMs now);
/// It is not read any more.
Result<void> removeCollector(store::Connection& connection, std::uint32_t id,
                             std::string_view actor, TimeMs now);

/// Adds to what a collector's minute has.
Result<void> addFlow(store::Connection& connection, std::uint32_t collector, std::int64_t minute,
                     const Flow& flow);

} // namespace gavel::pipeline
