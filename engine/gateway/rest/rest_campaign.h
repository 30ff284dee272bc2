// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"
#include "engine/model/contract_json.h"
#include "engine/model/targeting_json.h"
#include "engine/runtime/snapshot.h"

#include <boost/json/value.hpp>

namespace gavel::gateway {

/// An amount or a price for one impression as a JSON number; prices are rounded half up to four
/// decimals.
boost::json::value restAmount(Money amount);
boost::json::value restPrice(Price price);

/// The contract's campaign: budget, spent and status beside targeting and creative as they were
/// given.
boost::json::object restCampaign(const model::Campaign& campaign, Money spent,
                                 model::TargetingForm form);

/// The contract's creative object of a campaign; its title is never empty.
boost::json::object restCreative(const model::Campaign& campaign);

/// The contract's CampaignStats.
boost::json::object restCampaignStats(const runtime::CampaignView& view, TimeMs now);

/// What a caller may say of a campaign; each field is taken over only when it is there.
/// Broken shapes are added to `errors`; `what` says of targeting and creative which of the two was
/// wrong. Returns what was said, also of what is no field of a campaign.
model::ContractFields applyRestFields(const boost::json::value& body, bool isNew,
                                      model::Campaign& campaign, std::vector<Error>& errors);

/// A new campaign of the REST interface: draft, contract formula, at most five wins for a user and
/// local day.
model::Campaign newRestCampaign(const std::string& seatId, Currency currency, TimeMs now);

} // namespace gavel::gateway
