// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/rule_reader.h"
#include "engine/pipeline/values/event_time.h"

namespace gavel::pipeline {

namespace {

using base::ObjectReader;
using model::AdField;

constexpr std::int64_t kMostAhead = std::int64_t{7} * 86'400; ///< seconds

bool readTrue(ObjectReader& reader, std::string_view key)
{
    bool yes = false;
    if (!reader.boolean(key, yes))
        return false;
    if (!yes)
        reader.fail(key, "false repairs nothing", "write true or leave it out");
    return yes;
}

bool readMap(ObjectReader& reader, std::string_view key, Repair& repair)
{
    return reader.object(key, [&](ObjectReader& part) {
        for (const auto& name : part.unknownKeys()) {
            std::string text;
            if (part.text(name, text))
                repair.map.emplace_back(name, text);
        }
        if (repair.map.empty())
            reader.fail(key, "the map is empty", "write {\"theirs\":\"ours\"}");
    });
}

bool readPrefix(ObjectReader& reader, std::string_view key, Repair& repair)
{
    return reader.object(key, [&](ObjectReader& part) {
        part.integer("letters", repair.count, std::int64_t{1}, std::int64_t{64},
                     base::Need::Required);
        AdField rest{};
        if (part.has("rest") && readField(part, "rest", rest))
            repair.field = rest;
        part.refuseUnknown();
    });
}

bool readOtherField(ObjectReader& reader, std::string_view key, const Rule& rule, Repair& repair)
{
    AdField other{};
    if (!readField(reader, key, other))
        return false;
    if (other == rule.field) {
        reader.fail(key, "this is the rule's own field", "name another one");
        return false;
    }
    repair.field = other;
    return true;
}

bool readZone(ObjectReader& reader, std::string_view key, Repair& repair)
{
    if (!reader.text(key, repair.text))
        return false;
    if (timeOf("2000-01-01T00:00:00" + repair.text))
        return true;
    reader.fail(key, "\"" + repair.text.substr(0, 40) + "\" is not a zone", "write Z or +08:00");
    return false;
}

bool readReceivedTime(ObjectReader& reader, std::string_view key, Repair& repair)
{
    const auto* value = reader.find(key);
    if (value != nullptr && value->is_bool())
        return readTrue(reader, key);
    return reader.object(key, [&](ObjectReader& part) {
        part.integer("within", repair.count, std::int64_t{1}, kMostAhead, base::Need::Required);
        part.refuseUnknown();
    });
}

bool fits(ObjectReader& reader, std::string_view key, bool condition, std::string_view fields)
{
    if (!condition)
        reader.fail(key, "it does not fit this field", "use it on " + std::string(fields));
    return condition;
}

bool readRepairArgument(ObjectReader& reader, std::string_view key, const Rule& rule,
                        Repair& repair)
{
    const bool isTime = rule.field == AdField::Timestamp;
    const bool isOfAgent = rule.field == AdField::DeviceType || rule.field == AdField::Browser
        || rule.field == AdField::Os;
    switch (repair.kind) {
    case RepairKind::Trim:
    case RepairKind::Upper:
    case RepairKind::Lower:
    case RepairKind::DecimalComma:
    case RepairKind::History:
    case RepairKind::CrossSource:
    case RepairKind::Clear:
        return readTrue(reader, key);
    case RepairKind::Map:
        return readMap(reader, key, repair);
    case RepairKind::Round:
        return reader.integer(key, repair.count, std::int64_t{0}, std::int64_t{18});
    case RepairKind::Zone:
        return fits(reader, key, isTime, "timestamp") && readZone(reader, key, repair);
    case RepairKind::Prefix:
        return readPrefix(reader, key, repair);
    case RepairKind::Default:
        return reader.text(key, repair.text);
    case RepairKind::From:
    case RepairKind::Owner:
        return readOtherField(reader, key, rule, repair);
    case RepairKind::ReceivedTime:
        return fits(reader, key, isTime, "timestamp") && readReceivedTime(reader, key, repair);
    case RepairKind::Derive:
        return fits(reader, key, isOfAgent, "deviceType, browser or os") && readTrue(reader, key);
    }
    return false;
}

void readRepair(const boost::json::value& value, const std::string& path, Rule& rule,
                std::vector<Error>& errors)
{
    ObjectReader reader(value, path, errors);
    if (!reader.isObject())
        return;
    std::size_t words = 0;
    for (std::size_t i = 0; i < kRepairKinds; ++i) {
        Repair repair;
        repair.kind = static_cast<RepairKind>(i);
        if (!reader.has(kRepairNames[i]))
            continue;
        ++words;
        if (readRepairArgument(reader, kRepairNames[i], rule, repair))
            rule.repairs.push_back(std::move(repair));
        else
            reader.find(kRepairNames[i]);
    }
    const bool isKnown = words > 0;
    reader.refuseUnknown();
    if (words > 1)
        reader.fail("", "there are two repairs in one",
                    "write each in its own { }, in their order");
    else if (!isKnown && reader.unknownKeys().empty())
        reader.fail("", "the repair is empty", "name one such as {\"trim\":true}");
}

} // namespace

void readRepairs(ObjectReader& reader, Rule& rule)
{
    reader.each("repair", [&](const boost::json::value& value, const std::string& path) {
        readRepair(value, path, rule, reader.errors());
    });
}

} // namespace gavel::pipeline
