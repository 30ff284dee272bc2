// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/scheduling/quota/pacing.h"

#include <QtTest>

#include <cmath>

using namespace gavel;
using namespace gavel::scheduling;
using model::DeliveryPromise;
using model::PacingPolicy;
using model::PriceRatios;

namespace {

constexpr std::int64_t kUnit = 1'000'000'000;
constexpr double kMinute = 1.0 / 30; ///< in half hours

/// A day of 1440 even minutes: what round number `minute` sees.
QuotaAhead minuteOf(int minute, std::int64_t left)
{
    QuotaAhead ahead;
    ahead.lead = kMinute;
    MoneyBound bound;
    bound.left = left;
    bound.ahead = (1440 - minute) * kMinute;
    bound.until = std::min(2 * kMinute, bound.ahead);
    ahead.bounds.push(bound);
    return ahead;
}

/// A market of many auctions a minute whose price-to-win is uniform below the worth of 1, played
/// through a day of rounds by the rule: a grant acts one window after its report.
struct Day
{
    static constexpr int kAuctions = 200; ///< a minute
    std::int64_t budget = 0;
    PacingTerms terms;
    PacingState state;
    model::PacingTally tally;
    std::int64_t spent = 0;
    double deviation = 0; ///< mean of |spent share - time share|
    PacingDecision acting;

    void play()
    {
        base::Random random(5);
        PacingDecision next = decide(0);
        acting = next;
        for (int minute = 0; minute < 1440; ++minute) {
            for (int i = 0; i < kAuctions; ++i)
                auction(random.uniform());
            deviation += std::abs(static_cast<double>(spent) / static_cast<double>(budget)
                                  - (minute + 1) / 1440.0)
                / 1440;
            acting = next;
            next = decide(minute + 1);
        }
    }

    void auction(double ratio)
    {
        ++tally.asked;
        if (spent >= acting.limit) {
            ++tally.missed;
            return;
        }
        ++tally.priced;
        const auto price = static_cast<std::int64_t>(ratio * kUnit);
        const std::size_t bin = PriceRatios::binOf(ratio);
        for (std::size_t i = 0; i < PriceRatios::kBins; ++i)
            tally.ratios.price[i] *= 0.9999F;
        tally.ratios.price[bin] += static_cast<float>(price);
        tally.ratios.weight = tally.ratios.weight * 0.9999F + 1;
        const std::int64_t bid = std::min<std::int64_t>(
            static_cast<std::int64_t>(acting.bidFactor) * 1000, acting.limit - spent);
        tally.highestBid.nanos = std::max(tally.highestBid.nanos, bid);
        if (bid >= price)
            spent += price;
    }

    PacingDecision decide(int minute)
    {
        return decidePacing(state, terms, {spent, tally}, minuteOf(minute, budget - spent));
    }
};

PriceRatios ratiosWith(double ratio, float price)
{
    PriceRatios ratios;
    ratios.price[PriceRatios::binOf(ratio)] = price;
    ratios.weight = 1;
    return ratios;
}

} // namespace

class TestPacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratiosAreBinnedByHalfOctaves()
    {
        QCOMPARE(PriceRatios::binOf(0), std::size_t{0});
        QCOMPARE(PriceRatios::binOf(std::nan("")), std::size_t{0});
        QCOMPARE(PriceRatios::binOf(0.0078), std::size_t{0}); // 1/128 is 0.0078125
        QCOMPARE(PriceRatios::binOf(1.0 / 128), std::size_t{1});
        QCOMPARE(PriceRatios::binOf(15.99), std::size_t{22});
        QCOMPARE(PriceRatios::binOf(16), std::size_t{23});
        QCOMPARE(PriceRatios::binOf(INFINITY), std::size_t{23});
        for (double ratio = 0.008; ratio < 16; ratio *= 1.003) {
            const std::size_t bin = PriceRatios::binOf(ratio);
            QVERIFY(PriceRatios::upperEdge(bin - 1) <= ratio * (1 + 1e-12));
            QVERIFY(ratio < PriceRatios::upperEdge(bin) * (1 + 1e-12));
        }
    }

    void halfTheCostOfABinIsInItsMiddle()
    {
        // 0.3 lies between 2^-2 and 2^-1.5: the middle, in logarithms, is 2^-1.75.
        const PriceRatios ratios = ratiosWith(0.3, 100);
        QVERIFY(std::abs(factorToSpend(ratios, 50) - std::exp2(-1.75)) < 1e-9);
        QVERIFY(std::abs(factorToSpend(ratios, 100) - std::exp2(-1.5)) < 1e-9);
        QVERIFY(std::abs(spendAtFactor(ratios, std::exp2(-1.75)) - 50) < 1e-4);
        QCOMPARE(spendAtFactor(ratios, 0.2), 0.0);
        QCOMPARE(spendAtFactor(ratios, 1), 100.0);
    }

    void moreThanThereIsCannotBeSpent()
    {
        QCOMPARE(factorToSpend(ratiosWith(0.3, 100), 101), 16.0);
        QCOMPARE(factorToSpend({}, 1), 16.0);
        // What costs 16 times the worth and more is never bought.
        QCOMPARE(spendAtFactor(ratiosWith(20, 100), 16), 0.0);
    }

    void asapGrantsAllAtOnce()
    {
        PacingState state;
        const auto decision
            = decidePacing(state, {.policy = PacingPolicy::Asap}, {}, minuteOf(0, 1440 * kUnit));
        QCOMPARE(decision.limit, 1440 * kUnit);
        QCOMPARE(decision.bidFactor, kBidsAsTheyAre);
    }

    void trafficGrantsWhatIsAllowed()
    {
        for (const auto policy : {PacingPolicy::Even, PacingPolicy::Traffic}) {
            PacingState state;
            const auto decision = decidePacing(state, {.policy = policy}, {100 * kUnit, {}},
                                               minuteOf(720, 720 * kUnit));
            QVERIFY(std::abs(decision.limit - 102 * kUnit) <= 2);
            QCOMPARE(decision.planned, decision.limit);
            QCOMPARE(decision.bidFactor, kBidsAsTheyAre);
        }
    }

    void scaledBidsGetRoomOnceTheirPricesAreKnown()
    {
        PacingState state;
        const PacingTerms terms{.policy = PacingPolicy::Mpc};
        PacingReport report;
        const auto first = decidePacing(state, terms, report, minuteOf(0, 1440 * kUnit));
        QVERIFY(std::abs(first.limit - 2 * kUnit) <= 2);
        QCOMPARE(first.bidFactor, kBidsAsTheyAre);
        report.tally.priced = 1000;
        report.tally.ratios = ratiosWith(0.3, 1000.0F * 1e9F);
        report.tally.ratios.weight = 1000;
        const auto second = decidePacing(state, terms, report, minuteOf(0, 1440 * kUnit));
        QVERIFY(std::abs(second.limit - 16 * kUnit) <= 16);
        QVERIFY(std::abs(second.planned - 2 * kUnit) <= 2);
    }

    void noLimitPassesWhatIsLeft()
    {
        for (std::size_t policy = 0; policy < model::kPacingPolicyNames.size(); ++policy) {
            PacingState state;
            state.credit = 500 * kUnit;
            const auto decision = decidePacing(state, {.policy = static_cast<PacingPolicy>(policy)},
                                               {100 * kUnit, {}}, minuteOf(1439, 3 * kUnit));
            QCOMPARE(decision.limit, 103 * kUnit);
        }
    }

    void theDualLowersBidsByWhatWasSpentTooMuch()
    {
        // A minute may spend 1 and spent 3: gain 0.05 for an average minute, times 3/1 - 1.
        PacingState state;
        const PacingTerms terms{.policy = PacingPolicy::Dual};
        decidePacing(state, terms, {}, minuteOf(0, 1440 * kUnit));
        QuotaAhead ahead = minuteOf(1, 1439 * kUnit);
        const auto decision = decidePacing(state, terms, {3 * kUnit, {}}, ahead);
        const double wanted = 1 + 0.1 * 2 / 1439; // a little more, the nearer the end is
        const double expected = std::exp(-0.05 * (3 / wanted - 1));
        QVERIFY(std::abs(decision.bidFactor / 1e6 - expected) < 2e-6);
    }

    void thePidAnswersAnErrorByItsGains()
    {
        // Nothing was spent: error 1. P 0.3, I 0.05 for an average minute, D 0.05.
        PacingState state;
        const PacingTerms terms{.policy = PacingPolicy::Pid};
        decidePacing(state, terms, {}, minuteOf(0, 1440 * kUnit));
        const auto first = decidePacing(state, terms, {}, minuteOf(1, 1440 * kUnit));
        QVERIFY(std::abs(first.bidFactor / 1e6 - std::exp(0.40)) < 2e-6);
        const auto second = decidePacing(state, terms, {}, minuteOf(2, 1440 * kUnit));
        QVERIFY(std::abs(second.bidFactor / 1e6 - std::exp(0.40 + 0.05 - 0.05)) < 2e-6);
    }

    void aDaysBudgetIsSpentInStep_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<double>("part");
        for (const auto policy : {PacingPolicy::Pid, PacingPolicy::Dual, PacingPolicy::Mpc})
            for (const double part : {0.02, 0.3, 0.9})
                QTest::addRow("%s %g",
                              model::kPacingPolicyNames[static_cast<std::size_t>(policy)].data(),
                              part)
                    << static_cast<int>(policy) << part;
    }
    void aDaysBudgetIsSpentInStep()
    {
        QFETCH(int, policy);
        QFETCH(double, part);
        // Buying everything costs 1/2 for an auction.
        Day day;
        day.terms.policy = static_cast<PacingPolicy>(policy);
        day.budget = static_cast<std::int64_t>(part * Day::kAuctions * 1440 / 2 * kUnit);
        day.play();
        QVERIFY(day.spent <= day.budget);
        QVERIFY2(day.spent >= day.budget / 1000 * 995,
                 qPrintable(QString::number(static_cast<double>(day.spent)
                                            / static_cast<double>(day.budget))));
        // The dual learns slowly from bids that are seven times too high.
        const double most = day.terms.policy == PacingPolicy::Dual ? 0.04 : 0.02;
        QVERIFY2(day.deviation < most, qPrintable(QString::number(day.deviation)));
    }

    void thePredictionFindsTheRightFactor()
    {
        // Prices uniform below the worth: bids of m win the part m and pay m/2, so 18 % of what
        // buying everything costs is spent at m = sqrt(0.18).
        Day day;
        day.budget = static_cast<std::int64_t>(0.18 * Day::kAuctions * 1440 / 2 * kUnit);
        day.play();
        QVERIFY2(std::abs(day.state.granted / 1e6 - std::sqrt(0.18)) < 0.15,
                 qPrintable(QString::number(day.state.granted)));
    }

    void strategiesWithATargetAreNotRaised()
    {
        using model::StrategyKind;
        for (const auto kind :
             {StrategyKind::TargetCpc, StrategyKind::TargetCpa, StrategyKind::TargetRoas}) {
            QCOMPARE(mostFactorOf(kind, DeliveryPromise::Standard), kBidsAsTheyAre);
            QCOMPARE(mostFactorOf(kind, DeliveryPromise::Guaranteed), kMostFactor);
        }
        QCOMPARE(mostFactorOf(StrategyKind::Linear, DeliveryPromise::Standard), kMostFactor);
        // Budget for twice what there is.
        Day day;
        day.terms.mostFactor = kBidsAsTheyAre;
        day.budget = std::int64_t{Day::kAuctions} * 1440 * kUnit;
        day.play();
        QCOMPARE(day.state.granted, kBidsAsTheyAre);
    }

    void aPromiseIsReducedAheadKeptAndRaisedBehind()
    {
        const PacingTerms terms{.policy = PacingPolicy::Traffic,
                                .promise = DeliveryPromise::Guaranteed};
        const auto paceAt = [&](std::int64_t spent, std::int32_t& promise) {
            PacingState state;
            decidePacing(state, terms, {}, minuteOf(0, 1440 * kUnit));
            state.plan = 720 * kUnit;
            const auto decision
                = decidePacing(state, terms, {spent, {}}, minuteOf(720, 1440 * kUnit - spent));
            promise = state.promise;
            return decision.pace;
        };
        std::int32_t promise = 0;
        // 2 % of what is left is 14 or so.
        QVERIFY(paceAt(740 * kUnit, promise) == DeliveryPace::Ahead);
        QCOMPARE(promise, 952'380); // 1 / 1.05
        QVERIFY(paceAt(725 * kUnit, promise) == DeliveryPace::Normal);
        QCOMPARE(promise, 1'000'000);
        QVERIFY(paceAt(700 * kUnit, promise) == DeliveryPace::Behind);
        QCOMPARE(promise, 1'050'000);
    }

    void thePlanFollowsTheTrafficWhateverIsSpent()
    {
        PacingState state;
        for (int minute = 0; minute <= 720; ++minute)
            decidePacing(state, {.policy = PacingPolicy::Traffic}, {},
                         minuteOf(minute, 1440 * kUnit));
        // As of the next report, minute 721.
        QVERIFY(std::abs(state.plan - 721 * kUnit) < 10'000);
    }

    void smallCampaignsSaveUpForASlice()
    {
        // 0.1 a minute and bids of 1: a slice of 4 is there after 40 minutes without spending.
        PacingState state;
        PacingReport report;
        report.tally.highestBid = {kUnit};
        PacingDecision decision;
        for (int minute = 0; minute <= 60; ++minute) {
            decision = decidePacing(state, {.policy = PacingPolicy::Traffic}, report,
                                    minuteOf(0, 144 * kUnit));
            if (minute == 20)
                QVERIFY(decision.limit < 3 * kUnit);
        }
        QVERIFY(decision.limit >= 4 * kUnit);
        QVERIFY(decision.limit <= 4 * kUnit + kUnit / 5);
    }

    void worthIsLostToScaledBidsAndToUsedUpQuota()
    {
        model::PacingTally tally;
        QCOMPARE(worthLostToPacing(tally), 0);
        tally.worthWon = 60;
        tally.worthLost = 30;
        tally.asked = 100;
        QCOMPARE(worthLostToPacing(tally), 30);
        tally.missed = 10; // 90 were seen: one of worth each
        QCOMPARE(worthLostToPacing(tally), 40);
        tally.missed = 100;
        QCOMPARE(worthLostToPacing(tally), 30);
    }

    void talliesOfServersAddUp()
    {
        model::PacingTally one;
        one.eligible = 5;
        one.priced = 3;
        one.highestBid = {7};
        one.ratios = ratiosWith(0.3, 100);
        model::PacingTally sum = one;
        sum.highestBid = {9};
        add(sum, one);
        QCOMPARE(sum.eligible, std::uint64_t{10});
        QCOMPARE(sum.priced, std::uint64_t{6});
        QCOMPARE(sum.highestBid.nanos, std::int64_t{9});
        QCOMPARE(sum.ratios.weight, 2.0F);
        // Twice the auctions at the same cost each.
        QCOMPARE(factorToSpend(sum.ratios, 50), factorToSpend(one.ratios, 50));
    }

    void aCopiedStateGoesOnAlike()
    {
        Day day;
        day.budget = 10'000 * kUnit;
        day.play();
        PacingState copy = day.state;
        const PacingReport report{day.spent, day.tally};
        const auto a = decidePacing(day.state, day.terms, report, minuteOf(700, 5000 * kUnit));
        const auto b = decidePacing(copy, day.terms, report, minuteOf(700, 5000 * kUnit));
        QCOMPARE(a.limit, b.limit);
        QCOMPARE(a.bidFactor, b.bidFactor);
    }
};

QTEST_GUILESS_MAIN(TestPacing)
#include "test_pacing.moc"
