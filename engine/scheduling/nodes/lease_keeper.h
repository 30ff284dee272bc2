// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/scheduling/nodes/lease_table.h"
#include "engine/scheduling/task_book.h"

#include <span>
#include <vector>

namespace gavel::scheduling {

/// What a round of the leases has changed for this node.
struct LeaseChange
{
    std::vector<std::uint16_t> gained; ///< held now; their open tasks are to be loaded and resumed
    std::vector<std::uint16_t> lost; ///< the book has forgotten their tasks
};

/// When a node renews its leases and when it stops trusting them. Its times are those of the
/// monotonic clock of this machine: a step of the wall clock shortens and lengthens nothing. The
/// fencing token keeps a late write out anyway; the distrust stops the work itself before another
/// node begins with it. Pure; one thread.
class LeaseKeeper
{
public:
    /// The seed is for the moments of renewal, which spread by a second to both sides.
    explicit LeaseKeeper(std::uint64_t seed);

    bool renewDue(std::int64_t monotonicMs) const { return monotonicMs >= m_renewAt; }
    /// False from 14 s after the last renewal was asked for: nothing may be written or sent.
    bool trusted(std::int64_t monotonicMs) const;
    /// The answer to a renewal that was asked for at a moment: these are held.
    LeaseChange renewed(std::span<const HeldLease> held, std::int64_t askedAtMs, TaskBook& book);
    /// Call when trusted() has become false: the book forgets everything until the next renewal.
    LeaseChange distrust(TaskBook& book);

private:
    base::Random m_random;
    std::int64_t m_renewAt = 0;
    std::int64_t m_trustedUntil = 0;
};

} // namespace gavel::scheduling
