// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/alert_rule.h"

#include "engine/model/checks.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gavel::metrics {

namespace {

using model::Checks;

constexpr std::size_t kMostRules = 200;
constexpr std::size_t kMostLabels = 16;
constexpr std::size_t kMostRoots = 16;
constexpr std::size_t kMostText = 500; ///< characters of a description
constexpr std::size_t kMostWord = 64; ///< characters of a name, a group, a label
constexpr double kMostZ = 10;

void checkSpan(Checks& checks, std::int64_t value, std::int64_t least, const std::string& path)
{
    checks.need(value >= least && value <= base::kWeekMs, path,
                "lies outside " + std::to_string(least) + " ms to 7 days",
                "write milliseconds within that");
}

void checkTrials(Checks& checks, std::int64_t trials, const std::string& path)
{
    checks.need(trials >= 1 && trials <= 1'000'000'000, path, "lies outside 1 to 1000000000",
                "write how many are needed before anything is said");
}

/// Each kind of condition has its own rules.
struct ConditionChecks
{
    Checks& checks;
    std::string path;

    void operator()(const Threshold& threshold) const
    {
        checks.need(std::isfinite(threshold.limit), path + ".limit", "is not a number",
                    "write a number");
    }
    void operator()(const NotZero&) const { }
    void operator()(const RatioAbove& ratio) const
    {
        checks.range(ratio.limit, 0, 1'000'000, path + ".limit");
        checks.need(std::abs(ratio.limit * 1e6 - std::round(ratio.limit * 1e6)) < 1e-3,
                    path + ".limit", "has more than six decimals", "round it");
        checkSpan(checks, ratio.windowMs, 0, path + ".window_ms");
        checkTrials(checks, ratio.leastTrials, path + ".least_trials");
        checks.range(ratio.wilsonZ, 0, kMostZ, path + ".wilson_z");
        checks.need(ratio.wilsonZ == 0 || ratio.limit < 1, path + ".limit",
                    "can never be passed by a part of a whole", "write less than 1");
    }
    void operator()(const BurnAbove& burn) const
    {
        checks.need(burn.objective > 0 && burn.objective < 1, path + ".objective",
                    "lies outside 0 to 1", "write the part that must be good, such as 0.999");
        checks.need(burn.factor > 0 && burn.factor * (1 - burn.objective) < 1, path + ".factor",
                    "can never be passed: more than everything would have to fail",
                    "write above 0 and below 1 / (1 - objective)");
        checkSpan(checks, burn.longMs, base::kMinuteMs, path + ".long_ms");
        checkSpan(checks, burn.shortMs, base::kMinuteMs, path + ".short_ms");
        checks.need(burn.shortMs < burn.longMs, path + ".short_ms",
                    "is not shorter than the long window", "write less than long_ms");
        checkTrials(checks, burn.leastTrials, path + ".least_trials");
    }
};

void checkRule(Checks& checks, const AlertRule& rule, const std::string& path)
{
    checks.id(rule.id, path + ".id");
    checks.text(rule.name, 1, kMostWord, path + ".name");
    checks.text(rule.description, 0, kMostText, path + ".description");
    checks.id(rule.metric, path + ".metric");
    checks.text(rule.group, 0, kMostWord, path + ".group");
    std::visit(ConditionChecks{checks, path + ".condition"}, rule.condition);
    checkSpan(checks, rule.forMs, 0, path + ".for_ms");
    checkSpan(checks, rule.keepFiringMs, 0, path + ".keep_firing_ms");
    checkSpan(checks, rule.staleMs, 0, path + ".stale_ms");
    checks.need(rule.labels.size() <= kMostLabels, path + ".labels", "has more than 16 labels",
                "keep those that are used");
    for (const auto& [key, value] : rule.labels) {
        std::string label = path + ".labels.";
        label += key;
        checks.id(key, path + ".labels");
        checks.text(value, 1, kMostWord, std::move(label));
    }
    checks.need(rule.inhibitedBy.size() <= kMostRoots, path + ".inhibited_by",
                "names more than 16 rules", "keep the root causes");
}

/// Whether the inhibition leads from the rule back to it.
bool inhibitsItself(std::span<const AlertRule> rules, const AlertRule& rule)
{
    std::set<std::string> reached;
    std::vector<std::string> open = rule.inhibitedBy;
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (id == rule.id)
            return true;
        if (!reached.insert(id).second)
            continue;
        const auto root = std::find_if(rules.begin(), rules.end(),
                                       [&](const AlertRule& other) { return other.id == id; });
        if (root != rules.end())
            open.insert(open.end(), root->inhibitedBy.begin(), root->inhibitedBy.end());
    }
    return false;
}

} // namespace

std::vector<Error> checkAlertRules(std::span<const AlertRule> rules)
{
    std::vector<Error> errors;
    Checks checks(errors);
    checks.need(rules.size() <= kMostRules, "rules", "has more than 200 rules", "keep fewer");
    std::set<std::string> ids;
    for (const AlertRule& rule : rules)
        ids.insert(rule.id);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const AlertRule& rule = rules[i];
        const std::string path = model::at("rules", i);
        checkRule(checks, rule, path);
        checks.need(seen.insert(rule.id).second, path + ".id",
                    "the rule \"" + rule.id + "\" is there twice", "give each rule its own id");
        for (const std::string& root : rule.inhibitedBy)
            checks.need(ids.contains(root), path + ".inhibited_by",
                        "there is no rule \"" + root + "\"", "name a rule of this list");
        checks.need(!inhibitsItself(rules, rule), path + ".inhibited_by",
                    "the rule would mute itself, maybe by way of others",
                    "let inhibition lead from a cause to its effects only");
    }
    return errors;
}

} // namespace gavel::metrics
