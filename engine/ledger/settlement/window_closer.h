// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/records.h"
#include "engine/ledger/transfer.h"

#include <cstdint>
#include <map>
#include <vector>

namespace gavel::ledger {

struct WindowPolicy
{
    std::int64_t lengthMs = base::kHourMs;
    std::int64_t lateMs = 2 * base::kHourMs; ///< how long data of a window are waited for
};

/// Closes windows of settled time, oldest first and without gaps: when every ad server has reported
/// to its end, or when it is late beyond the policy. What comes for a closed window after that is
/// an adjustment in a later round. Pure: time is what the caller says.
class WindowCloser
{
public:
    /// Windows begin at multiples of their length; the first is the one that holds `start`.
    WindowCloser(const WindowPolicy& policy, TimeMs start);

    /// A server's events before `through` are settled. A server that was never named is not waited
    /// for.
    void report(std::uint32_t server, TimeMs through);
    /// The server is gone for good and its log was read to the end.
    void leave(std::uint32_t server);
    /// The windows that close now; `lastSequence` of the book.
    std::vector<ClosedWindow> close(TimeMs now, std::uint64_t lastSequence);
    /// Everything before this is closed.
    TimeMs closedUntil() const { return m_start; }
    /// What is waited for: the smallest time that a server has reported to; `now` when none is
    /// known.
    TimeMs settledUntil(TimeMs now) const;

private:
    WindowPolicy m_policy;
    TimeMs m_start; ///< of the oldest open window
    std::map<std::uint32_t, TimeMs> m_through;
};

/// What an adjustment for late data refers to: the name of the closed window that ends then.
TransferId closedWindowId(TimeMs end);

} // namespace gavel::ledger
