// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_index.h"
#include "tests/unit/dsp/random_targetings.h"

#include <QTest>

#include <algorithm>

using namespace gavel;
using namespace gavel::dsp;
using model::Dimension;
using model::Match;

namespace {

using Slots = std::vector<std::uint32_t>;

/// What the index must answer, by asking each campaign.
Slots scan(const std::vector<CompiledTargeting>& campaigns, const model::Opportunity& opportunity,
           const std::vector<bool>& live = {})
{
    Slots found;
    for (std::uint32_t slot = 0; slot < campaigns.size(); ++slot)
        if ((live.empty() || live[slot]) && matches(campaigns[slot], opportunity)
            && hasFittingCreative(campaigns[slot], opportunity))
            found.push_back(slot);
    return found;
}

Slots ask(const TargetingIndex& index, const model::Opportunity& opportunity, MatchScratch& scratch)
{
    const auto found = index.match(opportunity, scratch);
    return {found.begin(), found.end()};
}
Slots ask(const TargetingIndex& index, const model::Opportunity& opportunity)
{
    MatchScratch scratch;
    return ask(index, opportunity, scratch);
}

std::vector<CompiledTargeting> make(RandomTargetings& source, std::size_t count)
{
    std::vector<CompiledTargeting> campaigns(count);
    std::generate(campaigns.begin(), campaigns.end(), [&source] { return source.targeting(); });
    return campaigns;
}

CompiledTargeting only(model::Vocabulary& vocabulary, Dimension dimension, Match match,
                       std::vector<std::string> values)
{
    model::Targeting targeting;
    targeting.rules.push_back({dimension, match, std::move(values)});
    return compile(targeting, "UTC", std::nullopt, vocabulary);
}

} // namespace

class TestTargetingIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyIndexMatchesNothing()
    {
        TargetingIndex index;
        QVERIFY(ask(index, {}).empty());
        index.build({});
        QVERIFY(ask(index, {}).empty());
        QVERIFY(!index.isLive(0));
        index.setLive(5, true);
        index.erase(5);
        QCOMPARE(index.slotCount(), std::size_t{0});
    }
    void anEmptyTargetingTakesEverything()
    {
        const std::vector<CompiledTargeting> campaigns(3);
        TargetingIndex index;
        index.build(campaigns);
        QVERIFY((ask(index, {}) == Slots{0, 1, 2}));
    }
    void anyOfNeedsAKnownValueAndNoneOfDoesNot()
    {
        model::Vocabulary vocabulary;
        const std::vector<CompiledTargeting> campaigns{
            only(vocabulary, Dimension::Country, Match::AnyOf, {"US", "CA"}),
            only(vocabulary, Dimension::Country, Match::NoneOf, {"US"}),
        };
        TargetingIndex index;
        index.build(campaigns);
        model::Opportunity opportunity;
        QVERIFY((ask(index, opportunity) == Slots{1})); // country not said
        opportunity.set(Dimension::Country, vocabulary.of(Dimension::Country).find("US"));
        QVERIFY((ask(index, opportunity) == Slots{0}));
        opportunity.set(Dimension::Country, vocabulary.of(Dimension::Country).find("CA"));
        QVERIFY((ask(index, opportunity) == Slots{0, 1}));
        opportunity.set(Dimension::Country, vocabulary.of(Dimension::Country).intern("KR"));
        QVERIFY((ask(index, opportunity) == Slots{1}));
    }
    void countriesAreExactAndMakersGoByAllTheirNames()
    {
        model::Vocabulary vocabulary;
        const std::vector<CompiledTargeting> campaigns{
            only(vocabulary, Dimension::Country, Match::AnyOf, {"us"}),
            only(vocabulary, Dimension::DeviceMake, Match::AnyOf, {"苹果"}),
        };
        TargetingIndex index;
        index.build(campaigns);
        for (const char* make : {"Apple", "apple", "APPLE", "iPhone", "蘋果"}) {
            model::Opportunity opportunity;
            opportunity.set(Dimension::Country, vocabulary.of(Dimension::Country).intern("US"));
            opportunity.set(Dimension::DeviceMake,
                            vocabulary.of(Dimension::DeviceMake).intern(make));
            QVERIFY((ask(index, opportunity) == Slots{1}));
        }
    }
    void allOfListsNeedsEveryValue()
    {
        model::Vocabulary vocabulary;
        const std::vector<CompiledTargeting> campaigns{
            only(vocabulary, Dimension::Segment, Match::AllOf, {"a", "b"}),
            only(vocabulary, Dimension::Segment, Match::AllOf, {"b"}),
            only(vocabulary, Dimension::Country, Match::AllOf, {"US", "CA"}), // no one is in both
        };
        TargetingIndex index;
        index.build(campaigns);
        model::Opportunity opportunity;
        opportunity.list(Dimension::Segment).push(vocabulary.of(Dimension::Segment).find("b"));
        opportunity.set(Dimension::Country, vocabulary.of(Dimension::Country).find("US"));
        QVERIFY((ask(index, opportunity) == Slots{1}));
        opportunity.list(Dimension::Segment).push(vocabulary.of(Dimension::Segment).find("a"));
        QVERIFY((ask(index, opportunity) == Slots{0, 1}));
    }
    void hoursAreThoseOfEachCampaignsZone()
    {
        // Monday 1970-01-05, 00:30 UTC is 09:30 in Seoul.
        model::Vocabulary vocabulary;
        model::Targeting nine;
        nine.hours = model::HourGrid().set(9);
        model::Targeting midnight;
        midnight.hours = model::HourGrid().set(0);
        const std::vector<CompiledTargeting> campaigns{
            compile(nine, "Asia/Seoul", std::nullopt, vocabulary),
            compile(nine, "UTC", std::nullopt, vocabulary),
            compile(midnight, "UTC", std::nullopt, vocabulary),
        };
        TargetingIndex index;
        index.build(campaigns);
        model::Opportunity opportunity;
        opportunity.at = {4 * base::kDayMs + base::kHourMs / 2};
        QVERIFY((ask(index, opportunity) == Slots{0, 2}));
    }
    void onlyCampaignsWithAFittingCreativeAreFound()
    {
        model::Vocabulary vocabulary;
        model::Creative banner;
        banner.width = 300;
        banner.height = 250;
        model::Creative video;
        video.format = model::CreativeFormat::Video;
        const std::vector<CompiledTargeting> campaigns{
            compile({}, "UTC", std::span(&banner, 1), vocabulary),
            compile({}, "UTC", std::span(&video, 1), vocabulary),
            compile({}, "UTC", std::span<const model::Creative>(), vocabulary),
            compile({}, "UTC", std::nullopt, vocabulary),
        };
        TargetingIndex index;
        index.build(campaigns);
        model::Opportunity opportunity;
        QVERIFY((ask(index, opportunity) == Slots{3}));
        opportunity.set(Dimension::Format, vocabulary.of(Dimension::Format).find("banner"));
        QVERIFY((ask(index, opportunity) == Slots{3}));
        opportunity.set(Dimension::Size, vocabulary.of(Dimension::Size).find("300x250"));
        QVERIFY((ask(index, opportunity) == Slots{0, 3}));
        opportunity.set(Dimension::Format, vocabulary.of(Dimension::Format).find("video"));
        QVERIFY((ask(index, opportunity) == Slots{1, 3}));
    }
    void valuesTheMarketHasNotSeenAreNotAddedByDrafts()
    {
        const model::Vocabulary vocabulary;
        model::Targeting targeting;
        targeting.rules = {{Dimension::Country, Match::AnyOf, {"US"}}};
        const auto wanting = compileKnown(targeting, "UTC", std::nullopt, vocabulary);
        QCOMPARE(vocabulary.of(Dimension::Country).size(), std::size_t{0});
        targeting.rules[0].match = Match::NoneOf;
        const std::vector<CompiledTargeting> campaigns{
            wanting, compileKnown(targeting, "UTC", std::nullopt, vocabulary)};
        TargetingIndex index;
        index.build(campaigns);
        QVERIFY((ask(index, {}) == Slots{1}));
    }
    void everyLevelFindsWhatAScanFinds_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("plain") << static_cast<int>(SimdLevel::Plain);
        QTest::newRow("avx2") << static_cast<int>(SimdLevel::Avx2);
        QTest::newRow("avx512") << static_cast<int>(SimdLevel::Avx512);
    }
    void everyLevelFindsWhatAScanFinds()
    {
        QFETCH(int, level);
        RandomTargetings source(11);
        for (const std::size_t count : {1, 63, 64, 65, 511, 513, 3000}) {
            const auto campaigns = make(source, count);
            TargetingIndex index(static_cast<SimdLevel>(level));
            index.build(campaigns);
            MatchScratch scratch;
            for (int i = 0; i < 300; ++i) {
                const auto opportunity = source.opportunity();
                QVERIFY(ask(index, opportunity, scratch) == scan(campaigns, opportunity));
            }
        }
    }
    void slotsAreFoundInEveryBlock()
    {
        RandomTargetings source(5);
        const auto some = make(source, 1000);
        std::vector<CompiledTargeting> campaigns;
        for (std::size_t i = 0; i < 140'000; ++i)
            campaigns.push_back(some[i % some.size()]);
        TargetingIndex index;
        index.build(campaigns);
        QCOMPARE(index.slotCount(), campaigns.size());
        for (int i = 0; i < 5; ++i) {
            const auto opportunity = source.opportunity();
            QVERIFY(ask(index, opportunity) == scan(campaigns, opportunity));
        }
        index.setLive(139'999, false);
        QVERIFY(!index.isLive(139'999) && index.isLive(139'998));
    }
    void changesInPlaceEqualARebuild()
    {
        RandomTargetings source(17);
        base::Random random(1);
        auto campaigns = make(source, 400);
        std::vector<bool> live(campaigns.size(), true);
        TargetingIndex index;
        index.build(campaigns);
        MatchScratch scratch;
        for (int round = 0; round < 4000; ++round) {
            const std::uint32_t slot
                = random.below(static_cast<std::uint32_t>(campaigns.size()) + 1);
            if (slot == campaigns.size()) {
                campaigns.emplace_back();
                live.push_back(false);
            }
            const bool filled = index.slotCount() > slot && index.isLive(slot);
            if (random.chance(.7)) {
                campaigns[slot] = source.targeting();
                index.upsert(slot, campaigns[slot]);
                index.setLive(slot, live[slot] = true);
            } else if (filled && random.chance(.5)) {
                index.erase(slot);
                live[slot] = false;
            } else if (filled) {
                index.setLive(slot, live[slot] = random.chance(.5));
            }
            if (round % 20 == 0) {
                const auto opportunity = source.opportunity();
                QVERIFY(ask(index, opportunity, scratch) == scan(campaigns, opportunity, live));
            }
        }
        TargetingIndex rebuilt;
        rebuilt.build(campaigns);
        for (std::uint32_t slot = 0; slot < campaigns.size(); ++slot)
            rebuilt.setLive(slot, live[slot]);
        for (int i = 0; i < 300; ++i) {
            const auto opportunity = source.opportunity();
            QVERIFY(ask(index, opportunity, scratch) == ask(rebuilt, opportunity));
        }
    }
    void aChangedCampaignStaysPausedAndAnErasedOneStaysGone()
    {
        TargetingIndex index;
        index.upsert(2, {}); // slots 0 and 1 are empty
        QVERIFY((ask(index, {}) == Slots{2}));
        index.setLive(0, true);
        QVERIFY((ask(index, {}) == Slots{2}));
        index.setLive(2, false);
        index.upsert(2, {});
        QVERIFY(ask(index, {}).empty());
        index.erase(2);
        index.setLive(2, true);
        QVERIFY(ask(index, {}).empty());
        index.upsert(2, {});
        QVERIFY((ask(index, {}) == Slots{2}));
    }
};

QTEST_GUILESS_MAIN(TestTargetingIndex)
#include "test_targeting_index.moc"
