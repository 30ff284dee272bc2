// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/targeting.h"
#include "engine/simulation/people.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace gavel;
using model::Dimension;
using simulation::People;
using simulation::Population;

namespace {

constexpr std::uint64_t kUsers = 40'000;

Population population()
{
    Population people;
    people.users = kUsers;
    people.places = {{"CN", "Shanghai", "Shanghai", 31.23, 121.47, {{"zh", 3}, {"en", 1}}, 3},
                     {"KR", "Seoul", "Seoul", 37.57, 126.98, {{"ko", 1}}, 1}};
    people.devices = {{"mobile", "Apple", "iOS", "17.4", "Safari", 1},
                      {"desktop", "", "Windows", "11", "Edge", 1}};
    people.genders = {{"female", 1}, {"male", 1}};
    people.ages = {{18, 27, 1}};
    people.segments
        = {{"young", 0.4, "", 0}, {"gamers", 0.2, "young", 0.35}, {"rare", 0.01, "", 0}};
    people.interests = {{"music", 0.5, "", 0}};
    return people;
}

/// The share of users for whom a test holds.
template<typename Test>
double shareOf(const People& people, Test test)
{
    double count = 0;
    model::Opportunity opportunity;
    for (std::uint64_t number = 0; number < kUsers; ++number) {
        people.describe(number, people.deviceOf(number), opportunity);
        count += test(opportunity) ? 1 : 0;
    }
    return count / static_cast<double>(kUsers);
}

/// Within four standard deviations of a share drawn kUsers times.
bool near(double seen, double expected)
{
    return std::abs(seen - expected)
        < 4 * std::sqrt(expected * (1 - expected) / static_cast<double>(kUsers));
}

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT
    model::Vocabulary m_words;
    People m_people{population(), m_words, 3};

    bool in(const model::Opportunity& user, const char* segment) const
    {
        return user.list(Dimension::Segment).contains(m_words.of(Dimension::Segment).find(segment));
    }

private Q_SLOTS:
    void segmentsHaveTheSharesThatWereSaid()
    {
        QVERIFY(near(shareOf(m_people, [&](const auto& user) { return in(user, "young"); }), 0.4));
        QVERIFY(near(shareOf(m_people, [&](const auto& user) { return in(user, "gamers"); }), 0.2));
        QVERIFY(near(shareOf(m_people, [&](const auto& user) { return in(user, "rare"); }), 0.01));
    }

    void overlapIsAsSaid()
    {
        // Of the young, 0.35 are gamers: 0.4 x 0.35 = 0.14 are both, 0.2 - 0.14 = 0.06 are gamers
        // only.
        const auto both = [&](const auto& user) { return in(user, "young") && in(user, "gamers"); };
        const auto only
            = [&](const auto& user) { return !in(user, "young") && in(user, "gamers"); };
        QVERIFY(near(shareOf(m_people, both), 0.14));
        QVERIFY(near(shareOf(m_people, only), 0.06));
    }

    void placesLanguagesAndDevicesFollowTheirWeights()
    {
        const auto inCountry = [&](const char* code) {
            const auto country = m_words.of(Dimension::Country).find(code);
            return shareOf(m_people, [&](const auto& user) {
                return user.value(Dimension::Country) == country;
            });
        };
        QVERIFY(near(inCountry("CN"), 0.75));
        QVERIFY(near(inCountry("KR"), 0.25));
        const auto zh = m_words.of(Dimension::Language).find("zh");
        QVERIFY(
            near(shareOf(m_people,
                         [&](const auto& user) { return user.value(Dimension::Language) == zh; }),
                 0.75 * 0.75));
        const auto mobile = m_words.of(Dimension::DeviceType).find("mobile");
        QVERIFY(near(
            shareOf(m_people,
                    [&](const auto& user) { return user.value(Dimension::DeviceType) == mobile; }),
            0.5));
    }

    void agesAreEvenInTheirBand()
    {
        // Ages 18 to 27 are ten years; an age is kept as years + 1.
        const auto aged = [](const auto& user) { return user.value(Dimension::Age) == 21; };
        QVERIFY(near(shareOf(m_people, aged), 0.1));
        const auto outside = [](const auto& user) {
            return user.value(Dimension::Age) < 19 || user.value(Dimension::Age) > 28;
        };
        QCOMPARE(shareOf(m_people, outside), 0.0);
    }

    void aUserIsAlwaysTheSame()
    {
        model::Opportunity first;
        model::Opportunity again;
        m_people.describe(17, m_people.deviceOf(17), first);
        m_people.describe(18, m_people.deviceOf(18), again);
        QVERIFY(first.user != again.user);
        m_people.describe(17, m_people.deviceOf(17), again);
        QCOMPARE(again.user, first.user);
        QVERIFY(again.values == first.values);
        QCOMPARE(again.list(Dimension::Segment).size(), first.list(Dimension::Segment).size());
        QCOMPARE(again.latitude, first.latitude);
    }

    void usersLiveNearTheirCity()
    {
        const auto far = [&](const auto& user) {
            const bool shanghai
                = user.value(Dimension::City) == m_words.of(Dimension::City).find("Shanghai");
            return !user.located || std::abs(user.latitude - (shanghai ? 31.23 : 37.57)) > 0.0451;
        };
        QCOMPARE(shareOf(m_people, far), 0.0);
    }

    void systemVersionsArePacked()
    {
        model::Opportunity user;
        m_people.describe(1, 0, user);
        QCOMPARE(user.osVersion, model::packVersion(17, 4, 0));
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "test_people.moc"
