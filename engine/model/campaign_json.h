// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// The full form of a campaign, as kept in workspaces, scenarios and exports: money as decimal
/// strings, prices per thousand, times in ISO 8601 UTC. What is left out has the default of the
/// struct, but a campaign of the contract's strategy is paced "asap", as the contract spends.
/// Reads back to an equal campaign.
std::string toJson(const Campaign& campaign);
/// Reads and validates; the first error names `where`, line and field.
Result<Campaign> campaignFromJson(std::string_view text, std::string_view where);
/// Reads without the rules of validate(): a draft may still break them.
Result<Campaign> draftFromJson(std::string_view text, std::string_view where);

boost::json::value toValue(const Campaign& campaign);
/// Every error, the rules of validate() included, is added with its path below `path`; unknown keys
/// are errors.
Campaign campaignFromValue(const boost::json::value& value, std::string_view path,
                           std::vector<Error>& errors);

boost::json::value toValue(const BidStrategy& strategy);
BidStrategy strategyFromValue(const boost::json::value& value, std::string_view path,
                              std::vector<Error>& errors);

} // namespace gavel::model
