// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/response_model.h"

#include <algorithm>

namespace gavel::dsp {

namespace {

using model::Dimension;

/// What of an opportunity moves the response whatever the campaign.
constexpr std::array kFields{Dimension::Placement, Dimension::Publisher, Dimension::DeviceType,
                             Dimension::Os,        Dimension::Browser,   Dimension::Country,
                             Dimension::Size,      Dimension::Gender};
constexpr std::uint64_t kAnything = 1;
constexpr std::uint64_t kHour = 2;
constexpr std::uint64_t kAgeDecade = 3;
constexpr std::uint64_t kField = 16;

constexpr std::size_t kSharedWeights = std::size_t{1} << ResponseFeatures::kBits;

} // namespace

void ResponseFeatures::add(std::uint64_t field, std::uint64_t value)
{
    if (count == kMost)
        return;
    // Fields start far apart, by the golden ratio; neighbours within a field, which often come
    // together, share cache lines.
    places[count++] = static_cast<std::uint16_t>((field * 0x9e37U + value) & (kSharedWeights - 1));
}

ResponseFeatures::ResponseFeatures(const model::Opportunity& opportunity)
{
    add(kAnything, 0);
    const std::int64_t hour = opportunity.at.value / base::kHourMs % 24;
    add(kHour, static_cast<std::uint64_t>(hour));
    for (const Dimension field : kFields)
        if (const Handle value = opportunity.value(field); value != 0)
            add(kField + index(field), value);
    if (const Handle age = opportunity.value(Dimension::Age); age != 0)
        add(kAgeDecade, (age - 1) / 10);
    for (const Handle segment : opportunity.list(Dimension::Segment))
        add(kField + index(Dimension::Segment), segment);

    // Handles are dense: what remains of a division keeps the first of them apart.
    using Model = ResponseModel;
    const auto cell = [&opportunity](Dimension field, std::uint32_t first, std::uint32_t end) {
        return static_cast<std::uint8_t>(first + opportunity.value(field) % (end - first));
    };
    cells[1] = cell(Dimension::DeviceType, Model::kDeviceCells, Model::kCountryCells);
    cells[2] = cell(Dimension::Country, Model::kCountryCells, Model::kPlacementCells);
    cells[3] = cell(Dimension::Placement, Model::kPlacementCells, Model::kCells);
}

ResponseModel::ResponseModel(const ResponseModelSettings& settings)
    : m_settings(settings)
    , m_perAlpha(1 / settings.alpha)
    , m_priorScore(std::log(std::clamp(settings.prior, 1e-9, 1 - 1e-9)
                            / (1 - std::clamp(settings.prior, 1e-9, 1 - 1e-9))))
    , m_weights(kSharedWeights)
    , m_slopes(kSharedWeights)
{
    makeRoom(settings.campaigns);
}

void ResponseModel::makeRoom(std::uint32_t campaigns)
{
    if (campaigns <= m_blocks.size())
        return;
    m_blocks.resize(campaigns);
    m_blockSlopes.resize(campaigns);
    m_mostOwn.resize(campaigns);
}

void ResponseModel::forget(std::uint32_t campaign)
{
    m_blocks[campaign] = {};
    m_blockSlopes[campaign] = {};
    m_mostOwn[campaign] = 0;
}

void ResponseModel::fetchShared(const ResponseFeatures& features) const
{
    for (std::uint32_t i = 0; i < features.count; ++i)
        __builtin_prefetch(&m_weights[features.places[i]]);
}

double ResponseModel::shared(const ResponseFeatures& features) const
{
    // Four sums at a time: one would wait for each addition.
    std::array<double, 4> sums{m_priorScore, 0, 0, 0};
    std::uint32_t i = 0;
    for (; i + sums.size() <= features.count; i += sums.size())
        for (std::uint32_t k = 0; k < sums.size(); ++k)
            sums[k] += m_weights[features.places[i + k]];
    for (; i < features.count; ++i)
        sums[0] += m_weights[features.places[i]];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void ResponseModel::step(Slope& slope, float& weight, double gradient) const
{
    const double root = std::sqrt(slope.root * slope.root + gradient * gradient);
    const double sigma = (root - slope.root) * m_perAlpha;
    slope.z += gradient - sigma * double{weight};
    slope.root = root;
    const double beyond = std::abs(slope.z) - m_settings.l1;
    const double rate = (m_settings.beta + root) * m_perAlpha + m_settings.l2;
    weight = beyond <= 0 ? 0.0F : static_cast<float>(std::copysign(beyond, -slope.z) / rate);
}

void ResponseModel::learn(const ResponseFeatures& features, std::uint32_t campaign, bool happened)
{
    for (std::uint32_t i = 0; i < features.count; ++i)
        __builtin_prefetch(&m_slopes[features.places[i]], 1);
    for (const std::uint8_t cell : features.cells)
        __builtin_prefetch(&m_blockSlopes[campaign][cell], 1);
    const double gradient = probability(features, campaign) - (happened ? 1 : 0);
    for (std::uint32_t i = 0; i < features.count; ++i) {
        const std::size_t place = features.places[i];
        step(m_slopes[place], m_weights[place], gradient);
    }
    for (const std::uint8_t cell : features.cells)
        step(m_blockSlopes[campaign][cell], m_blocks[campaign].weights[cell], gradient);
    findMost(campaign);
    ++m_examples;
}

void ResponseModel::findMost(std::uint32_t campaign)
{
    const auto& weights = m_blocks[campaign].weights;
    const auto most = [&weights](std::uint32_t first, std::uint32_t end) {
        return *std::max_element(weights.begin() + first, weights.begin() + end);
    };
    m_mostOwn[campaign] = weights[0] + most(kDeviceCells, kCountryCells)
        + most(kCountryCells, kPlacementCells) + most(kPlacementCells, kCells);
}

} // namespace gavel::dsp
