// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/moving/storage_view.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace gavel::runtime {

/// Where the events of the log are kept, for people. Got from Engine::storage(). Any thread;
/// commands return when they are durable. Actors are names of people. While the engine runs, what
/// is due is moved by itself, some milliseconds of every second.
class StorageDesk
{
public:
    virtual ~StorageDesk() = default;

    /// Errors: those of the store.
    virtual Result<store::StorageView> view() const = 0;
    /// What is in force. Errors: those of the store.
    virtual Result<store::TierPolicy> policy() const = 0;
    /// The policy as it would be read. Errors: INVALID_REQUEST with line and field.
    virtual Result<store::TierPolicy> checkPolicy(const std::string& json) const = 0;
    /// In force at once; gives the new version. Errors: those of checkPolicy(), PERSON_MISSING.
    virtual Result<std::uint32_t> setPolicy(const std::string& json, const std::string& actor) = 0;
    /// Moves everything that is due and returns when it is done, which may take minutes; view()
    /// says meanwhile how far it is. Errors: REPLAY_RUNS while the log is counted anew, CANCELLED,
    /// those of the files and the store.
    virtual Result<void> runNow() = 0;
    /// What runNow() moves ends with its present portion; what is left is moved later.
    virtual void cancelNow() = 0;
    /// Brings the archived segments of a day (since 1970, UTC) back beside the workspace; gives
    /// their number. Errors: DAY_UNKNOWN, EVENTS_DROPPED, SEGMENT_MISSING, SEGMENT_DAMAGED.
    virtual Result<std::size_t> restoreDay(std::int64_t day) = 0;
};

} // namespace gavel::runtime
