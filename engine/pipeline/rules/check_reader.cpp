// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/rule_reader.h"

#include <algorithm>

namespace gavel::pipeline {

namespace {

using base::ObjectReader;
using model::AdField;

constexpr std::int64_t kMostLength = 65'536; ///< no line is longer
constexpr std::int64_t kMostSeconds = 400LL * 86'400;
constexpr std::int64_t kMostDays = 36'600;

bool readYes(ObjectReader& reader, std::string_view key)
{
    bool yes = false;
    if (!reader.boolean(key, yes))
        return false;
    if (!yes)
        reader.fail(key, "false says nothing", "write true or leave it out");
    return yes;
}

bool readBound(ObjectReader& reader, std::string_view key, Decimal& out)
{
    const auto* value = reader.find(key);
    std::optional<Decimal> bound;
    if (value != nullptr && value->is_string())
        bound = Decimal::parse(value->get_string());
    else if (value != nullptr && value->is_number())
        bound = Decimal::parse(base::jsonText(*value));
    if (!bound) {
        reader.fail(key, "this is not a number", "write digits such as 1000 or \"0.05\"");
        return false;
    }
    out = *bound;
    return true;
}

bool readTexts(ObjectReader& reader, std::string_view key, std::vector<std::string>& out,
               std::size_t least)
{
    if (!reader.texts(key, out))
        return false;
    const bool good = !out.empty() && std::all_of(out.begin(), out.end(), [&](const auto& text) {
        return text.size() >= least;
    });
    if (!good)
        reader.fail(key,
                    "a list of texts of " + std::to_string(least) + " or more letters is needed",
                    "write [\"...\"] or leave it out");
    return good;
}

bool readSpan(ObjectReader& reader, std::string_view key, std::int64_t& out)
{
    return reader.object(key, [&](ObjectReader& part) {
        part.integer("within", out, std::int64_t{1}, kMostSeconds, base::Need::Required);
        part.refuseUnknown();
    });
}

/// What a check needs beside its name.
bool readArgument(ObjectReader& reader, std::string_view key, Check& check)
{
    const auto limit = [&](std::int64_t least, std::int64_t most) {
        return reader.integer(key, check.limit, least, most);
    };
    switch (check.kind) {
    case CheckKind::Required:
    case CheckKind::Known:
        return readYes(reader, key);
    case CheckKind::OneOf:
        return readTexts(reader, key, check.texts, 1);
    case CheckKind::Kind:
        return reader.choice(key, check.value, kValueKindNames);
    case CheckKind::Min:
    case CheckKind::Max:
        return readBound(reader, key, check.bound);
    case CheckKind::MaxLength:
        return limit(1, kMostLength);
    case CheckKind::Decimals:
        return limit(0, 18);
    case CheckKind::NotAhead:
        return limit(0, kMostSeconds);
    case CheckKind::NotOlder:
        return limit(1, kMostDays);
    case CheckKind::Requires:
    case CheckKind::SameAs:
        return readField(reader, key, check.other);
    case CheckKind::AfterImpression:
        return readSpan(reader, key, check.limit);
    case CheckKind::ClicksPerSession:
        return limit(1, 1'000'000);
    case CheckKind::Robot:
        if (!readTexts(reader, key, check.texts, 2))
            return false;
        check.marks = MarkSet(check.texts);
        return true;
    }
    return false;
}

bool needsTime(CheckKind kind)
{
    return kind == CheckKind::NotAhead || kind == CheckKind::NotOlder;
}

/// Checks that look at more than a text fit some fields only, and bounds must leave something.
void checkTogether(ObjectReader& reader, const Rule& rule)
{
    const Check* least = nullptr;
    for (const Check& check : rule.checks) {
        const auto name = kCheckNames[static_cast<std::size_t>(check.kind)];
        if (needsTime(check.kind) && rule.field != AdField::Timestamp)
            reader.fail(name, "only a time can be ahead or old", "use it on the field timestamp");
        if ((check.kind == CheckKind::Requires || check.kind == CheckKind::SameAs)
            && check.other == rule.field)
            reader.fail(name, "this is the rule's own field", "name another one");
        if (check.kind == CheckKind::Min)
            least = &check;
        if (check.kind == CheckKind::Max && least != nullptr && check.bound < least->bound)
            reader.fail(name, "max is less than min", "write the larger one as max");
    }
}

} // namespace

void readChecks(ObjectReader& reader, Rule& rule)
{
    reader.object("check", [&](ObjectReader& part) {
        for (std::size_t i = 0; i < kCheckKinds; ++i) {
            Check check;
            check.kind = static_cast<CheckKind>(i);
            if (part.has(kCheckNames[i]) && readArgument(part, kCheckNames[i], check))
                rule.checks.push_back(std::move(check));
        }
        checkTogether(part, rule);
        part.refuseUnknown();
    });
}

} // namespace gavel::pipeline
