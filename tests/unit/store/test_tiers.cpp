// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/verify.h"
#include "tests/unit/store/tiered_bed.h"

#include <atomic>
#include <thread>

using namespace gavel;
using namespace gavel::store;

class TiersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReaderSaysTheSameAfterTheMove();
    void theDaysAreWhereThePolicyWants();
    void everyStepOfAMoverThatIsLostLeavesTheWholeLog_data();
    void everyStepOfAMoverThatIsLostLeavesTheWholeLog();
    void readersBesideAMoverSeeEveryEventOnce();
    void whatIsToldLateOfAColdDayIsStoredOnceAndMovedToo();
};

void TiersTest::everyReaderSaysTheSameAfterTheMove()
{
    TieredBed bed;
    const Answers before = ask(bed);
    QCOMPARE(before.totals.size(), 3U);
    QCOMPARE(before.totals[0].wins, 6'000U); // 18 000 wins of three campaigns
    QCOMPARE(before.totals[0].spentNanos, 6'000'000);
    QCOMPARE(before.told, 1U << 3); // its impression
    bed.moveTwoDays();
    QVERIFY(bed.integer("SELECT count(*) FROM event_warm") < 12'000);
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 36'000);
    QVERIFY(ask(bed) == before);
    auto reader = bed.workspace->reader();
    for (const Check& check : verify(*reader).value())
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    bed.close();
    bed.open();
    QVERIFY(ask(bed) == before);
}

void TiersTest::theDaysAreWhereThePolicyWants()
{
    TieredBed bed;
    bed.moveTwoDays(); // 20 and 21 March are two days old on 23 March, 22 March is not
    const StorageView view = bed.view();
    QCOMPARE(view.segments.size(), 2U);
    // 120 of the 12 000 events of a day are told a day late; day 0 gets those of day 1 as well.
    QCOMPARE(view.segments[0].extent.day, kDay);
    QCOMPARE(view.segments[0].extent.events, 12'120);
    QCOMPARE(view.segments[1].extent.day, kDay + 1);
    QCOMPARE(view.segments[1].extent.events, 12'000);
    QCOMPARE(view.cold.events, 24'120U);
    QCOMPARE(view.cold.oldestDay, kDay);
    QVERIFY(view.segments[0].isWhole() && view.segments[1].isWhole());
    QCOMPARE(bed.integer("SELECT count(*) FROM event_warm"), 11'880);
    QVERIFY(view.cold.bytes < 24'120 * 12);
    QVERIFY(std::filesystem::exists(bed.cold() / "manifest.json"));
    QCOMPARE(view.policy.actor, std::string("Mina Kang"));
    LogMover again(*bed.workspace);
    QVERIFY(again.run(noonAfter(kDays)));
    QCOMPARE(bed.view().segments.size(), 2U);
}

void TiersTest::everyStepOfAMoverThatIsLostLeavesTheWholeLog_data()
{
    QTest::addColumn<quint64>("firstAuction");
    QTest::newRow("rows") << quint64{kReal};
    QTest::newRow("packs") << quint64{kSimulated};
}

void TiersTest::everyStepOfAMoverThatIsLostLeavesTheWholeLog()
{
    QFETCH(const quint64, firstAuction);
    TieredBed bed(firstAuction);
    QCOMPARE(bed.integer("SELECT count(*) > 0 FROM event_pack"), firstAuction == kReal ? 0 : 1);
    bed.setPolicy({1, 0, "", 0});
    const Answers before = ask(bed);
    int steps = 0;
    for (bool isDone = false; !isDone; ++steps) {
        LogMover mover(*bed.workspace); // the one before was lost with all it knew
        for (int step = 0; step <= steps && !isDone; ++step)
            isDone = !mover.step(noonAfter(kDays)).value();
        QCOMPARE(bed.integer("SELECT count(*) FROM event"), 36'000);
        QVERIFY(ask(bed) == before);
    }
    QVERIFY(steps >= 5); // of ever more steps each
    QVERIFY(ask(bed) == before);
    QCOMPARE(bed.integer("SELECT count(*) + (SELECT count(*) FROM event_pack) FROM event_warm"), 0);
}

void TiersTest::readersBesideAMoverSeeEveryEventOnce()
{
    TieredBed bed;
    bed.setPolicy({1, 0, "", 0});
    const auto wanted = bed.integer("SELECT sum(key % 1000003) + count(*) * 1000000007 FROM event");
    std::atomic<bool> moves{true};
    std::atomic<int> wrong{0};
    std::atomic<int> reads{0};
    auto open = bed.workspace->reader(); // from before the first segment
    auto prepared = open->prepare("SELECT sum(key % 1000003) + count(*) * 1000000007 FROM event");
    std::thread reader([&] {
        while (moves) {
            const auto row = prepared->step();
            if (!row || !*row || prepared->integer(0) != wanted)
                ++wrong;
            prepared->reset();
            ++reads;
        }
    });
    LogMover mover(*bed.workspace);
    const auto moved = mover.run(noonAfter(kDays));
    moves = false;
    reader.join();
    QVERIFY(moved);
    QVERIFY(reads > 0);
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(bed.integer("SELECT count(*) FROM event_warm"), 0);
}

void TiersTest::whatIsToldLateOfAColdDayIsStoredOnceAndMovedToo()
{
    TieredBed bed;
    bed.moveTwoDays();
    EventWriter writer(*bed.workspace);
    base::SpscRing<DeliveryEvent> ring(64);
    auto words = std::make_shared<model::Vocabulary>();
    words->campaigns.intern("camp-1");
    QVERIFY(writer.attach(ring, bed.sources[0], words));
    auto late = eventAt(1);
    QVERIFY(ring.push(late)); // it is in a segment
    late.sequence = kDays * kEach / 2 + 1;
    late.kind = EventKind::Click;
    QVERIFY(ring.push(late));
    QVERIFY(writer.detach(bed.sources[0]));
    QCOMPARE(writer.counts().duplicates, 1U);
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 36'001);
    LogMover mover(*bed.workspace);
    QVERIFY(mover.run(noonAfter(kDays)));
    const auto view = bed.view();
    QCOMPARE(view.segments.size(), 3U);
    QCOMPARE(view.segments[1].extent.day, kDay);
    QCOMPARE(view.segments[1].extent.events, 1);
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 36'001);
    auto reader = bed.workspace->reader();
    QCOMPARE(readRealWin(*reader, "live", kReal).value()->told, (1U << 3) | (1U << 5));
}

QTEST_GUILESS_MAIN(TiersTest)
#include "test_tiers.moc"
