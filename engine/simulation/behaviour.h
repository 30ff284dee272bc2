// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/opportunity.h"
#include "engine/model/vocabulary.h"
#include "engine/simulation/behaviour_plan.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gavel::simulation {

/// What a user did with an impression.
struct Reaction
{
    bool shown = false;
    bool clicked = false;
    bool converted = false;
    Money value; ///< of the conversion
};

/// How users really respond: the truth, and draws from it. Campaign 0 is a rival's.
class Behaviour
{
public:
    Behaviour(const BehaviourPlan& plan, model::Vocabulary& vocabulary, base::Random random);

    double clickProbability(const model::Opportunity& opportunity, Handle campaign) const
    {
        return m_click.probability(opportunity, campaign);
    }
    /// Of an impression that was clicked.
    double conversionProbability(const model::Opportunity& opportunity, Handle campaign) const
    {
        return m_conversion.probability(opportunity, campaign);
    }
    Reaction react(const model::Opportunity& opportunity, Handle campaign);

private:
    class Response
    {
    public:
        Response(const ResponsePlan& plan, model::Vocabulary& vocabulary);
        double probability(const model::Opportunity& opportunity, Handle campaign) const;

    private:
        double m_base;
        std::array<std::vector<double>, kEffectNames.size()> m_effects; ///< by handle
    };

    double m_shown;
    Response m_click;
    Response m_conversion;
    Money m_value;
    std::vector<Money> m_campaignValue; ///< by handle; 0 = the mean
    base::Random m_random;
};

} // namespace gavel::simulation
