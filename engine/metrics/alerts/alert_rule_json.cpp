// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/metrics/alerts/alert_rule.h"

#include <boost/json.hpp>

#include <fstream>
#include <iterator>

namespace gavel::metrics {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr std::size_t kMostBytes = 1 << 20;

enum class Kind : std::uint8_t { Above, Below, NotZero, Ratio, BurnRate };
constexpr std::array<std::string_view, 5> kKindNames{"above", "below", "not_zero", "ratio",
                                                     "burn_rate"};
constexpr auto kMostMs = base::kWeekMs;
constexpr std::int64_t kMostTrials = 1'000'000'000;

/// Lengths of time: limits are checked here so that the error names what was written.
void readSpan(ObjectReader& reader, std::string_view key, std::int64_t& out,
              Need need = Need::Optional)
{
    reader.integer(key, out, std::int64_t{0}, kMostMs, need);
}

Threshold readThreshold(ObjectReader& reader, Side side)
{
    Threshold threshold{side, 0};
    reader.number("limit", threshold.limit, -1e18, 1e18, Need::Required);
    return threshold;
}

RatioAbove readRatio(ObjectReader& reader)
{
    RatioAbove ratio;
    reader.number("limit", ratio.limit, 0, 1'000'000, Need::Required);
    readSpan(reader, "window_ms", ratio.windowMs);
    reader.integer("least_trials", ratio.leastTrials, std::int64_t{1}, kMostTrials);
    reader.number("wilson_z", ratio.wilsonZ, 0, 10);
    return ratio;
}

BurnAbove readBurn(ObjectReader& reader)
{
    BurnAbove burn;
    reader.number("objective", burn.objective, 0, 1, Need::Required);
    reader.number("factor", burn.factor, 0, 1'000'000, Need::Required);
    readSpan(reader, "long_ms", burn.longMs, Need::Required);
    readSpan(reader, "short_ms", burn.shortMs, Need::Required);
    reader.integer("least_trials", burn.leastTrials, std::int64_t{1}, kMostTrials);
    return burn;
}

Condition readCondition(ObjectReader& reader)
{
    Kind kind = Kind::NotZero;
    reader.choice("kind", kind, kKindNames, Need::Required);
    switch (kind) {
    case Kind::Above:
        return readThreshold(reader, Side::Above);
    case Kind::Below:
        return readThreshold(reader, Side::Below);
    case Kind::Ratio:
        return readRatio(reader);
    case Kind::BurnRate:
        return readBurn(reader);
    case Kind::NotZero:
        break;
    }
    return NotZero{};
}

void readLabels(ObjectReader& reader, std::map<std::string, std::string>& labels)
{
    reader.object("labels", [&](ObjectReader& inside) {
        for (const std::string& key : inside.unknownKeys())
            inside.text(key, labels[key], Need::Required);
    });
}

/// How each kind of condition is written.
struct ConditionObject
{
    static json::object kind(Kind kind)
    {
        return json::object{{"kind", base::nameOf(kind, kKindNames)}};
    }
    json::object operator()(const Threshold& threshold) const
    {
        auto object = kind(threshold.side == Side::Above ? Kind::Above : Kind::Below);
        object["limit"] = threshold.limit;
        return object;
    }
    json::object operator()(const NotZero&) const { return kind(Kind::NotZero); }
    json::object operator()(const RatioAbove& ratio) const
    {
        auto object = kind(Kind::Ratio);
        object["limit"] = ratio.limit;
        object["window_ms"] = ratio.windowMs;
        object["least_trials"] = ratio.leastTrials;
        object["wilson_z"] = ratio.wilsonZ;
        return object;
    }
    json::object operator()(const BurnAbove& burn) const
    {
        auto object = kind(Kind::BurnRate);
        object["objective"] = burn.objective;
        object["factor"] = burn.factor;
        object["long_ms"] = burn.longMs;
        object["short_ms"] = burn.shortMs;
        object["least_trials"] = burn.leastTrials;
        return object;
    }
};

std::vector<AlertRule> readRules(const json::value& value, std::vector<Error>& errors)
{
    std::vector<AlertRule> rules;
    ObjectReader reader(value, "", errors);
    reader.each(
        "rules",
        [&](const json::value& element, const std::string& path) {
            rules.push_back(readAlertRule(element, path, errors));
        },
        Need::Required);
    reader.refuseUnknown();
    if (errors.empty())
        errors = checkAlertRules(rules);
    return rules;
}

} // namespace

AlertRule readAlertRule(const json::value& value, const std::string& path,
                        std::vector<Error>& errors)
{
    AlertRule rule;
    ObjectReader reader(value, path, errors);
    reader.text("id", rule.id, Need::Required);
    reader.text("name", rule.name, Need::Required);
    reader.text("description", rule.description);
    reader.choice("level", rule.level, kAlertLevelNames, Need::Required);
    reader.text("metric", rule.metric, Need::Required);
    reader.object(
        "condition",
        [&](ObjectReader& inside) {
            rule.condition = readCondition(inside);
            inside.refuseUnknown();
        },
        Need::Required);
    readSpan(reader, "for_ms", rule.forMs);
    readSpan(reader, "keep_firing_ms", rule.keepFiringMs);
    readSpan(reader, "stale_ms", rule.staleMs);
    reader.text("group", rule.group);
    readLabels(reader, rule.labels);
    reader.texts("inhibited_by", rule.inhibitedBy);
    reader.refuseUnknown();
    return rule;
}

json::value toJson(const AlertRule& rule)
{
    json::object labels;
    for (const auto& [key, value] : rule.labels)
        labels[key] = value;
    return json::object{{"id", rule.id},
                        {"name", rule.name},
                        {"description", rule.description},
                        {"level", base::nameOf(rule.level, kAlertLevelNames)},
                        {"metric", rule.metric},
                        {"condition", std::visit(ConditionObject{}, rule.condition)},
                        {"for_ms", rule.forMs},
                        {"keep_firing_ms", rule.keepFiringMs},
                        {"stale_ms", rule.staleMs},
                        {"group", rule.group},
                        {"labels", std::move(labels)},
                        {"inhibited_by", base::textArray(rule.inhibitedBy)}};
}

Result<std::vector<AlertRule>> parseAlertRules(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where, readRules);
}

Result<std::vector<AlertRule>> loadAlertRules(const std::filesystem::path& path)
{
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (file.peek(); failed || !file.is_open() || file.bad())
        return Error{"ALERT_RULES_NOT_FOUND", path.string(), "cannot be read",
                     "give the path of a file of alert rules"};
    if (size > kMostBytes)
        return Error{"INVALID_ALERT_RULES", path.string(), "is larger than 1 MiB",
                     "keep fewer rules"};
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return parseAlertRules(text, path.filename().string());
}

std::string alertRulesText(std::span<const AlertRule> rules)
{
    json::array array;
    for (const AlertRule& rule : rules)
        array.push_back(toJson(rule));
    return base::jsonPretty(json::object{{"rules", std::move(array)}});
}

} // namespace gavel::metrics
