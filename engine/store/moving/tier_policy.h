// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gavel::store {

class Connection;

/// After how many days the events of a whole day (UTC) go from one tier to the next, and ended
/// schedule tasks leave the workspace; 0 = never.
struct TierPolicy
{
    std::int32_t coldAfterDays = 30;
    std::int32_t archiveAfterDays = 365; ///< only with a folder
    std::string archiveFolder; ///< an absolute path; "" = nothing is archived
    std::int32_t dropAfterDays = 0;
    std::int32_t dropTasksAfterDays = 14;
    std::int32_t dropFailedTasksAfterDays = 90;

    bool operator==(const TierPolicy&) const = default;

    /// Reads and checks a document. Errors: INVALID_REQUEST and those of JSON, with line and field.
    static Result<TierPolicy> read(std::string_view json, std::string_view where);
    std::string toJson() const;

    /// Whether a day is old enough, on a day.
    static bool isDue(std::int32_t afterDays, std::int64_t day, std::int64_t today)
    {
        return afterDays > 0 && today - day >= afterDays;
    }
};

/// The day of a time, since 1970, UTC.
constexpr std::int64_t dayOf(TimeMs time)
{
    return base::floorDivide(time.value, base::kDayMs);
}

/// As a person left it.
struct KeptPolicy
{
    std::uint32_t version = 0; ///< 0 = nobody wrote one: the default
    TimeMs at;
    std::string actor;
    TierPolicy policy;
};

Result<KeptPolicy> readTierPolicy(Connection& connection);
/// Adds a version and gives its number. Errors: PERSON_MISSING.
Result<std::uint32_t> keepTierPolicy(Connection& connection, const TierPolicy& policy,
                                     std::string_view actor, TimeMs at);

} // namespace gavel::store
