// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::pipeline {

/// By what a counter counts. A session is named by its hash, everything else by a durable number.
enum class CountedBy : std::uint8_t {
    All,
    Campaign,
    Ad,
    Creative,
    Advertiser,
    Publisher,
    Placement,
    Device,
    Country,
    Source,
    Session,
    Segment, ///< each that the event's user was in
};
inline constexpr std::size_t kCountedBy = 12;
inline constexpr std::array<std::string_view, kCountedBy> kCountedByNames{
    "all",       "campaign", "ad",      "creative", "advertiser", "publisher",
    "placement", "device",   "country", "source",   "session",    "segment"};

/// The length of a counter's span. Quarters of an hour make the hours and days of every time zone;
/// a day is the campaign's own where a counter has one campaign, else UTC's.
enum class Granularity : std::uint8_t { Minute, Quarter, Day, Total };
inline constexpr std::int64_t kQuarterMinutes = 15;
inline constexpr std::size_t kGranularities = 4;

/// What is counted. Ratios are worked out by who reads.
struct Measures
{
    std::int64_t requests = 0; ///< auctions; of the whole market only
    std::int64_t bids = 0; ///< sampled: one stands for a hundred
    std::int64_t wins = 0;
    std::int64_t impressions = 0;
    std::int64_t viewable = 0;
    std::int64_t clicks = 0;
    std::int64_t conversions = 0;
    std::int64_t quarantined = 0; ///< stored, but in none of the others
    std::int64_t spentNanos
        = 0; ///< prices of wins that were charged; outside a market, of impressions
    std::int64_t unchargedNanos = 0; ///< prices of wins that were not
    std::int64_t earnedNanos = 0; ///< what publishers got
    std::int64_t valueMicros = 0; ///< of conversions
    std::int64_t attributedClicks = 0; ///< those whose cause is known: every one of a market
    std::int64_t attributedConversions = 0; ///< the same
    std::int64_t attributedMicros = 0; ///< their value

    Measures& operator+=(const Measures& other)
    {
        for (const auto field : kFields)
            this->*field += other.*field;
        return *this;
    }
    bool operator==(const Measures&) const = default;

    static const std::array<std::int64_t Measures::*, 15> kFields;
    static constexpr std::array<std::string_view, 15> kNames{"requests",
                                                             "bids",
                                                             "wins",
                                                             "impressions",
                                                             "viewable",
                                                             "clicks",
                                                             "conversions",
                                                             "quarantined",
                                                             "spent_nanos",
                                                             "uncharged_nanos",
                                                             "earned_nanos",
                                                             "value_micros",
                                                             "attributed_clicks",
                                                             "attributed_conversions",
                                                             "attributed_micros"};
};
inline constexpr std::array<std::int64_t Measures::*, 15> Measures::kFields{
    &Measures::requests,
    &Measures::bids,
    &Measures::wins,
    &Measures::impressions,
    &Measures::viewable,
    &Measures::clicks,
    &Measures::conversions,
    &Measures::quarantined,
    &Measures::spentNanos,
    &Measures::unchargedNanos,
    &Measures::earnedNanos,
    &Measures::valueMicros,
    &Measures::attributedClicks,
    &Measures::attributedConversions,
    &Measures::attributedMicros};

} // namespace gavel::pipeline
