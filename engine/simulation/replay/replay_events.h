// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/simulation/replay/replay_summary.h"

#include <filesystem>
#include <functional>
#include <string>

namespace gavel::simulation {

struct EventReplay
{
    std::filesystem::path file; ///< delivery events, one a line: see event_line.h
    std::filesystem::path workspace; ///< "" = a temporary one
    /// Who sent the events, an id: sources of the same number and sender are the same source.
    std::string sender = "file";
};

/// Stores the events of a file through the event writer, each (sender, source, sequence) once, in
/// the market "events:SENDER" of the workspace. A line that cannot be read is told to `refused`
/// with its line and field, and counted; the rest goes on. What a source jumped over may come in a
/// later replay. The summary tells what the log then holds of the file's sources, so that it is the
/// same after the next replay; its bids are those of the log, which samples them. Errors:
/// FILE_NOT_FOUND, INVALID_REQUEST for the sender, those of the store.
Result<ReplaySummary> replayEvents(const EventReplay& wanted,
                                   const std::function<void(const Error&)>& refused);

/// Writes every event of a workspace, or of one market of it, as lines of a file; returns how many.
/// Errors: STORE_IO, those of the store.
Result<std::uint64_t> exportEvents(const std::filesystem::path& workspace,
                                   const std::string& market, const std::filesystem::path& file);

} // namespace gavel::simulation
