// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/compiled_targeting.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

namespace gavel::dsp {

/// The kinds of value lists an index keeps. "Any" kinds are asked to hold one of the values: the
/// dictionary dimensions, then hours (of a zone) and creatives. "None" kinds exclude: the
/// dictionary dimensions again.
inline constexpr std::uint32_t kHoursKind = model::kValueDimensions;
inline constexpr std::uint32_t kFitKind = kHoursKind + 1;
inline constexpr std::uint32_t kAnyKinds = kFitKind + 1;
inline constexpr std::uint32_t kKinds = kAnyKinds + model::kValueDimensions;

/// One value of one kind, in 32 bits.
struct TargetingKey
{
    std::uint32_t packed = 0;

    static constexpr std::uint32_t kValueBits = 26;
    static constexpr std::uint32_t kMostValue = (1U << kValueBits) - 1;
    static TargetingKey of(std::uint32_t kind, std::uint32_t value)
    {
        assert(value <= kMostValue);
        return {(kind << kValueBits) | value};
    }
    std::uint32_t kind() const { return packed >> kValueBits; }
    std::uint32_t value() const { return packed & kMostValue; }
};
static_assert(kKinds <= 1U << (32 - TargetingKey::kValueBits));

/// A targeting as an index takes it.
struct IndexedTargeting
{
    std::vector<TargetingKey> keys;
    std::uint32_t constrained = 0; ///< bit k: the any kind k has a rule
    bool checked = false; ///< there is more than keys can say
    CompiledTargeting rest; ///< what must be checked one by one, when `checked`
};

/// The values of an opportunity by any kind; None kinds ask with the same values.
struct IndexQuestion
{
    std::array<std::span<const std::uint32_t>, kAnyKinds> values;
    std::vector<std::uint32_t> hours; ///< one for each time zone in use
    std::array<std::uint32_t, 2> fits{};
};

/// Turns targetings and opportunities into keys. It remembers the time zones and formats in use,
/// since hours are keyed by zone and creatives by format and size.
class TargetingKeys
{
public:
    void split(const CompiledTargeting& targeting, IndexedTargeting& into);
    /// No allocation once `question.hours` has room for zones().
    void ask(const model::Opportunity& opportunity, IndexQuestion& question) const;
    std::size_t zones() const { return m_zones.size(); }

private:
    void splitRule(const CompiledRule& rule, IndexedTargeting& into) const;
    std::uint32_t zoneNumber(const TimeZone& zone);
    std::uint32_t formatNumber(Handle format);

    std::vector<TimeZone> m_zones;
    std::vector<Handle> m_formats; ///< at most one for each model::CreativeFormat
};

} // namespace gavel::dsp
