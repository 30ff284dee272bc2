// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/metrics/hyper_log_log.h"

#include <QtTest>

#include <cmath>

using gavel::metrics::HyperLogLog;

class HyperLogLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewValuesAreCountedExactly();
    void manyValuesAreCountedWithinAFewPerCent_data();
    void manyValuesAreCountedWithinAFewPerCent();
    void mergingEqualsAddingEverything();
    void bytesAreTheSameInAnyOrderAndReadBack();
    void bytesThatAreNoSketchAreRefused();
};

void HyperLogLogTest::fewValuesAreCountedExactly()
{
    HyperLogLog users;
    QCOMPARE(users.estimate(), 0U);
    for (int twice = 0; twice < 2; ++twice)
        for (std::uint64_t user = 1; user <= 128; ++user)
            users.add(gavel::base::mix64(user));
    QCOMPARE(users.estimate(), 128U);
}

void HyperLogLogTest::manyValuesAreCountedWithinAFewPerCent_data()
{
    QTest::addColumn<int>("users");
    for (const int users : {200, 1'000, 5'000, 20'000, 300'000})
        QTest::addRow("%d", users) << users;
}

// The standard error is 1.04 / sqrt(2048) = 2.3 %: four of them are never met by chance.
void HyperLogLogTest::manyValuesAreCountedWithinAFewPerCent()
{
    QFETCH(int, users);
    HyperLogLog sketch;
    for (int user = 0; user < users; ++user)
        sketch.add(gavel::base::mix64(static_cast<std::uint64_t>(user) * 7919));
    const double estimate = static_cast<double>(sketch.estimate());
    QVERIFY2(std::abs(estimate / users - 1) < 4 * 0.023, qPrintable(QString::number(estimate)));
}

void HyperLogLogTest::mergingEqualsAddingEverything()
{
    HyperLogLog all;
    HyperLogLog few;
    HyperLogLog many;
    for (std::uint64_t user = 0; user < 5'000; ++user) {
        const std::uint64_t hash = gavel::base::mix64(user);
        all.add(hash);
        (user < 100 ? few : many).add(hash);
    }
    HyperLogLog merged = few;
    merged.merge(many);
    QCOMPARE(merged.bytes(), all.bytes());
    many.merge(few);
    many.merge(few);
    QCOMPARE(many.bytes(), all.bytes());
}

void HyperLogLogTest::bytesAreTheSameInAnyOrderAndReadBack()
{
    for (const std::uint64_t users : {0U, 50U, 4'000U}) {
        HyperLogLog up;
        HyperLogLog down;
        for (std::uint64_t user = 0; user < users; ++user) {
            up.add(gavel::base::mix64(user));
            down.add(gavel::base::mix64(users - 1 - user));
        }
        QCOMPARE(up.bytes(), down.bytes());
        HyperLogLog read;
        QVERIFY(HyperLogLog::read(up.bytes(), read));
        QCOMPARE(read.estimate(), up.estimate());
    }
}

void HyperLogLogTest::bytesThatAreNoSketchAreRefused()
{
    HyperLogLog sketch;
    QVERIFY(!HyperLogLog::read("seven b", sketch));
    QVERIFY(!HyperLogLog::read(std::string(2048, '\x7f'), sketch)); // no rank is so high
    QVERIFY(!HyperLogLog::read(std::string(4096, '\0'), sketch));
}

QTEST_APPLESS_MAIN(HyperLogLogTest)
#include "test_hyper_log_log.moc"
