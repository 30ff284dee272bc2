// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gavel::dsp {

namespace {

constexpr double kRadians = std::numbers::pi / 180;

/// A box that is a little too large on purpose, so that rounding never cuts a circle.
GeoBox boxAround(const model::GeoCircle& circle)
{
    const double angle = circle.radiusMetres / kEarthRadiusMetres * 1.000001 + 1e-9; // radians
    GeoBox box;
    box.south = circle.centre.latitude - angle / kRadians;
    box.north = circle.centre.latitude + angle / kRadians;
    if (box.south <= -90 || box.north >= 90)
        return box; // holds a pole: every longitude
    const double reach
        = std::asin(std::min(1.0, std::sin(angle) / std::cos(circle.centre.latitude * kRadians)))
        / kRadians;
    const double west = circle.centre.longitude - reach;
    const double east = circle.centre.longitude + reach;
    if (west >= -180 && east <= 180) {
        box.west = west;
        box.east = east;
    }
    return box;
}

GeoBox boxAround(const model::GeoPolygon& polygon)
{
    if (polygon.corners.empty())
        return {1, -1, 1, -1};
    const auto& first = polygon.corners.front();
    GeoBox box{first.latitude, first.latitude, first.longitude, first.longitude};
    for (const model::GeoPoint& corner : polygon.corners) {
        box.south = std::min(box.south, corner.latitude);
        box.north = std::max(box.north, corner.latitude);
        box.west = std::min(box.west, corner.longitude);
        box.east = std::max(box.east, corner.longitude);
    }
    return box;
}

} // namespace

double distanceMetres(model::GeoPoint from, model::GeoPoint to)
{
    const double halfLatitude = (to.latitude - from.latitude) * kRadians / 2;
    const double halfLongitude = (to.longitude - from.longitude) * kRadians / 2;
    const double a = std::sin(halfLatitude) * std::sin(halfLatitude)
        + std::cos(from.latitude * kRadians) * std::cos(to.latitude * kRadians)
            * std::sin(halfLongitude) * std::sin(halfLongitude);
    return 2 * kEarthRadiusMetres * std::asin(std::min(1.0, std::sqrt(a)));
}

CircleArea::CircleArea(const model::GeoCircle& circle)
    : m_circle(circle)
    , m_box(boxAround(circle))
{
}

bool CircleArea::contains(model::GeoPoint point) const
{
    return m_box.contains(point) && distanceMetres(m_circle.centre, point) <= m_circle.radiusMetres;
}

PolygonArea::PolygonArea(const model::GeoPolygon& polygon)
    : m_polygon(polygon)
    , m_box(boxAround(polygon))
{
}

bool PolygonArea::contains(model::GeoPoint point) const
{
    const auto& corners = m_polygon.corners;
    if (corners.size() < 3 || !m_box.contains(point))
        return false;
    bool inside = false;
    // A ray to the east: each edge whose half-open span of latitudes holds the point and that lies
    // east of it changes sides.
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const model::GeoPoint& a = corners[i];
        const model::GeoPoint& b = corners[j];
        if ((a.latitude > point.latitude) == (b.latitude > point.latitude))
            continue;
        const double share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
        if (point.longitude < a.longitude + share * (b.longitude - a.longitude))
            inside = !inside;
    }
    return inside;
}

} // namespace gavel::dsp
