// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/rest/rest_bid_request.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

inline constexpr std::array<std::string_view, 3> kVisitDevices{"mobile", "desktop", "tablet"};

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

} // namespace gavel::gateway
