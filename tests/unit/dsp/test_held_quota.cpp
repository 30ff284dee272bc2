// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/dsp/budget_parts.h"
#include "engine/dsp/held_quota.h"

#include <QtTest>

#include <optional>
#include <vector>

using namespace gavel;
using namespace gavel::dsp;
using model::GrantAnswer;

namespace {

constexpr TimeMs kNow{1000};

model::QuotaGrant grantOf(std::int64_t limit, std::uint64_t version, std::uint64_t epoch = 1,
                          TimeMs notAfter = {INT64_MAX})
{
    model::QuotaGrant grant;
    grant.limit = {limit};
    grant.version = version;
    grant.epoch = epoch;
    grant.notAfter = notAfter;
    return grant;
}

HeldQuota quotaOfLimit(std::int64_t limit)
{
    HeldQuota quota;
    quota.apply(grantOf(limit, 1), kNow);
    return quota;
}

} // namespace

class TestHeldQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHoldIsTakenUntilPostedOrReleased()
    {
        HeldQuota quota = quotaOfLimit(100);
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
        HeldQuota quota = quotaOfLimit(100);
        QVERIFY(!quota.hold({0}));
        QVERIFY(!quota.hold({-5}));
        HeldQuota none;
        QCOMPARE(none.left().nanos, 0);
        QVERIFY(!none.hold({1}));
    }

    void onlyANewerGrantIsApplied()
    {
        HeldQuota quota;
        QVERIFY(quota.apply(grantOf(100, 5, 2), kNow) == GrantAnswer::Applied);
        QVERIFY(quota.apply(grantOf(900, 5, 2), kNow) == GrantAnswer::Same);
        QVERIFY(quota.apply(grantOf(900, 4, 2), kNow) == GrantAnswer::Stale);
        QVERIFY(quota.apply(grantOf(900, 99, 1), kNow) == GrantAnswer::Stale); // an old scheduler
        QCOMPARE(quota.left().nanos, 100);
        QVERIFY(quota.apply(grantOf(50, 1, 3), kNow) == GrantAnswer::Applied);
        QCOMPARE(quota.left().nanos, 50);
        QCOMPARE(quota.epoch(), std::uint64_t{3});
        QCOMPARE(quota.version(), std::uint64_t{1});
    }

    void limitsCountFromTheStart()
    {
        HeldQuota quota = quotaOfLimit(100);
        QVERIFY(quota.hold({100}));
        quota.post({100}, {70});
        quota.apply(grantOf(120, 2), kNow);
        QCOMPARE(quota.left().nanos, 50);
    }

    void aLimitBelowWhatIsUsedLeavesNothingUntilHoldsReturn()
    {
        HeldQuota quota = quotaOfLimit(1000);
        QVERIFY(quota.hold({400}));
        QVERIFY(quota.hold({300}));
        quota.post({300}, {200});
        quota.apply(grantOf(500, 2), kNow); // 200 spent, 400 held
        QCOMPARE(quota.left().nanos, 0);
        QCOMPARE(quota.bound().nanos, 600);
        quota.release({400});
        QCOMPARE(quota.bound().nanos, 500);
        QCOMPARE(quota.left().nanos, 300);
    }

    void afterItsTimeNothingNewIsHeldButOpenBidsMayWin()
    {
        HeldQuota quota;
        quota.apply(grantOf(100, 1, 1, {5000}), kNow);
        QVERIFY(quota.hold({60}));
        quota.turn({4999});
        QCOMPARE(quota.left().nanos, 40);
        quota.turn({5000});
        QCOMPARE(quota.left().nanos, 0);
        QVERIFY(!quota.hold({1}));
        QCOMPARE(quota.bound().nanos, 60); // the rest cannot be spent any more
        quota.post({60}, {30});
        QCOMPARE(quota.spent().nanos, 30);
        quota.apply(grantOf(90, 2, 1, {9000}), {6000});
        QCOMPARE(quota.left().nanos, 60);
        quota.apply(grantOf(900, 3, 1, {6000}), {6000}); // came after its own end
        QCOMPARE(quota.left().nanos, 0);
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

    /// The oracle keeps every hold in a list and adds everything up again at each step. Grants come
    /// twice, late and out of order, up and down; a limit that was ever applied bounds what is
    /// spent.
    void aRandomMarketNeverOverspends()
    {
        base::Random random(11);
        HeldQuota quota;
        std::vector<std::int64_t> open;
        std::vector<model::QuotaGrant> sent;
        std::optional<model::QuotaGrant> applied;
        std::int64_t spent = 0;
        std::int64_t most = 0; ///< highest limit applied so far
        for (std::int64_t step = 0; step < 200'000; ++step) {
            std::int64_t held = 0;
            for (const auto price : open)
                held += price;
            const bool isOpen = applied && TimeMs{step} < applied->notAfter;
            const std::int64_t left
                = isOpen ? std::max<std::int64_t>(0, applied->limit.nanos - spent - held) : 0;
            quota.turn({step});
            QCOMPARE(quota.left().nanos, left);
            QVERIFY(spent + held <= most);
            if (const auto what = random.below(1000); what < 10) {
                const auto limit = static_cast<std::int64_t>(step * 3 + random.below(2000));
                sent.push_back(grantOf(limit, 1 + random.below(3) + sent.size(),
                                       1 + sent.size() / 500, {step + 50 + random.below(300)}));
            } else if (what < 40 && !sent.empty()) {
                const auto newest = static_cast<std::uint32_t>(sent.size());
                const auto& grant = sent[newest - 1 - random.below(std::min(newest, 4U))];
                const bool isNewer = !applied || grant.place() > applied->place();
                QCOMPARE(quota.apply(grant, {step}) == GrantAnswer::Applied, isNewer);
                if (isNewer) {
                    applied = grant;
                    most = std::max(most, grant.limit.nanos);
                }
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
