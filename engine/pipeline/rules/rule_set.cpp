// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/rule_set.h"

#include "engine/pipeline/rules/rule_reader.h"

#include <algorithm>
#include <unordered_set>

namespace gavel::pipeline {

namespace {

constexpr std::size_t kMostRules = 1000; ///< changes name a rule in 16 bits

constexpr std::int64_t kMostClickHours = std::int64_t{90} * 24;
constexpr std::int64_t kMostViewHours = std::int64_t{30} * 24;

void readAttribution(base::ObjectReader& reader, AttributionWindows& windows)
{
    reader.object("attribution", [&](base::ObjectReader& part) {
        std::int64_t hours = 0;
        if (part.integer("clickHours", hours, std::int64_t{0}, kMostClickHours))
            windows.clickMs = hours * base::kHourMs;
        if (part.integer("viewHours", hours, std::int64_t{0}, kMostViewHours))
            windows.viewMs = hours * base::kHourMs;
        part.refuseUnknown();
    });
}

RuleSet readSet(const boost::json::value& value, std::vector<Error>& errors)
{
    RuleSet set;
    std::unordered_set<std::string> ids;
    base::ObjectReader reader(value, "", errors);
    reader.integer("version", set.version, 1U, 1'000'000'000U, base::Need::Required);
    readAttribution(reader, set.attribution);
    reader.each(
        "rules",
        [&](const boost::json::value& element, const std::string& path) {
            const Rule& rule = set.rules.emplace_back(readRule(element, path, errors));
            if (!rule.id.empty() && !ids.insert(rule.id).second)
                errors.push_back({"INVALID_RULE", path + ".id",
                                  "the id \"" + rule.id + "\" is there twice",
                                  "give each rule its own"});
        },
        base::Need::Required);
    reader.refuseUnknown();
    if (set.rules.size() > kMostRules)
        errors.push_back({"INVALID_RULE", "rules", "there are more than 1000 rules", "join some"});
    std::stable_sort(set.rules.begin(), set.rules.end(),
                     [](const Rule& a, const Rule& b) { return a.stage < b.stage; });
    return set;
}

} // namespace

Result<RuleSet> RuleSet::parse(std::string_view json, std::string_view where)
{
    return base::readDocument(json, where, readSet);
}

const Rule* RuleSet::find(std::string_view id) const
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [id](const Rule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace gavel::pipeline
