// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/rest/rest_bid_request.h"

#include <boost/json/value.hpp>

#include <string>
#include <vector>

namespace gavel::gateway {

struct Services;

/// Who visits a page; what is "" is made up.
struct Visit
{
    std::string userId;
    std::string deviceType;
    RestGeo place;
};

/// Reads {user_id, device_type, location}, flat or under "user_context"; an empty body is a visit
/// by anybody.
Visit readVisit(std::string_view body, std::vector<Error>& errors);

/// What the seven steps came to.
struct WorkflowOutcome
{
    boost::json::object result; ///< the contract's workflow_result
    bool succeeded = false;
    std::string error; ///< why not
    std::string workflowId;
    double milliseconds = 0;
    std::string campaignId; ///< "" = nobody won
    Price price;
    bool confirmed = false; ///< the impression is recorded
};

/// The whole way of one visit, on the real market: visit, profile, ad request, bid request,
/// auction, display, feedback. Each step tells when it began, how long it took and by when it
/// should be done.
WorkflowOutcome runWorkflow(Services& services, const Visit& visit);

} // namespace gavel::gateway
