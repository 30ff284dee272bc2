// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/place_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>
#include <vector>

namespace gavel::campaigns {

namespace {

struct PlaceTextWords
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)
};

constexpr double kMetresPerKm = 1000;
constexpr double kMostKm = 100;
constexpr double kLeastKm = 0.001;
constexpr std::size_t kCircleNumbers = 3;
constexpr std::size_t kLeastCorners = 3;
constexpr std::size_t kMostCorners = 1000;

QString pointText(const model::GeoPoint& point)
{
    return QStringLiteral("%1, %2").arg(point.latitude, 0, 'g', 8).arg(point.longitude, 0, 'g', 9);
}

std::vector<double> numbersOf(const QString& text)
{
    static const QRegularExpression kNumber(QStringLiteral("[-+]?[0-9]+(?:\\.[0-9]+)?"));
    std::vector<double> numbers;
    for (auto found = kNumber.globalMatch(text); found.hasNext();)
        numbers.push_back(found.next().captured().toDouble());
    return numbers;
}

QString strangeWord(const QString& text)
{
    static const QRegularExpression kStrange(QStringLiteral("[^-+0-9.,;:()\\[\\]\\s]+"));
    const QString word = kStrange.match(text).captured();
    return word.compare(u"km", Qt::CaseInsensitive) == 0 ? QString() : word;
}

/// Empty when both lie on the globe.
QString problemOf(const model::GeoPoint& point)
{
    if (std::abs(point.latitude) > 90)
        return PlaceTextWords::tr("Latitude %1 is not from -90 to 90.").arg(point.latitude);
    if (std::abs(point.longitude) > 180)
        return PlaceTextWords::tr("Longitude %1 is not from -180 to 180.").arg(point.longitude);
    return {};
}

PlaceRead readCircle(const std::vector<double>& numbers)
{
    PlaceRead read;
    const model::GeoCircle circle{{numbers[0], numbers[1]}, numbers[2] * kMetresPerKm};
    read.problem = problemOf(circle.centre);
    if (read.problem.isEmpty() && (numbers[2] < kLeastKm || numbers[2] > kMostKm))
        read.problem
            = PlaceTextWords::tr("A radius of %1 km is not from 0.001 to 100.").arg(numbers[2]);
    if (read.problem.isEmpty())
        read.circle = circle;
    return read;
}

PlaceRead readPolygon(const std::vector<double>& numbers)
{
    PlaceRead read;
    model::GeoPolygon polygon;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        polygon.corners.push_back({numbers[i], numbers[i + 1]});
        read.problem = problemOf(polygon.corners.back());
        if (!read.problem.isEmpty()) {
            read.problem = PlaceTextWords::tr("Corner %1: %2").arg(i / 2 + 1).arg(read.problem);
            return read;
        }
    }
    if (polygon.corners.size() > kMostCorners)
        read.problem = PlaceTextWords::tr("An area has at most 1000 corners, this has %1.")
                           .arg(polygon.corners.size());
    else
        read.polygon = std::move(polygon);
    return read;
}

} // namespace

QString placeText(const model::GeoCircle& circle)
{
    return QStringLiteral("%1, %2 km")
        .arg(pointText(circle.centre))
        .arg(circle.radiusMetres / kMetresPerKm, 0, 'g', 8);
}

QString placeText(const model::GeoPolygon& polygon)
{
    QStringList corners;
    for (const model::GeoPoint& corner : polygon.corners)
        corners << pointText(corner);
    return corners.join(QStringLiteral("; "));
}

PlaceRead readPlace(const QString& text)
{
    PlaceRead read;
    const std::vector<double> numbers = numbersOf(text);
    if (const QString strange = strangeWord(text); !strange.isEmpty())
        read.problem
            = PlaceTextWords::tr("“%1” is not a number. Write 31.23, 121.47, 5 km.").arg(strange);
    else if (numbers.size() == kCircleNumbers)
        return readCircle(numbers);
    else if (numbers.size() < 2 * kLeastCorners)
        read.problem
            = PlaceTextWords::tr("Write latitude, longitude and km, or three corners of an area.");
    else if (numbers.size() % 2 != 0)
        read.problem = PlaceTextWords::tr("The last corner has no longitude.");
    else
        return readPolygon(numbers);
    return read;
}

} // namespace gavel::campaigns
