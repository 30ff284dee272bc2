// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::base;

class TestIsoTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAndWritesTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* text, qint64 ms, const char* written) {
            QTest::newRow(text) << QByteArray(text) << ms << QByteArray(written);
        };
        row("1970-01-01", 0, "1970-01-01T00:00:00Z");
        // 2024-02-29 is day 19782 (date -d 2024-02-29 +%s = 1709164800)
        row("2024-02-29T00:00:00Z", 1709164800000, "2024-02-29T00:00:00Z");
        row("2024-02-29T23:59:59.250Z", 1709251199250, "2024-02-29T23:59:59.250Z");
        row("2024-02-29 10:30", 1709202600000, "2024-02-29T10:30:00Z");
        row("2024-02-29T10:30+08:00", 1709173800000, "2024-02-29T02:30:00Z");
        row("2024-02-29T10:30:00.5-0130", 1709208000500, "2024-02-29T12:00:00.500Z");
        row("1969-12-31T23:59:59.999Z", -1, "1969-12-31T23:59:59.999Z");
        row("2024-02-29T10:30:00.123456Z", 1709202600123, "2024-02-29T10:30:00.123Z");
    }
    void readsAndWritesTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, ms);
        QFETCH(QByteArray, written);
        const auto time = parseIso(text.toStdString(), "start");
        QVERIFY2(time, text.constData());
        QCOMPARE(qint64{time->value}, ms);
        QCOMPARE(QByteArray::fromStdString(toIso(*time)), written);
    }

    void refusesWhatIsNotATime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "yesterday", "2024-13-01", "2023-02-29", "2024-02-30", "24-02-01", "2024-2-1",
              "2024-02-29T24:00", "2024-02-29T10:60", "2024-02-29T10:30:00.Z",
              "2024-02-29T10:30:00Zz", "2024-02-29T", "2024-02-29T10:30+8", "2024-02-29x10:30"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesWhatIsNotATime()
    {
        QFETCH(QByteArray, text);
        const auto time = parseIso(text.toStdString(), "flight.start");
        QVERIFY(!time);
        QCOMPARE(time.error().where, std::string("flight.start"));
        QCOMPARE(time.error().code, std::string("INVALID_TIME"));
    }

    void daysRoundTripOverFourCenturies()
    {
        // A Gregorian cycle has 146 097 days; after one the calendar repeats 400 years later.
        for (std::int32_t day = 0; day < 146097; ++day) {
            const auto text = toIsoDay(day);
            QCOMPARE(*parseIsoDay(text, ""), day);
            const auto later = toIsoDay(day + 146097);
            QCOMPARE(later.substr(4), text.substr(4));
            QCOMPARE(std::stoi(later.substr(0, 4)), std::stoi(text.substr(0, 4)) + 400);
        }
        QVERIFY(!parseIsoDay("2024-02-29T10:00", ""));
    }
};

QTEST_GUILESS_MAIN(TestIsoTime)
#include "test_iso_time.moc"
