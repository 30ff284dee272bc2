// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/random.h"
#include "engine/simulation/traffic_plan.h"

#include <cstdint>
#include <vector>

namespace gavel::simulation {

/// A stretch of time with an even rate of auctions in the whole market.
struct ArrivalSlot
{
    std::int64_t from = 0; ///< milliseconds UTC
    std::int64_t to = 0;
    std::int64_t auctions = 0;
};

/// The plan's curve laid over a run: spans in order, whose auctions sum to the plan's. The
/// modulation is drawn from the seed, the same for every shard.
std::vector<ArrivalSlot> layOutSlots(const TrafficPlan& plan, TimeMs start, std::int64_t durationMs,
                                     std::int32_t utcOffsetMinutes, std::uint64_t seed);

/// The moments of one shard's auctions: in each slot as many as its part, uniform over the slot and
/// in order.
class Arrivals
{
public:
    Arrivals(std::vector<ArrivalSlot> spans, std::uint32_t shard, std::uint32_t shards,
             base::Random random);

    /// The end of the last slot when finished.
    TimeMs next() const { return m_next; }
    bool finished() const { return m_finished; }
    /// Moves on from next() to the one after.
    void take();
    /// Scales what is still to come after next(); 0.01 to 100.
    void setFactor(double factor);

private:
    void enterSlot();
    void draw();

    std::vector<ArrivalSlot> m_slots; ///< auctions of this shard only
    base::Random m_random;
    std::size_t m_slot = 0;
    std::int64_t m_left = 0; ///< auctions still to come in this slot, the next one included
    double m_at = 0; ///< milliseconds into the slot
    double m_factor = 1;
    TimeMs m_next;
    bool m_finished = false;
};

} // namespace gavel::simulation
