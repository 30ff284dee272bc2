// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/seat_watch.h"

namespace gavel::overview {

namespace {

constexpr std::int64_t kWindowMs = 5 * base::kMinuteMs;
constexpr std::int64_t kStepMs = 5 * base::kSecondMs;

} // namespace

void SeatWatch::add(const runtime::Snapshot& snapshot)
{
    if (snapshot.now < m_newest.at || snapshot.seats.size() != m_newest.seats.size())
        m_samples.clear();
    m_newest.at = snapshot.now;
    m_newest.seats.clear();
    for (const runtime::SeatView& seat : snapshot.seats)
        m_newest.seats.push_back({seat.asked, seat.late});
    if (m_samples.empty())
        m_samples.push_back({snapshot.start, std::vector<Answers>(snapshot.seats.size())});
    if (snapshot.now - m_samples.back().at >= kStepMs)
        m_samples.push_back(m_newest);
    // The second sample may become the base once it is as old as the window.
    while (m_samples.size() > 1 && snapshot.now - m_samples[1].at >= kWindowMs)
        m_samples.pop_front();
}

SeatWatch::Lateness SeatWatch::of(std::size_t seat) const
{
    if (m_samples.empty() || seat >= m_newest.seats.size())
        return {};
    const Answers& now = m_newest.seats[seat];
    const Answers& then = m_samples.front().seats[seat];
    return {now.asked - then.asked, now.late - then.late, m_samples.front().at};
}

} // namespace gavel::overview
