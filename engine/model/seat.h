// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// Where a seat's bids come from.
enum class SeatKind : std::uint8_t {
    Campaigns, ///< its own campaigns and their strategies
    Histogram, ///< a rival that draws from a price histogram of 301 bins
    LogNormal, ///< a rival that draws from a log-normal price
    Recorded, ///< a rival that offers each opportunity's recorded price, as a log has it
};
inline constexpr std::array<std::string_view, 4> kSeatKindNames{"campaigns", "histogram",
                                                                "log_normal", "recorded"};

/// How a seat chooses among its eligible campaigns.
enum class Selection : std::uint8_t { ExpectedValue, LargestRemainingBudget };
inline constexpr std::array<std::string_view, 2> kSelectionNames{"expected_value",
                                                                 "largest_remaining_budget"};

/// How long a seat takes to answer: log-normal around the median, in virtual microseconds.
struct AnswerTime
{
    std::uint32_t medianMicros = 12'000;
    double sigma = 0.35;
    bool operator==(const AnswerTime&) const = default;
};

/// One DSP in the market.
struct Seat
{
    std::string id;
    std::string name;
    std::string playedBy; ///< shown on the scoreboard: a team, or the kind of rival
    SeatKind kind = SeatKind::Campaigns;
    Selection selection = Selection::ExpectedValue;
    Currency currency; ///< bids are converted to the market's at the market's rate
    std::uint32_t deadlineMicros = 50'000; ///< the exchange waits no longer
    AnswerTime answerTime;
    // rivals
    std::vector<std::uint32_t> histogram; ///< weight of each price, 301 bins
    std::int64_t histogramStepNanos = 10'000; ///< price of bin i is i steps
    double logMu = 0; ///< of the price in currency units per thousand
    double logSigma = 0.5;
    double bidShare = 1; ///< share of opportunities the rival answers, 0 to 1
    bool cutOff = false; ///< a fault: the seat never answers

    bool operator==(const Seat&) const = default;
};

} // namespace gavel::model
