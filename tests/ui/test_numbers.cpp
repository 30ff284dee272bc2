// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QtTest>

#include <limits>

using namespace gavel::widgets;

class TestNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAreGrouped();
    void bigNumbersAreFullUpToEightDigits_data();
    void bigNumbersAreFullUpToEightDigits();
    void amountsAreExact_data();
    void amountsAreExact();
    void currenciesWithoutPartsShowNone();
    void ratesFollowTheLanguage();
    void changesHaveASign();
    void missingIsADash();
    void timesAreIsoInTheMarketsZone();
    void durationsHaveUnits_data();
    void durationsHaveUnits();
};

void TestNumbers::countsAreGrouped()
{
    QCOMPARE(numbers::count(0), QStringLiteral("0"));
    QCOMPARE(numbers::count(999), QStringLiteral("999"));
    QCOMPARE(numbers::count(58'134'212), QStringLiteral("58,134,212"));
    QCOMPARE(numbers::count(-1'247), QStringLiteral("\u22121,247"));
    QCOMPARE(numbers::count(std::numeric_limits<std::int64_t>::min()),
             QStringLiteral("\u22129,223,372,036,854,775,808"));
}

void TestNumbers::bigNumbersAreFullUpToEightDigits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("compact");
    QTest::newRow("small") << 880.0 << QStringLiteral("880") << QStringLiteral("880");
    QTest::newRow("thousands") << 15'000.0 << QStringLiteral("15,000")
                               << QStringLiteral("15\u00a0k");
    QTest::newRow("eight digits") << 58'134'212.0 << QStringLiteral("58,134,212")
                                  << QStringLiteral("58.1\u00a0M");
    QTest::newRow("nine digits") << 312'400'000.0 << QStringLiteral("312\u00a0M")
                                 << QStringLiteral("312\u00a0M");
    QTest::newRow("three figures")
        << 31'200'000.0 << QStringLiteral("31,200,000") << QStringLiteral("31.2\u00a0M");
    QTest::newRow("rounds up a unit")
        << 999'600.0 << QStringLiteral("999,600") << QStringLiteral("1\u00a0M");
}

void TestNumbers::bigNumbersAreFullUpToEightDigits()
{
    QFETCH(double, value);
    QFETCH(QString, full);
    QFETCH(QString, compact);
    QCOMPARE(numbers::big(value), full);
    QCOMPARE(numbers::compact(value), compact);
}

void TestNumbers::amountsAreExact_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("budget") << qint64{3'068'000'000} << 2 << QStringLiteral("3,068.00");
    QTest::newRow("whole") << qint64{59'388'400'000} << 0 << QStringLiteral("59,388");
    QTest::newRow("microscope") << qint64{2'870'000} << 6 << QStringLiteral("2.870000");
    QTest::newRow("half away from zero") << qint64{5'000} << 2 << QStringLiteral("0.01");
    QTest::newRow("below half") << qint64{4'999} << 2 << QStringLiteral("0.00");
    QTest::newRow("negative half") << qint64{-5'000} << 2 << QStringLiteral("\u22120.01");
    QTest::newRow("no minus zero") << qint64{-4'999} << 2 << QStringLiteral("0.00");
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << 6
                              << QStringLiteral("\u22129,223,372,036,854.775808");
}

void TestNumbers::amountsAreExact()
{
    QFETCH(qint64, micros);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(numbers::amount(micros, decimals), text);
}

void TestNumbers::currenciesWithoutPartsShowNone()
{
    QCOMPARE(numbers::amountAlone(59'388'000'000, QStringLiteral("USD"), 0),
             QStringLiteral("$59,388"));
    QCOMPARE(numbers::amountAlone(-3'640'000, QStringLiteral("USD"), 2),
             QStringLiteral("\u2212$3.64"));
    QCOMPARE(numbers::amountAlone(1'234'567'890'000, QStringLiteral("KRW"), 2),
             QStringLiteral("₩1,234,568"));
    QCOMPARE(numbers::amountInSentence(3'640'000, QStringLiteral("USD"), 2),
             QStringLiteral("3.64\u00a0USD"));
    QCOMPARE(numbers::amountInSentence(500'000'000, QStringLiteral("JPY"), 2),
             QStringLiteral("500\u00a0JPY"));
}

void TestNumbers::ratesFollowTheLanguage()
{
    QCOMPARE(numbers::percent(0.0057, 2), QStringLiteral("0.57\u00a0%"));
    Theme::current().setLanguage(Language::Chinese);
    QCOMPARE(numbers::percent(0.181), QStringLiteral("18.1%"));
    Theme::current().setLanguage(Language::Korean);
    QCOMPARE(numbers::percent(0.181), QStringLiteral("18.1%"));
    Theme::current().setLanguage(Language::English);
}

void TestNumbers::changesHaveASign()
{
    QCOMPARE(numbers::change(0.041), QStringLiteral("+4.1\u00a0%"));
    QCOMPARE(numbers::change(-0.18), QStringLiteral("\u221218.0\u00a0%"));
    QCOMPARE(numbers::change(-0.0001), QStringLiteral("0.0\u00a0%"));
    QCOMPARE(numbers::points(-0.008), QStringLiteral("\u22120.8\u00a0pp"));
}

void TestNumbers::missingIsADash()
{
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    for (const QString& text :
         {numbers::decimal(nothing, 2), numbers::big(nothing), numbers::percent(nothing),
          numbers::change(nothing), numbers::percentOf(1, 0)})
        QCOMPARE(text, QStringLiteral("–"));
}

void TestNumbers::timesAreIsoInTheMarketsZone()
{
    // 2026-03-20 06:32:05.958 UTC is 14:32:05.958 at UTC+08:00.
    constexpr qint64 kMoment = 1'773'988'325'958;
    QCOMPARE(numbers::timeMillis(kMoment, 480), QStringLiteral("14:32:05.958"));
    QCOMPARE(numbers::time(kMoment, 480), QStringLiteral("14:32:05"));
    QCOMPARE(numbers::dateTime(kMoment, 480), QStringLiteral("2026-03-20 14:32:05"));
    QCOMPARE(numbers::date(kMoment, -420), QStringLiteral("2026-03-19"));
    QCOMPARE(numbers::zone(480), QStringLiteral("UTC+08:00"));
    QCOMPARE(numbers::zone(-210), QStringLiteral("UTC\u221203:30"));
    QCOMPARE(numbers::zone(0), QStringLiteral("UTC"));
}

void TestNumbers::durationsHaveUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("ms") << qint64{12} << QStringLiteral("12\u00a0ms");
    QTest::newRow("s") << qint64{38'400} << QStringLiteral("38\u00a0s");
    QTest::newRow("min") << qint64{120'000} << QStringLiteral("2\u00a0min");
    QTest::newRow("d") << qint64{176'400'000} << QStringLiteral("2\u00a0d 1\u00a0h");
    QTest::newRow("a day is hours") << qint64{90'000'000} << QStringLiteral("25\u00a0h");
    QTest::newRow("h") << qint64{8'760'000} << QStringLiteral("2\u00a0h 26\u00a0min");
}

void TestNumbers::durationsHaveUnits()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(numbers::duration(ms), text);
}

QTEST_MAIN(TestNumbers)
#include "test_numbers.moc"
