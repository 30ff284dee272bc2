// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/model/targeting_json.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::model;

namespace {

struct Reading
{
    Targeting targeting;
    std::vector<Error> errors;
    std::vector<std::string> unknown;
};

Reading read(std::string_view text)
{
    Reading reading;
    const auto value = base::parseJson(text, "");
    if (value)
        reading.targeting
            = targetingFromValue(*value, "targeting", reading.errors, reading.unknown);
    return reading;
}

std::string rewritten(std::string_view text, TargetingForm form)
{
    return base::jsonText(toValue(read(text).targeting, form));
}

} // namespace

class TestTargetingJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allSpellingsMeanTheSame()
    {
        const auto management
            = read(R"({"location":{"countries":["US","CA"]},"device_types":["mobile"],
            "interests":["gaming"],"gender":"female","languages":["en"],"age_range":{"min_age":18,"max_age":35}})");
        const auto dsp
            = read(R"({"device_types":["mobile"],"countries":["US","CA"],"interests":["gaming"],
            "languages":"en","gender":["female"],"age":{"min":18,"max":35}})");
        const auto own = read(
            R"({"country":{"any":["US","CA"]},"device_type":["mobile"],"interest":{"any":"gaming"},
            "gender":{"any":["female"]},"language":["en"],"age":{"min":18,"max":35}})");
        for (const auto& reading : {management, dsp, own})
            QVERIFY(reading.errors.empty() && reading.unknown.empty());
        QVERIFY(management.targeting == own.targeting);
        QVERIFY(dsp.targeting == own.targeting);
        QCOMPARE(own.targeting.rules.size(), std::size_t{5});
        QVERIFY(own.targeting.age == (AgeRange{18, 35}));
    }

    void theContractGetsItsOwnWordsBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("form");
        const auto row = [](const char* text, TargetingForm form) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(form);
        };
        row(R"({"location":{"countries":["US"],"regions":["CA"],"cities":["SF"]}})",
            TargetingForm::Management);
        row(R"({"device_types":["mobile"],"languages":["en"],"gender":"male","segments":["a"],"interests":["b"]})",
            TargetingForm::Management);
        row(R"({"age_range":{"min_age":18,"max_age":65}})", TargetingForm::Management);
        row(R"({"weather":"sunny","depth":{"a":[1]}})", TargetingForm::Management);
        row(R"({"countries":["US"],"device_types":["mobile"],"segments":["a"],"interests":["b"]})",
            TargetingForm::Dsp);
        row(R"({"other":{"weather":"sunny"}})", TargetingForm::Own);
        row("{}", TargetingForm::Management);
    }
    void theContractGetsItsOwnWordsBack()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, form);
        const auto out
            = base::parseJson(rewritten(text.toStdString(), static_cast<TargetingForm>(form)), "");
        QVERIFY(*out == *base::parseJson(text.toStdString(), ""));
    }

    void valuesFromSeveralSpellingsAreJoined()
    {
        const auto reading = read(
            R"({"countries":["US"],"location":{"countries":["CA","US"]},"country":{"none":["CN"]}})");
        QCOMPARE(
            rewritten(
                R"({"countries":["US"],"location":{"countries":["CA","US"]},"country":{"none":["CN"]}})",
                TargetingForm::Own),
            std::string(R"({"country":{"any":["US","CA"],"none":["CN"]}})"));
        QVERIFY(reading.errors.empty());
    }

    void emptyListsAskForNothing()
    {
        const auto reading = read(R"({"interests":[],"location":{"countries":[]},"gender":null})");
        QVERIFY(reading.errors.empty());
        QVERIFY(reading.targeting == Targeting{});
    }

    void unknownKeysAreKeptAndTold()
    {
        const auto reading = read(R"({"weather":["sunny"],"interests":["x"]})");
        QVERIFY(reading.errors.empty());
        QCOMPARE(reading.unknown, std::vector<std::string>{"targeting.weather"});
        QCOMPARE(reading.targeting.unknownJson, std::string(R"({"weather":["sunny"]})"));
    }

    void wrongShapesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* text, const char* field) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(field);
        };
        row("[]", "targeting");
        row("\"all\"", "targeting");
        row(R"({"location":["US"]})", "targeting.location");
        row(R"({"location":{"countries":{"a":1}}})", "targeting.location.countries");
        row(R"({"location":{"planets":["Mars"]}})", "targeting.location.planets");
        row(R"({"interests":[1]})", "targeting.interests[0]");
        row(R"({"gender":1})", "targeting.gender");
        row(R"({"age_range":{"min_age":"18"}})", "targeting.age_range.min_age");
        row(R"({"age_range":[18,35]})", "targeting.age_range");
        row(R"({"device_types":true})", "targeting.device_types");
    }
    void wrongShapesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        const auto reading = read(text.toStdString());
        QVERIFY(!reading.errors.empty());
        QCOMPARE(QByteArray::fromStdString(reading.errors[0].where), field);
    }

    void hoursAreReadableRanges()
    {
        const auto grid = parseHours({"mon-fri 8-18", "mon-fri 20-22", "sun 0-24"}, "");
        QVERIFY(grid);
        QCOMPARE(grid->count(), std::size_t{5 * (10 + 2) + 24});
        QVERIFY(grid->test(8) && !grid->test(18) && grid->test(24 * 6 + 23) && !grid->test(24 * 5));
        QCOMPARE(hourTexts(*grid),
                 (std::vector<std::string>{"mon-fri 8-18", "mon-fri 20-22", "sun 0-24"}));
        QVERIFY(hourTexts(HourGrid()).empty());
        HourGrid all;
        all.set();
        QCOMPARE(hourTexts(all), std::vector<std::string>{"mon-sun 0-24"});
        for (const char* wrong : {"", "mon", "mon 8", "mon 8-", "mon 8-25", "mon 9-9",
                                  "fri-mon 8-9", "xyz 8-9", "mon  8-9", "mon 8-9 ", "mon 008-9"})
            QVERIFY2(!parseHours({wrong}, "hours"), wrong);
    }

    void everyHourGridComesBack()
    {
        std::uint64_t state = 1;
        for (int round = 0; round < 500; ++round) {
            HourGrid grid;
            for (std::size_t hour = 0; hour < grid.size(); ++hour) {
                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                grid.set(hour, (state >> 62) != 0);
            }
            QVERIFY(*parseHours(hourTexts(grid), "") == grid);
        }
    }

    void versionsOfSystems()
    {
        QCOMPARE(osVersionText({"iOS", packVersion(15, 2, 0)}), std::string("iOS 15.2"));
        QVERIFY(*parseOsVersion("Windows Phone 8.1.3", "")
                == (OsVersionRule{"Windows Phone", packVersion(8, 1, 3)}));
        QVERIFY(*parseOsVersion("Android 9", "")
                == (OsVersionRule{"Android", packVersion(9, 0, 0)}));
        for (const char* wrong : {"", "iOS", " 15", "iOS x", "iOS 15.", "iOS 15.2.3.4",
                                  "iOS 15.256", "iOS 70000", "iOS -1"})
            QVERIFY2(!parseOsVersion(wrong, "os_versions[0]"), wrong);
    }
};

QTEST_GUILESS_MAIN(TestTargetingJson)
#include "test_targeting_json.moc"
