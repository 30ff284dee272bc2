// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/navigator.h"
#include "ui/overview/seat_watch.h"
#include "ui/widgets/status_mark.h"

#include <QString>

#include <vector>

namespace gavel::overview {

/// One thing a person should look at.
struct Need
{
    widgets::Mark mark = widgets::Mark::Warn;
    QString sentence; ///< what, since when and why
    QString action; ///< text of the button
    bridge::Destination place; ///< where the button goes

    bool operator==(const Need&) const = default;
};

/// A seat is late when more than this part of its answers is.
inline constexpr double kLateShare = 0.05;

/// What needs you, the most urgent first: broken invariants, alerts that fire, seats cut off or
/// late, campaigns behind plan, first the one that lacks most money.
std::vector<Need> needsOf(const runtime::Snapshot& snapshot, const SeatWatch& watch);

/// "Last alert resolved 12:19."; "" when none was.
QString lastResolved(const runtime::Snapshot& snapshot);

} // namespace gavel::overview
