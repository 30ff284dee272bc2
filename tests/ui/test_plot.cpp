// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/line_chart.h"
#include "ui/widgets/charts/plot.h"

#include <QtTest>

#include <limits>

using namespace gavel::widgets;

class TestPlot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSinglePeakSurvivesTheReduction();
    void theNumberOfPointsFollowsTheWidth();
    void missingValuesBreakTheLine();
    void ticksAreRound();
    void amountsStartAtZero();
    void nextToNothingBelowZeroTakesNoStep();
    void timeTicksFallOnTheHoursOfTheZone();
    void dragSelectsARange();
    void ticksBelowAMinuteShowSeconds();
    void theNewestSpansMayBeMissing();
};

void TestPlot::aSinglePeakSurvivesTheReduction()
{
    std::vector<double> values(1'000'000, 1.0);
    values[123'457] = 9;
    const plot::Scale scale{0, 10, 0, 100};
    double top = 100;
    for (const plot::Run& run : plot::reduce(values, 0, 600, scale)) {
        for (const QPointF& point : run)
            top = std::min(top, point.y());
    }
    QCOMPARE(top, 10.0); // 100 - 9 / 10 * 100
}

void TestPlot::theNumberOfPointsFollowsTheWidth()
{
    const std::vector<double> values(100'000, 1.0);
    const std::vector<plot::Run> runs = plot::reduce(values, 0, 500, {0, 1, 0, 100});
    QCOMPARE(runs.size(), std::size_t{1});
    QVERIFY(runs.front().size() <= 4 * 500);
}

void TestPlot::missingValuesBreakTheLine()
{
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const std::vector<plot::Run> runs
        = plot::reduce(std::vector<double>{1, 2, nothing, 3, 4}, 0, 100, {0, 4, 0, 10});
    QCOMPARE(runs.size(), std::size_t{2});
    QCOMPARE(runs[0].size(), 2);
    QCOMPARE(runs[1].size(), 2);
}

void TestPlot::ticksAreRound()
{
    QCOMPARE(plot::ticks({0, 6000}, 5), (std::vector<double>{0, 2000, 4000, 6000}));
    QCOMPARE(plot::tickText(6000, 2000), QStringLiteral("6,000"));
    QCOMPARE(plot::tickText(15'000, 5'000), QStringLiteral("15\u00a0k"));
    QCOMPARE(plot::tickText(0.5, 0.5), QStringLiteral("0.50"));
}

void TestPlot::amountsStartAtZero()
{
    const std::vector<double> values{40, 50};
    QCOMPARE(plot::extentOf(values, true).low, 0.0);
    QCOMPARE(plot::extentOf(values, false).low, 40.0);
    const plot::Extent nothing = plot::extentOf({}, true);
    QVERIFY(nothing.high > nothing.low);
}

void TestPlot::nextToNothingBelowZeroTakesNoStep()
{
    QCOMPARE(plot::widened({-20, 1000}, 5).low, 0.0); // 2 % of the range
    QCOMPARE(plot::widened({-200, 1000}, 5).low, -500.0);
    QCOMPARE(plot::widened({-1000, -10}, 5).low, -1000.0);
}

void TestPlot::timeTicksFallOnTheHoursOfTheZone()
{
    // 00:10 to 03:10 UTC is 05:40 to 08:40 at UTC+05:30; whole hours there are half hours here.
    constexpr qint64 kMinute = 60'000;
    const std::vector<qint64> ticks = plot::timeTicks(10 * kMinute, 190 * kMinute, 330, 4);
    QCOMPARE(ticks, (std::vector<qint64>{30 * kMinute, 90 * kMinute, 150 * kMinute}));
}

void TestPlot::dragSelectsARange()
{
    LineChart chart(QStringLiteral("Throughput"));
    chart.resize(500, 200);
    chart.setRange(0, 100'000);
    chart.setLines({{QStringLiteral("Bids"), {1, 2, 3}, 0, {}, Qt::SolidLine, true, false, {}}});
    QSignalSpy range(&chart, &LineChart::rangeSelected);
    QSignalSpy click(&chart, &LineChart::momentClicked);
    QTest::mousePress(&chart, Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(&chart, {200, 100});
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, {200, 100});
    QCOMPARE(range.count(), 1);
    QVERIFY(range.first().at(0).toLongLong() < range.first().at(1).toLongLong());
    QTest::mouseClick(&chart, Qt::LeftButton, {}, {100, 100});
    QCOMPARE(click.count(), 1);
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Bids: 3")));
}

void TestPlot::ticksBelowAMinuteShowSeconds()
{
    const std::vector<qint64> halves = plot::timeTicks(0, 90'000, 0, 3);
    QCOMPARE(halves, (std::vector<qint64>{0, 30'000, 60'000, 90'000}));
    QCOMPARE(plot::timeTickText(30'000, halves, 0), QStringLiteral("00:00:30"));
    QCOMPARE(plot::timeTickText(60'000, {0, 60'000}, 480), QStringLiteral("08:01"));
}

void TestPlot::theNewestSpansMayBeMissing()
{
    // The label stands right of the plot: without values there is nothing but background.
    const auto inkAtTheEnd = [](std::vector<double> values) {
        LineChart chart(QStringLiteral("Throughput"));
        chart.resize(500, 200);
        chart.setRange(0, 100'000);
        chart.setLines(
            {{QStringLiteral("Bids"), std::move(values), 0, {}, Qt::SolidLine, false, false, {}}});
        const QImage image = chart.grab().toImage();
        int ink = 0;
        for (int y = 0; y < image.height() - 30; ++y)
            for (int x = image.width() - 30; x < image.width(); ++x)
                ink += image.pixelColor(x, y) != color(Token::Bg2) ? 1 : 0;
        return ink;
    };
    const double missing = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(inkAtTheEnd({1, 2, 3, 4, 5, 6}) > 0);
    QVERIFY(inkAtTheEnd({1, 2, 3, 4, 5, missing}) > 0);
    QVERIFY(inkAtTheEnd({1, 2, missing, missing, missing, missing}) > 0);
    QCOMPARE(inkAtTheEnd({missing, missing}), 0);
}

QTEST_MAIN(TestPlot)
#include "test_plot.moc"
