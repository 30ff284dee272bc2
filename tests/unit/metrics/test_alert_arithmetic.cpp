// SPDX-License-Identifier: GPL-3.0-or-later
// Wilson's bound, windows of ratios and burn rates, by arithmetic shown beside them.
#include "engine/metrics/alerts/burn_rate.h"
#include "engine/metrics/wilson.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::metrics;

class AlertArithmeticTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonsBoundFollowsTheFormula_data();
    void wilsonsBoundFollowsTheFormula();
    void wilsonsBoundHasEnds();
    void aWindowForgetsWhatIsOlder();
    void aWindowTakesLateCountsWhereTheyBelong();
    void aWindowIsBoundedAndStopsAtTheTop();
    void aBurnRateIsFailuresOverTheAllowance();
    void bothWindowsMustBurn();
};

void AlertArithmeticTest::wilsonsBoundFollowsTheFormula_data()
{
    QTest::addColumn<int>("successes");
    QTest::addColumn<int>("trials");
    QTest::addColumn<double>("bound");
    // z^2 = 3.8416; n = 500: z^2 / 2n = 0.0038416, z^2 / 4n^2 = 0.0000038416, 1 + z^2 / n
    // = 1.0076832 p = 0.10: sqrt(0.1 * 0.9 / 500 + 0.0000038416) = sqrt(0.0001838416) = 0.01355882,
    //   (0.1038416 - 1.96 * 0.01355882) / 1.0076832 = 0.07726631 / 1.0076832 = 0.0766772
    QTest::newRow("50 of 500") << 50 << 500 << 0.0766772;
    // p = 0.16: sqrt(0.16 * 0.84 / 500 + 0.0000038416) = sqrt(0.0002726416) = 0.01651186,
    //   (0.1638416 - 1.96 * 0.01651186) / 1.0076832 = 0.13147835 / 1.0076832 = 0.1304759
    QTest::newRow("80 of 500") << 80 << 500 << 0.1304759;
    // n = 10, p = 1: sqrt(0 + 3.8416 / 400) = 0.098; (1 + 0.19208 - 1.96 * 0.098) / 1.38416
    //   = 1 / 1.38416 = 0.7224598
    QTest::newRow("10 of 10") << 10 << 10 << 0.7224598;
}

void AlertArithmeticTest::wilsonsBoundFollowsTheFormula()
{
    QFETCH(int, successes);
    QFETCH(int, trials);
    QFETCH(double, bound);
    const double found = wilsonLowerBound(successes, trials, 1.96);
    QVERIFY2(std::abs(found - bound) < 1e-6, qPrintable(QString::number(found, 'g', 10)));
}

void AlertArithmeticTest::wilsonsBoundHasEnds()
{
    QCOMPARE(wilsonLowerBound(0, 0, 1.96), 0.0); // nothing seen
    QCOMPARE(wilsonLowerBound(0, 100, 1.96), 0.0);
    QCOMPARE(wilsonLowerBound(1, 4, 0), 0.25); // without a margin it is the ratio
    QCOMPARE(wilsonLowerBound(12, 10, 1.96), wilsonLowerBound(10, 10, 1.96));
}

void AlertArithmeticTest::aWindowForgetsWhatIsOlder()
{
    RatioWindow window(60 * base::kSecondMs); // 60 steps of one second
    window.add({0}, {1, 10});
    window.add({30'000}, {2, 20});
    QCOMPARE(window.sum({30'000}), (Counts{3, 30}));
    QCOMPARE(window.sum({59'999}), (Counts{3, 30})); // seconds 0 to 59
    QCOMPARE(window.sum({60'000}), (Counts{2, 20})); // seconds 1 to 60
    QCOMPARE(window.sum({90'000}), (Counts{0, 0}));
}

void AlertArithmeticTest::aWindowTakesLateCountsWhereTheyBelong()
{
    RatioWindow window(60 * base::kSecondMs);
    window.add({100'000}, {1, 1});
    window.add({50'000}, {1, 2}); // late, but within the minute
    window.add({40'000}, {1, 4}); // second 40 has left the window that ends with second 100
    QCOMPARE(window.sum({100'000}), (Counts{2, 3}));
    QCOMPARE(window.sum({110'000}), (Counts{1, 1}));
    QCOMPARE(window.sum({60'000}), (Counts{1, 2})); // what came after that time does not count
}

void AlertArithmeticTest::aWindowIsBoundedAndStopsAtTheTop()
{
    RatioWindow window(3 * base::kDayMs);
    for (int minute = 0; minute < 10'000; ++minute)
        window.add({minute * base::kMinuteMs}, {1, 1});
    QVERIFY(window.steps().size() <= 60U);
    RatioWindow full(base::kMinuteMs);
    full.add({0}, {INT64_MAX, INT64_MAX});
    full.add({0}, {1, 1});
    QCOMPARE(full.sum({0}), (Counts{INT64_MAX, INT64_MAX}));
}

void AlertArithmeticTest::aBurnRateIsFailuresOverTheAllowance()
{
    // Of 1000 requests 999 must be good, so one may fail: 20 failures are 20 times too many.
    QVERIFY(std::abs(burnRate({20, 1000}, 0.999) - 20) < 1e-9);
    QVERIFY(std::abs(burnRate({1, 1000}, 0.999) - 1) < 1e-9);
    QCOMPARE(burnRate({0, 0}, 0.999), 0.0);
}

void AlertArithmeticTest::bothWindowsMustBurn()
{
    const BurnAbove rule{0.999, 14.4, base::kHourMs, 5 * base::kMinuteMs, 100};
    QVERIFY(burnsTooFast({15, 15, 100}, rule));
    QVERIFY(!burnsTooFast({15, 14, 100}, rule)); // the hour does not
    QVERIFY(!burnsTooFast({14, 15, 100}, rule)); // it is over
    QVERIFY(!burnsTooFast({15, 15, 99}, rule)); // too few requests to say anything
    RatioWindow hour(rule.longMs);
    RatioWindow minutes(rule.shortMs);
    for (RatioWindow* window : {&hour, &minutes}) {
        window->add({0}, {0, 3000}); // good for a while
        window->add({40 * base::kMinuteMs}, {20, 1000});
    }
    const Burn burn = burnOf(hour, minutes, rule, {40 * base::kMinuteMs});
    QVERIFY(std::abs(burn.fast - 20) < 1e-9); // 20 of 1000
    QVERIFY(std::abs(burn.slow - 5) < 1e-9); // 20 of 4000
    QCOMPARE(burn.requests, 1000);
}

QTEST_GUILESS_MAIN(AlertArithmeticTest)
#include "test_alert_arithmetic.moc"
