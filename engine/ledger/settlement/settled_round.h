// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"

#include <cstdint>
#include <vector>

namespace gavel::ledger {

/// How far a sender's events are in the counters that a round settled: up to and with `sequence`.
struct SourcePosition
{
    std::uint32_t source = 0; ///< in the event log
    std::uint64_t sequence = 0;
    bool operator==(const SourcePosition&) const = default;
};

/// One settlement as the file keeps it: which transfers it made, and from which events. The wins
/// behind a charge are those between the positions of the round before and these.
struct SettledRound
{
    std::uint64_t key = 0; ///< the caller's name for it
    std::uint64_t firstSequence = 0; ///< of its transfers; above lastSequence when it made none
    std::uint64_t lastSequence = 0;
    TimeMs windowStart;
    TimeMs windowEnd;
    TimeMs at;
    bool compensation = false; ///< it undid the round of the same key
    std::vector<SourcePosition> sources; ///< by source; those not named stand where they stood
    bool operator==(const SettledRound&) const = default;
};

} // namespace gavel::ledger
