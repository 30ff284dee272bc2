// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"
#include "engine/base/histogram.h"
#include "engine/base/random.h"

#include <QtTest>

#include <cmath>

using namespace gavel::base;

class TestHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void percentilesAreWithinTheirBound()
    {
        // 32 buckets to a power of two: a bucket is at most 1/32 of its value wide.
        Random random(12);
        Histogram histogram;
        std::vector<std::uint64_t> values;
        for (int i = 0; i < 100'000; ++i) {
            const auto value = static_cast<std::uint64_t>(random.logNormal(9, 2));
            values.push_back(value);
            histogram.add(value);
        }
        std::sort(values.begin(), values.end());
        for (const double share : {0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1.0}) {
            const auto rank
                = static_cast<std::size_t>(share * static_cast<double>(values.size()) + 0.5);
            const auto exact = values[std::max<std::size_t>(rank, 1) - 1];
            const auto told = histogram.percentile(share);
            QVERIFY2(told >= exact
                         && static_cast<double>(told) <= static_cast<double>(exact) * 1.032 + 1,
                     qPrintable(QString("%1: %2 against %3").arg(share).arg(told).arg(exact)));
        }
        QCOMPARE(histogram.max(), std::uint64_t{values.back()});
        QCOMPARE(histogram.count(), std::uint64_t{100'000});
    }

    void smallValuesAreExact()
    {
        Histogram histogram;
        for (std::uint64_t value = 0; value < 32; ++value)
            histogram.add(value);
        QCOMPARE(histogram.percentile(0.5), std::uint64_t{15});
        QCOMPARE(histogram.percentile(1), std::uint64_t{31});
        QCOMPARE(histogram.mean(), 15.5);
    }

    void emptyAndHugeAreNoTrap()
    {
        Histogram histogram;
        QCOMPARE(histogram.percentile(0.99), std::uint64_t{0});
        QCOMPARE(histogram.mean(), 0.0);
        histogram.add(UINT64_MAX >> 1);
        QCOMPARE(histogram.count(), std::uint64_t{1});
        QCOMPARE(histogram.max(), UINT64_MAX >> 1);
        histogram.clear();
        QCOMPARE(histogram.count(), std::uint64_t{0});
    }

    void mergingIsCountingTogether()
    {
        Histogram left;
        Histogram right;
        Histogram both;
        for (std::uint64_t i = 0; i < 1000; ++i) {
            (i % 2 == 0 ? left : right).add(i * i);
            both.add(i * i);
        }
        left.merge(right);
        QCOMPARE(left.count(), both.count());
        QCOMPARE(left.mean(), both.mean());
        for (const double share : {0.1, 0.5, 0.95})
            QCOMPARE(left.percentile(share), both.percentile(share));
    }

    void digestsDependOnOrderAndValue()
    {
        const auto digest = [](std::initializer_list<std::uint64_t> values) {
            Digest running;
            for (const auto value : values)
                running.add(value);
            return running.value();
        };
        QCOMPARE(digest({1, 2, 3}), digest({1, 2, 3}));
        QVERIFY(digest({1, 2, 3}) != digest({1, 3, 2}));
        QVERIFY(digest({1, 2}) != digest({1, 2, 0}));
        QVERIFY(digest({0}) != digest({}));
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "test_histogram.moc"
