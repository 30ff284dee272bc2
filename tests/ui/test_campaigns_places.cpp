// SPDX-License-Identifier: GPL-3.0-or-later
// Circles and areas as they are typed and pasted into the targeting.
#include "ui/campaigns/inspector/place_text.h"
#include "ui/campaigns/inspector/rule_row.h"
#include "ui/widgets/theme.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::campaigns;

namespace {

TargetingPart places()
{
    return {TargetingPart::Kind::Places, 0, model::Dimension::Circle, {}};
}

} // namespace

class TestCampaignsPlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::current().install(); }

    void threeNumbersAreACircleInKilometres()
    {
        const PlaceRead read = readPlace(QStringLiteral("31.2304, 121.4737, 2.5 km"));
        QVERIFY2(read.problem.isEmpty(), qPrintable(read.problem));
        QCOMPARE(read.circle->centre.latitude, 31.2304);
        QCOMPARE(read.circle->centre.longitude, 121.4737);
        QCOMPARE(read.circle->radiusMetres, 2500.0);
        QCOMPARE(placeText(*read.circle), QStringLiteral("31.2304, 121.4737, 2.5 km"));
    }

    void pastedPairsAreAnArea()
    {
        const QString text = QStringLiteral("(31.2, 121.4)\n(31.3, 121.5)\n(31.2, -121.6)");
        const PlaceRead read = readPlace(text);
        QVERIFY2(read.problem.isEmpty(), qPrintable(read.problem));
        QCOMPARE(read.polygon->corners.size(), std::size_t{3});
        QCOMPARE(read.polygon->corners[2].longitude, -121.6);
        const PlaceRead again = readPlace(placeText(*read.polygon));
        QCOMPARE(again.polygon->corners, read.polygon->corners);
    }

    void whatIsNoPlaceSaysWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("one number") << "31.2"
                                    << "Write latitude, longitude and km";
        QTest::newRow("two corners") << "31.2, 121.4; 31.3, 121.5"
                                     << "three corners";
        QTest::newRow("odd") << "31, 121; 32, 122; 33, 123; 34"
                             << "has no longitude";
        QTest::newRow("latitude") << "131.2, 121.4, 5"
                                  << "Latitude 131.2";
        QTest::newRow("longitude") << "31.2, 221.4, 5"
                                   << "Longitude 221.4";
        QTest::newRow("no radius") << "31.2, 121.4, 0"
                                   << "0 km";
        QTest::newRow("far") << "31.2, 121.4, 101"
                             << "101 km";
        QTest::newRow("corner") << "31, 121; 32, 222; 33, 123"
                                << "Corner 2: Longitude 222";
        QTest::newRow("word") << "here, 121.4, 5"
                              << "here";
    }

    void whatIsNoPlaceSaysWhy()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, reason);
        const PlaceRead read = readPlace(text);
        QVERIFY(!read.circle && !read.polygon);
        QVERIFY2(read.problem.contains(reason), qPrintable(read.problem));
    }

    void aPlaceIsAddedAndEditedInTheRow()
    {
        RuleRow empty(places(), {}, false, [](model::Dimension) { return QStringList(); });
        empty.show();
        auto* input = empty.findChild<QLineEdit*>();
        auto* problem = empty.findChild<QLabel*>(QStringLiteral("problem"));
        QSignalSpy added(&empty, &RuleRow::valueAdded);
        empty.startAdding();
        QTest::keyClicks(input, QStringLiteral("131.2, 121.4, 5"));
        QVERIFY(problem->isVisible());
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(added.size(), 0);
        input->setText(QStringLiteral("31.2, 121.4, 5"));
        QVERIFY(!problem->isVisible());
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(added.size(), 1);
        const auto targeting = added.first().first().value<model::Targeting>();
        QCOMPARE(targeting.circles.size(), std::size_t{1});

        RuleRow row(places(), targeting, false, [](model::Dimension) { return QStringList(); });
        row.show();
        QSignalSpy edited(&row, &RuleRow::edited);
        row.findChild<widgets::Chip*>()->click();
        auto* line = row.findChild<QLineEdit*>();
        QCOMPARE(line->text(), QStringLiteral("31.2, 121.4, 5 km"));
        line->setText(QStringLiteral("31.2, 121.4; 31.3, 121.5; 31.2, 121.6"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(edited.size(), 1);
        const auto changed = edited.first().first().value<model::Targeting>();
        QVERIFY(changed.circles.empty());
        QCOMPARE(changed.polygons.size(), std::size_t{1});
    }
};

QTEST_MAIN(TestCampaignsPlaces)
#include "test_campaigns_places.moc"
