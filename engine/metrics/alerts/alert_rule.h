// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <boost/json/value.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gavel::metrics {

enum class AlertLevel : std::uint8_t {
    Page, ///< wake somebody
    Warn, ///< look at it today
    Ticket, ///< plan work for it
};
inline constexpr std::array<std::string_view, 3> kAlertLevelNames{"page", "warn", "ticket"};

enum class Side : std::uint8_t { Above, Below };

/// The newest value lies above, or below, the limit; on the limit is good.
struct Threshold
{
    Side side = Side::Above;
    double limit = 0;
    bool operator==(const Threshold&) const = default;
};

/// The newest value is anything but zero.
struct NotZero
{
    bool operator==(const NotZero&) const = default;
};

/// A part of a whole, summed over a window, lies above the limit.
struct RatioAbove
{
    double limit = 0; ///< at most six decimals
    std::int64_t windowMs = 0; ///< 0 = the newest observation alone
    std::int64_t leastTrials = 1; ///< of the whole; with fewer nothing is said
    /// 0 compares the plain ratio; above 0 Wilson's lower bound at so many standard deviations:
    /// 1.96 for 95 %.
    double wilsonZ = 0;
    bool operator==(const RatioAbove&) const = default;
};

/// The error budget of a service level objective burns at more than `factor` times the speed that
/// would use it up exactly, over a long and a short window at once (Google SRE Workbook, chapter 5,
/// "Multiwindow, Multi-Burn-Rate Alerts").
struct BurnAbove
{
    double objective = 0.999; ///< the part that must be good
    double factor = 1;
    std::int64_t longMs = base::kHourMs;
    std::int64_t shortMs = 5 * base::kMinuteMs;
    std::int64_t leastTrials = 1; ///< in the short window
    bool operator==(const BurnAbove&) const = default;
};

using Condition = std::variant<Threshold, NotZero, RatioAbove, BurnAbove>;

struct AlertRule
{
    std::string id;
    std::string name;
    std::string description; ///< what it means and what to do
    AlertLevel level = AlertLevel::Warn;
    std::string metric; ///< which observations it looks at
    Condition condition;
    std::int64_t forMs = 0; ///< must hold so long before it fires
    std::int64_t keepFiringMs = 0; ///< must be good so long before it is resolved
    /// A newest value that is older counts no more; 0 = it counts until the next one.
    std::int64_t staleMs = 5 * base::kMinuteMs;
    std::string group; ///< shown and sent together
    std::map<std::string, std::string> labels;
    std::vector<std::string> inhibitedBy; ///< rules whose firing explains this one
    bool operator==(const AlertRule&) const = default;
};

/// The rules of a document {"rules": [...]}. The first error names source, line, field and rule.
Result<std::vector<AlertRule>> parseAlertRules(std::string_view text, std::string_view where);
/// The same from a file. Errors: ALERT_RULES_NOT_FOUND and those of parseAlertRules().
Result<std::vector<AlertRule>> loadAlertRules(const std::filesystem::path& path);
/// What parseAlertRules() reads.
std::string alertRulesText(std::span<const AlertRule> rules);

boost::json::value toJson(const AlertRule& rule);
/// One rule, with its own checks; `path` is its place in the document.
AlertRule readAlertRule(const boost::json::value& value, const std::string& path,
                        std::vector<Error>& errors);
/// What is wrong with the rules: of each, and among them (an id that is there twice, an inhibition
/// by a rule that is not there, or in a circle). Paths start with "rules[i]".
std::vector<Error> checkAlertRules(std::span<const AlertRule> rules);

} // namespace gavel::metrics
