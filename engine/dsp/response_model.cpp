// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/response_model.h"

#include "engine/base/random.h"

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

} // namespace

ResponseModel::ResponseModel(const ResponseModelSettings& settings)
    : m_settings(settings)
    , m_shift(64 - std::clamp(settings.bits, 10U, 24U))
    , m_priorScore(std::log(std::clamp(settings.prior, 1e-9, 1 - 1e-9)
                            / (1 - std::clamp(settings.prior, 1e-9, 1 - 1e-9))))
    , m_weights(std::make_unique<float[]>(std::size_t{1} << (64 - m_shift)))
    , m_slopes(std::make_unique<Slope[]>(std::size_t{1} << (64 - m_shift)))
{
}

ResponseModel::Context ResponseModel::context(const model::Opportunity& opportunity) const
{
    Context context;
    add(context, kAnything, 0);
    const std::int64_t hour = opportunity.at.value / base::kHourMs % 24;
    add(context, kHour, static_cast<std::uint64_t>(hour));
    for (const Dimension field : kFields)
        if (const Handle value = opportunity.value(field); value != 0)
            add(context, kField + index(field), value);
    if (const Handle age = opportunity.value(Dimension::Age); age != 0)
        add(context, kAgeDecade, (age - 1) / 10);
    for (const Handle segment : opportunity.list(Dimension::Segment))
        add(context, kField + index(Dimension::Segment), segment);

    context.score = m_priorScore;
    for (std::uint32_t i = 0; i < context.count; ++i)
        context.score += m_weights[context.places[i]];
    constexpr std::array kCrossed{Dimension::Placement, Dimension::DeviceType, Dimension::Country};
    for (std::size_t i = 0; i < kCrossed.size(); ++i)
        context.crossed[i]
            = base::mix64((index(kCrossed[i]) + 1) << 40 | opportunity.value(kCrossed[i]));
    return context;
}

void ResponseModel::learn(const model::Opportunity& opportunity, Handle campaign, bool happened)
{
    const Context context = this->context(opportunity);
    const double gradient = probability(context, campaign) - (happened ? 1 : 0);
    for (std::uint32_t i = 0; i < context.count; ++i)
        step(context.places[i], gradient);
    step(place(kCampaign, campaign), gradient);
    for (const std::uint64_t crossed : context.crossed)
        step(crossPlace(crossed, campaign), gradient);
    ++m_examples;
}

void ResponseModel::add(Context& context, std::uint64_t field, std::uint64_t value) const
{
    if (context.count < kMostFeatures)
        context.places[context.count++] = place(field, value);
}

void ResponseModel::step(std::uint32_t place, double gradient)
{
    Slope& slope = m_slopes[place];
    const double squared = gradient * gradient;
    const double sigma = (std::sqrt(slope.n + squared) - std::sqrt(slope.n)) / m_settings.alpha;
    slope.z += gradient - sigma * m_weights[place];
    slope.n += squared;
    const double beyond = std::abs(slope.z) - m_settings.l1;
    const double rate = (m_settings.beta + std::sqrt(slope.n)) / m_settings.alpha + m_settings.l2;
    m_weights[place]
        = beyond <= 0 ? 0.0F : static_cast<float>(std::copysign(beyond, -slope.z) / rate);
}

} // namespace gavel::dsp
