// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <string>
#include <vector>

namespace gavel::model {

struct Publisher
{
    std::string id;
    std::string name;
    std::string domain;
    std::vector<std::string> categories; ///< content categories of its pages
    std::vector<std::string> blockedCategories; ///< advertising it does not take
    std::vector<std::string> blockedAdvertisers;
    bool operator==(const Publisher&) const = default;
};

/// An ad slot that a publisher offers.
struct Placement
{
    std::string id;
    std::string publisherId;
    std::string name;
    std::string position; ///< "top", "sidebar"
    std::string format = "banner";
    int width = 0;
    int height = 0;
    Price floor; ///< hard floor per impression
    bool available = true;
    bool operator==(const Placement&) const = default;
};

} // namespace gavel::model
