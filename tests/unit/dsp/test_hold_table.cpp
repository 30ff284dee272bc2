// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/dsp/hold_table.h"

#include <QtTest>

#include <map>

using namespace gavel;
using namespace gavel::dsp;

namespace {

Hold holdOf(std::uint64_t opportunity, std::uint32_t slot, std::int64_t at = 0)
{
    Hold hold;
    hold.opportunity = opportunity;
    hold.slot = slot;
    hold.at = {at};
    hold.price = {static_cast<std::int64_t>(opportunity)};
    return hold;
}

} // namespace

class TestHoldTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHoldIsFoundOnce()
    {
        HoldTable table;
        table.add(holdOf(5, 1));
        table.add(holdOf(5, 2));
        QVERIFY(!table.take(5, 3));
        QCOMPARE(table.take(5, 2)->slot, 2U);
        QVERIFY(!table.take(5, 2));
        QCOMPARE(table.size(), std::size_t{1});
    }

    void oldHoldsAndThoseOfASlotCanBeTaken()
    {
        HoldTable table;
        table.add(holdOf(1, 1, 100));
        table.add(holdOf(2, 7, 200));
        QCOMPARE(table.takeOlder({101})->opportunity, std::uint64_t{1});
        QVERIFY(!table.takeOlder({200}));
        QCOMPARE(table.takeOf(7)->opportunity, std::uint64_t{2});
        QVERIFY(!table.takeOf(7));
    }

    void itFillsUpAndGrowsWhenMaintained()
    {
        HoldTable table(8);
        std::uint64_t next = 1;
        while (!table.isFull())
            table.add(holdOf(next++, 1));
        QCOMPARE(next - 1, std::uint64_t{7});
        table.maintain();
        QVERIFY(!table.isFull());
        for (std::uint64_t i = 1; i < next; ++i)
            QVERIFY(table.take(i, 1).has_value());
    }

    void itAgreesWithAMapThroughRandomUse()
    {
        base::Random random(3);
        HoldTable table(64);
        std::map<std::uint64_t, std::int64_t> oracle;
        for (int i = 0; i < 100'000; ++i) {
            const std::uint64_t opportunity = 1 + random.below(300);
            const auto known = oracle.find(opportunity);
            if (random.below(2) == 0 && known == oracle.end() && !table.isFull()) {
                table.add(holdOf(opportunity, 4));
                oracle[opportunity] = static_cast<std::int64_t>(opportunity);
            } else {
                const auto hold = table.take(opportunity, 4);
                QCOMPARE(hold.has_value(), known != oracle.end());
                if (hold) {
                    QCOMPARE(hold->price.nanos, known->second);
                    oracle.erase(known);
                }
            }
            QCOMPARE(table.size(), oracle.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestHoldTable)
#include "test_hold_table.moc"
