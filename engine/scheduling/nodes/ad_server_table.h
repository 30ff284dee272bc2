// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {
class Connection;
} // namespace gavel::store

namespace gavel::scheduling {

/// An ad server of another process that spends a market's quota. It stays a member over restarts of
/// either side until it leaves: until then what it may still spend counts as held.
struct AdServerMember
{
    std::string key; ///< names its membership in every message; new with each joining
    std::uint32_t source = 0; ///< in the event log
    std::uint32_t run = 0; ///< in the event log, its own
    std::string name;
    std::string address; ///< "http://host:port", where it takes grants
    TimeMs joinedAt;
};

Result<void> addMember(store::Connection& connection, std::string_view market,
                       const AdServerMember& member);
/// Those of a market that have not left, by source.
Result<std::vector<AdServerMember>> loadMembers(store::Connection& connection,
                                                std::string_view market);
/// Once; what was a member before stays in the table.
Result<void> endMember(store::Connection& connection, std::string_view key, TimeMs at);

} // namespace gavel::scheduling
