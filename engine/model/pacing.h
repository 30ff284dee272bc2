// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace gavel::model {

/// How a campaign's money is spread over the time it has.
enum class PacingPolicy : std::uint8_t {
    Asap, ///< as fast as it goes
    Even, ///< in step with the clock
    Traffic, ///< in step with the traffic that the campaign may have
    Pid, ///< in step with the traffic, bids scaled by a PID controller
    Dual, ///< the same, bids scaled by an adaptive dual
    Mpc, ///< the same, bids scaled by what lately would have spent just what is left
};
inline constexpr std::array<std::string_view, 6> kPacingPolicyNames{"asap", "even", "traffic",
                                                                    "pid",  "dual", "mpc"};

/// Whether a budget is only a bound, or an amount that was promised to be delivered.
enum class DeliveryPromise : std::uint8_t { Standard, Guaranteed };
inline constexpr std::array<std::string_view, 2> kDeliveryPromiseNames{"standard", "guaranteed"};

/// Where the money of a campaign's auctions was: for each range of price-to-win over worth, how
/// much price and how much worth. What a bid scaled by some factor would have cost and won is the
/// sum over the ranges below the factor. Old auctions fade.
struct PriceRatios
{
    static constexpr std::size_t kBins = 24;
    static constexpr int kLowestOctave = -7; ///< two bins an octave, from 1/128 to 16

    std::array<float, kBins> price{}; ///< nano-units, of the faded auctions
    std::array<float, kBins> worth{}; ///< nano-units
    float weight = 0; ///< number of the faded auctions

    /// Bin 0 is everything below 1/128, the last one everything from 16 up.
    static std::size_t binOf(double ratio)
    {
        if (!(ratio >= 1.0 / 128))
            return 0;
        if (ratio >= 16)
            return kBins - 1;
        // Exponent and fraction of the number itself: the second half of an octave is from sqrt(2).
        constexpr std::uint64_t kFraction = (std::uint64_t{1} << 52U) - 1;
        constexpr std::uint64_t kHalfOctave
            = std::bit_cast<std::uint64_t>(1.4142135623730951) & kFraction;
        const auto bits = std::bit_cast<std::uint64_t>(ratio);
        const int octave = static_cast<int>(bits >> 52U) - 1023;
        return static_cast<std::size_t>(2 * (octave - kLowestOctave) + 1)
            + ((bits & kFraction) >= kHalfOctave ? 1 : 0);
    }
    /// Of any bin but the last, which has none.
    static double upperEdge(std::size_t bin)
    {
        return std::exp2(kLowestOctave + static_cast<double>(bin) / 2);
    }
};

/// What one ad server has seen of a campaign's market since it joined. Counts only grow; the ratios
/// and the highest bid are those of late. Money is in nano-units of the campaign's currency.
struct PacingTally
{
    std::uint64_t eligible = 0; ///< opportunities that matched; in large seats extrapolated
    std::uint64_t asked = 0; ///< opportunities that its seat was asked about
    std::uint64_t missed = 0; ///< those of them that came while its quota was used up
    std::uint64_t priced = 0; ///< bids whose price-to-win is known: those of the ratios
    std::int64_t worthSeen = 0; ///< of the opportunities of `priced`
    std::int64_t worthWon = 0;
    std::int64_t worthLost = 0; ///< won by the bid as it is, but not by the scaled one
    Price highestBid;
    PriceRatios ratios;
};

} // namespace gavel::model
