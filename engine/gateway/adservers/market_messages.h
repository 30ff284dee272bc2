// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/ad_server_desk.h"

#include <boost/json/fwd.hpp>

#include <string_view>

namespace gavel::gateway {

// What an ad server is told when it joins and when the market changes, in the forms that model has
// for each noun. Errors name the field.

boost::json::object marketValue(const runtime::MarketPart& part);
Result<runtime::MarketPart> marketFrom(std::string_view body);

boost::json::object membershipValue(const runtime::Membership& membership);
Result<runtime::Membership> membershipFrom(std::string_view body);

} // namespace gavel::gateway
