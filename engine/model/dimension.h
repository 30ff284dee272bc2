// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gavel::model {

/// What a campaign can be targeted by. The order is the order in which reasons are told.
enum class Dimension : std::uint8_t {
    // exactly one value in an opportunity (kNone when unknown)
    Country,
    Region,
    City,
    DeviceType,
    DeviceMake,
    Os,
    Browser,
    Language,
    Connection,
    Placement,
    Publisher,
    Domain,
    App,
    Format,
    Size,
    Gender,
    Age,
    // several values in an opportunity
    Category,
    Segment,
    Interest,
    Keyword,
    Deal,
    // not a dictionary value
    HourOfWeek,
    DateRange,
    Circle,
    Polygon,
    OsVersion,
};

inline constexpr std::size_t kSingleDimensions = 17; ///< Country to Age
inline constexpr std::size_t kListDimensions = 5; ///< Category to Deal
inline constexpr std::size_t kValueDimensions = kSingleDimensions + kListDimensions;
inline constexpr std::size_t kDimensions = kValueDimensions + 5;

constexpr bool isSingle(Dimension d)
{
    return static_cast<std::size_t>(d) < kSingleDimensions;
}
constexpr bool isList(Dimension d)
{
    return !isSingle(d) && static_cast<std::size_t>(d) < kValueDimensions;
}
constexpr std::size_t index(Dimension d)
{
    return static_cast<std::size_t>(d);
}
/// The place of a list dimension among the lists of an opportunity.
constexpr std::size_t listIndex(Dimension d)
{
    return index(d) - kSingleDimensions;
}

/// Names in files and in the filter language; "country", "device_type", "hour_of_week".
inline constexpr std::array<std::string_view, kDimensions> kDimensionNames{
    "country",  "region",       "city",       "device_type", "device_make", "os",         "browser",
    "language", "connection",   "placement",  "publisher",   "domain",      "app",        "format",
    "size",     "gender",       "age",        "category",    "segment",     "interest",   "keyword",
    "deal",     "hour_of_week", "date_range", "circle",      "polygon",     "os_version",
};
constexpr std::string_view name(Dimension d)
{
    return kDimensionNames[index(d)];
}
std::optional<Dimension> dimensionNamed(std::string_view name);

} // namespace gavel::model
