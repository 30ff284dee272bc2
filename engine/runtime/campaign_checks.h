// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verify.h"

namespace gavel::runtime {

/// What the log proves of campaigns as the file holds them: nothing spent beyond the total and the
/// day's budget (days of the campaign's own zone), no frequency cap passed in any window: of a run,
/// for real traffic of all its runs together.
/// What was logged before a campaign's last edit is judged by its total only; the detail says how
/// much was left out. Reads only.
Result<std::vector<store::Check>> checkCampaigns(store::Connection& connection);

} // namespace gavel::runtime
