// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gavel::store {

class Connection;

// The segments of an event's user are one number in the log, an audience: a tag whose text is the
// numbers of its segments, rising, "3 7 12". 0 = of none.

/// The durable number of a set of segments, stored with the open transaction when it is new.
Result<std::uint32_t> durableAudience(Connection& connection, std::vector<std::uint32_t> segments);
/// The texts of its segments, in the order of their numbers.
Result<std::vector<std::string>> segmentsOf(Connection& connection, std::uint32_t audience);

/// Of which segments each audience of the file is. A copy may go to another thread.
class Audiences
{
public:
    /// Reads those that are newer than what it knows.
    Result<void> refresh(Connection& connection);
    bool knows(std::uint32_t audience) const { return audience <= m_newest; }
    /// Numbers of segments, rising; none of an audience that is not known.
    std::span<const std::uint32_t> segmentsOf(std::uint32_t audience) const;

private:
    std::uint32_t m_newest = 0;
    std::vector<std::uint32_t> m_segments; ///< of all, one after the other
    boost::unordered_flat_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>>
        m_places; ///< in m_segments, from and to
};

} // namespace gavel::store
