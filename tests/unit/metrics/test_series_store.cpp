// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/series_store.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace gavel;
using namespace gavel::metrics;

class SeriesStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsAddUpWithinABucket();
    void nothingMeasuredIsNotANumber();
    void aGaugeKeepsTheLatestAndMaxTheHighest();
    void aBucketInTwoSpansIsSharedByTime();
    void longSpansReadCoarserBucketsAndLoseNothing();
    void extremesKeepAPeakThatTheSpanWouldHide();
    void valuesOlderThanTheRingAreLeftOut();
    void badValuesAreLeftOut();
    void aNameIsOneSeries();
    void timesBeforeTheEpochHaveBucketsToo();
    void clearForgetsValuesOnly();
};

void SeriesStoreTest::sumsAddUpWithinABucket()
{
    SeriesStore store({{10'000, 6}});
    const auto wins = store.series("wins", Merge::Sum);
    store.add(wins, {1'000}, 2);
    store.add(wins, {9'999}, 3);
    store.add(wins, {10'000}, 7);
    store.add(wins, {19'999}, 1);
    const auto values = store.query(wins, {0}, {20'000}, 2);
    QCOMPARE(values, (std::vector<double>{5, 8}));
}

void SeriesStoreTest::nothingMeasuredIsNotANumber()
{
    SeriesStore store({{10'000, 6}});
    const auto wins = store.series("wins", Merge::Sum);
    QVERIFY(std::isnan(store.query(wins, {0}, {10'000}, 1)[0]));
    store.add(wins, {0}, 1);
    store.add(wins, {20'000}, 1);
    const auto values = store.query(wins, {0}, {40'000}, 4);
    QVERIFY(std::isnan(values[1]));
    QCOMPARE(values[2], 1.0);
    QVERIFY(std::isnan(values[3]));
}

void SeriesStoreTest::aGaugeKeepsTheLatestAndMaxTheHighest()
{
    SeriesStore store({{10'000, 6}});
    const auto backlog = store.series("backlog", Merge::Gauge);
    const auto slowest = store.series("slowest", Merge::Max);
    for (const auto series : {backlog, slowest}) {
        store.add(series, {1'000}, 4);
        store.add(series, {5'000}, 9);
        store.add(series, {7'000}, 6);
        store.add(series, {6'000}, 8); // late: the latest by its own time stands
    }
    QCOMPARE(store.query(backlog, {0}, {10'000}, 1)[0], 6.0);
    QCOMPARE(store.query(slowest, {0}, {10'000}, 1)[0], 9.0);
}

void SeriesStoreTest::aBucketInTwoSpansIsSharedByTime()
{
    SeriesStore store({{10'000, 6}});
    const auto wins = store.series("wins", Merge::Sum);
    store.add(wins, {0}, 10);
    store.add(wins, {10'000}, 1); // the first bucket is whole now
    const auto values = store.query(wins, {0}, {10'000}, 4);
    QCOMPARE(values, (std::vector<double>{2.5, 2.5, 2.5, 2.5}));
}

void SeriesStoreTest::longSpansReadCoarserBucketsAndLoseNothing()
{
    SeriesStore store({{1'000, 10}, {10'000, 10}, {60'000, 60}});
    const auto wins = store.series("wins", Merge::Sum);
    for (int second = 0; second < 600; ++second)
        store.add(wins, {second * 1'000 + 999}, 1);
    // The fine ring reaches back 10 s, the middle 100 s; the whole ten minutes are in the minutes.
    const auto minutes = store.query(wins, {0}, {600'000}, 10);
    for (const double minute : minutes)
        QCOMPARE(minute, 60.0);
    const auto tens = store.query(wins, {500'000}, {600'000}, 10);
    QCOMPARE(std::accumulate(tens.begin(), tens.end(), 0.0), 100.0);
    const auto seconds = store.query(wins, {590'000}, {600'000}, 10);
    QCOMPARE(seconds, std::vector<double>(10, 1.0));
}

void SeriesStoreTest::extremesKeepAPeakThatTheSpanWouldHide()
{
    SeriesStore store({{1'000, 100}});
    const auto wins = store.series("wins", Merge::Sum);
    const auto delay = store.series("delay", Merge::Gauge);
    for (int second = 0; second < 100; ++second) {
        const double value = second == 42 ? 50 : 1;
        store.add(wins, {second * 1'000 + 999}, value);
        store.add(delay, {second * 1'000}, value);
        store.add(delay, {second * 1'000 + 999}, 1);
    }
    const auto spans = store.extremes(delay, {0}, {100'000}, 10);
    QCOMPARE(spans[4].most, 50.0);
    QCOMPARE(spans[4].least, 1.0);
    QCOMPARE(spans[3].most, 1.0);
    // 50 in one second is a pace of 500 in a span of ten.
    QCOMPARE(store.extremes(wins, {0}, {100'000}, 10)[4].most, 500.0);
}

void SeriesStoreTest::valuesOlderThanTheRingAreLeftOut()
{
    SeriesStore store({{1'000, 4}});
    const auto wins = store.series("wins", Merge::Sum);
    store.add(wins, {10'000}, 1);
    store.add(wins, {6'000}, 5); // shares a slot with second 10
    QCOMPARE(store.query(wins, {10'000}, {11'000}, 1)[0], 1.0);
    QVERIFY(std::isnan(store.query(wins, {6'000}, {7'000}, 1)[0]));
}

void SeriesStoreTest::badValuesAreLeftOut()
{
    SeriesStore store({{1'000, 4}});
    const auto wins = store.series("wins", Merge::Sum);
    store.add(wins, {0}, 1);
    store.add(wins, {0}, std::numeric_limits<double>::quiet_NaN());
    store.add(wins, {0}, std::numeric_limits<double>::infinity());
    QCOMPARE(store.query(wins, {0}, {1'000}, 1)[0], 1.0);
    QVERIFY(store.query(wins, {0}, {1'000}, 0).empty());
    QVERIFY(std::isnan(store.query(wins, {1'000}, {0}, 1)[0]));
}

void SeriesStoreTest::aNameIsOneSeries()
{
    SeriesStore store;
    const auto wins = store.series("wins", Merge::Sum);
    QCOMPARE(store.series("wins", Merge::Max), wins);
    QCOMPARE(store.find("wins"), std::optional(wins));
    QVERIFY(!store.find("losses"));
    QCOMPARE(store.names(), std::vector<std::string>{"wins"});
}

void SeriesStoreTest::timesBeforeTheEpochHaveBucketsToo()
{
    SeriesStore store({{1'000, 8}});
    const auto wins = store.series("wins", Merge::Sum);
    store.add(wins, {-1}, 3);
    store.add(wins, {0}, 4);
    QCOMPARE(store.query(wins, {-1'000}, {1'000}, 2), (std::vector<double>{3, 4}));
}

void SeriesStoreTest::clearForgetsValuesOnly()
{
    SeriesStore store({{1'000, 8}});
    const auto wins = store.series("wins", Merge::Sum);
    store.add(wins, {0}, 3);
    store.clear();
    QVERIFY(std::isnan(store.query(wins, {0}, {1'000}, 1)[0]));
    QCOMPARE(store.series("wins", Merge::Sum), wins);
}

QTEST_GUILESS_MAIN(SeriesStoreTest)
#include "test_series_store.moc"
