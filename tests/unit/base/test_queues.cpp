// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/clock.h"
#include "engine/base/dictionary.h"
#include "engine/base/error.h"
#include "engine/base/fixed_list.h"
#include "engine/base/spsc_ring.h"

#include <QtTest>

#include <thread>

using namespace gavel::base;

class TestQueues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullRingSaysNo()
    {
        SpscRing<int> ring(3);
        QCOMPARE(ring.capacity(), std::size_t{4});
        for (int i = 0; i < 4; ++i)
            QVERIFY(ring.push(i));
        QVERIFY(!ring.push(4));
        std::vector<int> out;
        QCOMPARE(ring.pop(std::back_inserter(out), 3), std::size_t{3});
        QVERIFY(ring.push(4) && ring.push(5) && ring.push(6) && !ring.push(7));
        ring.pop(std::back_inserter(out), 10);
        QCOMPARE(out, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
        QCOMPARE(ring.size(), std::size_t{0});
    }

    void aRingKeepsOrderBetweenTwoThreads()
    {
        constexpr std::uint64_t kValues = 500'000;
        SpscRing<std::uint64_t> ring(256);
        std::thread producer([&] {
            for (std::uint64_t i = 0; i < kValues;)
                if (ring.push(i))
                    ++i;
                else
                    std::this_thread::yield();
        });
        std::vector<std::uint64_t> out;
        out.reserve(kValues);
        while (out.size() < kValues)
            if (ring.pop(std::back_inserter(out), 64) == 0)
                std::this_thread::yield();
        producer.join();
        for (std::uint64_t i = 0; i < kValues; ++i)
            QCOMPARE(out[i], i);
    }

    void dictionariesCountFromOne()
    {
        Dictionary dictionary;
        QCOMPARE(dictionary.intern(""), kNone);
        const auto first = dictionary.intern("US");
        QCOMPARE(first, Handle{1});
        QCOMPARE(dictionary.intern("CA"), Handle{2});
        QCOMPARE(dictionary.intern("US"), first);
        QCOMPARE(dictionary.find("FR"), kNone);
        QVERIFY(dictionary.text(2) == "CA" && dictionary.text(0).empty()
                && dictionary.text(3).empty());
    }

    void fixedListsLeaveOutWhatDoesNotFit()
    {
        FixedList<int, 2> list;
        QVERIFY(list.push(1) && list.push(2) && !list.push(3));
        QVERIFY(list.contains(2) && !list.contains(3));
        QCOMPARE(list.size(), std::size_t{2});
    }

    void clocksAndErrorsSpeak()
    {
        ManualClock clock({5});
        clock.set(clock.now() + kMinuteMs);
        QCOMPARE(clock.now().value, std::int64_t{60'005});
        QCOMPARE(toString(Error{"X", "line 3", "no", "do"}), std::string("line 3: no; do"));
        QCOMPARE(toString(Error{"X", "", "no", ""}), std::string("no"));
        const Result<int> failed = Error{"X", "here", "no", ""};
        QVERIFY_THROWS_EXCEPTION(std::logic_error, failed.value());
    }
};

QTEST_GUILESS_MAIN(TestQueues)
#include "test_queues.moc"
