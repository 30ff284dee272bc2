// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/targeting_parts.h"

#include "ui/bridge/targeting_text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/inspector/place_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::campaigns {

using model::Dimension;
using model::Match;
using model::Targeting;
using Kind = TargetingPart::Kind;

namespace {

struct TargetingPartsWords
{
    Q_DECLARE_TR_FUNCTIONS(TargetingParts)
};

template<typename T, typename Text>
QStringList texts(const std::vector<T>& values, Text text)
{
    QStringList all;
    for (const T& value : values)
        all << text(value);
    return all;
}

template<typename T>
bool addOnce(std::vector<T>& values, const std::optional<T>& value)
{
    if (!value || std::find(values.begin(), values.end(), *value) != values.end())
        return false;
    values.push_back(*value);
    return true;
}

template<typename T>
void eraseAt(std::vector<T>& values, std::size_t at)
{
    if (at < values.size())
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(at));
}

bool addPlace(Targeting& targeting, const PlaceRead& place)
{
    return addOnce(targeting.circles, place.circle) || addOnce(targeting.polygons, place.polygon);
}

bool hasRule(const Targeting& targeting, Dimension dimension, Match match)
{
    return targeting.find(dimension, match) != nullptr;
}

} // namespace

QString TargetingPart::title() const
{
    if (kind == Kind::Rule)
        return TargetingPartsWords::tr("%1 %2", "dimension, any of")
            .arg(words::dimension(dimension), words::match(match));
    return words::dimension(dimension);
}

std::vector<TargetingPart> targetingParts(const Targeting& targeting)
{
    std::vector<TargetingPart> parts;
    for (std::size_t i = 0; i < targeting.rules.size(); ++i)
        parts.push_back({Kind::Rule, i, targeting.rules[i].dimension, targeting.rules[i].match});
    if (!targeting.circles.empty() || !targeting.polygons.empty())
        parts.push_back({Kind::Places, 0, Dimension::Circle, {}});
    if (targeting.age)
        parts.push_back({Kind::Age, 0, Dimension::Age, {}});
    if (!targeting.osVersions.empty())
        parts.push_back({Kind::Systems, 0, Dimension::OsVersion, {}});
    if (targeting.hours)
        parts.push_back({Kind::Hours, 0, Dimension::HourOfWeek, {}});
    if (!targeting.dates.empty())
        parts.push_back({Kind::Dates, 0, Dimension::DateRange, {}});
    return parts;
}

QStringList partValues(const Targeting& targeting, const TargetingPart& part)
{
    switch (part.kind) {
    case Kind::Rule:
        return texts(targeting.rules[part.rule].values,
                     [](const std::string& value) { return QString::fromStdString(value); });
    case Kind::Places: {
        QStringList all = texts(targeting.circles,
                                [](const model::GeoCircle& circle) { return placeText(circle); });
        for (const model::GeoPolygon& polygon : targeting.polygons)
            all << TargetingPartsWords::tr("area of %n corner(s)", nullptr,
                                           static_cast<int>(polygon.corners.size()));
        return all;
    }
    case Kind::Age:
        return {TargetingPartsWords::tr("%1 to %2", "ages")
                    .arg(targeting.age->least)
                    .arg(targeting.age->most)};
    case Kind::Systems:
        return texts(targeting.osVersions, bridge::systemText);
    case Kind::Hours:
        return bridge::hourTexts(*targeting.hours);
    case Kind::Dates:
        return texts(targeting.dates, bridge::datesText);
    }
    return {};
}

QString partText(const Targeting& targeting, const TargetingPart& part)
{
    return partValues(targeting, part).join(QStringLiteral(", "));
}

void removePart(Targeting& targeting, const TargetingPart& part)
{
    switch (part.kind) {
    case Kind::Rule:
        eraseAt(targeting.rules, part.rule);
        break;
    case Kind::Places:
        targeting.circles.clear();
        targeting.polygons.clear();
        break;
    case Kind::Age:
        targeting.age.reset();
        break;
    case Kind::Systems:
        targeting.osVersions.clear();
        break;
    case Kind::Hours:
        targeting.hours.reset();
        break;
    case Kind::Dates:
        targeting.dates.clear();
        break;
    }
}

void removeValue(Targeting& targeting, const TargetingPart& part, std::size_t value)
{
    switch (part.kind) {
    case Kind::Rule:
        eraseAt(targeting.rules[part.rule].values, value);
        if (targeting.rules[part.rule].values.empty())
            eraseAt(targeting.rules, part.rule);
        break;
    case Kind::Places:
        if (value < targeting.circles.size())
            eraseAt(targeting.circles, value);
        else
            eraseAt(targeting.polygons, value - targeting.circles.size());
        break;
    case Kind::Systems:
        eraseAt(targeting.osVersions, value);
        break;
    case Kind::Dates:
        eraseAt(targeting.dates, value);
        break;
    case Kind::Age:
    case Kind::Hours:
        removePart(targeting, part);
        break;
    }
}

QString typedText(const Targeting& targeting, const TargetingPart& part, std::size_t value)
{
    if (part.kind == Kind::Places && value >= targeting.circles.size())
        return placeText(targeting.polygons[value - targeting.circles.size()]);
    return partValues(targeting, part).value(static_cast<qsizetype>(value));
}

QString typedProblem(const TargetingPart& part, const QString& text)
{
    if (text.trimmed().isEmpty())
        return {};
    if (part.kind == Kind::Places)
        return readPlace(text).problem;
    if (part.kind == Kind::Systems && !bridge::readSystem(text))
        return TargetingPartsWords::tr("Write a system and its least version, such as iOS 15.2.");
    if (part.kind == Kind::Dates && !bridge::readDates(text))
        return TargetingPartsWords::tr(
            "Write the first and the last day, such as 2026-03-20 2026-03-25.");
    return {};
}

bool addValue(Targeting& targeting, const TargetingPart& part, const QString& text)
{
    const std::string typed = text.trimmed().toStdString();
    switch (part.kind) {
    case Kind::Rule:
        if (part.rule >= targeting.rules.size())
            targeting.rules.push_back({part.dimension, part.match, {}});
        return !typed.empty()
            && addOnce(targeting.rules[std::min(part.rule, targeting.rules.size() - 1)].values,
                       std::optional(typed));
    case Kind::Places:
        return addPlace(targeting, readPlace(text));
    case Kind::Systems:
        return addOnce(targeting.osVersions, bridge::readSystem(text));
    case Kind::Dates:
        return addOnce(targeting.dates, bridge::readDates(text));
    case Kind::Age:
    case Kind::Hours:
        break;
    }
    return false;
}

std::vector<TargetingPart> addableParts(const Targeting& targeting)
{
    std::vector<TargetingPart> parts;
    for (std::size_t i = 0; i < model::kValueDimensions; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        if (dimension == Dimension::Age)
            continue;
        const Match match
            = hasRule(targeting, dimension, Match::AnyOf) ? Match::NoneOf : Match::AnyOf;
        if (!hasRule(targeting, dimension, match))
            parts.push_back({Kind::Rule, targeting.rules.size(), dimension, match});
    }
    if (targeting.circles.empty() && targeting.polygons.empty())
        parts.push_back({Kind::Places, 0, Dimension::Circle, {}});
    if (!targeting.age)
        parts.push_back({Kind::Age, 0, Dimension::Age, {}});
    if (targeting.osVersions.empty())
        parts.push_back({Kind::Systems, 0, Dimension::OsVersion, {}});
    if (!targeting.hours)
        parts.push_back({Kind::Hours, 0, Dimension::HourOfWeek, {}});
    if (targeting.dates.empty())
        parts.push_back({Kind::Dates, 0, Dimension::DateRange, {}});
    return parts;
}

void addPart(Targeting& targeting, const TargetingPart& part)
{
    if (part.kind == Kind::Age)
        targeting.age = model::AgeRange{kLeastAge, kMostAge};
    else if (part.kind == Kind::Hours)
        targeting.hours = model::HourGrid().set();
}

} // namespace gavel::campaigns
