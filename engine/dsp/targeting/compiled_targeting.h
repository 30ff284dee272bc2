// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/geo.h"
#include "engine/dsp/targeting/local_time.h"
#include "engine/model/campaign.h"
#include "engine/model/opportunity.h"
#include "engine/model/vocabulary.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gavel::dsp {

/// A value that no opportunity can have: its text is not in the vocabulary.
inline constexpr Handle kNeverSeen = ~Handle{0};

/// Ages above this are taken for errors and match no range.
inline constexpr int kOldestAge = 150;

struct CompiledRule
{
    model::Dimension dimension{};
    model::Match match = model::Match::AnyOf;
    std::vector<Handle>
        values; ///< sorted, distinct, other spellings included; AnyOf of nothing never holds
    std::vector<Handle> written; ///< what a person wrote, where it differs from `values`
};

struct CompiledOsVersion
{
    Handle os = 0;
    std::uint32_t least = 0; ///< packVersion
};

/// A format and size that one of the creatives can fill; size kNone = every size of the format.
struct CreativeFit
{
    Handle format = 0;
    Handle size = 0;
    bool operator==(const CreativeFit&) const = default;
};

/// Can a creative of this format and size be shown here?
inline bool fills(const CreativeFit& fit, const model::Opportunity& opportunity)
{
    const Handle format = opportunity.value(model::Dimension::Format);
    return format != base::kNone && fit.format == format
        && (fit.size == base::kNone || fit.size == opportunity.value(model::Dimension::Size));
}

/// A targeting in handles, ready to be indexed, asked and explained.
struct CompiledTargeting
{
    std::vector<CompiledRule> rules; ///< in Dimension order; rules without values are left out
    std::optional<model::AgeRange> age;
    std::vector<CircleArea> circles; ///< with `polygons` one rule: inside any of them
    std::vector<PolygonArea> polygons;
    std::vector<CompiledOsVersion> osVersions;
    std::optional<model::HourGrid> hours;
    std::vector<model::DateRange> dates; ///< within any of them
    TimeZone zone; ///< of hours and dates
    std::optional<std::vector<CreativeFit>>
        fits; ///< sorted; nullopt = every format and size can be filled
};

/// Puts a targeting into handles; texts that are new to the vocabulary are added to it, which makes
/// this work for the edge and not for the auction path. `creatives` are those that may be shown
/// (nullopt: do not ask for a fit). An unknown time zone counts as UTC: campaigns are validated
/// before they come here.
CompiledTargeting compile(const model::Targeting& targeting, std::string_view timeZone,
                          std::optional<std::span<const model::Creative>> creatives,
                          model::Vocabulary& vocabulary);
/// The same without adding texts: values the market has not seen become kNeverSeen.
CompiledTargeting compileKnown(const model::Targeting& targeting, std::string_view timeZone,
                               std::optional<std::span<const model::Creative>> creatives,
                               const model::Vocabulary& vocabulary);
/// A campaign's targeting with the creatives of its ads. A campaign without ads fits everywhere:
/// what it shows was given as one free creative object.
CompiledTargeting compile(const model::Campaign& campaign, model::Vocabulary& vocabulary);

/// Do all rules hold? The plain definition of a match, without an index; `fits` is not asked.
bool matches(const CompiledTargeting& targeting, const model::Opportunity& opportunity);
/// Is there a creative for the format and size of the opportunity?
bool hasFittingCreative(const CompiledTargeting& targeting, const model::Opportunity& opportunity);

// The single rules, for the index and for explain.
bool holds(const CompiledRule& rule, const model::Opportunity& opportunity);
bool ageHolds(const CompiledTargeting& targeting, const model::Opportunity& opportunity);
bool placeHolds(const CompiledTargeting& targeting, const model::Opportunity& opportunity);
bool osVersionHolds(const CompiledTargeting& targeting, const model::Opportunity& opportunity);
bool hourHolds(const CompiledTargeting& targeting, const LocalTime& local);
bool dateHolds(const CompiledTargeting& targeting, const LocalTime& local);

} // namespace gavel::dsp
