// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/fixed_list.h"
#include "engine/dsp/targeting/local_time.h"
#include "engine/model/targeting.h"

#include <array>
#include <cstdint>
#include <span>

namespace gavel::scheduling {

inline constexpr std::size_t kHalfHours = 48;
/// A number for each half hour of a local day.
using HalfHours = std::array<double, kHalfHours>;

/// A half hour of a local day, or what is left of it where the clock jumps.
struct DaySpan
{
    TimeMs begin;
    TimeMs end;
    std::uint8_t half = 0; ///< 0 to 47, as the clock shows it
    std::uint8_t hourOfWeek = 0; ///< Monday = 0
};

/// One day of one zone, cut at its half hours: 46 spans when summer begins, 50 when it ends.
struct LocalDay
{
    static constexpr std::size_t kMostSpans = 56;

    std::int32_t day = 0; ///< days since 1970-01-01 on that calendar
    TimeMs begin;
    TimeMs end;
    base::FixedList<DaySpan, kMostSpans> spans;

    /// The end of the local hour that holds this moment of the day.
    TimeMs endOfHour(TimeMs at) const;
};
LocalDay localDay(const dsp::TimeZone& zone, TimeMs at);

/// When a campaign may be shown.
struct OpenHours
{
    const model::HourGrid* hours = nullptr; ///< in its own zone; nullptr = all
    TimeMs flightStart{INT64_MIN};
    TimeMs flightEnd{INT64_MAX}; ///< exclusive; INT64_MAX = open
};

/// The share of traffic in each half hour of a zone's day, worked out from the market's day: 48
/// shares of a day whose midnight is `marketOffsetMinutes` from UTC. None = even. The mean is 1.
HalfHours priorShape(std::span<const double> market, std::int32_t marketOffsetMinutes,
                     const LocalDay& day);
/// The same traffic at every time: with it "in step with traffic" means in step with the clock.
HalfHours evenShape();

/// What a campaign's own eligible opportunities say of its day. Each half hour starts as the prior
/// says, scaled to what the others had; one observed half hour counts as much as the prior, and
/// what is a week old counts 1/e.
class DayCurve
{
public:
    /// `eligible` opportunities came between two moments of the day, of which the campaign was
    /// there to see the part `live` (0 to 1). Hours that are not open teach nothing.
    void learn(const LocalDay& day, const OpenHours& open, const HalfHours& prior, TimeMs from,
               TimeMs to, std::uint64_t eligible, double live);
    /// Expected traffic of each half hour, relative: the mean is 1.
    HalfHours shape(const HalfHours& prior) const;
    /// Expected eligible opportunities of an average half hour; 0 before anything was seen.
    double level(const HalfHours& prior) const;

private:
    std::array<float, kHalfHours> m_seen{}; ///< opportunities, faded
    std::array<float, kHalfHours> m_watched{}; ///< half hours, faded
};

/// Expected traffic between two moments of one day, in average half hours, while the campaign is
/// open.
double trafficWithin(const HalfHours& shape, const LocalDay& day, const OpenHours& open,
                     TimeMs from, TimeMs to);
/// The same from a moment of `day` until the end of the flight, which must not be open; days after
/// this one count as 24 hours.
double trafficOfFlight(const HalfHours& shape, const LocalDay& day, const dsp::TimeZone& zone,
                       const OpenHours& open, TimeMs from);

} // namespace gavel::scheduling
