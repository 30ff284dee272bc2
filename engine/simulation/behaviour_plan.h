// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::simulation {

/// What moves a true probability. One summand of a logit for one value.
enum class EffectOn : std::uint8_t { Segment, Placement, DeviceType, Campaign };
inline constexpr std::array<std::string_view, 4> kEffectNames{"segment", "placement", "device_type",
                                                              "campaign"};

struct Effect
{
    EffectOn on{};
    std::string value;
    double logit = 0;
};

/// The truth that campaigns try to learn: p = 1 / (1 + exp(-(base + sum of effects))).
struct ResponsePlan
{
    double baseLogit = -5;
    std::vector<Effect> effects;
};

struct BehaviourPlan
{
    double shown = 1; ///< share of wins that become impressions
    ResponsePlan click; ///< of an impression
    ResponsePlan conversion; ///< of a click
    Money conversionValue; ///< mean worth of one conversion; single ones are uniform between half
                           ///< and one and a half
    std::map<std::string, Money> campaignValue; ///< by campaign id, instead of the mean above
};

} // namespace gavel::simulation
