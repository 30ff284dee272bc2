// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/targeting.h"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// The spellings of the one targeting schema. All of them are read; what a spelling has no words
/// for is written in the own one.
enum class TargetingForm : std::uint8_t {
    Own, ///< by dimension: {"country": {"any": ["US"], "none": []}, "age": {"min": 18, "max": 35},
         ///< "hours": [...]}
    Management, ///< location{countries, regions, cities}, age_range{min_age, max_age}, gender,
                ///< interests, ...
    Dsp, ///< countries, device_types, segments, interests, ...
};

boost::json::value toValue(const Targeting& targeting, TargetingForm form = TargetingForm::Own);

/// Reads any mixture of the spellings; a plain text or list stands for {"any": ...}. Values of one
/// rule that come from several spellings are joined, rules are left in the order of dimensions.
/// Checks shapes only (validate() checks the rest); errors carry paths below `path`. Keys that are
/// not known are kept in unknownJson, and their paths are added to `unknown`.
Targeting targetingFromValue(const boost::json::value& value, std::string_view path,
                             std::vector<Error>& errors, std::vector<std::string>& unknown);

/// Hours as readable ranges, "mon-fri 8-18" (8 inclusive, 18 exclusive), and back.
std::vector<std::string> hourTexts(const HourGrid& hours);
Result<HourGrid> parseHours(const std::vector<std::string>& texts, std::string_view where);

/// "iOS 15.2" and back.
std::string osVersionText(const OsVersionRule& rule);
Result<OsVersionRule> parseOsVersion(std::string_view text, std::string_view where);

} // namespace gavel::model
