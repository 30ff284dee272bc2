// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::dmp {

/// What the segment rules look at.
struct SegmentFacts
{
    int age = 0; ///< 0 = unknown
    std::string_view deviceType;
    int purchases = 0; ///< purchase events so far
    bool buyer = false; ///< has the behaviour "buyer"
    bool technology = false; ///< has an interest of isTechnology()
};

/// The segments a user belongs to by rule, in alphabetical order:
/// frequent_buyers (3 purchases), high_value (buyer), mobile_users, tech_enthusiasts, young_adults
/// (18 to 35).
std::vector<std::string_view> segmentsByRule(const SegmentFacts& facts);

/// technology, gadgets, software, electronics.
bool isTechnology(std::string_view interest);

/// The event types there are, lower case; page_view is read as page_visit.
/// Errors: MISSING_FIELD for an empty type, INVALID_EVENT_TYPE for an unknown one.
Result<std::string> eventType(std::string_view text);

/// click -> clicker, view -> viewer, purchase -> buyer, signup -> new_user, page_visit -> browser,
/// search -> searcher.
std::string_view behaviourOf(std::string_view eventType);

} // namespace gavel::dmp
