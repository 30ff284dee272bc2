// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/opportunity.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

namespace gavel::dsp {

/// How fast and how sparsely a response model learns; alpha, beta, l1, l2 as in McMahan 2013.
struct ResponseModelSettings
{
    double prior = 0.005; ///< probability before anything is learnt, above 0 and below 1
    double alpha = 0.05;
    double beta = 1;
    double l1 = 0.1;
    double l2 = 1;
    unsigned bits = 18; ///< 2^bits weights, 10 to 24
};

/// Online logistic regression by FTRL-Proximal with per-coordinate rates and hashed features
/// (McMahan et al., "Ad click prediction: a view from the trenches", KDD 2013, algorithm 1). One
/// class for clicks on impressions and for conversions after clicks. Deterministic: the same
/// examples in the same order give the same weights. A score is a log-odds: what the opportunity
/// adds is computed once, each campaign adds a few weights.
class ResponseModel
{
public:
    static constexpr std::size_t kMostFeatures = 48;
    /// Places in the weight table of what an opportunity says about the response.
    struct Context
    {
        std::array<std::uint32_t, kMostFeatures> places{};
        std::uint32_t count = 0;
        double score = 0; ///< log-odds that the opportunity adds, with the prior
        std::array<std::uint64_t, 3>
            crossed{}; ///< placement, device and country, to cross with campaigns
    };

    explicit ResponseModel(const ResponseModelSettings& settings = {});

    Context context(const model::Opportunity& opportunity) const;
    /// Log-odds of a campaign on the opportunity; 10 to 20 ns.
    double score(const Context& context, Handle campaign) const
    {
        return context.score + m_weights[place(kCampaign, campaign)]
            + m_weights[crossPlace(context.crossed[0], campaign)]
            + m_weights[crossPlace(context.crossed[1], campaign)]
            + m_weights[crossPlace(context.crossed[2], campaign)];
    }
    double probability(const Context& context, Handle campaign) const
    {
        return logistic(score(context, campaign));
    }
    void learn(const model::Opportunity& opportunity, Handle campaign, bool happened);
    std::uint64_t examples() const { return m_examples; }

    static double logistic(double score) { return 1 / (1 + std::exp(-score)); }

private:
    static constexpr std::uint64_t kCampaign = 0xca;
    struct Slope
    {
        double z = 0;
        double n = 0;
    };

    std::uint32_t place(std::uint64_t field, std::uint64_t value) const
    {
        return static_cast<std::uint32_t>(
            ((value + 1) * 0x9e3779b97f4a7c15ULL ^ field * 0xd1342543de82ef95ULL)
                * 0x2545f4914f6cdd1dULL
            >> m_shift);
    }
    std::uint32_t crossPlace(std::uint64_t crossed, Handle campaign) const
    {
        return static_cast<std::uint32_t>(
            (crossed ^ (campaign * 0x9e3779b97f4a7c15ULL)) * 0x2545f4914f6cdd1dULL >> m_shift);
    }
    void add(Context& context, std::uint64_t field, std::uint64_t value) const;
    void step(std::uint32_t place, double gradient);

    ResponseModelSettings m_settings;
    unsigned m_shift;
    double m_priorScore;
    std::uint64_t m_examples = 0;
    std::unique_ptr<float[]>
        m_weights; ///< what score() reads, kept equal to the closed form of m_slopes
    std::unique_ptr<Slope[]> m_slopes;
};

} // namespace gavel::dsp
