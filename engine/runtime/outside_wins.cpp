// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/outside_wins.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kMostHeld = 4096;
constexpr std::size_t kMostNotices = 100'000;
constexpr std::int64_t kHeldMs = 5 * base::kSecondMs;

} // namespace

void OutsideWins::hold(const Held& quote)
{
    const std::lock_guard lock(m_mutex);
    m_held.push_back(quote);
    if (m_held.size() > kMostHeld)
        m_held.pop_front();
}

std::optional<OutsideWins::Held> OutsideWins::take(Handle campaign, std::uint64_t user, TimeMs now)
{
    const std::lock_guard lock(m_mutex);
    while (!m_held.empty() && now - m_held.front().opportunity.at >= kHeldMs)
        m_held.pop_front();
    const auto it = std::find_if(m_held.rbegin(), m_held.rend(), [&](const Held& held) {
        return held.bid.campaign == campaign && held.opportunity.user == user;
    });
    if (it == m_held.rend())
        return std::nullopt;
    Held held = *it;
    m_held.erase(std::next(it).base());
    return held;
}

bool OutsideWins::firstTime(const std::string& notice)
{
    if (notice.empty())
        return true;
    const std::lock_guard lock(m_mutex);
    if (!m_notices.insert(notice).second)
        return false;
    m_order.push_back(notice);
    if (m_order.size() > kMostNotices) {
        m_notices.erase(m_order.front());
        m_order.pop_front();
    }
    return true;
}

void OutsideWins::forget(const std::string& notice)
{
    const std::lock_guard lock(m_mutex);
    m_notices.erase(notice);
}

void OutsideWins::clear()
{
    const std::lock_guard lock(m_mutex);
    m_held.clear();
    m_notices.clear();
    m_order.clear();
    m_told = {};
}

std::uint64_t OutsideWins::told(model::EventKind kind) const
{
    const std::lock_guard lock(m_mutex);
    return m_told[static_cast<std::size_t>(kind)];
}

void OutsideWins::tell(model::EventKind kind)
{
    const std::lock_guard lock(m_mutex);
    ++m_told[static_cast<std::size_t>(kind)];
}

} // namespace gavel::runtime
