// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/pipeline/intake/flow.h"

#include <map>

namespace gavel::runtime {

/// What came by the market's rings in each of the last minutes of the wall, out of running totals
/// that are looked at again and again: what is new at a look belongs to its minute.
class RingMinutes
{
public:
    static constexpr std::size_t kMostMinutes = 3;

    void note(TimeMs now, const pipeline::Flow& total);
    /// Of a minute since 1970; nothing where no look was.
    pipeline::Flow minute(std::int64_t minute) const;

private:
    pipeline::Flow m_total;
    std::map<std::int64_t, pipeline::Flow> m_minutes;
};

} // namespace gavel::runtime
