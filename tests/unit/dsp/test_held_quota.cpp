// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/dsp/held_quota.h"

#include <QtTest>

#include <vector>

using namespace gavel;
using namespace gavel::dsp;

class TestHeldQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHoldIsTakenUntilPostedOrReleased()
    {
        HeldQuota quota({100}, {HeldQuota::kNoDayBound});
        QVERIFY(quota.hold({60}));
        QCOMPARE(quota.left().nanos, 40);
        QVERIFY(!quota.hold({41}));
        QVERIFY(quota.hold({40}));
        quota.post({60}, {10});
        quota.release({40});
        QCOMPARE(quota.left().nanos, 90);
        QCOMPARE(quota.spent().nanos, 10);
        QCOMPARE(quota.held().nanos, 0);
    }

    void nothingAndLessThanNothingCannotBeHeld()
    {
        HeldQuota quota({100}, {HeldQuota::kNoDayBound});
        QVERIFY(!quota.hold({0}));
        QVERIFY(!quota.hold({-5}));
        HeldQuota negative({-1}, {HeldQuota::kNoDayBound});
        QCOMPARE(negative.left().nanos, 0);
        QVERIFY(!negative.hold({1}));
    }

    void aHoldThatOutlivesMidnightCountsInTheNewDay()
    {
        HeldQuota quota({1000}, {100});
        QVERIFY(quota.hold({100}));
        quota.turnDay();
        QCOMPARE(quota.left().nanos, 0);
        quota.post({100}, {30});
        QCOMPARE(quota.left().nanos, 70);
        quota.turnDay();
        QCOMPARE(quota.left().nanos, 100);
    }

    void aSmallerGrantLeavesNothingAndARestartForgetsWhatWasSpent()
    {
        HeldQuota quota({1000}, {HeldQuota::kNoDayBound});
        QVERIFY(quota.hold({600}));
        quota.post({600}, {600});
        quota.setGrant({500}, {HeldQuota::kNoDayBound});
        QCOMPARE(quota.left().nanos, 0);
        quota.restart({300});
        QCOMPARE(quota.left().nanos, 300);
    }

    void partsSumToTheWhole()
    {
        for (const std::int64_t whole : {0, 1, 7, 100, 999'999'999})
            for (const std::uint32_t count : {1U, 2U, 3U, 7U}) {
                std::int64_t sum = 0;
                for (std::uint32_t i = 0; i < count; ++i)
                    sum += shareOf({whole}, i, count).micros;
                QCOMPARE(sum, whole);
            }
        QCOMPARE(shareOf({-5}, 0, 2).micros, 0);
        QCOMPARE(shareOf({5}, 0, 0).micros, 0);
        QVERIFY(quotaOf({INT64_MAX}).nanos > 0);
    }

    /// The oracle keeps every hold in a list and adds everything up again at each step.
    void aRandomMarketNeverOverspends()
    {
        base::Random random(11);
        HeldQuota quota({500'000}, {40'000});
        std::vector<std::int64_t> open;
        std::int64_t spent = 0;
        std::int64_t today = 0;
        for (int step = 0; step < 200'000; ++step) {
            std::int64_t held = 0;
            for (const auto price : open)
                held += price;
            const std::int64_t left = std::max<std::int64_t>(
                0, std::min(500'000 - spent - held, 40'000 - today - held));
            QCOMPARE(quota.left().nanos, left);
            QVERIFY(spent + held <= 500'000 && today + held <= 40'000);
            if (const auto what = random.below(1000); what == 0) {
                quota.turnDay();
                today = 0;
            } else if (what < 600 && open.size() < 64) {
                const std::int64_t price = 1 + random.below(900);
                QCOMPARE(quota.hold({price}), price <= left);
                if (price <= left)
                    open.push_back(price);
            } else if (!open.empty()) {
                const auto at = random.below(static_cast<std::uint32_t>(open.size()));
                const std::int64_t price = open[at];
                open.erase(open.begin() + at);
                if (random.chance(0.1)) {
                    const auto clearing = static_cast<std::int64_t>(
                        random.below(static_cast<std::uint32_t>(price) + 1));
                    quota.post({price}, {clearing});
                    spent += clearing;
                    today += clearing;
                } else {
                    quota.release({price});
                }
            }
        }
        QVERIFY(spent > 450'000);
    }
};

QTEST_GUILESS_MAIN(TestHeldQuota)
#include "test_held_quota.moc"
