// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/targeting.h"

#include "engine/model/checks.h"

#include <algorithm>

namespace gavel::model {

namespace {

constexpr int kLeastAge = 13;
constexpr int kMostAge = 100;
constexpr double kMostRadius = 100'000;
constexpr std::size_t kMostCorners = 1000;

void checkRule(const Targeting& targeting, const ValueRule& rule, const std::string& base,
               Checks& checks)
{
    const std::string dimension(name(rule.dimension));
    const auto path
        = base + dimension + "." + std::string(kMatchNames[static_cast<std::size_t>(rule.match)]);
    if (index(rule.dimension) >= kValueDimensions || rule.dimension == Dimension::Age) {
        checks.need(false, path, dimension + " is not a list of values", "use its own field");
        return;
    }
    checks.need(rule.match != Match::AllOf || isList(rule.dimension), path,
                "an opportunity has only one " + dimension, "use any instead of all");
    checks.need(!rule.values.empty(), path, "the list is empty", "name a value or remove the rule");
    for (std::size_t i = 0; i < rule.values.size(); ++i) {
        checks.need(!isBlank(rule.values[i]), at(path, i), "this value is empty",
                    "write a value or remove it");
        checks.need(std::find(rule.values.begin(),
                              rule.values.begin() + static_cast<std::ptrdiff_t>(i), rule.values[i])
                        == rule.values.begin() + static_cast<std::ptrdiff_t>(i),
                    at(path, i), "\"" + rule.values[i] + "\" is there twice", "keep one of them");
    }
    checks.need(targeting.find(rule.dimension, rule.match) == &rule, path,
                "this rule is there twice", "put all values into one list");
}

void checkPoint(const GeoPoint& point, const std::string& path, Checks& checks)
{
    checks.range(point.latitude, -90, 90, path + ".latitude");
    checks.range(point.longitude, -180, 180, path + ".longitude");
}

void checkPlaces(const Targeting& targeting, const std::string& base, Checks& checks)
{
    for (std::size_t i = 0; i < targeting.circles.size(); ++i) {
        const auto path = at(base + "circles", i);
        checkPoint(targeting.circles[i].centre, path, checks);
        checks.range(targeting.circles[i].radiusMetres, 1, kMostRadius, path + ".radius_m");
    }
    for (std::size_t i = 0; i < targeting.polygons.size(); ++i) {
        const auto path = at(base + "polygons", i);
        const auto& corners = targeting.polygons[i].corners;
        checks.need(corners.size() >= 3 && corners.size() <= kMostCorners, path,
                    "a polygon of " + std::to_string(corners.size()) + " corners",
                    "give it 3 to 1000");
        for (std::size_t j = 0; j < corners.size(); ++j)
            checkPoint(corners[j], at(path, j), checks);
    }
}

void checkTimes(const Targeting& targeting, const std::string& base, Checks& checks)
{
    checks.need(!targeting.hours || targeting.hours->any(), base + "hours",
                "no hour of the week is chosen", "choose one or remove the rule");
    for (std::size_t i = 0; i < targeting.dates.size(); ++i)
        checks.need(targeting.dates[i].first <= targeting.dates[i].last, at(base + "dates", i),
                    "the first day is after the last", "swap them");
}

} // namespace

const ValueRule* Targeting::find(Dimension dimension, Match match) const
{
    const auto it = std::find_if(rules.begin(), rules.end(), [&](const ValueRule& rule) {
        return rule.dimension == dimension && rule.match == match;
    });
    return it == rules.end() ? nullptr : &*it;
}

void validate(const Targeting& targeting, std::string_view path, std::vector<Error>& errors)
{
    Checks checks(errors);
    const auto base = path.empty() ? std::string() : std::string(path) + ".";
    for (const auto& rule : targeting.rules)
        checkRule(targeting, rule, base, checks);
    if (targeting.age) {
        checks.range(targeting.age->least, kLeastAge, kMostAge, base + "age.min");
        checks.range(targeting.age->most, kLeastAge, kMostAge, base + "age.max");
        checks.need(targeting.age->least <= targeting.age->most, base + "age",
                    "the lowest age is above the highest", "swap them");
    }
    checkPlaces(targeting, base, checks);
    checkTimes(targeting, base, checks);
    for (std::size_t i = 0; i < targeting.osVersions.size(); ++i)
        checks.need(!isBlank(targeting.osVersions[i].os), at(base + "os_versions", i),
                    "the operating system is not named", "write it as \"iOS 15.2\"");
}

} // namespace gavel::model
