// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/desk_log.h"

namespace gavel::runtime {

namespace {

constexpr std::size_t kMostLines = 200;
constexpr std::uint64_t kAnswersLookedAt = 600;
/// A seat is late when more than 5 % of its answers are, and on time again below 2 %.
constexpr std::uint64_t kLatePercent = 5;
constexpr std::uint64_t kOnTimePercent = 2;

void put(std::deque<LogLine>& lines, LogLine&& line)
{
    lines.push_front(std::move(line));
    if (lines.size() > kMostLines)
        lines.pop_back();
}

} // namespace

void DeskLog::say(LogLine line)
{
    if (m_keeper)
        m_keeper(line);
    const std::lock_guard lock(m_mutex);
    put(m_lines, std::move(line));
}

void DeskLog::journal(LogLine line)
{
    if (m_keeper)
        m_keeper(line);
    const std::lock_guard lock(m_mutex);
    put(m_lines, LogLine(line));
    put(m_journal, std::move(line));
}

void DeskLog::clear()
{
    const std::lock_guard lock(m_mutex);
    m_lines.clear();
    m_journal.clear();
    m_seats.clear();
    m_spentOut.clear();
    m_broken = 0;
    m_finished = false;
}

void DeskLog::watchSeats(const Snapshot& snapshot)
{
    for (const auto& seat : snapshot.seats) {
        SeatSeen& seen = m_seats[seat.id];
        const std::uint64_t asked = seat.asked - seen.asked;
        const std::uint64_t late = seat.late - seen.late;
        if (asked < kAnswersLookedAt)
            continue;
        const bool tooLate = late * 100 > asked * kLatePercent;
        const bool onTime = late * 100 < asked * kOnTimePercent;
        if (tooLate && !seen.saidLate)
            say({snapshot.now, "seat", "warn", seat.name,
                 std::to_string(late) + " of " + std::to_string(asked) + " answers late"});
        else if (onTime && seen.saidLate)
            say({snapshot.now, "seat", "good", seat.name, "answers in time again"});
        seen = {seat.asked, seat.late, (seen.saidLate || tooLate) && !onTime};
    }
}

void DeskLog::watchCampaigns(const Snapshot& snapshot)
{
    for (const auto& campaign : snapshot.campaigns) {
        // Less than one thousandth of the day's budget is spent for good: no bid fits any more.
        const bool spentOut = campaign.wins > 0 && campaign.budgetDay.micros > 0
            && campaign.spentToday.micros >= campaign.budgetDay.micros / 1000 * 999;
        bool& said = m_spentOut[campaign.id];
        if (spentOut && !said)
            say({snapshot.now, "campaign", "info", campaign.name, "day budget is spent"});
        said = spentOut;
    }
}

void DeskLog::watch(const Snapshot& snapshot)
{
    watchSeats(snapshot);
    watchCampaigns(snapshot);
    std::uint64_t broken = 0;
    for (const auto& invariant : snapshot.invariants) {
        broken += invariant.broken;
        if (invariant.broken > 0 && m_broken == 0)
            say({snapshot.now, "market", "bad", invariant.name, "broken: " + invariant.detail});
    }
    m_broken = broken;
    if (snapshot.finished && !m_finished)
        say({snapshot.now, "market", "info", "Market", "the scenario has ended"});
    m_finished = snapshot.finished;
}

void DeskLog::fill(Snapshot& snapshot) const
{
    const std::lock_guard lock(m_mutex);
    snapshot.log.assign(m_lines.begin(), m_lines.end());
    snapshot.journal.assign(m_journal.begin(), m_journal.end());
}

} // namespace gavel::runtime
