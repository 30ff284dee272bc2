// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/counters/recount.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::pipeline;
using model::DeliveryEvent;
using model::EventKind;

namespace {

using Ring = base::SpscRing<DeliveryEvent>;

constexpr std::int64_t kNewYear = 1'767'225'600'000; // 2026-01-01 00:00 UTC
constexpr std::int64_t kNewYearDay = 20'454;

model::Campaign campaign(const char* id, const char* advertiser, const char* zone,
                         const char* creative)
{
    model::Campaign made;
    made.id = id;
    made.advertiserId = advertiser;
    made.timeZone = zone;
    model::Creative shown;
    shown.id = creative;
    made.ads = {{std::string("ad of ") + id, "", {shown}}};
    return made;
}

/// A live market with two campaigns, one of them in Seoul (UTC+9), and a placement.
struct CounterBed
{
    CounterBed()
    {
        words->campaigns.intern("camp-1");
        words->campaigns.intern("camp-2");
        words->creatives.intern("banner-1");
        words->creatives.intern("banner-2");
        words->of(model::Dimension::Placement).intern("top");
        words->of(model::Dimension::Country).intern("KR");
        words->of(model::Dimension::DeviceType).intern("mobile");
    }
    ~CounterBed() { close(); }
    void open(bool counts = true)
    {
        auto opened = store::Workspace::open(path(), pipelineMigrations());
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        workspace = std::move(*opened);
        writer = std::make_unique<store::EventWriter>(*workspace);
        if (counts)
            count();
        source = writer->addSource(writer->beginRun("live", {}).value(), "shard 0").value();
        QVERIFY(writer->attach(ring, source, words));
        sequence = 0;
        if (counts)
            QVERIFY(book->learn(campaigns, placements));
    }
    void count()
    {
        auto opened = CounterBook::open(*workspace, *writer);
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        book = std::move(*opened);
    }
    void close()
    {
        book.reset();
        writer.reset();
        workspace.reset();
    }
    void send(EventKind kind, std::int64_t at, Handle of, std::int64_t amount,
              std::uint64_t user = 7, bool uncharged = false)
    {
        DeliveryEvent event;
        event.kind = kind;
        event.uncharged = uncharged;
        event.sequence = ++sequence;
        event.at = {at};
        event.auction = sequence;
        event.campaign = of;
        event.creative = of;
        event.placement = 1;
        event.country = 1;
        event.device = 1;
        event.user = user;
        event.amount = amount;
        event.publisher = kind == EventKind::Win ? amount * 8 / 10 : 0;
        QVERIFY(ring.push(event));
    }
    void flush()
    {
        if (book)
            QVERIFY(book->flush());
        else
            QVERIFY(writer->flush());
    }
    std::vector<CounterRow> rows(CountedBy by, const char* text, Granularity granularity,
                                 std::int64_t from = 0, std::int64_t to = 1) const
    {
        auto reader = workspace->reader();
        const auto name = nameOf(*reader, by, text).value();
        if (!name)
            return {};
        const auto scopes = Scopes::read(*reader).value();
        return readCounters(*reader, {{scopes.newestOf("live")}, by, *name, granularity, from, to})
            .value();
    }
    Measures total(CountedBy by, const char* text) const
    {
        const auto found = rows(by, text, Granularity::Total);
        return found.empty() ? Measures{} : found.front().measures;
    }
    std::uint64_t users(CountedBy by, const char* text) const
    {
        auto reader = workspace->reader();
        const auto scopes = Scopes::read(*reader).value();
        const auto name = nameOf(*reader, by, text).value();
        return readUsers(*reader, {{scopes.newestOf("live")}, by, *name, Granularity::Total, 0, 1})
            .value();
    }
    std::filesystem::path path() const
    {
        return std::filesystem::path(folder.path().toStdString()) / "counters.gavel";
    }

    QTemporaryDir folder;
    std::shared_ptr<model::Vocabulary> words = std::make_shared<model::Vocabulary>();
    std::vector<model::Campaign> campaigns{campaign("camp-1", "acme", "UTC", "banner-1"),
                                           campaign("camp-2", "hanok", "Asia/Seoul", "banner-2")};
    std::vector<model::Placement> placements = [] {
        model::Placement top;
        top.id = "top";
        top.publisherId = "daily";
        return std::vector{top};
    }();
    Ring ring{256};
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> writer;
    std::unique_ptr<CounterBook> book;
    std::uint32_t source = 0;
    std::uint64_t sequence = 0;
};

} // namespace

class CounterBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventCountsForEverythingItBelongsTo();
    void aDayIsTheCampaignsOwn();
    void minutesAndQuartersHoldTheirOwnEvents();
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
    using Named = std::pair<CountedBy, const char*>;
    for (const auto& [by, text] :
         {Named{CountedBy::Campaign, "camp-1"}, Named{CountedBy::Ad, "ad of camp-1"},
          Named{CountedBy::Creative, "banner-1"}, Named{CountedBy::Advertiser, "acme"},
          Named{CountedBy::Publisher, "daily"}, Named{CountedBy::Placement, "top"},
          Named{CountedBy::Device, "mobile"}, Named{CountedBy::Country, "KR"},
          Named{CountedBy::Source, "shard 0"}}) {
        Measures found = bed.total(by, text);
        found.requests = 0; // the request counts for the placement, the device ... of its event
        QVERIFY2(found == expected, text);
    }
    QCOMPARE(bed.total(CountedBy::All, "").requests, 40);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-2").wins, 0);
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
