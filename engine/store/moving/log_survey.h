// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/store/tiers/segment_table.h"

#include <cstdint>
#include <map>

namespace gavel::store {

/// What the table holds of one day.
struct WarmDay
{
    std::uint64_t events = 0;
    std::map<std::uint32_t, SourceSpan> sources;
};

/// Which days the table holds, found by reading through it once, a piece at a time.
class LogSurvey
{
public:
    /// Reads some rows on; true when the end is reached.
    Result<bool> readOn(Connection& reader);

    const std::map<std::int64_t, WarmDay>& days() const { return m_days; }
    std::uint64_t events() const { return m_events; }

private:
    std::int64_t m_after = -1;
    std::uint64_t m_events = 0;
    std::map<std::int64_t, WarmDay> m_days;
};

} // namespace gavel::store
