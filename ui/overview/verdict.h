// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/navigator.h"
#include "ui/overview/seat_watch.h"
#include "ui/widgets/status_mark.h"

#include <QString>

#include <optional>
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

/// A seat is late when more than this part of its answers is; a campaign is behind when it spent
/// this part less than its plan.
inline constexpr double kLateShare = 0.05;
inline constexpr double kBehindShare = 0.10;

/// How far a campaign is from its plan by now: -0.18 is 18 % behind. Nothing when it has no plan
/// for the day, is not running, or the day is too young to tell.
std::optional<double> distanceToPlan(const runtime::CampaignView& campaign);

/// What needs you, the most urgent first: broken invariants, alerts that fire, seats cut off or
/// late, campaigns behind plan from the furthest on.
std::vector<Need> needsOf(const runtime::Snapshot& snapshot, const SeatWatch& watch);

} // namespace gavel::overview
