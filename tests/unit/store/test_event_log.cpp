// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_log.h"
#include "engine/store/event_writer.h"
#include "engine/store/verify.h"
#include "tests/unit/store/workspace_bed.h"

#include <atomic>
#include <future>
#include <thread>

using namespace gavel;
using namespace gavel::store;
using model::DeliveryEvent;
using model::EventKind;

class EventLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsComeBackWithTheirTexts();
    void theSegmentsOfAUserAreOneNumber();
    void anUnchargedWinIsEarnedButNotSpent();
    void theSameFactTwiceIsStoredOnce();
    void aSourceResumesWhereItEnded();
    void handlesOfAnotherProcessNameTheSameCampaigns();
    void totalsSumOverTheRunsOfTheirMarketOnly();
    void spendingIsKeptByTheQuarterOfAnHour();
    void rivalsCountNowhere();
    void committedIsToldOnlyAfterTheCommit();
    void aFullRingLosesNothing();
    void aWriteComesAfterWhatTheRingsHeld();
    void wrongSourcesAreRefused();
    void aSoundFilePassesEveryCheck();
    void eachBrokenThingFailsItsOwnCheck_data();
    void eachBrokenThingFailsItsOwnCheck();
};

namespace {

using Ring = base::SpscRing<DeliveryEvent>;

std::shared_ptr<model::Vocabulary> words(std::initializer_list<const char*> campaigns)
{
    auto vocabulary = std::make_shared<model::Vocabulary>();
    for (const char* campaign : campaigns)
        vocabulary->campaigns.intern(campaign);
    vocabulary->seats.intern("seat-a");
    vocabulary->of(model::Dimension::Placement).intern("top");
    vocabulary->creatives.intern("banner-1");
    return vocabulary;
}

DeliveryEvent fact(EventKind kind, std::uint64_t sequence, Handle campaign, std::int64_t amount)
{
    DeliveryEvent made;
    made.kind = kind;
    made.sequence = sequence;
    made.at = {1'800'000'000'000 + static_cast<std::int64_t>(sequence)};
    made.auction = 1000 + sequence;
    made.campaign = campaign;
    made.seat = made.placement = made.creative = 1;
    made.user = 0xfedcba9876543210ULL;
    made.amount = amount;
    made.publisher = kind == EventKind::Win ? amount * 9 / 10 : 0;
    return made;
}

/// An impression of an auction that an earlier or later fact won.
DeliveryEvent shown(std::uint64_t sequence, std::uint64_t auction)
{
    auto made = fact(EventKind::Impression, sequence, 1, 1000);
    made.auction = auction;
    return made;
}

/// A writer with one source, as a market's shard has it.
struct LogBed : WorkspaceBed
{
    void begin(const char* market, std::shared_ptr<model::Vocabulary> vocabulary)
    {
        if (!workspace)
            open();
        writer = std::make_unique<EventWriter>(*workspace);
        source = writer->addSource(writer->beginRun(market, {}).value(), "shard 0").value();
        QVERIFY(writer->attach(ring, source, std::move(vocabulary)));
    }
    void send(std::initializer_list<DeliveryEvent> events)
    {
        for (const DeliveryEvent& one : events)
            QVERIFY(ring.push(one));
        QVERIFY(writer->flush());
    }
    void end() { writer.reset(); }
    ~LogBed() { end(); }

    Ring ring{64};
    std::unique_ptr<EventWriter> writer;
    std::uint32_t source = 0;
};

} // namespace

void EventLogTest::eventsComeBackWithTheirTexts()
{
    LogBed bed;
    bed.begin("live", words({"camp-001", "camp-002"}));
    bed.send({fact(EventKind::Win, 1, 2, 1'250'000), fact(EventKind::Click, 2, 0, 0)});
    bed.end();
    auto reader = bed.workspace->reader();
    const auto events = readEvents(*reader, bed.source, 0, 10).value();
    QCOMPARE(events.size(), 2U);
    QCOMPARE(events[0].sequence, 1U);
    QVERIFY(events[0].kind == EventKind::Win);
    QCOMPARE(events[0].at.value, 1'800'000'000'001);
    QCOMPARE(events[0].auction, 1001U);
    QCOMPARE(events[0].campaign, std::string("camp-002"));
    QCOMPARE(events[0].seat, std::string("seat-a"));
    QCOMPARE(events[0].placement, std::string("top"));
    QCOMPARE(events[0].creative, std::string("banner-1"));
    QCOMPARE(events[0].user, 0xfedcba9876543210ULL);
    QCOMPARE(events[0].amount, 1'250'000);
    QCOMPARE(events[0].publisher, 1'125'000);
    QVERIFY(events[1].campaign.empty());
    QCOMPARE(readEvents(*reader, bed.source, 1, 10).value().size(), 1U);
    QCOMPARE(readEvents(*reader, bed.source, 0, 1).value().size(), 1U);
}

void EventLogTest::theSegmentsOfAUserAreOneNumber()
{
    LogBed bed;
    const auto vocabulary = words({"camp-001"});
    const Handle sports = vocabulary->of(model::Dimension::Segment).intern("sports fans");
    const Handle travel = vocabulary->of(model::Dimension::Segment).intern("travellers");
    vocabulary->of(model::Dimension::Country).intern("KR");
    vocabulary->of(model::Dimension::DeviceType).intern("mobile");
    bed.begin("live", vocabulary);
    auto win = fact(EventKind::Win, 1, 1, 100);
    win.country = win.device = 1;
    for (const Handle segment : {travel, sports})
        win.segments.push(segment);
    auto click = fact(EventKind::Click, 2, 1, 1);
    for (const Handle segment : {sports, travel, sports})
        click.segments.push(segment);
    auto other = fact(EventKind::Win, 3, 1, 100);
    other.segments.push(travel);
    bed.send({win, click, other, fact(EventKind::Win, 4, 1, 100)});
    bed.end();
    auto reader = bed.workspace->reader();
    const auto events = readEvents(*reader, bed.source, 0, 10).value();
    using Texts = std::vector<std::string>;
    QCOMPARE(events[0].segments, Texts({"travellers", "sports fans"})); // as they were met first
    QCOMPARE(events[1].segments, events[0].segments);
    QCOMPARE(events[2].segments, Texts({"travellers"}));
    QCOMPARE(events[3].segments, Texts());
    QCOMPARE(events[0].country, std::string("KR"));
    QCOMPARE(events[0].device, std::string("mobile"));
    QCOMPARE(bed.integer("SELECT count(*) FROM tag WHERE kind = 'audience'"), 2);

    model::Vocabulary elsewhere;
    const DeliveryEvent again = factOf(events[0], elsewhere);
    QCOMPARE(elsewhere.of(model::Dimension::Segment).text(again.segments[1]),
             std::string_view("sports fans"));
    QCOMPARE(elsewhere.of(model::Dimension::Country).text(again.country), std::string_view("KR"));
}

void EventLogTest::anUnchargedWinIsEarnedButNotSpent()
{
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    DeliveryEvent late = fact(EventKind::Win, 2, 1, 200);
    late.uncharged = true;
    bed.send({fact(EventKind::Win, 1, 1, 100), late});
    bed.end();
    auto reader = bed.workspace->reader();
    const auto totals = readTotals(*reader, "live").value();
    QCOMPARE(totals[0].wins, 2U);
    QCOMPARE(totals[0].spentNanos, 100);
    QCOMPARE(recountTotals(*reader, "live").value(), totals);
    const auto supply = readSupply(*reader, "live", {}, {INT64_MAX / 2}).value();
    QCOMPARE(supply.at("top").wins, 2U);
    QCOMPARE(supply.at("top").publisherNanos, 90 + 180); // the publisher is paid for both
    const auto events = readEvents(*reader, bed.source, 0, 10).value();
    QVERIFY(!events[0].uncharged && events[1].uncharged);
    const auto checks = verify(*reader).value();
    for (const auto& check : checks)
        QVERIFY2(check.ok, check.name.c_str());
}

void EventLogTest::theSameFactTwiceIsStoredOnce()
{
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    bed.send({fact(EventKind::Win, 1, 1, 100), fact(EventKind::Win, 2, 1, 200),
              fact(EventKind::Win, 2, 1, 200), fact(EventKind::Win, 1, 1, 100)});
    bed.send({fact(EventKind::Win, 2, 1, 200), fact(EventKind::Win, 3, 1, 300)});
    const auto counts = bed.writer->counts();
    QCOMPARE(counts.stored, 3U);
    QCOMPARE(counts.duplicates, 3U);
    QCOMPARE(counts.gaps, 0U);
    QCOMPARE(counts.waiting, 0U);
    auto reader = bed.workspace->reader();
    QCOMPARE(readTotals(*reader, "live").value()[0].spentNanos, 100 + 200 + 300);
}

void EventLogTest::aSourceResumesWhereItEnded()
{
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    bed.send({fact(EventKind::Win, 1, 1, 100), fact(EventKind::Win, 2, 1, 200)});
    bed.end();
    bed.close();
    bed.open();
    EventWriter again(*bed.workspace);
    Ring ring(64);
    QVERIFY(again.attach(ring, bed.source, words({"camp-001"})));
    QCOMPARE(again.committed(bed.source), 2U);
    ring.push(fact(EventKind::Win, 2, 1, 200)); // sent again, since its answer was lost
    ring.push(fact(EventKind::Win, 3, 1, 300));
    QVERIFY(again.detach(bed.source));
    QCOMPARE(again.counts().duplicates, 1U);
    QCOMPARE(again.committed(bed.source), 3U);
    auto reader = bed.workspace->reader();
    QCOMPARE(lastSequence(*reader, bed.source).value(), 3U);
    QCOMPARE(readTotals(*reader, "live").value()[0].spentNanos, 600);
}

void EventLogTest::handlesOfAnotherProcessNameTheSameCampaigns()
{
    LogBed bed;
    bed.begin("live", words({"camp-001", "camp-002"}));
    bed.send({fact(EventKind::Win, 1, 1, 100), fact(EventKind::Win, 2, 2, 1)});
    bed.end();
    bed.begin("live", words({"camp-002", "camp-001"})); // handles the other way round
    bed.send({fact(EventKind::Win, 1, 1, 2), fact(EventKind::Win, 2, 2, 200)});
    auto reader = bed.workspace->reader();
    const auto totals = readTotals(*reader, "live").value();
    QCOMPARE(totals.size(), 2U);
    QCOMPARE(totals[0].campaignId, std::string("camp-001"));
    QCOMPARE(totals[0].spentNanos, 100 + 200);
    QCOMPARE(totals[1].spentNanos, 1 + 2);
}

void EventLogTest::totalsSumOverTheRunsOfTheirMarketOnly()
{
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    bed.send({fact(EventKind::Bid, 1, 1, 500), fact(EventKind::Win, 2, 1, 400),
              fact(EventKind::Impression, 3, 1, 400), fact(EventKind::Viewable, 4, 1, 0),
              fact(EventKind::Click, 5, 1, 0), fact(EventKind::Conversion, 6, 1, 9'000'000)});
    bed.end();
    bed.begin("city-day", words({"camp-001"}));
    bed.send({fact(EventKind::Win, 1, 1, 77)});
    bed.end();
    bed.begin("live", words({"camp-001"}));
    bed.send({fact(EventKind::Win, 1, 1, 600)});
    auto reader = bed.workspace->reader();
    const std::vector<CampaignTotals> expected{
        {"camp-001", 1, 2, 1, 1, 1, 1000, 0, 900, Money::units(9)}}; // publishers get nine tenths
    QVERIFY(readTotals(*reader, "live").value() == expected);
    QVERIFY(recountTotals(*reader, "live").value() == expected);
    QCOMPARE(readTotals(*reader, "city-day").value()[0].spentNanos, 77);
    QVERIFY(readTotals(*reader, "demo").value().empty());
}

void EventLogTest::spendingIsKeptByTheQuarterOfAnHour()
{
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    const std::int64_t midnight = 20'000 * base::kDayMs; // UTC
    auto before = fact(EventKind::Win, 1, 1, 10);
    before.at = {midnight - 1};
    auto first = fact(EventKind::Win, 2, 1, 200);
    first.at = {midnight};
    auto late = fact(EventKind::Win, 3, 1, 3000);
    late.at = {midnight + base::kDayMs - 1};
    auto next = fact(EventKind::Win, 4, 1, 40'000);
    next.at = {midnight + base::kDayMs};
    bed.send({before, first, late, next});
    auto reader = bed.workspace->reader();
    const auto spent = [&](std::int64_t from, std::int64_t to) {
        std::int64_t sum = 0;
        for (const auto& [quarter, nanos] :
             readSpent(*reader, "live", "camp-001", {from}, {to}).value())
            sum += nanos;
        return sum;
    };
    QCOMPARE(spent(midnight, midnight + base::kDayMs), 3200);
    QCOMPARE(spent(midnight - base::kDayMs, midnight), 10);
    // The day of Kathmandu, 5 h 45 min ahead, begins on a quarter of an hour too.
    const std::int64_t kathmandu = midnight - (5 * 60 + 45) * base::kMinuteMs;
    QCOMPARE(spent(kathmandu, kathmandu + base::kDayMs), 210);
    const std::map<TimeMs, std::int64_t> ofTheDay{
        {{midnight}, 200}, {{midnight + base::kDayMs - 15 * base::kMinuteMs}, 3000}};
    QVERIFY(readSpent(*reader, "live", "camp-001", {midnight}, {midnight + base::kDayMs}).value()
            == ofTheDay);
    QVERIFY(readSpent(*reader, "live", "camp-404", {0}, {INT64_MAX}).value().empty());
}

void EventLogTest::rivalsCountNowhere()
{
    LogBed bed;
    bed.begin("live", words({}));
    bed.send({fact(EventKind::Win, 1, 0, 100), fact(EventKind::RequestCount, 2, 0, 5000)});
    auto reader = bed.workspace->reader();
    QVERIFY(readTotals(*reader, "live").value().empty());
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 2);
}

void EventLogTest::committedIsToldOnlyAfterTheCommit()
{
    LogBed bed;
    bed.open();
    EventWriter writer(*bed.workspace);
    const auto source = writer.addSource(writer.beginRun("live", {}).value(), "shard 0").value();
    std::atomic<std::uint64_t> wrong{0};
    std::atomic<std::uint64_t> told{0};
    auto reader = bed.workspace->reader();
    Ring ring(64);
    QVERIFY(writer.attach(ring, source, words({"camp-001"}), [&] {
        told = writer.committed(source);
        if (reader->integer("SELECT count(*) FROM event").value() < static_cast<std::int64_t>(told))
            ++wrong;
    }));
    for (std::uint64_t sequence = 1; sequence <= 500; ++sequence)
        while (!ring.push(fact(EventKind::Win, sequence, 1, 1)))
            std::this_thread::yield();
    QVERIFY(writer.detach(source));
    QCOMPARE(told.load(), 500U);
    QCOMPARE(wrong.load(), 0U);
}

void EventLogTest::aFullRingLosesNothing()
{
    Ring second(64); // outlives the writer that reads it
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    const auto other
        = bed.writer->addSource(bed.writer->beginRun("live", {}).value(), "shard 1").value();
    QVERIFY(bed.writer->attach(second, other, words({"camp-001"})));
    const auto produce = [](Ring& ring) {
        for (std::uint64_t sequence = 1; sequence <= 20'000; ++sequence)
            while (!ring.push(fact(EventKind::Win, sequence, 1, 3)))
                std::this_thread::yield();
    };
    std::thread thread([&] { produce(second); });
    produce(bed.ring);
    thread.join();
    QVERIFY(bed.writer->flush());
    QCOMPARE(bed.writer->counts().stored, 40'000U);
    QCOMPARE(bed.writer->counts().gaps, 0U);
    auto reader = bed.workspace->reader();
    QCOMPARE(readTotals(*reader, "live").value()[0].spentNanos, 120'000);
}

void EventLogTest::aWriteComesAfterWhatTheRingsHeld()
{
    constexpr std::uint64_t kEvents = 20'000; // more than are taken from a ring at once
    Ring ring(1U << 15);
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    const auto source
        = bed.writer->addSource(bed.writer->beginRun("live", {}).value(), "shard 1").value();
    QVERIFY(bed.writer->attach(ring, source, words({"camp-001"})));
    std::promise<void> begun;
    std::promise<void> goOn;
    auto first = bed.workspace->write([&](Connection&) -> Result<void> {
        begun.set_value();
        goOn.get_future().wait();
        return {};
    });
    begun.get_future().wait();
    for (std::uint64_t sequence = 1; sequence <= kEvents; ++sequence)
        QVERIFY(ring.push(fact(EventKind::Win, sequence, 1, 3)));
    std::uint64_t found = 0;
    auto second = bed.workspace->write([&](Connection& connection) -> Result<void> {
        found = lastSequence(connection, source).value();
        return {};
    });
    goOn.set_value();
    QVERIFY(first.get() && second.get());
    QCOMPARE(found, kEvents);
    bed.end();
}

void EventLogTest::wrongSourcesAreRefused()
{
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    Ring ring(64);
    QCOMPARE(bed.writer->attach(ring, bed.source, words({})).error().code,
             std::string("SOURCE_ATTACHED"));
    QCOMPARE(bed.writer->attach(ring, 999, words({})).error().code, std::string("SOURCE_UNKNOWN"));
    QVERIFY(!bed.writer->addSource(999, "shard 0")); // no such run
    QCOMPARE(bed.writer->committed(999), 0U);
    bed.send({fact(EventKind::Win, 1, 1, 1)}); // and all goes on
    QCOMPARE(bed.writer->counts().stored, 1U);
}

void EventLogTest::aSoundFilePassesEveryCheck()
{
    LogBed bed;
    bed.begin("live", words({"camp-001", "camp-002"}));
    bed.send({fact(EventKind::Win, 1, 1, 1000), shown(2, 1001), fact(EventKind::Win, 3, 2, 2000),
              fact(EventKind::Win, 4, 0, 5)});
    auto reader = bed.workspace->reader();
    const auto checks = verify(*reader).value();
    QCOMPARE(checks.size(), 14U);
    for (const Check& check : checks)
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

void EventLogTest::eachBrokenThingFailsItsOwnCheck_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QStringList>("failing");
    QTest::newRow("a lost event") << "DELETE FROM event_warm WHERE key & 1099511627775 = 2"
                                  << QStringList{"sequences", "totals"};
    QTest::newRow("a lost first event, of a rival")
        << "DELETE FROM event_warm WHERE key & 1099511627775 = 1"
        << QStringList{"sequences", "supply"};
    QTest::newRow("a changed total")
        << "UPDATE campaign_total SET clicks = clicks + 1" << QStringList{"totals"};
    QTest::newRow("a missing total") << "DELETE FROM campaign_total" << QStringList{"totals"};
    QTest::newRow("changed spending")
        << "UPDATE campaign_quarter SET spent_nanos = 1" << QStringList{"spending"};
    QTest::newRow("an auction won twice")
        << "UPDATE event_warm SET auction = 1001 WHERE key & 1099511627775 = 3"
        << QStringList{"wins", "deliveries"};
    QTest::newRow("a win without an auction")
        << "UPDATE event_warm SET auction = 0 WHERE key & 1099511627775 = 3"
        << QStringList{"wins", "deliveries"};
    QTest::newRow("a price above the bid")
        << "UPDATE event_warm SET bid = 1999 WHERE key & 1099511627775 = 3"
        << QStringList{"clearing prices"};
    QTest::newRow("a price below the floor")
        << "UPDATE event_warm SET floor = 2001 WHERE key & 1099511627775 = 3"
        << QStringList{"clearing prices"};
    QTest::newRow("a delivery of an auction nobody won")
        << "UPDATE event_warm SET auction = 1 WHERE key & 1099511627775 = 2"
        << QStringList{"deliveries"};
    QTest::newRow("changed supply")
        << "UPDATE placement_quarter SET wins = 7" << QStringList{"supply"};
    QTest::newRow("a publisher that earns more than was paid")
        << "UPDATE event_warm SET publisher = amount + 1 WHERE key & 1099511627775 = 3"
        << QStringList{"totals", "prices", "supply"};
    QTest::newRow("an unknown campaign")
        << "UPDATE event_warm SET seat = 77 WHERE key & 1099511627775 = 2"
        << QStringList{"event names"};
    QTest::newRow("an audience that nobody knows")
        << "UPDATE event_warm SET audience = 77 WHERE key & 1099511627775 = 2"
        << QStringList{"event names"};
    QTest::newRow("an unknown source")
        << "INSERT INTO event_warm (key, at, kind, auction, campaign, "
           "seat, placement, creative, user, amount, publisher) "
           "VALUES ((900 << 40) + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"
        << QStringList{"event sources"};
}

void EventLogTest::eachBrokenThingFailsItsOwnCheck()
{
    QFETCH(const QString, harm);
    QFETCH(const QStringList, failing);
    LogBed bed;
    bed.begin("live", words({"camp-001"}));
    auto sold = fact(EventKind::Win, 3, 1, 2000);
    sold.bid = 2500;
    sold.floor = 2000;
    bed.send({fact(EventKind::Win, 1, 0, 100), shown(2, 1003), sold});
    QVERIFY(bed.workspace->writeAndWait(statement(harm.toStdString())));
    auto reader = bed.workspace->reader();
    QStringList failed;
    for (const Check& check : verify(*reader).value())
        if (!check.ok)
            failed << QString::fromStdString(check.name);
    QCOMPARE(failed, failing);
}

QTEST_GUILESS_MAIN(EventLogTest)
#include "test_event_log.moc"
