// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/retry_after.h"

#include <QtTest>

using namespace gavel;

class RetryAfterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryAfterIsSecondsOrADate_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("waitMs");
        QTest::newRow("nothing") << QByteArray() << qint64{0};
        QTest::newRow("seconds") << QByteArray("120") << qint64{120'000};
        QTest::newRow("none") << QByteArray("0") << qint64{0};
        QTest::newRow("negative") << QByteArray("-5") << qint64{0};
        QTest::newRow("an hour at most") << QByteArray("86400") << qint64{3'600'000};
        QTest::newRow("beyond numbers") << QByteArray("99999999999999999999") << qint64{0};
        QTest::newRow("words") << QByteArray("soon") << qint64{0};
        QTest::newRow("a number and more") << QByteArray("5 s") << qint64{0};
        // RFC 9110, section 5.6.7; now is 08:49:00 of that day.
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64{37'000};
        QTest::newRow("date before") << QByteArray("Sun, 06 Nov 1994 08:48:37 GMT") << qint64{0};
        QTest::newRow("date of the next day")
            << QByteArray("Mon, 07 Nov 1994 08:49:37 GMT") << qint64{3'600'000};
    }
    void retryAfterIsSecondsOrADate()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, waitMs);
        // 784111777 is 1994-11-06T08:49:37Z.
        const TimeMs now{(784'111'777LL - 37) * 1000};
        QCOMPARE(qint64{base::retryAfterMs(header.toStdString(), now)}, waitMs);
    }
};

QTEST_GUILESS_MAIN(RetryAfterTest)
#include "test_retry_after.moc"
