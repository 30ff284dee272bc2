// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/money.h"
#include "engine/base/random.h"

#include <QtTest>

#include <limits>

using namespace gavel;
using namespace gavel::base;

class TestMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amountsAreReadExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QByteArray>("printed");
        const auto row = [](const char* text, qint64 micros, const char* printed) {
            QTest::newRow(text) << QByteArray(text) << micros << QByteArray(printed);
        };
        row("0", 0, "0.00");
        row("12.5", 12'500'000, "12.50");
        row("12.50", 12'500'000, "12.50");
        row("-3", -3'000'000, "-3.00");
        row("-0.000001", -1, "-0.000001");
        row("0.1", 100'000, "0.10");
        row("000012.5", 12'500'000, "12.50");
        row("9223372036854.775807", INT64_MAX, "9223372036854.775807");
        row("1000000.123456", 1'000'000'123'456, "1000000.123456");
    }
    void amountsAreReadExactly()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, micros);
        QFETCH(QByteArray, printed);
        const auto money = parseMoney(text.toStdString(), "budget");
        QVERIFY(money);
        QCOMPARE(qint64{money->micros}, micros);
        QCOMPARE(QByteArray::fromStdString(toString(*money)), printed);
    }

    void whatIsNoAmountIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "-",
                                 ".",
                                 ".5",
                                 "5.",
                                 "1e3",
                                 "12,50",
                                 "12,5O",
                                 "1 000",
                                 "+1",
                                 "--1",
                                 "1.2.3",
                                 "0.1234567",
                                 "9223372036854.775808",
                                 "99999999999999999999",
                                 "NaN",
                                 "inf",
                                 "0x10",
                                 " 1",
                                 "1 "})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoAmountIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto money = parseMoney(text.toStdString(), "campaigns[3].budget");
        QVERIFY(!money);
        QCOMPARE(money.error().code, std::string("INVALID_AMOUNT"));
        QCOMPARE(money.error().where, std::string("campaigns[3].budget"));
        QVERIFY(!money.error().advice.empty());
    }

    void aPricePerThousandIsExactInNanoUnits()
    {
        // 2.87 per thousand is 0.00287 for one: 2 870 000 nano-units
        QCOMPARE(parseCpm("2.87", "")->nanos, std::int64_t{2'870'000});
        QCOMPARE(parseCpm("0.000001", "")->nanos, std::int64_t{1});
        QCOMPARE(Price::perImpression({500'000}).asCpm().micros, Money::units(500).micros);
        QCOMPARE(toCpmString({2'870'000}), std::string("2.87"));
    }

    void accrualLosesAndInventsNothing()
    {
        Accrual accrual;
        Random random(3);
        std::int64_t nanos = 0;
        Money posted;
        for (int i = 0; i < 100'000; ++i) {
            const Price price{random.below(5000)};
            nanos += price.nanos;
            accrual.add(price);
            posted += accrual.whole() - posted;
            QVERIFY(accrual.carry() >= 0 && accrual.carry() < 1000);
            QCOMPARE(nanos, 1000 * posted.micros + accrual.carry());
        }
    }

    void splitsSumToTheWhole()
    {
        Random random(5);
        for (int i = 0; i < 100'000; ++i) {
            const Price whole{static_cast<std::int64_t>(random.next() >> 1)};
            const auto split
                = splitByPpm(whole, static_cast<std::int32_t>(random.below(1'000'001)));
            QCOMPARE((split.first + split.rest).nanos, whole.nanos);
            QVERIFY(split.first >= Price{} && split.first <= whole);
        }
        QCOMPARE(splitByPpm({999}, 100'000).first.nanos, std::int64_t{99});
    }

    void realPricesAreFloored()
    {
        QCOMPARE(Price::floorOf(2.99).nanos, std::int64_t{2});
        QCOMPARE(Price::floorOf(-1).nanos, std::int64_t{0});
        QCOMPARE(Price::floorOf(std::numeric_limits<double>::quiet_NaN()).nanos, std::int64_t{0});
        QVERIFY(Price::floorOf(std::numeric_limits<double>::infinity()).nanos > 0);
    }

    void currenciesAreThreeUpperCaseLetters()
    {
        QVERIFY(Currency::parse("KRW") && Currency::parse("KRW")->view() == "KRW");
        for (const char* text : {"", "usd", "US", "USDX", "U$D"})
            QVERIFY2(!Currency::parse(text), text);
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "test_money.moc"
