// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/targeting.h"

namespace gavel::dsp {

inline constexpr double kEarthRadiusMetres = 6'371'000;

/// Great-circle distance by the haversine formula.
double distanceMetres(model::GeoPoint from, model::GeoPoint to);

/// Latitudes and longitudes that certainly hold a shape; outside of it nothing needs to be worked
/// out.
struct GeoBox
{
    double south = -90;
    double north = 90;
    double west = -180;
    double east = 180;

    bool contains(model::GeoPoint point) const
    {
        return point.latitude >= south && point.latitude <= north && point.longitude >= west
            && point.longitude <= east;
    }
};

/// A circle ready to be asked; the rim belongs to it.
class CircleArea
{
public:
    explicit CircleArea(const model::GeoCircle& circle);
    bool contains(model::GeoPoint point) const;
    const model::GeoCircle& shape() const { return m_circle; }

private:
    model::GeoCircle m_circle;
    GeoBox m_box;
};

/// A polygon ready to be asked: even-odd ray casting on plain degrees, so it must not cross the
/// 180th meridian. Points on a western or southern edge are inside, on an eastern or northern edge
/// outside, so that neighbours share no point. Fewer than three corners hold nothing.
class PolygonArea
{
public:
    explicit PolygonArea(const model::GeoPolygon& polygon);
    bool contains(model::GeoPoint point) const;
    const model::GeoPolygon& shape() const { return m_polygon; }

private:
    model::GeoPolygon m_polygon;
    GeoBox m_box;
};

} // namespace gavel::dsp
