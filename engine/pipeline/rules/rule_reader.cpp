// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/rule_reader.h"

#include "engine/model/checks.h"
#include "engine/pipeline/rules/rule_set.h"

namespace gavel::pipeline {

namespace {

void readWhen(base::ObjectReader& reader, Rule& rule)
{
    reader.object("when", [&](base::ObjectReader& part) {
        When when;
        readField(part, "field", when.field);
        part.texts("is", when.is, base::Need::Required);
        part.refuseUnknown();
        rule.when = std::move(when);
    });
}

void readReason(base::ObjectReader& reader, Rule& rule)
{
    reader.object(
        "reason",
        [&](base::ObjectReader& part) {
            part.text("en", rule.reason.en, base::Need::Required);
            part.text("zh_CN", rule.reason.zhCn);
            part.text("ko", rule.reason.ko);
            part.refuseUnknown();
        },
        rule.checks.empty() ? base::Need::Optional : base::Need::Required);
}

} // namespace

bool readField(base::ObjectReader& reader, std::string_view key, model::AdField& out)
{
    std::string name;
    if (!reader.text(key, name, base::Need::Required))
        return false;
    const auto field = model::adFieldOf(name);
    if (!field) {
        reader.fail(key, "\"" + name.substr(0, 40) + "\" is not a field of an event",
                    "write a name of the contract such as eventType");
        return false;
    }
    out = *field;
    return true;
}

Rule readRule(const boost::json::value& value, const std::string& path, std::vector<Error>& errors)
{
    Rule rule;
    base::ObjectReader reader(value, path, errors);
    if (!reader.isObject())
        return rule;
    if (reader.text("id", rule.id, base::Need::Required)
        && (!model::isId(rule.id) || rule.id == kUnreadable))
        reader.fail("id", "\"" + rule.id.substr(0, 40) + "\" cannot name a rule",
                    "write 1 to 64 letters, digits, - or _, and not \"unreadable\"");
    reader.choice("stage", rule.stage, kRuleStageNames, base::Need::Required);
    readField(reader, "field", rule.field);
    readWhen(reader, rule);
    readChecks(reader, rule);
    readRepairs(reader, rule);
    reader.choice("otherwise", rule.otherwise, kOtherwiseNames);
    readReason(reader, rule);
    if (rule.checks.empty() && rule.repairs.empty())
        reader.fail("check", "the rule does nothing", "add a check or a repair");
    reader.refuseUnknown();
    return rule;
}

} // namespace gavel::pipeline
