// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/frequency_store.h"

#include <QtTest>

#include <algorithm>
#include <deque>
#include <map>
#include <vector>

using namespace gavel;
using namespace gavel::dsp;

namespace {

constexpr TimeMs kStart{1'767'571'200'000}; // 2026-01-05 00:00 UTC
constexpr std::int32_t kDay = 20'458; // the same as days since 1970

FrequencyMoment at(std::int64_t minutes)
{
    const TimeMs time = kStart + minutes * base::kMinuteMs;
    return {time, kDay + static_cast<std::int32_t>(minutes / (24 * 60))};
}

bool show(FrequencyStore& store, std::uint64_t key, FrequencyLimits limits, FrequencyMoment moment)
{
    if (!store.reserve(key, limits, moment))
        return false;
    store.confirm(key, limits, moment);
    return true;
}

} // namespace

class TestFrequencyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReservationCountsUntilReleased()
    {
        FrequencyStore store;
        const FrequencyLimits two{0, 2, 0};
        const auto key = FrequencyStore::key(1, 2);
        QVERIFY(store.reserve(key, two, at(0)));
        QVERIFY(store.reserve(key, two, at(0)));
        QVERIFY(!store.reserve(key, two, at(0)));
        QVERIFY(!store.mayShow(key, two, at(0)));
        store.release(key);
        QVERIFY(store.mayShow(key, two, at(0)));
        store.confirm(key, two, at(0));
        QVERIFY(show(store, key, two, at(1)));
        QVERIFY(!store.mayShow(key, two, at(2)));
        QVERIFY(store.mayShow(key, two, at(24 * 60)));
    }

    void whatIsRecalledCountsInEveryWindowInAnyOrder()
    {
        // Seen from minute 1500, the sixth minute of the second day: shown one, 30 and 200 minutes
        // before. The hour holds two of them, the day one, the lifetime three.
        const std::vector<std::int64_t> minutes{1499, 1470, 1300};
        const auto key = FrequencyStore::key(1, 2);
        auto order = minutes;
        std::sort(order.begin(), order.end());
        do {
            const auto mayOnceMore = [&](FrequencyLimits limits) {
                FrequencyStore store;
                for (const auto minute : order)
                    if (!store.recall(key, limits, at(minute)))
                        return false;
                return store.mayShow(key, limits, at(1500));
            };
            QVERIFY(!mayOnceMore({2, 0, 0}));
            QVERIFY(mayOnceMore({3, 0, 0}));
            QVERIFY(!mayOnceMore({0, 2, 0}));
            QVERIFY(mayOnceMore({0, 3, 0}));
            QVERIFY(!mayOnceMore({0, 0, 3}));
            QVERIFY(mayOnceMore({0, 0, 4}));
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void recallGrowsTheTableAndSaysWhenItIsFull()
    {
        FrequencyStore store(16, 64);
        const FrequencyLimits one{0, 0, 1};
        std::uint64_t kept = 0;
        while (kept < 100 && store.recall(FrequencyStore::key(kept + 1, 7), one, at(0)))
            ++kept;
        QVERIFY(kept > 32 && kept < 64); // one cell in nine stays empty
        for (std::uint64_t user = 1; user <= kept; ++user)
            QVERIFY(!store.mayShow(FrequencyStore::key(user, 7), one, at(1)));
        QCOMPARE(store.refusedFull(), std::uint64_t{1});
    }

    void whatIsShownBeyondACapIsCounted()
    {
        FrequencyStore store;
        const auto key = FrequencyStore::key(1, 2);
        for (const FrequencyLimits three : {FrequencyLimits{3, 0, 0}, {0, 3, 0}, {0, 0, 3}})
            for (int i = 0; i < 3; ++i)
                QVERIFY(show(store, key, three, at(0)));
        QCOMPARE(store.exceeded(), std::uint64_t{0});
        // Held under a cap of five, shown when it is three: the fourth and fifth are too many.
        const auto other = FrequencyStore::key(3, 2);
        for (int i = 0; i < 5; ++i)
            QVERIFY(store.reserve(other, {0, 5, 0}, at(0)));
        for (int i = 0; i < 5; ++i)
            store.confirm(other, {0, 3, 0}, at(0));
        QCOMPARE(store.exceeded(), std::uint64_t{2});
    }

    void usersAndThingsAreApart()
    {
        FrequencyStore store;
        const FrequencyLimits once{0, 0, 1};
        QVERIFY(show(store, FrequencyStore::key(1, 1), once, at(0)));
        QVERIFY(show(store, FrequencyStore::key(2, 1), once, at(0)));
        QVERIFY(show(store, FrequencyStore::key(1, 2), once, at(0)));
        QVERIFY(!show(store, FrequencyStore::key(1, 1), once, at(100'000)));
    }

    /// Every window of what was shown is counted again: never more than the cap in an hour, and
    /// never a refusal that 72 minutes do not explain.
    void noHourEverHoldsMoreThanItsCap()
    {
        base::Random random(5);
        FrequencyStore store;
        const FrequencyLimits limits{4, 0, 0};
        const auto key = FrequencyStore::key(9, 9);
        std::deque<std::int64_t> shown;
        const auto shownSince = [&shown](std::int64_t from) {
            return std::ranges::count_if(shown, [from](std::int64_t time) { return time > from; });
        };
        std::int64_t now = 0;
        for (int i = 0; i < 20'000; ++i) {
            now += random.below(15 * base::kMinuteMs);
            if (show(store, key, limits, {kStart + now, kDay}))
                shown.push_back(now);
            else
                QVERIFY(shownSince(now - 72 * base::kMinuteMs) >= 4);
            QVERIFY(shownSince(now - base::kHourMs) <= 4);
            while (shown.size() > 16)
                shown.pop_front();
        }
    }

    /// A million reservations, up to 4096 of them open at once, in random order of confirmation and
    /// release.
    void aMillionParallelReservationsNeverOverDeliver()
    {
        base::Random random(17);
        FrequencyStore store(1024);
        const FrequencyLimits limits{0, 3, 5};
        struct Open
        {
            std::uint64_t user;
            FrequencyMoment moment;
        };
        std::vector<Open> open;
        std::map<std::pair<std::uint64_t, std::int32_t>, int> perDay;
        std::map<std::uint64_t, int> ever;
        int overDelivered = 0;
        for (int i = 0; i < 1'000'000; ++i) {
            const FrequencyMoment moment = at(i / 100);
            const std::uint64_t user = random.below(20'000);
            if (store.reserve(FrequencyStore::key(user, 1), limits, moment))
                open.push_back({user, moment});
            if (open.size() == 4096 || random.below(3) == 0) {
                const auto which = random.below(static_cast<std::uint32_t>(open.size()));
                if (open.empty())
                    continue;
                std::swap(open[which], open.back());
                const Open closed = open.back();
                open.pop_back();
                const auto key = FrequencyStore::key(closed.user, 1);
                if (random.below(2) == 0) {
                    store.release(key);
                    continue;
                }
                store.confirm(key, limits, moment);
                if (++perDay[{closed.user, moment.day}] > 3 || ++ever[closed.user] > 5)
                    ++overDelivered;
            }
            if (i % 1000 == 0)
                store.maintain(moment.at);
        }
        QCOMPARE(overDelivered, 0);
        QVERIFY(ever.size() > 10'000);
    }

    void memoryIsBoundedAndWindowsThatAreOverMakeRoom()
    {
        FrequencyStore store(16, 1024);
        const FrequencyLimits daily{0, 1, 0};
        int taken = 0;
        for (std::uint64_t user = 0; user < 5000; ++user) {
            taken += show(store, FrequencyStore::key(user, 1), daily, at(0)) ? 1 : 0;
            store.maintain(at(0).at);
        }
        QCOMPARE(store.memoryBytes(), std::size_t{1024 * 32});
        QVERIFY(taken > 800 && taken < 1024);
        QVERIFY(store.refusedFull() > 0);
        // Three days later all of that is over.
        QVERIFY(show(store, FrequencyStore::key(4999, 1), daily, at(3 * 24 * 60)));
        store.maintain(at(3 * 24 * 60).at);
        QVERIFY(store.cells() < 10);
        QVERIFY(!show(store, FrequencyStore::key(4999, 1), daily, at(3 * 24 * 60 + 1)));
    }

    void theFirstHourOfAllTimeCounts()
    {
        FrequencyStore store;
        const FrequencyLimits once{1, 0, 0};
        const auto key = FrequencyStore::key(1, 1);
        QVERIFY(show(store, key, once, {TimeMs{0}, 0}));
        QVERIFY(!show(store, key, once, {TimeMs{base::kHourMs - 1}, 0}));
        QVERIFY(show(store, key, once, {TimeMs{72 * base::kMinuteMs}, 0}));
    }
};

QTEST_GUILESS_MAIN(TestFrequencyStore)
#include "test_frequency_store.moc"
