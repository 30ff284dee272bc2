// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_explain.h"
#include "engine/dsp/targeting/targeting_index.h"
#include "tests/unit/dsp/random_targetings.h"

#include <QTest>

#include <algorithm>

using namespace gavel;
using namespace gavel::dsp;
using model::Dimension;
using model::Match;

class TestTargetingExplain : public QObject
{
    Q_OBJECT
private:
    model::Vocabulary m_vocabulary;

    model::Mismatch theOnlyReason(const model::Targeting& targeting,
                                  const model::Opportunity& opportunity, const char* zone = "UTC")
    {
        const auto reasons = explain(
            opportunity, compile(targeting, zone, std::nullopt, m_vocabulary), m_vocabulary);
        return reasons.size() == 1 ? reasons.front() : model::Mismatch{};
    }
    Handle handle(Dimension dimension, const char* text)
    {
        return m_vocabulary.of(dimension).intern(text);
    }

private Q_SLOTS:
    void aCountryIsNamedAsWantedAndGot()
    {
        model::Targeting targeting;
        targeting.rules = {{Dimension::Country, Match::AnyOf, {"US", "CA"}}};
        model::Opportunity opportunity;
        opportunity.set(Dimension::Country, handle(Dimension::Country, "CN"));
        const auto reason = theOnlyReason(targeting, opportunity);
        QCOMPARE(reason.dimension, Dimension::Country);
        QCOMPARE(reason.match, Match::AnyOf);
        QCOMPARE(reason.needs, std::string("US, CA"));
        QCOMPARE(reason.got, std::string("CN"));
    }
    void whatIsNotSaidIsGotAsNothing()
    {
        model::Targeting targeting;
        targeting.rules = {{Dimension::City, Match::AnyOf, {"Busan"}}};
        QCOMPARE(theOnlyReason(targeting, {}).got, std::string());
        targeting = {};
        targeting.age = model::AgeRange{18, 34};
        const auto reason = theOnlyReason(targeting, {});
        QCOMPARE(reason.dimension, Dimension::Age);
        QCOMPARE(reason.needs, std::string("18 to 34"));
        QCOMPARE(reason.got, std::string());
    }
    void longListsNameEightAndCountTheRest()
    {
        model::Targeting targeting;
        targeting.rules = {{Dimension::Segment, Match::AnyOf, {}}};
        for (int i = 1; i <= 20; ++i)
            targeting.rules[0].values.push_back("s" + std::to_string(i));
        QCOMPARE(theOnlyReason(targeting, {}).needs,
                 std::string("s1, s2, s3, s4, s5, s6, s7, s8 and 12 more"));
    }
    void otherSpellingsOfAMakerAreNotTold()
    {
        model::Targeting targeting;
        targeting.rules = {{Dimension::DeviceMake, Match::AnyOf, {"Xiaomi"}}};
        QCOMPARE(theOnlyReason(targeting, {}).needs, std::string("Xiaomi"));
    }
    void everyFailureIsToldInDimensionOrder()
    {
        model::Targeting targeting;
        targeting.rules = {{Dimension::Segment, Match::NoneOf, {"seen"}},
                           {Dimension::Country, Match::AnyOf, {"US"}},
                           {Dimension::Os, Match::AnyOf, {"iOS"}}};
        targeting.age = model::AgeRange{18, 24};
        targeting.osVersions = {{"Android", model::packVersion(15, 2, 0)}};
        model::Opportunity opportunity;
        opportunity.list(Dimension::Segment).push(handle(Dimension::Segment, "seen"));
        opportunity.set(Dimension::Os, handle(Dimension::Os, "Android"));
        opportunity.osVersion = model::packVersion(14, 0, 1);
        opportunity.set(Dimension::Age, 61);
        const auto reasons = explain(
            opportunity, compile(targeting, "UTC", std::nullopt, m_vocabulary), m_vocabulary);
        QCOMPARE(reasons.size(), std::size_t{5});
        QCOMPARE(reasons[0].dimension, Dimension::Country);
        QCOMPARE(reasons[1].dimension, Dimension::Os);
        QCOMPARE(reasons[2].dimension, Dimension::Age);
        QCOMPARE(reasons[2].got, std::string("60"));
        QCOMPARE(reasons[3].dimension, Dimension::Segment);
        QCOMPARE(reasons[3].match, Match::NoneOf);
        QCOMPARE(reasons[3].got, std::string("seen"));
        QCOMPARE(reasons[4].dimension, Dimension::OsVersion);
        QCOMPARE(reasons[4].needs, std::string("Android 15.2 or later"));
        QCOMPARE(reasons[4].got, std::string("Android 14.0.1"));
    }
    void anOsVersionConcernsItsOwnSystemOnly()
    {
        model::Targeting targeting;
        targeting.osVersions = {{"iOS", model::packVersion(15, 2, 0)}};
        const auto compiled = compile(targeting, "UTC", std::nullopt, m_vocabulary);
        model::Opportunity opportunity;
        opportunity.set(Dimension::Os, handle(Dimension::Os, "Windows"));
        QVERIFY(explain(opportunity, compiled, m_vocabulary).empty());
        opportunity.set(Dimension::Os, handle(Dimension::Os, "iOS"));
        opportunity.osVersion = model::packVersion(15, 2, 0);
        QVERIFY(explain(opportunity, compiled, m_vocabulary).empty());
        opportunity.osVersion = model::packVersion(15, 1, 9);
        QCOMPARE(explain(opportunity, compiled, m_vocabulary).size(), std::size_t{1});
    }
    void hoursAndDatesAreToldInTheCampaignsZone()
    {
        // 2026-03-29 01:00 UTC (day 20541, a Sunday) is 03:00 in Berlin, the clocks having just
        // jumped.
        model::Targeting targeting;
        targeting.hours = model::HourGrid();
        for (std::size_t day = 0; day < 5; ++day)
            for (std::size_t hour = 9; hour < 17; ++hour)
                targeting.hours->set(day * 24 + hour);
        targeting.hours->set(5 * 24 + 10);
        model::Opportunity opportunity;
        opportunity.at = {20541 * base::kDayMs + base::kHourMs};
        const auto hour = theOnlyReason(targeting, opportunity, "Europe/Berlin");
        QCOMPARE(hour.dimension, Dimension::HourOfWeek);
        QCOMPARE(hour.needs, std::string("Mon-Fri 9-17, Sat 10-11 Europe/Berlin"));
        QCOMPARE(hour.got, std::string("Sun 03:00 Europe/Berlin"));
        targeting = {};
        targeting.dates.push_back({20542, 20543});
        const auto date = theOnlyReason(targeting, opportunity, "Europe/Berlin");
        QCOMPARE(date.dimension, Dimension::DateRange);
        QCOMPARE(date.needs, std::string("2026-03-30 to 2026-03-31 Europe/Berlin"));
        QCOMPARE(date.got, std::string("2026-03-29 Europe/Berlin"));
    }
    void aPlaceInsideOneOfTheAreasIsEnough()
    {
        model::Targeting targeting;
        targeting.circles = {{{48.8566, 2.3522}, 5000}};
        targeting.polygons = {{{{51, -1}, {51, 1}, {52, 1}, {52, -1}}}};
        const auto compiled = compile(targeting, "UTC", std::nullopt, m_vocabulary);
        model::Opportunity opportunity;
        opportunity.located = true;
        opportunity.latitude = 51.5074;
        opportunity.longitude = -0.1278;
        QVERIFY(explain(opportunity, compiled, m_vocabulary).empty());
        opportunity.latitude = 40;
        const auto reasons = explain(opportunity, compiled, m_vocabulary);
        QCOMPARE(reasons.size(), std::size_t{2});
        QCOMPARE(reasons[0].dimension, Dimension::Circle);
        QCOMPARE(reasons[0].needs, std::string("5000 m around 48.8566 2.3522"));
        QCOMPARE(reasons[0].got, std::string("40.0000 -0.1278"));
        QCOMPARE(reasons[1].dimension, Dimension::Polygon);
        QCOMPARE(reasons[1].needs, std::string("an area of 4 corners"));
    }
    void valuesNeverSeenAreSaidToBe()
    {
        model::Targeting targeting;
        targeting.rules = {{Dimension::App, Match::AnyOf, {"no-such-app"}}};
        const model::Vocabulary empty;
        const auto reasons
            = explain({}, compileKnown(targeting, "UTC", std::nullopt, empty), empty);
        QCOMPARE(reasons.front().needs, std::string("a value never seen"));
    }
    void thereIsAReasonExactlyWhenTheIndexDoesNotMatch()
    {
        RandomTargetings source(23);
        std::vector<CompiledTargeting> campaigns(200);
        std::generate(campaigns.begin(), campaigns.end(), [&source] { return source.targeting(); });
        TargetingIndex index;
        index.build(campaigns);
        MatchScratch scratch;
        int found = 0;
        for (int i = 0; i < 200; ++i) {
            const auto opportunity = source.opportunity();
            const auto matched = index.match(opportunity, scratch);
            for (std::uint32_t slot = 0; slot < campaigns.size(); ++slot) {
                const auto reasons = explain(opportunity, campaigns[slot], source.vocabulary);
                const bool expected
                    = reasons.empty() && hasFittingCreative(campaigns[slot], opportunity);
                QCOMPARE(std::binary_search(matched.begin(), matched.end(), slot), expected);
                QVERIFY(std::is_sorted(
                    reasons.begin(), reasons.end(),
                    [](const auto& a, const auto& b) { return a.dimension < b.dimension; }));
                found += expected ? 1 : 0;
            }
        }
        QVERIFY(found > 100); // both cases were really met, of 40 000 pairs
    }
};

QTEST_GUILESS_MAIN(TestTargetingExplain)
#include "test_targeting_explain.moc"
