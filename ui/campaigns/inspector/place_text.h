// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <QString>

#include <optional>

namespace gavel::campaigns {

/// Places of a targeting as texts that can be typed or pasted.

/// "31.2304, 121.4737, 5 km": latitude, longitude, radius.
QString placeText(const model::GeoCircle& circle);
/// "31.2, 121.4; 31.3, 121.5; 31.2, 121.6": latitude, longitude of each corner.
QString placeText(const model::GeoPolygon& polygon);

/// What a text says: a circle, an area, or why it is neither.
struct PlaceRead
{
    std::optional<model::GeoCircle> circle;
    std::optional<model::GeoPolygon> polygon;
    QString problem; ///< one sentence; "" when it is a place
};

/// Three numbers are a circle; three pairs or more, parted by anything, are an area.
PlaceRead readPlace(const QString& text);

} // namespace gavel::campaigns
