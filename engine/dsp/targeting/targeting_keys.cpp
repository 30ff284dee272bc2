// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_keys.h"

#include <algorithm>
#include <cassert>

namespace gavel::dsp {

using model::Dimension;
using model::Match;

namespace {

constexpr std::uint32_t kHoursOfWeek = 168;
constexpr std::uint32_t kMostFormats = 4;
static_assert(kMostFormats == model::kFormatNames.size());

std::uint32_t kindOf(Dimension dimension)
{
    return static_cast<std::uint32_t>(model::index(dimension));
}

void addKey(IndexedTargeting& into, std::uint32_t kind, std::uint32_t value)
{
    if (value == kNeverSeen)
        return;
    into.keys.push_back(TargetingKey::of(kind, value));
}

/// True when the kind had no rule so far: a list can answer only one rule of a kind exactly.
bool claim(IndexedTargeting& into, std::uint32_t kind)
{
    const std::uint32_t bit = 1U << kind;
    const bool isFree = (into.constrained & bit) == 0;
    into.constrained |= bit;
    return isFree;
}

std::uint32_t fitValue(std::uint32_t format, Handle size)
{
    return size * kMostFormats + format;
}

template<typename T>
std::size_t positionIn(const std::vector<T>& all, const T& one)
{
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), one) - all.begin());
}

} // namespace

std::uint32_t TargetingKeys::zoneNumber(const TimeZone& zone)
{
    const std::size_t position = positionIn(m_zones, zone);
    if (position == m_zones.size())
        m_zones.push_back(zone);
    return static_cast<std::uint32_t>(position);
}

std::uint32_t TargetingKeys::formatNumber(Handle format)
{
    const std::size_t position = positionIn(m_formats, format);
    if (position == m_formats.size())
        m_formats.push_back(format);
    assert(m_formats.size() <= kMostFormats);
    return static_cast<std::uint32_t>(position);
}

void TargetingKeys::splitRule(const CompiledRule& rule, IndexedTargeting& into) const
{
    const std::uint32_t kind = kindOf(rule.dimension);
    const auto addAll = [&rule, &into](std::uint32_t ofKind) {
        const bool hasUnseen = !rule.values.empty() && rule.values.back() == kNeverSeen;
        const std::size_t before = into.keys.size();
        into.keys.resize(before + rule.values.size() - (hasUnseen ? 1 : 0));
        std::transform(rule.values.begin(), rule.values.end() - (hasUnseen ? 1 : 0),
                       into.keys.begin() + static_cast<std::ptrdiff_t>(before),
                       [ofKind](Handle value) { return TargetingKey::of(ofKind, value); });
    };
    if (rule.match == Match::NoneOf) {
        addAll(kAnyKinds + kind);
        return;
    }
    const bool claimed = claim(into, kind);
    if (claimed && rule.match == Match::AnyOf) {
        addAll(kind);
        return;
    }
    // Of "all of these" one value finds the candidates: the newest, likely the rarest.
    if (claimed)
        addKey(into, kind, rule.values.back());
    if (!claimed || rule.values.size() > 1) {
        into.rest.rules.push_back(rule);
        into.checked = true;
    }
}

void TargetingKeys::split(const CompiledTargeting& targeting, IndexedTargeting& into)
{
    into.keys.clear();
    into.constrained = 0;
    into.checked = !targeting.circles.empty() || !targeting.polygons.empty()
        || !targeting.osVersions.empty() || !targeting.dates.empty();
    if (into.checked || !into.rest.rules.empty())
        into.rest = {};
    if (into.checked) {
        into.rest.circles = targeting.circles;
        into.rest.polygons = targeting.polygons;
        into.rest.osVersions = targeting.osVersions;
        into.rest.dates = targeting.dates;
        into.rest.zone = targeting.zone;
    }
    if (targeting.age) {
        claim(into, kindOf(Dimension::Age));
        for (int years = std::max(targeting.age->least, 0);
             years <= std::min(targeting.age->most, kOldestAge); ++years)
            addKey(into, kindOf(Dimension::Age), static_cast<std::uint32_t>(years) + 1);
    }
    for (const CompiledRule& rule : targeting.rules)
        splitRule(rule, into);
    if (targeting.hours) {
        claim(into, kHoursKind);
        const std::uint32_t first = zoneNumber(targeting.zone) * kHoursOfWeek;
        for (std::uint32_t hour = 0; hour < kHoursOfWeek; ++hour)
            if (targeting.hours->test(hour))
                addKey(into, kHoursKind, first + hour);
    }
    if (targeting.fits) {
        claim(into, kFitKind);
        for (const CreativeFit& fit : *targeting.fits)
            if (fit.format != kNeverSeen && fit.size != kNeverSeen)
                addKey(into, kFitKind, fitValue(formatNumber(fit.format), fit.size));
    }
}

void TargetingKeys::ask(const model::Opportunity& opportunity, IndexQuestion& question) const
{
    for (std::size_t d = 0; d < model::kSingleDimensions; ++d)
        question.values[d]
            = {&opportunity.values[d], opportunity.values[d] == base::kNone ? 0U : 1U};
    for (std::size_t d = 0; d < model::kListDimensions; ++d)
        question.values[model::kSingleDimensions + d]
            = {opportunity.lists[d].begin(), opportunity.lists[d].size()};
    question.hours.clear();
    for (std::uint32_t zone = 0; zone < m_zones.size(); ++zone)
        question.hours.push_back(zone * kHoursOfWeek + m_zones[zone].at(opportunity.at).hourOfWeek);
    question.values[kHoursKind] = question.hours;
    const auto format
        = static_cast<std::uint32_t>(positionIn(m_formats, opportunity.value(Dimension::Format)));
    if (format == m_formats.size()) {
        question.values[kFitKind] = {};
        return;
    }
    const Handle size = opportunity.value(Dimension::Size);
    question.fits = {fitValue(format, base::kNone), fitValue(format, size)};
    question.values[kFitKind] = {question.fits.data(), size == base::kNone ? 1U : 2U};
}

} // namespace gavel::dsp
