// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"
#include "engine/model/targeting_json.h"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// A campaign as the REST contract writes it: id, name, advertiser_id, budget, spent, targeting,
/// creative, status, created_at, updated_at. Amounts are JSON numbers; the targeting is written in
/// the service's own words. Day and hour budgets, pacing, delivery and billing follow where they
/// are not what a campaign of the contract has.
boost::json::value contractValue(const Campaign& campaign, Money spent,
                                 TargetingForm form = TargetingForm::Management);

/// The fields that a body of the contract named; the others are absent.
struct ContractFields
{
    std::optional<std::string> id;
    std::optional<std::string> name;
    std::optional<std::string> advertiserId;
    std::optional<Money> budget;
    std::optional<Money> spent;
    std::optional<Targeting> targeting;
    std::optional<std::string> creativeJson; ///< the creative object as given
    std::optional<CampaignStatus> status;
    std::optional<Money>
        budgetDay; ///< "daily_budget"; this and what follows is beyond the contract
    std::optional<Money> budgetHour; ///< "hourly_budget"
    std::optional<PacingPolicy> pacing;
    std::optional<DeliveryPromise> delivery;
    std::optional<Billing> billing;
    std::vector<std::string>
        unknownTargeting; ///< paths of keys that were kept but mean nothing here
};

/// Reads a body. Targeting that has the wrong shape is one error INVALID_TARGETING, "Invalid
/// targeting criteria format"; a creative with the wrong shape INVALID_CREATIVE, "Invalid creative
/// content format"; both say in their advice what was wrong. Other keys are ignored.
ContractFields contractFields(const boost::json::value& body, std::vector<Error>& errors);

/// Adds an error for each field that creating a campaign needs (name, advertiser_id, budget) and
/// that is absent.
void needForCreation(const ContractFields& fields, std::vector<Error>& errors);

/// Puts the fields that are there into the campaign. A creative object also becomes its one ad, a
/// text creative that fits every placement, so that the campaign can be shown.
void apply(const ContractFields& fields, Campaign& campaign);

} // namespace gavel::model
