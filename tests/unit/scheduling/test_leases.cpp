// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/nodes/lease_keeper.h"
#include "engine/scheduling/nodes/node_ring.h"
#include "tests/unit/scheduling/schedule_bed.h"

#include <set>

using namespace gavel;
using namespace gavel::scheduling;
using model::TaskState;

class LeasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsAreBalanced_data();
    void slotsAreBalanced();
    void aNodeThatGoesMovesOnlyItsOwn();
    void aNodeThatComesTakesOnlyItsShare();
    void campaignsSpreadOverSlots();
    void aLeaseIsTakenWhenItHasRunOut();
    void aRenewedLeaseKeepsItsToken();
    void aClockSetBackFreezesNoLease();
    void aResignedLeaseIsFreeAtOnce();
    void aRestartTakesEverythingAtOnce();
    void aPausedNodeDistrustsItselfFirst();
    void aStaleOwnersWriteIsRefused();
    void twoNodesShareTheSlots();
};

namespace {

std::vector<std::uint16_t> firstSlots(std::uint16_t count)
{
    std::vector<std::uint16_t> all(count);
    for (std::uint16_t i = 0; i < count; ++i)
        all[i] = i;
    return all;
}

/// A workspace whose market 1 exists, and leases taken and renewed in it.
struct LeaseBed
{
    TaskBed bed;

    LeaseBed() { bed.open(kNoon, "leases"); }
    template<typename Work>
    auto on(Work work)
    {
        decltype(work(std::declval<store::Connection&>())) result = Error{"NOT_RUN", "", ""};
        (void)bed.workspace->writeAndWait([&](store::Connection& connection) -> Result<void> {
            result = work(connection);
            return {};
        });
        return result;
    }
    std::vector<HeldLease> take(std::uint32_t epoch, TimeMs now, std::uint16_t count = 1)
    {
        return on([&](store::Connection& connection) {
                   return takeLeases(connection, market, epoch, firstSlots(count),
                                     LeaseTaking::WhenExpired, now);
               })
            .value();
    }
    std::vector<HeldLease> renew(std::uint32_t epoch, TimeMs now)
    {
        return on([&](store::Connection& connection) {
                   return renewLeases(connection, market, epoch, now);
               })
            .value();
    }
    /// The market of the bed's own store has every slot; this one has none yet.
    std::int64_t market = 0;
    void openMarket()
    {
        auto other = TaskStore::open(*bed.workspace, bed.vocabulary, "other", "node", kNoon,
                                     LeaseTaking::WhenExpired);
        market = other.value()->market();
    }
};

} // namespace

void LeasesTest::slotsAreBalanced_data()
{
    QTest::addColumn<int>("nodes");
    for (const int nodes : {1, 2, 3, 5, 8})
        QTest::addRow("%d nodes", nodes) << nodes;
}

void LeasesTest::slotsAreBalanced()
{
    QFETCH(int, nodes);
    // The share of a node with 512 points on the ring varies by 1/sqrt(512), 4 %; then 256 slots
    // fall like balls into bins, with a deviation of sqrt(256/n). Four deviations are allowed.
    const double mean = 256.0 / nodes;
    const double allowed = 4 * std::sqrt(mean) + 4 * 0.044 * mean;
    std::vector<std::uint32_t> epochs;
    for (int i = 0; i < nodes; ++i)
        epochs.push_back(static_cast<std::uint32_t>(100 + i));
    const NodeRing ring(epochs);
    std::set<std::uint16_t> seen;
    for (const std::uint32_t epoch : epochs) {
        const auto own = ring.slotsOf(epoch);
        QVERIFY(std::abs(static_cast<double>(own.size()) - mean) <= (nodes == 1 ? 0 : allowed));
        for (const std::uint16_t slot : own)
            QVERIFY(seen.insert(slot).second);
    }
    QCOMPARE(seen.size(), 256U);
    QVERIFY(!NodeRing({}).ownerOf(3));
}

void LeasesTest::aNodeThatGoesMovesOnlyItsOwn()
{
    const std::vector<std::uint32_t> five{1, 2, 3, 4, 5};
    const std::vector<std::uint32_t> four{1, 2, 4, 5};
    const NodeRing before(five);
    const NodeRing after(four);
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot) {
        QVERIFY(after.ownerOf(slot) != 3U);
        if (before.ownerOf(slot) != 3U)
            QCOMPARE(after.ownerOf(slot), before.ownerOf(slot));
    }
}

void LeasesTest::aNodeThatComesTakesOnlyItsShare()
{
    const std::vector<std::uint32_t> three{1, 2, 3};
    const std::vector<std::uint32_t> four{3, 9, 1, 2};
    const NodeRing before(three);
    const NodeRing after(four);
    int moved = 0;
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot) {
        if (after.ownerOf(slot) == before.ownerOf(slot))
            continue;
        QCOMPARE(*after.ownerOf(slot), 9U);
        ++moved;
    }
    QVERIFY(moved > 256 / 4 / 2 && moved < 256 / 4 * 2); // about a quarter
}

void LeasesTest::campaignsSpreadOverSlots()
{
    std::array<int, kLeaseSlots> counts{};
    for (int i = 0; i < 25'600; ++i)
        ++counts[slotOf("camp-" + std::to_string(i))];
    for (const int count : counts) // 100 each, deviation 10
        QVERIFY(count > 50 && count < 150);
}

void LeasesTest::aLeaseIsTakenWhenItHasRunOut()
{
    LeaseBed lease;
    lease.openMarket();
    QCOMPARE(lease.take(11, kNoon).size(), 1U);
    QVERIFY(lease.take(12, kNoon + 14'999).empty());
    const auto taken = lease.take(12, kNoon + 15'000);
    QCOMPARE(taken.size(), 1U);
    QCOMPARE(taken[0].token, 2U); // one more than the former owner's
    QVERIFY(lease.renew(11, kNoon + 15'001).empty());
    QCOMPARE(lease.renew(12, kNoon + 15'001).size(), 1U);
}

void LeasesTest::aRenewedLeaseKeepsItsToken()
{
    LeaseBed lease;
    lease.openMarket();
    QCOMPARE(lease.take(11, kNoon)[0].token, 1U);
    for (int i = 1; i <= 10; ++i)
        QCOMPARE(lease.renew(11, kNoon + i * 5000)[0].token, 1U);
    QVERIFY(lease.take(12, kNoon + 60'000).empty());
    QCOMPARE(lease.take(11, kNoon + 60'000)[0].token, 1U); // its own, again
}

void LeasesTest::aClockSetBackFreezesNoLease()
{
    LeaseBed lease;
    lease.openMarket();
    QCOMPARE(lease.take(11, kNoon + base::kHourMs).size(), 1U);
    QCOMPARE(lease.take(12, kNoon).size(), 1U); // else nobody could run it for an hour
}

void LeasesTest::aResignedLeaseIsFreeAtOnce()
{
    LeaseBed lease;
    lease.openMarket();
    QCOMPARE(lease.take(11, kNoon, 2).size(), 2U);
    QVERIFY(lease.on([&](store::Connection& connection) {
        return resignLeases(connection, lease.market, 11, firstSlots(1), kNoon + 100);
    }));
    QCOMPARE(lease.take(12, kNoon + 100, 2).size(), 1U);
}

void LeasesTest::aRestartTakesEverythingAtOnce()
{
    TaskBed bed;
    bed.open(kNoon);
    QCOMPARE(bed.store->leases().size(), 256U);
    const auto epoch = bed.store->epoch();
    QCOMPARE(bed.store->leases()[7].token, 1U);
    bed.close();
    bed.open(kNoon + 10);
    QVERIFY(bed.store->epoch() > epoch);
    QCOMPARE(bed.store->leases().size(), 256U);
    QCOMPARE(bed.store->leases()[7].token, 2U);
}

void LeasesTest::aPausedNodeDistrustsItselfFirst()
{
    TaskBook book(1);
    LeaseKeeper keeper(5);
    QVERIFY(!keeper.trusted(0));
    QVERIFY(keeper.renewDue(0));
    const std::vector<HeldLease> held{{3, 8}, {4, 8}};
    QCOMPARE(keeper.renewed(held, 1000, book).gained, (std::vector<std::uint16_t>{3, 4}));
    QCOMPARE(book.tokenOf(3), 8U);
    QVERIFY(!keeper.renewDue(1000 + 3999)); // every 5 s, give or take one
    QVERIFY(keeper.renewDue(1000 + 6000));
    QVERIFY(keeper.trusted(1000 + 13'999));
    QVERIFY(!keeper.trusted(1000 + 14'000)); // a second before anybody else may take it
    const auto task = book.create(minuteTask(3), kNoon).value();
    QCOMPARE(keeper.distrust(book).lost, (std::vector<std::uint16_t>{3, 4}));
    QVERIFY(book.find(task) == nullptr);
    QVERIFY(!book.hasChanges());
    QCOMPARE(book.create(minuteTask(4), kNoon).error().code, std::string("LEASE_FOREIGN"));
    // Back under a new token for one of them.
    const std::vector<HeldLease> back{{4, 10}};
    QCOMPARE(keeper.renewed(back, 20'000, book).gained, (std::vector<std::uint16_t>{4}));
    QCOMPARE(keeper.renewed({}, 25'000, book).lost, (std::vector<std::uint16_t>{4}));
}

void LeasesTest::aStaleOwnersWriteIsRefused()
{
    TaskBed bed;
    bed.open(kNoon);
    TaskBook first(bed.store->epoch());
    QVERIFY(bed.store->fill(first));
    const auto known = first.create(bed.task("camp-2"), kNoon).value();
    const TaskBatch created = first.take();
    first.settle(created, bed.store->append(created).value());
    // Another process takes the market over while the first is paused.
    auto successor = TaskStore::open(*bed.workspace, bed.vocabulary, "live", "second", kNoon + 1);
    TaskBook second((*successor)->epoch());
    QVERIFY((*successor)->fill(second));
    QVERIFY(second.find(known) != nullptr);
    // It wakes and goes on: a change of a known task and a new one.
    QVERIFY(first.move(known, TaskState::Scheduled, {kNoon + 2}));
    QVERIFY(first.create(bed.task("camp-3"), kNoon + 2));
    const TaskBatch late = first.take();
    const auto refused = bed.store->append(late).value();
    QCOMPARE(refused.refused.size(), 2U);
    for (const TaskRefusal& refusal : refused.refused)
        QCOMPARE(refusal.why.code, std::string("LEASE_STALE"));
    first.settle(late, refused);
    QVERIFY(first.open().empty());
    auto reader = bed.reader();
    QCOMPARE(taskHistory(reader, known).value().events.size(), 1U);
    QCOMPARE(countTasks(reader, "live").value()[0], 1);
    QCOMPARE(firstBrokenTask(reader).value(), std::string());
}

void LeasesTest::twoNodesShareTheSlots()
{
    TaskBed bed;
    bed.open(kNoon);
    auto one = TaskStore::open(*bed.workspace, bed.vocabulary, "both", "one", kNoon,
                               LeaseTaking::WhenExpired)
                   .value();
    QCOMPARE(one->tend(kNoon).value().size(), 256U);
    auto two = TaskStore::open(*bed.workspace, bed.vocabulary, "both", "two", kNoon + 1000,
                               LeaseTaking::WhenExpired)
                   .value();
    QVERIFY(two->tend(kNoon + 1000).value().empty()); // the first holds them all
    const auto kept = one->tend(kNoon + 5000).value(); // and gives the second's share back
    const auto taken = two->tend(kNoon + 6000).value();
    QCOMPARE(kept.size() + taken.size(), 256U);
    QVERIFY(taken.size() > 80 && kept.size() > 80);
    for (const HeldLease& lease : taken)
        QCOMPARE(lease.token, 2U);
    // The first stays away: after its leases have run out the second has everything.
    for (int i = 1; i <= 4; ++i)
        QVERIFY(two->tend(kNoon + 6000 + i * 5000));
    QCOMPARE(two->leases().size(), 256U);
}

QTEST_GUILESS_MAIN(LeasesTest)
#include "test_leases.moc"
