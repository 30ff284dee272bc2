// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/profile.h"

#include <string>
#include <string_view>

namespace gavel::dmp {

/// A change of a profile: demographics override key by key, lists are united.
struct ProfileChange
{
    int age = 0; ///< 0 = unchanged
    std::string gender; ///< "" = unchanged
    std::string deviceType;
    std::string demographicsJson; ///< other keys, a JSON object text; "" = unchanged
    std::vector<std::string> interests;
    std::vector<std::string> behaviours;
    std::vector<std::string> segments;
};

/// Reads {"demographics": {...}, "interests": [...], "behaviors": [...], "segments": [...]}, all
/// optional. Errors: INVALID_PROFILE "Invalid profile data: ..." naming the field.
Result<ProfileChange> profileChangeFromJson(std::string_view text);

/// The contract's profile: user_id, demographics, interests, behaviors, segments, last_updated
/// (ISO).
std::string toJson(const model::Profile& profile);

/// Unites two demographics objects key by key; the second wins.
std::string uniteDemographics(std::string_view before, std::string_view change);

} // namespace gavel::dmp
