// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <deque>
#include <vector>

namespace gavel::overview {

/// How punctual each seat was in the last five minutes of market time, from the totals of
/// successive snapshots.
class SeatWatch
{
public:
    struct Lateness
    {
        std::uint64_t asked = 0;
        std::uint64_t late = 0;
        TimeMs since;
        double share() const
        {
            return asked == 0 ? 0 : static_cast<double>(late) / static_cast<double>(asked);
        }
    };

    /// A market that started anew is noticed by its time or its seats.
    void add(const runtime::Snapshot& snapshot);
    /// Of a seat of the newest snapshot, by its place there.
    Lateness of(std::size_t seat) const;

private:
    struct Answers
    {
        std::uint64_t asked = 0;
        std::uint64_t late = 0;
    };
    struct Sample
    {
        TimeMs at;
        std::vector<Answers> seats;
    };
    std::deque<Sample> m_samples; ///< oldest first; the first is the base of the window
    Sample m_newest;
};

} // namespace gavel::overview
