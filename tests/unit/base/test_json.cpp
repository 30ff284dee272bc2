// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/base/random.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::base;
namespace json = boost::json;

namespace {

std::string parsedOrError(std::string_view text)
{
    const auto value = parseJson(text, "file.json");
    return value ? jsonText(*value) : value.error().where + ": " + value.error().what;
}

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

/// The amount a JSON number reads as, or -1.
std::int64_t microsOf(const std::string& number)
{
    const auto value = parseJson(number, "");
    if (!value)
        return -1;
    const auto micros = amount(*value, 6, "");
    return micros ? *micros : -1;
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWithLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& answer) {
            QTest::newRow(name) << text << answer;
        };
        row("plain", R"({"a":[1,2.5,"x",null,true]})", R"({"a":[1,2.5,"x",null,true]})");
        row("depth 32", QByteArray::fromStdString(nested(32)),
            QByteArray::fromStdString(nested(32)));
        row("depth 33", QByteArray::fromStdString(nested(33)),
            "file.json line 1, column 33: more than 32 brackets are open");
        row("empty", "", "file.json line 1, column 1: the JSON text ends too early");
        row("cut off", "{\n \"a\": [1,",
            "file.json line 2, column 10: the JSON text ends too early");
        row("trailing", "{} x", "file.json line 1, column 4: there is text after the JSON value");
        row("comma", "{\"a\":1,}", "file.json line 1, column 8: this is not JSON here");
        row("comment", "{} // no",
            "file.json line 1, column 4: there is text after the JSON value");
        row("not a number", "[NaN]", "file.json line 1, column 2: this is not JSON here");
        row("control", "[\"a\nb\"]", "file.json line 1, column 4: this is not JSON here");
        row("not UTF-8", "[\"\xc3\x28\"]", "");
        row("half a character", R"(["\ud800x"])", "");
        row("overflow", "[1e999]", "");
        row("lossy amount", "[90071992547.740993]", "");
    }
    void refusesWithLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, answer);
        const auto got = QByteArray::fromStdString(parsedOrError(text.toStdString()));
        if (answer.isEmpty())
            QVERIFY2(got.startsWith("file.json line 1, column "), got.constData());
        else
            QCOMPARE(got, answer);
    }

    void duplicateKeysAreRefusedInTheirOwnObjectOnly()
    {
        const auto twice = parseJson("{\"a\":1,\n \"b\":{\"a\":2},\n \"a\":3}", "x");
        QVERIFY(!twice);
        QCOMPARE(twice.error().what, std::string("the key \"a\" is there twice"));
        QVERIFY(twice.error().where.starts_with("x line 3"));
        QVERIFY(!parseJson(R"({"a":1,"\u0061":2})", ""));
    }

    void everyAmountOfFifteenDigitsReadsExactly()
    {
        // A double keeps every decimal of 15 significant digits, so text -> double -> text is the
        // identity.
        Random random(7);
        for (int digits = 1; digits <= 15; ++digits) {
            std::uint64_t top = 1;
            for (int i = 0; i < digits; ++i)
                top *= 10;
            for (int decimals = 0; decimals <= 6; ++decimals) {
                for (int round = 0; round < 2000; ++round) {
                    const auto scaled = round == 0 ? top - 1 : random.next() % top;
                    const auto text
                        = formatDecimal(static_cast<std::int64_t>(scaled), decimals, decimals);
                    auto expected = static_cast<std::int64_t>(scaled);
                    bool fits = true;
                    for (int i = decimals; i < 6; ++i)
                        fits = fits
                            && !__builtin_mul_overflow(expected, std::int64_t{10}, &expected);
                    QCOMPARE(microsOf(text), fits ? expected : -1);
                }
            }
        }
    }

    void amountsAreNeverGuessed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("number") << QByteArray("12.5") << qint64{12'500'000};
        QTest::newRow("text") << QByteArray("\"12.50\"") << qint64{12'500'000};
        QTest::newRow("whole") << QByteArray("1000") << qint64{1'000'000'000};
        QTest::newRow("exponent") << QByteArray("1.5e2") << qint64{150'000'000};
        QTest::newRow("a tenth") << QByteArray("0.1") << qint64{100'000};
        QTest::newRow("largest as text")
            << QByteArray("\"9223372036854.775807\"") << qint64{INT64_MAX};
        QTest::newRow("largest as number") << QByteArray("9223372036854.775807") << qint64{-1};
        QTest::newRow("seven decimals") << QByteArray("0.1234567") << qint64{-1};
        QTest::newRow("text with exponent") << QByteArray("\"1e3\"") << qint64{-1};
        QTest::newRow("comma") << QByteArray("\"12,50\"") << qint64{-1};
        QTest::newRow("too large") << QByteArray("18446744073709551615") << qint64{-1};
        QTest::newRow("boolean") << QByteArray("true") << qint64{-1};
        QTest::newRow("null") << QByteArray("null") << qint64{-1};
    }
    void amountsAreNeverGuessed()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, micros);
        QCOMPARE(qint64{microsOf(text.toStdString())}, micros);
    }

    void amountsAreWrittenAsTheShortestDecimal()
    {
        QCOMPARE(jsonText(amountNumber({12'500'000})), std::string("12.5"));
        QCOMPARE(jsonText(amountNumber(Money::units(100'000))), std::string("100000"));
        QCOMPARE(jsonText(amountNumber({1})), std::string("0.000001"));
        QCOMPARE(jsonText(cpmNumber({2'870'000})), std::string("2.87"));
        QCOMPARE(jsonText(json::value(1e300)), std::string("1e+300"));
        QCOMPARE(jsonPretty(json::value{{"a", {1, 2}}, {"b", json::object()}}),
                 std::string("{\n  \"a\": [1, 2],\n  \"b\": {}\n}\n"));
    }

    void findsTheLineOfAPath()
    {
        const std::string text = "{\n"
                                 "  \"name\": \"brace } in text, \\\" too\",\n"
                                 "  \"seats\": [\n"
                                 "    { \"id\": \"a\" },\n"
                                 "    { \"id\": \"b\",\n"
                                 "      \"deadline_ms\": [1, [2,\n"
                                 "        3]] }\n"
                                 "  ]\n"
                                 "}\n";
        QVERIFY(parseJson(text, ""));
        QCOMPARE(lineOf(text, ""), std::size_t{1});
        QCOMPARE(lineOf(text, "name"), std::size_t{2});
        QCOMPARE(lineOf(text, "seats"), std::size_t{3});
        QCOMPARE(lineOf(text, "seats[0].id"), std::size_t{4});
        QCOMPARE(lineOf(text, "seats[1].deadline_ms"), std::size_t{6});
        QCOMPARE(lineOf(text, "seats[1].deadline_ms[1][1]"), std::size_t{7});
        QCOMPARE(lineOf(text, "seats[1].missing"), std::size_t{5});
        QCOMPARE(lineOf(text, "seats[7].id"), std::size_t{3});
        QCOMPARE(lineOf("", "a[0"), std::size_t{1});
    }

    void readerNamesEveryFieldThatIsWrong()
    {
        const auto value = parseJson(R"({"name":7,"share":1.5,"count":3.5,"kind":"x","budget":"-1",
            "start":"yesterday","tags":["a",1],"extra":0,"currency":"usd","seat":{"id":1}})",
                                     "");
        QVERIFY(value);
        std::vector<Error> errors;
        ObjectReader reader(*value, "m", errors);
        std::string name = "kept";
        double share = 0.25;
        int count = 2;
        Money budget{5};
        TimeMs start{9};
        std::vector<std::string> tags;
        Currency currency;
        enum class Kind : std::uint8_t { A, B };
        constexpr std::array<std::string_view, 2> kNames{"a", "b"};
        Kind kind = Kind::B;
        QVERIFY(!reader.text("name", name));
        QVERIFY(!reader.number("share", share, 0, 1));
        QVERIFY(!reader.integer("count", count, 0, 10));
        QVERIFY(!reader.choice("kind", kind, kNames));
        QVERIFY(!reader.money("budget", budget));
        QVERIFY(!reader.time("start", start));
        QVERIFY(!reader.texts("tags", tags));
        QVERIFY(!reader.currency("currency", currency));
        QVERIFY(!reader.object("seat", [&](ObjectReader& seat) { seat.text("id", name); }));
        QVERIFY(!reader.text("id", name, Need::Required));
        reader.refuseUnknown();
        QStringList places;
        for (const auto& error : errors)
            places << QString::fromStdString(error.where);
        QCOMPARE(places,
                 QStringList({"m.name", "m.share", "m.count", "m.kind", "m.budget", "m.start",
                              "m.tags[1]", "m.currency", "m.seat.id", "m.id", "m.extra"}));
        QCOMPARE(name, std::string("kept"));
        QCOMPARE(share, 0.25);
        QCOMPARE(count, 2);
        QVERIFY(kind == Kind::B && budget == Money{5} && start == TimeMs{9} && tags.empty());
    }

    void absentFieldsLeaveTheirTargetsAlone()
    {
        const auto value = parseJson(R"({"a":null})", "");
        std::vector<Error> errors;
        ObjectReader reader(*value, "", errors);
        std::string a = "kept";
        QVERIFY(!reader.text("a", a) && !reader.text("b", a));
        QCOMPARE(a, std::string("kept"));
        reader.refuseUnknown();
        QVERIFY(errors.empty());
        ObjectReader list(json::value{1, 2}, "x", errors);
        QCOMPARE(errors.size(), std::size_t{1});
        QVERIFY(!list.text("a", a, Need::Required));
        QCOMPARE(errors.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
