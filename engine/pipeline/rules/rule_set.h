// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/pipeline/rules/rule.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

/// The id under which a line is dead that no reader could read: before every rule of a set.
inline constexpr std::string_view kUnreadable = "unreadable";

/// How long before a click or conversion its cause may be, where nothing but the user joins them.
/// 0 = such a cause is not looked for.
struct AttributionWindows
{
    std::int64_t clickMs = 7 * base::kDayMs; ///< a conversion's last click
    std::int64_t viewMs = base::kDayMs; ///< what a user was shown last
    bool operator==(const AttributionWindows&) const = default;
};

/// Every rule that events are judged by, in the order in which they run. A value.
struct RuleSet
{
    std::uint32_t version = 1;
    std::vector<Rule> rules; ///< by stage, within a stage as they were written
    AttributionWindows attribution;

    /// Reads {"version":1,"attribution":{"clickHours":168,"viewHours":24},"rules":[...]}; without
    /// "attribution" the windows are those of a new set. Errors name `where`, the line and the
    /// field: rules line 12, field "rules[3].check.max".
    static Result<RuleSet> parse(std::string_view json, std::string_view where = "rules");

    /// nullptr when no rule has this id.
    const Rule* find(std::string_view id) const;
};

} // namespace gavel::pipeline
