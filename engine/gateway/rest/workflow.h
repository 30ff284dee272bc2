// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/rest/visit.h"

#include <boost/json/value.hpp>

#include <string>

namespace gavel::gateway {

struct Services;

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
