// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/pipeline/counter_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

class CounterBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventCountsForEverythingItBelongsTo();
    void anEventCountsForEachSegmentOfItsUser();
    void aDayIsTheCampaignsOwn();
    void minutesAndQuartersHoldTheirOwnEvents();
    void aSpanIsReadByQuartersAndItsEndsByMinutes();
    void unchargedWinsAndQuarantineAreKeptApart();
    void usersAreCountedOnce();
    void runsOfALiveMarketAddUp();
    void whatWasStoredWithoutABookIsCountedWhenItOpens();
    void aRecountOfAnUntouchedLogDiffersNowhere();
    void aRecountFindsAndMendsAWrongCounter();
    void aRecountThatIsEndedChangesNothing();
    void countingThreeTimesChangesNothing();
    void theMostComeFirst();
};

void CounterBookTest::anEventCountsForEverythingItBelongsTo()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Win, kNewYear, 1, 2'000'000);
    bed.send(EventKind::Impression, kNewYear, 1, 2'000'000);
    bed.send(EventKind::Viewable, kNewYear, 1, 1);
    bed.send(EventKind::Click, kNewYear, 1, 1);
    bed.send(EventKind::Conversion, kNewYear, 1, 15'000'000);
    bed.send(EventKind::RequestCount, kNewYear, 0, 40);
    bed.flush();
    Measures expected;
    expected.wins = 1;
    expected.impressions = 1;
    expected.viewable = 1;
    expected.clicks = 1;
    expected.conversions = 1;
    expected.spentNanos = 2'000'000;
    expected.earnedNanos = 1'600'000; // eight tenths
    expected.valueMicros = 15'000'000;
    expected.attributedClicks = 1; // a market's own are of their auctions
    expected.attributedConversions = 1;
    expected.attributedMicros = 15'000'000;
    using Named = std::pair<CountedBy, const char*>;
    for (const auto& [by, text] :
         {Named{CountedBy::Campaign, "camp-1"}, Named{CountedBy::Ad, "ad of camp-1"},
          Named{CountedBy::Creative, "banner-1"}, Named{CountedBy::Advertiser, "acme"},
          Named{CountedBy::Publisher, "daily"}, Named{CountedBy::Placement, "top"},
          Named{CountedBy::Device, "mobile"}, Named{CountedBy::Country, "KR"},
          Named{CountedBy::Source, "shard 0"}, Named{CountedBy::Segment, "sports"},
          Named{CountedBy::Segment, "travel"}}) {
        Measures found = bed.total(by, text);
        found.requests = 0; // the request counts for the placement, the device ... of its event
        QVERIFY2(found == expected, text);
    }
    QCOMPARE(bed.total(CountedBy::All, "").requests, 40);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-2").wins, 0);
}

void CounterBookTest::anEventCountsForEachSegmentOfItsUser()
{
    CounterBed bed;
    bed.open();
    for (std::uint64_t user = 1; user <= 60; ++user)
        bed.send(EventKind::Impression, kNewYear, 1, 1, user);
    bed.send(EventKind::Click, kNewYear + 20 * base::kMinuteMs, 2, 1, 3);
    bed.flush();
    QCOMPARE(bed.total(CountedBy::Segment, "sports").impressions, 30);
    QCOMPARE(bed.total(CountedBy::Segment, "sports").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Segment, "travel").impressions, 20);
    QCOMPARE(bed.total(CountedBy::Segment, "travel").clicks, 0);
    QCOMPARE(bed.total(CountedBy::All, "").impressions, 60);
    QCOMPARE(bed.users(CountedBy::Segment, "sports"), 30U); // a sketch of so few is exact
    const auto days
        = bed.rows(CountedBy::Segment, "sports", Granularity::Day, kNewYearDay, kNewYearDay + 1);
    QCOMPARE(days.size(), 1U);
    bed.close();
    bed.open(); // with what was kept before
    bed.send(EventKind::Impression, kNewYear, 1, 1, 1);
    bed.flush();
    QCOMPARE(bed.total(CountedBy::Segment, "travel").impressions, 21);
    const auto recounted = recount(*bed.workspace, *bed.book, [](auto, auto) { return true; });
    QVERIFY(recounted);
    QCOMPARE(recounted->differing, 0U);
    QCOMPARE(bed.total(CountedBy::Segment, "travel").impressions, 21);
}

// 20:00 UTC on New Year's Eve is 05:00 on New Year's Day in Seoul.
void CounterBookTest::aDayIsTheCampaignsOwn()
{
    CounterBed bed;
    bed.open();
    const std::int64_t eve = kNewYear - 4 * base::kHourMs;
    bed.send(EventKind::Click, eve, 1, 1);
    bed.send(EventKind::Click, eve, 2, 1);
    bed.flush();
    const auto day = [&](const char* campaign, std::int64_t number) {
        return bed.rows(CountedBy::Campaign, campaign, Granularity::Day, number, number + 1).size();
    };
    QCOMPARE(day("camp-1", kNewYearDay - 1), 1U);
    QCOMPARE(day("camp-1", kNewYearDay), 0U);
    QCOMPARE(day("camp-2", kNewYearDay - 1), 0U);
    QCOMPARE(day("camp-2", kNewYearDay), 1U);
}

void CounterBookTest::minutesAndQuartersHoldTheirOwnEvents()
{
    CounterBed bed;
    bed.open();
    for (const std::int64_t minute : {0, 14, 14, 15})
        bed.send(EventKind::Click, kNewYear + minute * base::kMinuteMs + 59'999, 1, 1);
    bed.flush();
    const std::int64_t first = kNewYear / base::kMinuteMs;
    const auto minutes
        = bed.rows(CountedBy::Campaign, "camp-1", Granularity::Minute, first, first + 60);
    QCOMPARE(minutes.size(), 3U);
    QCOMPARE(minutes[1].bucket, first + 14);
    QCOMPARE(minutes[1].measures.clicks, 2);
    const auto quarters
        = bed.rows(CountedBy::Campaign, "camp-1", Granularity::Quarter, first / 15, first / 15 + 4);
    QCOMPARE(quarters.size(), 2U);
    QCOMPARE(quarters[0].measures.clicks, 3);
    QCOMPARE(quarters[1].measures.clicks, 1);
}

// Minutes are forgotten after two days, so no more of them are asked for than have to be.
void CounterBookTest::aSpanIsReadByQuartersAndItsEndsByMinutes()
{
    const auto spans = [](int fromMinute, int toMinute) {
        std::vector<std::tuple<Granularity, std::int64_t, std::int64_t>> found;
        for (const CounterQuery& query : countersBetween({}, TimeMs{fromMinute * base::kMinuteMs},
                                                         TimeMs{toMinute * base::kMinuteMs}))
            if (query.from < query.to)
                found.emplace_back(query.granularity, query.from, query.to);
        return found;
    };
    using Spans = decltype(spans(0, 0));
    QVERIFY(spans(607, 680)
            == Spans({{Granularity::Minute, 607, 615},
                      {Granularity::Quarter, 41, 45},
                      {Granularity::Minute, 675, 680}}));
    QVERIFY(spans(600, 660) == Spans({{Granularity::Quarter, 40, 44}}));
    QVERIFY(spans(601, 614) == Spans({{Granularity::Minute, 601, 614}}));
    QVERIFY(spans(601, 616) == Spans({{Granularity::Minute, 601, 616}})); // no quarter is whole
    QVERIFY(spans(-20, 0)
            == Spans({{Granularity::Minute, -20, -15}, {Granularity::Quarter, -1, 0}}));
}

void CounterBookTest::unchargedWinsAndQuarantineAreKeptApart()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Win, kNewYear, 1, 500, 7, true);
    bed.send(EventKind::Click, kNewYear, 1, 1, 7, true);
    bed.flush();
    const Measures found = bed.total(CountedBy::Campaign, "camp-1");
    QCOMPARE(found.wins, 1);
    QCOMPARE(found.spentNanos, 0);
    QCOMPARE(found.unchargedNanos, 500);
    QCOMPARE(found.clicks, 0);
    QCOMPARE(found.quarantined, 1);
}

void CounterBookTest::usersAreCountedOnce()
{
    CounterBed bed;
    bed.open();
    for (std::uint64_t i = 0; i < 60; ++i)
        bed.send(EventKind::Impression, kNewYear, 1 + i % 2, 1, 1 + i % 20);
    bed.flush();
    QCOMPARE(bed.users(CountedBy::Campaign, "camp-1"), 10U);
    QCOMPARE(bed.users(CountedBy::All, ""), 20U);
}

void CounterBookTest::runsOfALiveMarketAddUp()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Click, kNewYear, 1, 1);
    bed.flush();
    bed.close();
    bed.open();
    bed.send(EventKind::Click, kNewYear, 1, 1);
    bed.flush();
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 2);
}

void CounterBookTest::whatWasStoredWithoutABookIsCountedWhenItOpens()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Impression, kNewYear, 1, 1, 1);
    bed.flush();
    bed.close();
    bed.open(false); // as after a kill between the commit and the counting
    bed.send(EventKind::Impression, kNewYear, 1, 1, 2);
    bed.send(EventKind::Click, kNewYear, 1, 1, 2);
    bed.flush();
    bed.close();
    bed.open();
    bed.flush();
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").impressions, 2);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 1);
    QCOMPARE(bed.users(CountedBy::Campaign, "camp-1"), 2U);
}

void CounterBookTest::aRecountOfAnUntouchedLogDiffersNowhere()
{
    CounterBed bed;
    bed.open();
    for (std::int64_t i = 0; i < 200; ++i)
        bed.send(i % 3 == 0 ? EventKind::Click : EventKind::Win, kNewYear + i * 61'000,
                 static_cast<Handle>(1 + i % 2), i);
    bed.flush();
    std::uint64_t read = 0;
    const auto swapped
        = recount(*bed.workspace, *bed.book, [&](std::uint64_t done, std::uint64_t total) {
              read = done;
              return total == 200;
          });
    QVERIFY2(swapped, swapped ? "" : toString(swapped.error()).c_str());
    QCOMPARE(read, 200U);
    QCOMPARE(swapped->differing, 0U);
    QVERIFY(swapped->counters > 100);
}

void CounterBookTest::aRecountFindsAndMendsAWrongCounter()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Click, kNewYear, 1, 1);
    bed.flush();
    QVERIFY(bed.workspace->writeAndWait([](store::Connection& connection) {
        return connection.execute("UPDATE counter SET clicks = 5 WHERE dimension = 1 AND "
                                  "granularity = 3");
    }));
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 5);
    const auto swapped
        = recount(*bed.workspace, *bed.book, [](std::uint64_t, std::uint64_t) { return true; });
    QVERIFY(swapped);
    QCOMPARE(swapped->differing, 1U);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 1);
    bed.send(EventKind::Click, kNewYear, 1, 1);
    bed.flush();
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 2);
}

void CounterBookTest::aRecountThatIsEndedChangesNothing()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Click, kNewYear, 1, 1);
    bed.flush();
    const auto swapped
        = recount(*bed.workspace, *bed.book, [](std::uint64_t, std::uint64_t) { return false; });
    QVERIFY(!swapped);
    QCOMPARE(swapped.error().code, std::string("CANCELLED"));
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").clicks, 1);
}

void CounterBookTest::countingThreeTimesChangesNothing()
{
    CounterBed bed;
    bed.open();
    for (std::int64_t i = 0; i < 50; ++i)
        bed.send(EventKind::Impression, kNewYear + i * 1'000, 1, 10, static_cast<std::uint64_t>(i));
    bed.flush();
    const Measures before = bed.total(CountedBy::Campaign, "camp-1");
    for (int times = 0; times < 3; ++times) {
        const auto swapped
            = recount(*bed.workspace, *bed.book, [](std::uint64_t, std::uint64_t) { return true; });
        QVERIFY(swapped && swapped->differing == 0);
        QVERIFY(bed.total(CountedBy::Campaign, "camp-1") == before);
        QCOMPARE(bed.users(CountedBy::Campaign, "camp-1"), 49U); // user 0 is nobody
    }
}

void CounterBookTest::theMostComeFirst()
{
    CounterBed bed;
    bed.open();
    for (int i = 0; i < 5; ++i)
        bed.send(EventKind::Click, kNewYear + i * base::kDayMs, i < 2 ? 1 : 2, 1);
    bed.flush();
    auto reader = bed.workspace->reader();
    const auto scopes = Scopes::read(*reader).value();
    const auto top = readTop(*reader,
                             {{scopes.newestOf("live")},
                              CountedBy::Campaign,
                              std::nullopt,
                              Granularity::Day,
                              kNewYearDay,
                              kNewYearDay + 30},
                             &Measures::clicks, 1)
                         .value();
    QCOMPARE(top.size(), 1U);
    QCOMPARE(textOf(*reader, CountedBy::Campaign, top[0].name).value(), std::string("camp-2"));
    QCOMPARE(top[0].measures.clicks, 3);
}

QTEST_APPLESS_MAIN(CounterBookTest)
#include "test_counter_book.moc"
