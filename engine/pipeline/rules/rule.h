// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/ad_event.h"
#include "engine/pipeline/values/decimal.h"
#include "engine/pipeline/values/mark_set.h"
#include "engine/pipeline/values/value_kind.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// In the order in which they are run.
enum class RuleStage : std::uint8_t { Format, Completeness, Consistency, Business };
inline constexpr std::size_t kRuleStages = 4;
inline constexpr std::array<std::string_view, kRuleStages> kRuleStageNames{
    "format", "completeness", "consistency", "business"};

/// What becomes of an event that fails a rule for good.
enum class Otherwise : std::uint8_t {
    Dead,
    Quarantine,
    Attribute, ///< dead, unless it is a click or conversion whose cause is found: that tells more
};
inline constexpr std::array<std::string_view, 3> kOtherwiseNames{"dead", "quarantine", "attribute"};

/// What must hold of the rule's field. A field that is missing or empty passes all but Required.
enum class CheckKind : std::uint8_t {
    Required,
    OneOf, ///< texts
    Kind, ///< value
    Min, ///< bound
    Max, ///< bound
    MaxLength, ///< limit, in bytes
    Decimals, ///< limit, behind the point
    Known, ///< the thing exists
    NotAhead, ///< of the receiving time by more than limit seconds
    NotOlder, ///< than limit days when it was received
    Requires, ///< other is there
    AfterImpression, ///< of the same request or session, at most limit seconds before
    ClicksPerSession, ///< this is at most number limit
    Robot, ///< none of marks is in it
    SameAs, ///< other, as far as it is known, belongs to this
};
inline constexpr std::size_t kCheckKinds = 15;
inline constexpr std::array<std::string_view, kCheckKinds> kCheckNames{
    "required",         "oneOf", "kind",     "min",      "max",      "maxLength",
    "decimals",         "known", "notAhead", "notOlder", "requires", "afterImpression",
    "clicksPerSession", "robot", "sameAs"};

struct Check
{
    CheckKind kind{};
    ValueKind value{};
    model::AdField other{};
    std::int64_t limit = 0;
    Decimal bound;
    std::vector<std::string> texts;
    MarkSet marks;
};

/// How a field is repaired. Those from Prefix on put another value in its place.
enum class RepairKind : std::uint8_t {
    Trim, ///< blanks at both ends
    Upper, ///< letters A to Z
    Lower,
    Map, ///< one text for another
    DecimalComma, ///< "12,50" is 12.50
    Round, ///< a number of more than count decimals, a half away from zero
    Zone, ///< text is the zone of a time that has none
    Prefix, ///< the first count letters, when a mark follows; the rest goes to field if that is
            ///< free
    Default, ///< text
    From, ///< the value of field
    History, ///< the last value of the same user, else of the same session
    CrossSource, ///< what another source told of the same request
    ReceivedTime, ///< when the time is missing, or at most count seconds ahead
    Derive, ///< device type, browser or os from the user agent
    Owner, ///< what field, as far as it is known, belongs to
    Clear, ///< the value is taken away
};
inline constexpr std::size_t kRepairKinds = 16;
inline constexpr std::array<std::string_view, kRepairKinds> kRepairNames{
    "trim",    "upper", "lower",   "map",         "decimalComma", "round",  "zone",  "prefix",
    "default", "from",  "history", "crossSource", "receivedTime", "derive", "owner", "clear"};

struct Repair
{
    RepairKind kind{};
    std::optional<model::AdField> field;
    std::int64_t count = 0;
    std::string text;
    std::vector<std::pair<std::string, std::string>> map;
};

/// Why an event failed, for people.
struct Reason
{
    std::string en;
    std::string zhCn; ///< "" = as in English
    std::string ko;

    /// "en", "zh_CN" or "ko"
    std::string_view in(std::string_view language) const
    {
        const std::string& text = language == "zh_CN" ? zhCn : (language == "ko" ? ko : en);
        return text.empty() ? en : text;
    }
};

/// A rule runs only on events whose field has one of these values.
struct When
{
    model::AdField field{};
    std::vector<std::string> is;
};

/// One rule as data. All checks must hold; when one does not, the repairs are done in their order
/// until all hold. A rule without a check fills a field that is missing or empty and never fails.
struct Rule
{
    std::string id;
    RuleStage stage{};
    model::AdField field{};
    std::optional<When> when;
    std::vector<Check> checks;
    std::vector<Repair> repairs;
    Otherwise otherwise = Otherwise::Dead;
    Reason reason;
};

} // namespace gavel::pipeline
