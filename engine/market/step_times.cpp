// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/step_times.h"

#include <array>

namespace gavel::market {

namespace {

struct Bounds
{
    std::uint32_t least;
    std::uint32_t span;
};

constexpr std::array<Bounds, model::kSteps> kBounds{{
    {200, 300},
    {1'000, 1'500},
    {700, 800},
    {0, 0},
    {40, 100},
    {4'000, 3'000},
    {1'600, 2'400},
}};

} // namespace

model::StepTimes drawStepTimes(base::Random& random, std::uint32_t bidRequestsMicros)
{
    std::uint64_t draw = random.next();
    model::StepTimes steps{};
    for (std::size_t i = 0; i < model::kSteps; ++i) {
        if (i == static_cast<std::size_t>(FlowStep::BidRequests)) {
            steps[i] = bidRequestsMicros;
            continue;
        }
        steps[i] = kBounds[i].least
            + ((kBounds[i].span * static_cast<std::uint32_t>(draw & 1023U)) >> 10);
        draw >>= 10;
    }
    return steps;
}

} // namespace gavel::market
