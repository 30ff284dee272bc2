// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/model/campaign.h"
#include "engine/runtime/schedule_view.h"
#include "engine/runtime/scheduler/campaign_line.h"
#include "engine/runtime/settlement_view.h"
#include "engine/scheduling/quota/pacing.h"

#include <array>
#include <string>
#include <unordered_map>

namespace gavel::runtime {

/// What a round says of one campaign, for snapshots.
struct CampaignFigures
{
    Money held; ///< reserved for quota that is out
    Money granted; ///< may be spent until the end of the granted window
    Money spentToday; ///< since midnight of its zone, in all runs
    scheduling::DeliveryPace pace{};
    std::int32_t bidFactorPpm = 1'000'000;
    Money valueLost; ///< to pacing, since the market began
    std::array<Money, 24> spentByHour{}; ///< of its local day
    CampaignSums elsewhere; ///< what ad servers of other processes reported since the market runs
    std::string note; ///< why it gets no or less quota; "" when nothing is in its way
};

/// Numbers of the newest round, for snapshots. Immutable.
struct RoundFigures
{
    ScheduleStatus schedule;
    SettlementStatus settlement;
    std::uint64_t ledgerBroken = 0; ///< invariant 1
    std::uint64_t quotaBroken = 0; ///< invariant 2
    std::uint64_t tasksBroken = 0; ///< invariant 6
    std::unordered_map<Handle, CampaignFigures> campaigns;
};

} // namespace gavel::runtime
