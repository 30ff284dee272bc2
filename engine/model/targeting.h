// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/model/dimension.h"

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// How the values of a rule are asked of an opportunity.
enum class Match : std::uint8_t { AnyOf, AllOf, NoneOf };
inline constexpr std::array<std::string_view, 3> kMatchNames{"any", "all", "none"};

/// One dictionary dimension: the opportunity must have any, all or none of the values.
/// AllOf is for list dimensions only. Ages are written as rules of no kind: see Targeting::age.
struct ValueRule
{
    Dimension dimension{};
    Match match = Match::AnyOf;
    std::vector<std::string> values;
    bool operator==(const ValueRule&) const = default;
};

struct GeoPoint
{
    double latitude = 0; ///< degrees, -90 to 90
    double longitude = 0; ///< degrees, -180 to 180
    bool operator==(const GeoPoint&) const = default;
};
/// Within a great-circle distance (haversine, earth radius 6 371 000 m); radius 1 to 100 000 m.
struct GeoCircle
{
    GeoPoint centre;
    double radiusMetres = 0;
    bool operator==(const GeoCircle&) const = default;
};
/// Inside by ray casting; 3 to 1000 corners, not self-checked for crossings.
struct GeoPolygon
{
    std::vector<GeoPoint> corners;
    bool operator==(const GeoPolygon&) const = default;
};
struct AgeRange
{
    int least = 0; ///< inclusive, 13 to 100
    int most = 100; ///< inclusive
    bool operator==(const AgeRange&) const = default;
};
/// Operating system with at least this version, written "iOS 15.2".
struct OsVersionRule
{
    std::string os;
    std::uint32_t least = 0; ///< packVersion(15, 2, 0)
    bool operator==(const OsVersionRule&) const = default;
};
constexpr std::uint32_t packVersion(unsigned major, unsigned minor, unsigned patch)
{
    return (major << 16) | ((minor & 0xffU) << 8) | (patch & 0xffU);
}
/// Days in the campaign's own zone, both inclusive, as days since 1970-01-01.
struct DateRange
{
    std::int32_t first = 0;
    std::int32_t last = 0;
    bool operator==(const DateRange&) const = default;
};
/// Bit h + 24 * d: hour h of weekday d, Monday = 0, in the campaign's own zone.
using HourGrid = std::bitset<168>;

/// Who and where a campaign wants to be shown. All parts must hold; an empty targeting takes every
/// opportunity. Circles and polygons are one geographic rule: inside any of them.
struct Targeting
{
    std::vector<ValueRule> rules;
    std::vector<GeoCircle> circles;
    std::vector<GeoPolygon> polygons;
    std::optional<AgeRange> age;
    std::vector<OsVersionRule> osVersions; ///< each applies to its own system only
    std::optional<HourGrid> hours;
    std::vector<DateRange> dates; ///< within any of them
    std::string unknownJson; ///< keys that this schema does not know, kept as a JSON object text
                             ///< ("" when none)

    bool operator==(const Targeting&) const = default;
    /// The rule of a dimension and match, or nullptr.
    const ValueRule* find(Dimension dimension, Match match) const;
};

/// Adds every rule that the targeting breaks, with paths such as "targeting.country.any[2]" below
/// `path`.
void validate(const Targeting& targeting, std::string_view path, std::vector<Error>& errors);

} // namespace gavel::model
