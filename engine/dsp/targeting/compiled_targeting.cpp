// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/compiled_targeting.h"

#include "engine/dsp/targeting/device_make.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace gavel::dsp {

using model::Dimension;
using model::Match;

namespace {

/// Turns texts into handles, adding new ones or not.
class Handles
{
public:
    explicit Handles(model::Vocabulary& vocabulary)
        : m_vocabulary(vocabulary)
        , m_growing(&vocabulary)
    {
    }
    explicit Handles(const model::Vocabulary& vocabulary)
        : m_vocabulary(vocabulary)
    {
    }

    Handle of(Dimension dimension, std::string_view text) const
    {
        if (dimension == Dimension::Age)
            return ageOf(text);
        if (m_growing != nullptr && !text.empty())
            return m_growing->of(dimension).intern(text);
        const Handle handle = m_vocabulary.of(dimension).find(text);
        return handle == base::kNone ? kNeverSeen : handle;
    }

private:
    static Handle ageOf(std::string_view text)
    {
        Handle years = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), years);
        return problem == std::errc() && end == text.data() + text.size() ? years + 1 : kNeverSeen;
    }

    const model::Vocabulary& m_vocabulary;
    model::Vocabulary* m_growing = nullptr;
};

void sortDistinct(std::vector<Handle>& handles)
{
    std::sort(handles.begin(), handles.end());
    handles.erase(std::unique(handles.begin(), handles.end()), handles.end());
}

/// The makers' other spellings are wanted too, since logs and exchanges write them.
void addSpellings(CompiledRule& rule, const std::vector<std::string>& texts, const Handles& handles)
{
    rule.written = rule.values;
    for (const std::string& text : texts)
        for (const std::string& spelling : deviceMakeSpellings(text))
            rule.values.push_back(handles.of(rule.dimension, spelling));
}

CompiledRule compileRule(const model::ValueRule& rule, const Handles& handles)
{
    CompiledRule compiled{rule.dimension, rule.match, {}, {}};
    for (const std::string& text : rule.values)
        compiled.values.push_back(handles.of(rule.dimension, text));
    sortDistinct(compiled.values);
    const bool impossible = rule.match == Match::AllOf && model::isSingle(rule.dimension)
        && compiled.values.size() > 1;
    if (rule.match == Match::AllOf && model::isSingle(rule.dimension))
        compiled.match = Match::AnyOf; // of one value the same
    if (impossible) {
        compiled.written = std::move(compiled.values);
        compiled.values.clear();
        return compiled;
    }
    if (rule.dimension == Dimension::DeviceMake) {
        addSpellings(compiled, rule.values, handles);
        sortDistinct(compiled.values);
    }
    return compiled;
}

std::vector<CreativeFit> fitsOf(std::span<const model::Creative> creatives, const Handles& handles)
{
    std::vector<CreativeFit> fits;
    for (const model::Creative& creative : creatives) {
        const auto format = model::kFormatNames[static_cast<std::size_t>(creative.format)];
        CreativeFit fit{handles.of(Dimension::Format, format), base::kNone};
        if (creative.format == model::CreativeFormat::Banner)
            fit.size = handles.of(Dimension::Size,
                                  std::to_string(creative.width) + 'x'
                                      + std::to_string(creative.height));
        fits.push_back(fit);
    }
    std::sort(fits.begin(), fits.end(), [](const CreativeFit& a, const CreativeFit& b) {
        return std::tie(a.format, a.size) < std::tie(b.format, b.size);
    });
    fits.erase(std::unique(fits.begin(), fits.end()), fits.end());
    return fits;
}

CompiledTargeting compileWith(const model::Targeting& targeting, std::string_view timeZone,
                              std::optional<std::span<const model::Creative>> creatives,
                              const Handles& handles)
{
    CompiledTargeting compiled;
    for (const model::ValueRule& rule : targeting.rules)
        if (!rule.values.empty() && model::index(rule.dimension) < model::kValueDimensions)
            compiled.rules.push_back(compileRule(rule, handles));
    std::stable_sort(
        compiled.rules.begin(), compiled.rules.end(),
        [](const CompiledRule& a, const CompiledRule& b) { return a.dimension < b.dimension; });
    compiled.age = targeting.age;
    for (const model::GeoCircle& circle : targeting.circles)
        compiled.circles.emplace_back(circle);
    for (const model::GeoPolygon& polygon : targeting.polygons)
        compiled.polygons.emplace_back(polygon);
    for (const model::OsVersionRule& rule : targeting.osVersions)
        compiled.osVersions.push_back({handles.of(Dimension::Os, rule.os), rule.least});
    compiled.hours = targeting.hours;
    compiled.dates = targeting.dates;
    if (const auto zone = TimeZone::named(timeZone))
        compiled.zone = *zone;
    if (creatives)
        compiled.fits = fitsOf(*creatives, handles);
    return compiled;
}

bool contains(const std::vector<Handle>& sorted, Handle value)
{
    return value != base::kNone && std::binary_search(sorted.begin(), sorted.end(), value);
}

/// What an opportunity says in a dimension: none, one or several handles.
std::span<const Handle> valuesOf(const model::Opportunity& opportunity, Dimension dimension)
{
    if (model::isList(dimension)) {
        const auto& list = opportunity.list(dimension);
        return {list.begin(), list.size()};
    }
    return {&opportunity.values[model::index(dimension)], 1};
}

} // namespace

CompiledTargeting compile(const model::Targeting& targeting, std::string_view timeZone,
                          std::optional<std::span<const model::Creative>> creatives,
                          model::Vocabulary& vocabulary)
{
    return compileWith(targeting, timeZone, creatives, Handles(vocabulary));
}

CompiledTargeting compileKnown(const model::Targeting& targeting, std::string_view timeZone,
                               std::optional<std::span<const model::Creative>> creatives,
                               const model::Vocabulary& vocabulary)
{
    return compileWith(targeting, timeZone, creatives, Handles(vocabulary));
}

CompiledTargeting compile(const model::Campaign& campaign, model::Vocabulary& vocabulary)
{
    if (campaign.ads.empty())
        return compile(campaign.targeting, campaign.timeZone, std::nullopt, vocabulary);
    std::vector<model::Creative> creatives;
    for (const model::Ad& ad : campaign.ads)
        creatives.insert(creatives.end(), ad.creatives.begin(), ad.creatives.end());
    return compile(campaign.targeting, campaign.timeZone,
                   std::span<const model::Creative>(creatives), vocabulary);
}

bool holds(const CompiledRule& rule, const model::Opportunity& opportunity)
{
    const auto got = valuesOf(opportunity, rule.dimension);
    const auto wanted = [&rule](Handle value) { return contains(rule.values, value); };
    switch (rule.match) {
    case Match::AnyOf:
        return std::any_of(got.begin(), got.end(), wanted);
    case Match::NoneOf:
        return std::none_of(got.begin(), got.end(), wanted);
    case Match::AllOf:
        return std::all_of(rule.values.begin(), rule.values.end(), [got](Handle value) {
            return std::find(got.begin(), got.end(), value) != got.end();
        });
    }
    return false;
}

bool ageHolds(const CompiledTargeting& targeting, const model::Opportunity& opportunity)
{
    if (!targeting.age)
        return true;
    const auto years = static_cast<std::int64_t>(opportunity.value(Dimension::Age)) - 1;
    return years >= 0 && years >= targeting.age->least
        && years <= std::min(targeting.age->most, kOldestAge);
}

bool placeHolds(const CompiledTargeting& targeting, const model::Opportunity& opportunity)
{
    if (targeting.circles.empty() && targeting.polygons.empty())
        return true;
    if (!opportunity.located)
        return false;
    const model::GeoPoint point{opportunity.latitude, opportunity.longitude};
    const auto around = [point](const auto& area) { return area.contains(point); };
    return std::any_of(targeting.circles.begin(), targeting.circles.end(), around)
        || std::any_of(targeting.polygons.begin(), targeting.polygons.end(), around);
}

bool osVersionHolds(const CompiledTargeting& targeting, const model::Opportunity& opportunity)
{
    const Handle os = opportunity.value(Dimension::Os);
    return std::none_of(targeting.osVersions.begin(), targeting.osVersions.end(),
                        [&opportunity, os](const CompiledOsVersion& rule) {
                            return rule.os == os && opportunity.osVersion < rule.least;
                        });
}

bool hourHolds(const CompiledTargeting& targeting, const LocalTime& local)
{
    return !targeting.hours || targeting.hours->test(local.hourOfWeek);
}

bool dateHolds(const CompiledTargeting& targeting, const LocalTime& local)
{
    return targeting.dates.empty()
        || std::any_of(targeting.dates.begin(), targeting.dates.end(),
                       [&local](const model::DateRange& range) {
                           return local.day >= range.first && local.day <= range.last;
                       });
}

bool matches(const CompiledTargeting& targeting, const model::Opportunity& opportunity)
{
    const auto ruleHolds
        = [&opportunity](const CompiledRule& rule) { return holds(rule, opportunity); };
    if (!std::all_of(targeting.rules.begin(), targeting.rules.end(), ruleHolds)
        || !ageHolds(targeting, opportunity) || !osVersionHolds(targeting, opportunity))
        return false;
    if (targeting.hours || !targeting.dates.empty()) {
        const LocalTime local = targeting.zone.at(opportunity.at);
        if (!hourHolds(targeting, local) || !dateHolds(targeting, local))
            return false;
    }
    return placeHolds(targeting, opportunity);
}

bool hasFittingCreative(const CompiledTargeting& targeting, const model::Opportunity& opportunity)
{
    if (!targeting.fits)
        return true;
    return std::any_of(targeting.fits->begin(), targeting.fits->end(),
                       [&opportunity](const CreativeFit& fit) { return fills(fit, opportunity); });
}

} // namespace gavel::dsp
