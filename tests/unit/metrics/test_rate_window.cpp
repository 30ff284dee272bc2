// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/rate_window.h"

#include <QtTest>

using gavel::metrics::RateWindow;

namespace {
constexpr std::int64_t kSecond = 1'000'000'000;
}

class RateWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsZero();
    void aSteadyStreamHasItsRate();
    void theYoungWindowCountsOnlyTheTimeItHasSeen();
    void whatLeftTheWindowCountsNoMore();
};

void RateWindowTest::nothingIsZero()
{
    QCOMPARE(RateWindow().perSecond(5 * kSecond), 0.0);
}

void RateWindowTest::aSteadyStreamHasItsRate()
{
    RateWindow rate(2 * kSecond);
    for (int i = 0; i < 1000; ++i) // 100 events each 10 ms for ten seconds
        rate.add(kSecond + i * kSecond / 100, 100);
    const double shown = rate.perSecond(11 * kSecond);
    QVERIFY2(std::abs(shown - 10'000) < 600,
             qPrintable(QString::number(shown))); // one step of 20 is open
}

void RateWindowTest::theYoungWindowCountsOnlyTheTimeItHasSeen()
{
    RateWindow rate(2 * kSecond);
    rate.add(10 * kSecond, 50);
    rate.add(10 * kSecond + kSecond / 2, 50);
    QCOMPARE(rate.perSecond(10 * kSecond + kSecond / 2), 200.0); // 100 in half a second
}

void RateWindowTest::whatLeftTheWindowCountsNoMore()
{
    RateWindow rate(2 * kSecond);
    rate.add(kSecond, 1'000'000);
    QCOMPARE(rate.perSecond(4 * kSecond), 0.0);
}

QTEST_GUILESS_MAIN(RateWindowTest)
#include "test_rate_window.moc"
