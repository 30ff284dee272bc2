// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/huge_page_allocator.h"
#include "engine/model/opportunity.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace gavel::dsp {

/// How fast and how sparsely a response model learns; alpha, beta, l1, l2 as in McMahan 2013.
struct ResponseModelSettings
{
    double prior = 0.005; ///< probability before anything is learnt, above 0 and below 1
    double alpha = 0.05;
    double beta = 1;
    double l1 = 0.1;
    double l2 = 1;
    std::uint32_t campaigns = 0; ///< numbered 0 to campaigns - 1; makeRoom() takes more
};

/// What an opportunity says about the response, as places in the tables of any response model.
struct ResponseFeatures
{
    static constexpr std::size_t kMost = 48;
    static constexpr unsigned kBits = 15; ///< 2^15 weights for what opportunities say

    ResponseFeatures() = default;
    explicit ResponseFeatures(const model::Opportunity& opportunity);

    std::array<std::uint16_t, kMost> places{}; ///< the first `count` are set
    std::uint32_t count = 0;
    std::array<std::uint8_t, 4> cells{}; ///< in the weights of each campaign

private:
    void add(std::uint64_t field, std::uint64_t value);
};

/// Online logistic regression by FTRL-Proximal with per-coordinate rates and hashed features
/// (McMahan et al., "Ad click prediction: a view from the trenches", KDD 2013, algorithm 1). One
/// class for clicks on impressions and for conversions after clicks. Deterministic: the same
/// examples in the same order give the same weights. A score is a log-odds: what the opportunity
/// adds is computed once; a campaign adds four weights of its own block: itself, and crossed with
/// device, country and placement.
class ResponseModel
{
public:
    explicit ResponseModel(const ResponseModelSettings& settings = {});

    /// For campaigns 0 to campaigns - 1; what is learnt stays. Between auctions.
    void makeRoom(std::uint32_t campaigns);
    /// Forgets a campaign whose number is given to another.
    void forget(std::uint32_t campaign);

    /// Asks the memory for what shared() reads, before other work.
    void fetchShared(const ResponseFeatures& features) const;
    /// The same for own().
    void fetchOwn(const ResponseFeatures& features, std::uint32_t campaign) const
    {
        const auto& weights = m_blocks[campaign].weights;
        for (const std::uint8_t cell : features.cells)
            __builtin_prefetch(&weights[cell]);
    }
    /// Log-odds that the opportunity adds, with the prior.
    double shared(const ResponseFeatures& features) const;
    /// Log-odds that a campaign adds on the opportunity.
    double own(const ResponseFeatures& features, std::uint32_t campaign) const
    {
        const auto& weights = m_blocks[campaign].weights;
        const auto& cells = features.cells;
        return double{weights[cells[0]]} + weights[cells[1]] + weights[cells[2]]
            + weights[cells[3]];
    }
    /// The most that a campaign adds on any opportunity.
    float mostOwn(std::uint32_t campaign) const { return m_mostOwn[campaign]; }
    double score(const ResponseFeatures& features, std::uint32_t campaign) const
    {
        return shared(features) + own(features, campaign);
    }
    double probability(const ResponseFeatures& features, std::uint32_t campaign) const
    {
        return logistic(score(features, campaign));
    }
    void learn(const ResponseFeatures& features, std::uint32_t campaign, bool happened);
    std::uint64_t examples() const { return m_examples; }

    static double logistic(double score) { return 1 / (1 + std::exp(-score)); }

private:
    friend struct ResponseFeatures;

    // A block: the campaign itself, then its crossings by kind; values beyond share cells.
    static constexpr std::uint32_t kDeviceCells = 1;
    static constexpr std::uint32_t kCountryCells = 8;
    static constexpr std::uint32_t kPlacementCells = 32;
    static constexpr std::uint32_t kCells = 64;

    struct alignas(64) Block
    {
        std::array<float, kCells> weights{};
    };
    struct Slope
    {
        double z = 0;
        double root = 0; ///< of n, the sum of squared gradients
    };
    using BlockSlopes = std::array<Slope, kCells>;

    void step(Slope& slope, float& weight, double gradient) const;
    void findMost(std::uint32_t campaign);

    ResponseModelSettings m_settings;
    double m_perAlpha;
    double m_priorScore;
    std::uint64_t m_examples = 0;
    // Weights are what scores read, kept equal to the closed form of their slopes.
    std::vector<float> m_weights;
    std::vector<Slope> m_slopes;
    std::vector<Block, base::HugePageAllocator<Block>> m_blocks;
    std::vector<BlockSlopes, base::HugePageAllocator<BlockSlopes>> m_blockSlopes;
    std::vector<float> m_mostOwn;
};

} // namespace gavel::dsp
