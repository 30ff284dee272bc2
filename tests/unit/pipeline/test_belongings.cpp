// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_check.h"
#include "engine/pipeline/intake/lineage.h"
#include "engine/pipeline/intake/number_trace.h"
#include "tests/unit/pipeline/counter_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

constexpr std::int64_t kMinute = 60'000;

/// A workspace in which market after market runs.
struct BelongingsBed : CounterBed
{
    BelongingsBed() { open(); }
    /// A run of a market in which camp-1 is an advertiser's.
    std::uint32_t begin(const char* market, const char* advertiser)
    {
        const std::uint32_t run = outside(market);
        say(run, advertiser);
        return run;
    }
    /// A run of which nothing is said.
    std::uint32_t outside(std::string_view market)
    {
        flush();
        writer->detach(source).value();
        const std::uint32_t run = writer->beginRun(market, {}).value();
        go(run);
        return run;
    }
    void say(std::uint32_t run, const char* advertiser, const char* zone = "UTC")
    {
        const model::Campaign said = campaign("camp-1", advertiser, zone, "banner-1");
        const auto learned = book->learn(run, {&said, 1}, {});
        QVERIFY2(learned, learned ? "" : toString(learned.error()).c_str());
    }
    void go(std::uint32_t run)
    {
        source = writer->addSource(run, "shard " + std::to_string(++shards)).value();
        QVERIFY(writer->attach(ring, source, words));
        sequence = 0;
    }
    void click(std::int64_t minute)
    {
        send(EventKind::Click, kNewYear + minute * kMinute, 1, 1);
        flush();
    }
    std::int64_t clicksOf(std::uint32_t run, const char* advertiser) const
    {
        auto reader = workspace->reader();
        const auto name = nameOf(*reader, CountedBy::Advertiser, advertiser).value();
        if (!name)
            return 0;
        const auto rows = readCounters(
            *reader, {{run}, CountedBy::Advertiser, *name, Granularity::Total, 0, 1});
        return rows.value().empty() ? 0 : rows.value().front().measures.clicks;
    }
    std::uint64_t traced(std::uint32_t run, const char* advertiser) const
    {
        auto reader = workspace->reader();
        NumberQuery query;
        query.scopes = {run};
        query.by = CountedBy::Advertiser;
        query.name = **nameOf(*reader, CountedBy::Advertiser, advertiser);
        query.kind = EventKind::Click;
        query.to = {INT64_MAX};
        return traceNumber(*reader, query).value().value;
    }
    void compareWithTheLog()
    {
        flush();
        auto reader = workspace->reader();
        const auto check = checkCounters(*reader);
        QVERIFY2(check.value().ok, check.value().detail.c_str());
        const auto swapped
            = recount(*workspace, *book, [](std::uint64_t, std::uint64_t) { return true; });
        QCOMPARE(swapped.value().differing, 0U);
    }
    int shards = 0;
};

} // namespace

class BelongingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMarketSaysForItselfWhoseACampaignIs();
    void whatIsSaidAnewHoldsFromTheNextMinuteOn();
    void aNewRunOfALiveMarketKeepsWhatWasCounted();
    void whatOthersTellGoesToWhoWasSaidLast();
    void aDayIsThatOfTheZoneOfItsTime();
    void aRunThatIsNotInTheLogIsRefused();
};

void BelongingsTest::eachMarketSaysForItselfWhoseACampaignIs()
{
    BelongingsBed bed;
    const std::uint32_t demo = bed.begin("demo", "acme");
    bed.click(0);
    const std::uint32_t city = bed.begin("city", "pine");
    bed.click(0);
    bed.click(1);
    QCOMPARE(bed.clicksOf(demo, "acme"), 1);
    QCOMPARE(bed.clicksOf(demo, "pine"), 0);
    QCOMPARE(bed.clicksOf(city, "acme"), 0);
    QCOMPARE(bed.clicksOf(city, "pine"), 2);
    QCOMPARE(bed.traced(demo, "acme"), 1U);
    QCOMPARE(bed.traced(demo, "pine"), 0U);
    QCOMPARE(bed.traced(city, "acme"), 0U);
    QCOMPARE(bed.traced(city, "pine"), 2U);
    bed.compareWithTheLog();
    QCOMPARE(bed.clicksOf(demo, "acme"), 1);
}

void BelongingsTest::whatIsSaidAnewHoldsFromTheNextMinuteOn()
{
    BelongingsBed bed;
    const std::uint32_t run = bed.begin("demo", "acme");
    bed.click(5);
    bed.say(run, "pine");
    bed.click(5); // its minute has counted already
    bed.click(2);
    bed.click(6);
    QCOMPARE(bed.clicksOf(run, "acme"), 3);
    QCOMPARE(bed.clicksOf(run, "pine"), 1);
    bed.say(run, "acme"); // and back
    bed.click(7);
    QCOMPARE(bed.clicksOf(run, "acme"), 4);
    QCOMPARE(bed.traced(run, "acme"), 4U);
    QCOMPARE(bed.traced(run, "pine"), 1U);
    bed.compareWithTheLog();
}

void BelongingsTest::aNewRunOfALiveMarketKeepsWhatWasCounted()
{
    BelongingsBed bed; // a live market, in which the campaign is acme's
    auto reader = bed.workspace->reader();
    const std::uint32_t scope = Scopes::read(*reader).value().newestOf("live");
    bed.click(0);
    bed.begin("live", "pine");
    bed.click(1);
    QCOMPARE(bed.clicksOf(scope, "acme"), 1);
    QCOMPARE(bed.clicksOf(scope, "pine"), 1);
    bed.compareWithTheLog();
}

void BelongingsTest::whatOthersTellGoesToWhoWasSaidLast()
{
    BelongingsBed bed;
    const std::uint32_t demo = bed.begin("demo", "acme");
    const std::uint32_t others = bed.outside(kOutsideMarket);
    bed.click(0);
    bed.begin("city", "pine");
    bed.outside(kOutsideMarket); // goes on
    bed.click(1);
    QCOMPARE(bed.clicksOf(others, "acme"), 1);
    QCOMPARE(bed.clicksOf(others, "pine"), 1);
    bed.writer->detach(bed.source).value();
    bed.go(demo); // which has said nothing else
    bed.click(9);
    QCOMPARE(bed.clicksOf(demo, "acme"), 1);
    bed.compareWithTheLog();
}

void BelongingsTest::aDayIsThatOfTheZoneOfItsTime()
{
    BelongingsBed bed;
    const std::uint32_t run = bed.begin("demo", "acme");
    constexpr std::int64_t kEvening = 20 * 60; // 05:00 of the next day in Seoul
    bed.click(kEvening);
    bed.say(run, "acme", "Asia/Seoul");
    bed.click(kEvening + 1);
    auto reader = bed.workspace->reader();
    const auto name = nameOf(*reader, CountedBy::Campaign, "camp-1").value();
    const auto days
        = readCounters(
              *reader,
              {{run}, CountedBy::Campaign, *name, Granularity::Day, kNewYearDay, kNewYearDay + 2})
              .value();
    QCOMPARE(days.size(), std::size_t{2});
    QCOMPARE(days[0].bucket, kNewYearDay);
    QCOMPARE(days[1].bucket, kNewYearDay + 1);
    bed.compareWithTheLog();
}

void BelongingsTest::aRunThatIsNotInTheLogIsRefused()
{
    BelongingsBed bed;
    const model::Campaign said = campaign("camp-1", "pine", "UTC", "banner-1");
    const auto learned = bed.book->learn(99, {&said, 1}, {});
    QVERIFY(!learned);
    QCOMPARE(learned.error().code, std::string("RUN_UNKNOWN"));
    QCOMPARE(learned.error().where, std::string("run 99"));
    const std::uint32_t others = bed.outside(kOutsideMarket);
    QCOMPARE(bed.book->learn(others, {&said, 1}, {}).error().code, std::string("RUN_UNKNOWN"));
}

QTEST_GUILESS_MAIN(BelongingsTest)
#include "test_belongings.moc"
