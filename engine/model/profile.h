// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::model {

/// A user as the DMP knows it, at the edge.
struct Profile
{
    std::string userId;
    int age = 0; ///< years, 0 = unknown
    std::string gender; ///< "" = unknown
    std::string deviceType;
    std::string demographicsJson; ///< every other demographic key, a JSON object text
    std::vector<std::string> interests;
    std::vector<std::string> behaviours;
    std::vector<std::string> segments;
    TimeMs updatedAt;
    bool operator==(const Profile&) const = default;
};

/// Something a user did, as told to the DMP.
struct UserEvent
{
    std::string id;
    std::string userId;
    std::string type; ///< click, view, purchase, signup, page_visit, search
    std::string dataJson;
    TimeMs at;
};

} // namespace gavel::model
