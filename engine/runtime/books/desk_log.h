// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/snapshot.h"

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace gavel::runtime {

/// The lines of the event log and of the journal, newest first, at most 200 each. Any thread.
class DeskLog
{
public:
    /// Hears every line, on the thread that says it. Set before the first.
    void setKeeper(std::function<void(const LogLine&)> keeper) { m_keeper = std::move(keeper); }
    void say(LogLine line);
    void journal(LogLine line);
    void clear();
    /// Notices what changed since the snapshot it was given before: seats that answer late, budgets
    /// that are spent, invariants that broke, the end of a scenario. Control thread only.
    void watch(const Snapshot& snapshot);
    void fill(Snapshot& snapshot) const;

private:
    struct SeatSeen
    {
        std::uint64_t asked = 0;
        std::uint64_t late = 0;
        bool saidLate = false;
    };
    void watchSeats(const Snapshot& snapshot);
    void watchCampaigns(const Snapshot& snapshot);

    std::function<void(const LogLine&)> m_keeper;
    mutable std::mutex m_mutex;
    std::deque<LogLine> m_lines;
    std::deque<LogLine> m_journal;
    std::map<std::string, SeatSeen> m_seats;
    std::map<std::string, bool> m_spentOut;
    std::uint64_t m_broken = 0;
    bool m_finished = false;
};

} // namespace gavel::runtime
