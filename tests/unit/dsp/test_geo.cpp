// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/dsp/targeting/geo.h"

#include <QTest>

#include <cmath>

using namespace gavel::dsp;
using gavel::model::GeoCircle;
using gavel::model::GeoPoint;
using gavel::model::GeoPolygon;

namespace {

constexpr GeoPoint kParis{48.8566, 2.3522};
constexpr GeoPoint kLondon{51.5074, -0.1278};
/// One degree of a great circle: pi * 6 371 000 / 180.
constexpr double kDegreeMetres = 111'194.93;

bool near(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

} // namespace

class TestGeo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parisToLondonIsAbout343Kilometres()
    {
        QVERIFY(near(distanceMetres(kParis, kLondon), 343'556, 100));
        QCOMPARE(distanceMetres(kParis, kLondon), distanceMetres(kLondon, kParis));
    }
    void simpleArcsHaveTheirLengths()
    {
        QVERIFY(near(distanceMetres({0, 0}, {0, 1}), kDegreeMetres, 0.01));
        QVERIFY(near(distanceMetres({10, 5}, {11, 5}), kDegreeMetres, 0.01));
        QVERIFY(near(distanceMetres({0, 0}, {0, 180}), 180 * kDegreeMetres, 2));
        QVERIFY(near(distanceMetres({90, 0}, {-90, 77}), 180 * kDegreeMetres, 2));
        QVERIFY(near(distanceMetres({0, 179.5}, {0, -179.5}), kDegreeMetres, 0.01));
        QCOMPARE(distanceMetres(kParis, kParis), 0.0);
    }
    void aCircleHoldsWhatIsWithinItsRadius()
    {
        const CircleArea circle(GeoCircle{{0, 0}, 50'000});
        QVERIFY(circle.contains({0, 0}));
        QVERIFY(circle.contains({0.4496, 0})); // 49 993 m
        QVERIFY(!circle.contains({0.4497, 0})); // 50 004 m
        QVERIFY(!circle.contains({0.44, 0.44})); // inside the box, 69 km away
    }
    void circlesReachOverTheDateLineAndThePole()
    {
        const CircleArea fiji(GeoCircle{{-17, 179.9}, 100'000});
        QVERIFY(fiji.contains({-17, -179.5}));
        QVERIFY(!fiji.contains({-17, -178}));
        const CircleArea pole(GeoCircle{{89.8, 0}, 100'000});
        QVERIFY(pole.contains({89.8, 180})); // 0.4 degrees over the pole: 44 km
        QVERIFY(!pole.contains({88, 180}));
    }
    void theBoxNeverCutsACircle()
    {
        gavel::base::Random random(3);
        for (int i = 0; i < 20'000; ++i) {
            const GeoPoint centre{random.uniform() * 180 - 90, random.uniform() * 360 - 180};
            const double radius = 1 + random.uniform() * 99'999;
            const GeoPoint point{std::clamp(centre.latitude + random.normal() * 0.5, -90.0, 90.0),
                                 std::clamp(centre.longitude + random.normal(), -180.0, 180.0)};
            QCOMPARE(CircleArea({centre, radius}).contains(point),
                     distanceMetres(centre, point) <= radius);
        }
    }
    void aPolygonHoldsWhatItsEdgesEnclose()
    {
        // An L: the square 0..2 without its upper right quarter.
        const PolygonArea area(GeoPolygon{{{0, 0}, {0, 2}, {1, 2}, {1, 1}, {2, 1}, {2, 0}}});
        QVERIFY(area.contains({0.5, 0.5}));
        QVERIFY(area.contains({0.5, 1.5}));
        QVERIFY(area.contains({1.5, 0.5}));
        QVERIFY(!area.contains({1.5, 1.5}));
        QVERIFY(!area.contains({3, 0.5}));
        QVERIFY(!area.contains({0.5, -0.1}));
    }
    void aRayThroughACornerCountsItOnce()
    {
        const PolygonArea diamond(GeoPolygon{{{0, 1}, {1, 2}, {2, 1}, {1, 0}}});
        QVERIFY(diamond.contains({1, 1})); // the ray meets the eastern corner
        QVERIFY(!diamond.contains({1, -1})); // and here two corners
        QVERIFY(!diamond.contains({2, -1})); // and here only the top
    }
    void pointsOnAnEdgeBelongToOneNeighbourOnly()
    {
        const PolygonArea west(GeoPolygon{{{0, 0}, {0, 1}, {1, 1}, {1, 0}}});
        const PolygonArea east(GeoPolygon{{{0, 1}, {0, 2}, {1, 2}, {1, 1}}});
        const PolygonArea north(GeoPolygon{{{1, 0}, {1, 1}, {2, 1}, {2, 0}}});
        QVERIFY(west.contains({0.5, 0}));
        QVERIFY(!west.contains({0.5, 1}));
        QVERIFY(east.contains({0.5, 1}));
        QVERIFY(west.contains({0, 0.5}));
        QVERIFY(!west.contains({1, 0.5}));
        QVERIFY(north.contains({1, 0.5}));
    }
    void fewerThanThreeCornersHoldNothing()
    {
        QVERIFY(!PolygonArea(GeoPolygon{}).contains({0, 0}));
        QVERIFY(!PolygonArea(GeoPolygon{{{0, 0}, {1, 1}}}).contains({0.5, 0.5}));
        QVERIFY(!PolygonArea(GeoPolygon{{{1, 1}, {1, 1}, {1, 1}}}).contains({1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestGeo)
#include "test_geo.moc"
