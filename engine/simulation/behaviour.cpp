// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/behaviour.h"

#include <cmath>

namespace gavel::simulation {

namespace {

using model::Dimension;

base::Dictionary& dictionaryOf(EffectOn on, model::Vocabulary& vocabulary)
{
    switch (on) {
    case EffectOn::Segment:
        return vocabulary.of(Dimension::Segment);
    case EffectOn::Placement:
        return vocabulary.of(Dimension::Placement);
    case EffectOn::DeviceType:
        return vocabulary.of(Dimension::DeviceType);
    case EffectOn::Campaign:
        break;
    }
    return vocabulary.campaigns;
}

template<typename T>
T& at(std::vector<T>& values, Handle handle)
{
    if (handle >= values.size())
        values.resize(handle + 1);
    return values[handle];
}

double valueAt(const std::vector<double>& values, Handle handle)
{
    return handle < values.size() ? values[handle] : 0;
}

} // namespace

Behaviour::Response::Response(const ResponsePlan& plan, model::Vocabulary& vocabulary)
    : m_base(plan.baseLogit)
{
    for (const auto& effect : plan.effects) {
        auto& values = m_effects[static_cast<std::size_t>(effect.on)];
        at(values, dictionaryOf(effect.on, vocabulary).intern(effect.value)) += effect.logit;
    }
}

double Behaviour::Response::probability(const model::Opportunity& opportunity,
                                        Handle campaign) const
{
    const auto effectsOn = [&](EffectOn on) -> const auto&
    {
        return m_effects[static_cast<std::size_t>(on)];
    };
    double logit = m_base + valueAt(effectsOn(EffectOn::Campaign), campaign)
        + valueAt(effectsOn(EffectOn::Placement), opportunity.value(Dimension::Placement))
        + valueAt(effectsOn(EffectOn::DeviceType), opportunity.value(Dimension::DeviceType));
    for (const auto segment : opportunity.list(Dimension::Segment))
        logit += valueAt(effectsOn(EffectOn::Segment), segment);
    return 1 / (1 + std::exp(-logit));
}

Behaviour::Behaviour(const BehaviourPlan& plan, model::Vocabulary& vocabulary, base::Random random)
    : m_shown(plan.shown)
    , m_click(plan.click, vocabulary)
    , m_conversion(plan.conversion, vocabulary)
    , m_value(plan.conversionValue)
    , m_random(random)
{
    for (const auto& [campaign, value] : plan.campaignValue)
        at(m_campaignValue, vocabulary.campaigns.intern(campaign)) = value;
}

Reaction Behaviour::react(const model::Opportunity& opportunity, Handle campaign)
{
    Reaction reaction;
    reaction.shown = m_random.chance(m_shown);
    reaction.clicked = reaction.shown && m_random.chance(clickProbability(opportunity, campaign));
    reaction.converted
        = reaction.clicked && m_random.chance(conversionProbability(opportunity, campaign));
    if (reaction.converted) {
        const bool own = campaign < m_campaignValue.size() && m_campaignValue[campaign].micros > 0;
        const auto mean = own ? m_campaignValue[campaign] : m_value;
        reaction.value
            = {mean.micros / 2
               + static_cast<std::int64_t>(m_random.uniform() * static_cast<double>(mean.micros))};
    }
    return reaction;
}

} // namespace gavel::simulation
