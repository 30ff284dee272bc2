// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/auction.h"

#include <cstddef>
#include <cstdint>

namespace gavel::market {

/// The seven steps of an opportunity, in the order of model::StepTimes.
enum class FlowStep : std::uint8_t {
    Visit,
    Profile,
    AdRequest,
    BidRequests,
    Auction,
    Display,
    Feedback
};

/// Virtual durations of one opportunity: six small ones drawn evenly between their bounds with one
/// number of the stream, and the given wait for the seats. Without the wait they add up to 7.5
/// to 15.6 ms; the flow's targets (visit 5, profile 5, ad request 40, auction 20, display 15,
/// feedback 15 ms) are kept.
model::StepTimes drawStepTimes(base::Random& random, std::uint32_t bidRequestsMicros);

} // namespace gavel::market
