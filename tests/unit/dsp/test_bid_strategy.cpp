// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/bid_strategy.h"

#include <QtTest>

#include <cmath>

using namespace gavel;
using namespace gavel::dsp;
using model::StrategyKind;

namespace {

model::BidStrategy strategyOf(StrategyKind kind)
{
    model::BidStrategy strategy;
    strategy.kind = kind;
    return strategy;
}

PriceInputs impression(double pCtr, double pCvr = 0)
{
    PriceInputs inputs;
    inputs.pCtr = pCtr;
    inputs.pCvr = pCvr;
    return inputs;
}

} // namespace

class TestBidStrategy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The price table of the REST contract, column of the README form (decision K4).
    void contractPriceTable_data()
    {
        QTest::addColumn<qint64>("floorMicros");
        QTest::addColumn<uint>("interests");
        QTest::addColumn<uint>("deviceTenths");
        QTest::addColumn<qint64>("priceMicros");
        QTest::newRow("0.10 5 mobile") << qint64(100'000) << 5U << 12U << qint64(900'000);
        QTest::newRow("0.10 none desktop") << qint64(100'000) << 0U << 10U << qint64(500'000);
        QTest::newRow("0.25 none tablet") << qint64(250'000) << 0U << 9U << qint64(450'000);
        QTest::newRow("0.30 3 mobile") << qint64(300'000) << 3U << 12U << qint64(780'000);
        QTest::newRow("2.0 5 mobile") << qint64(2'000'000) << 5U << 12U << qint64(2'200'000);
        QTest::newRow("1.0 none tablet") << qint64(1'000'000) << 0U << 9U << qint64(1'100'000);
        QTest::newRow("0.5 2 desktop") << qint64(500'000) << 2U << 10U << qint64(600'000);
        QTest::newRow("0.6 1 tablet") << qint64(600'000) << 1U << 9U << qint64(660'000);
        QTest::newRow("12 none desktop") << qint64(12'000'000) << 0U << 10U << qint64(13'200'000);
        QTest::newRow("9.5 none mobile") << qint64(9'500'000) << 0U << 12U << qint64(10'450'000);
        // 0.5 (1.1) 0.9 = 0.495; the floor 0.60005 times 1.1 is 0.660055: half up to 0.6601
        QTest::newRow("half up") << qint64(600'050) << 1U << 9U << qint64(660'100);
    }
    void contractPriceTable()
    {
        QFETCH(qint64, floorMicros);
        QFETCH(uint, interests);
        QFETCH(uint, deviceTenths);
        QFETCH(qint64, priceMicros);
        PriceInputs inputs;
        inputs.floor = Price::perImpression({floorMicros});
        inputs.interests = interests;
        inputs.deviceTenths = deviceTenths;
        const auto formula = price(strategyOf(StrategyKind::Contract), inputs);
        QCOMPARE(formula.bid.nanos, priceMicros * 1000);
        QCOMPARE(formula.interests, static_cast<double>(interests));
    }

    void flatPricesTakeThePrice()
    {
        for (const auto kind : {StrategyKind::FixedCpm, StrategyKind::Constant}) {
            auto strategy = strategyOf(kind);
            strategy.cpm = Price::cpm({2'870'000});
            QCOMPARE(price(strategy, impression(0.5)).bid.nanos, 2'870'000);
        }
        QVERIFY(!compile(strategyOf(StrategyKind::Constant)).shade);
        QVERIFY(compile(strategyOf(StrategyKind::FixedCpm)).shade);
    }

    void randomPricesAreUniformBelowThePrice()
    {
        auto strategy = strategyOf(StrategyKind::Random);
        strategy.cpm = Price{1000};
        PriceInputs inputs;
        inputs.draw = 0.25;
        QCOMPARE(price(strategy, inputs).bid.nanos, 250);
        inputs.draw = 0;
        QCOMPARE(price(strategy, inputs).bid.nanos, 0);
    }

    void targetCpcIsProbabilityTimesTarget()
    {
        auto strategy = strategyOf(StrategyKind::TargetCpc);
        strategy.target = Money{500'000}; // 0.50 a click
        // 0.25 * 0.50 = 0.125 for one impression
        QCOMPARE(price(strategy, impression(0.25)).bid.nanos, 125'000'000);
        strategy.quantum = Price{10'000'000};
        QCOMPARE(price(strategy, impression(0.25)).bid.nanos, 120'000'000);
        strategy.maxBid = Price{99'999'999};
        QCOMPARE(price(strategy, impression(0.25)).bid.nanos, 90'000'000);
    }

    void linearIsBaseTimesRelativeProbability()
    {
        auto strategy = strategyOf(StrategyKind::Linear);
        strategy.cpm = Price{100'000};
        strategy.averageCtr = 0.004;
        QCOMPARE(price(strategy, impression(0.004)).bid.nanos, 100'000);
        QCOMPARE(price(strategy, impression(0.010)).bid.nanos, 250'000);
        strategy.averageCtr = 0;
        QCOMPARE(price(strategy, impression(0.010)).bid.nanos, 0);
    }

    /// win(b) = b/(c+b): b = sqrt(c theta / lambda + c^2) - c. With c = 50, theta/lambda = 390:
    /// sqrt(22 000) - 50.
    void ortbFollowsItsClosedForm()
    {
        auto strategy = strategyOf(StrategyKind::Ortb);
        strategy.ortbC = 50'000'000;
        strategy.ortbLambda = 0.0039 / 390'000'000;
        const double expected = (std::sqrt(22'000.0) - 50) * 1e6;
        QVERIFY(
            std::abs(static_cast<double>(price(strategy, impression(0.0039)).bid.nanos) - expected)
            <= 2);
        QCOMPARE(price(strategy, impression(0)).bid.nanos, 0);
    }

    void conversionsArePricedByTargetOrReturn()
    {
        auto cpa = strategyOf(StrategyKind::TargetCpa);
        cpa.target = Money::units(20);
        // 0.5 * 0.25 * 20 = 2.5
        QCOMPARE(price(cpa, impression(0.5, 0.25)).bid.nanos, 2'500'000'000);
        auto roas = strategyOf(StrategyKind::TargetRoas);
        roas.conversionValue = Money::units(20);
        roas.roasMilli = 4000;
        QCOMPARE(price(roas, impression(0.5, 0.25)).bid.nanos, 625'000'000);
        roas.roasMilli = 0;
        QCOMPARE(price(roas, impression(0.5, 0.25)).bid.nanos, 0);
    }

    void impossibleProbabilitiesBidNothing()
    {
        auto strategy = strategyOf(StrategyKind::TargetCpc);
        strategy.target = Money{500'000};
        QCOMPARE(price(strategy, impression(std::nan(""))).bid.nanos, 0);
        QCOMPARE(price(strategy, impression(-0.5)).bid.nanos, 0);
        QCOMPARE(price(strategyOf(StrategyKind::TargetCpc), impression(0.5)).bid.nanos, 0);
    }

    void quotaBoundsTheBidOnItsQuantum()
    {
        auto strategy = strategyOf(StrategyKind::FixedCpm);
        strategy.cpm = Price{1'000'000};
        strategy.quantum = Price{10'000};
        auto formula = price(strategy, {});
        bound(formula, compile(strategy), {25'123});
        QCOMPARE(formula.bid.nanos, 20'000);
        QCOMPARE(formula.value.nanos, 1'000'000);
        bound(formula, compile(strategy), {});
        QCOMPARE(formula.bid.nanos, 0);
    }

    void anotherKindKeepsWhatIsSetAndAimsAtTheSamePrice()
    {
        auto fixed = strategyOf(StrategyKind::FixedCpm);
        fixed.cpm = Price{2'000'000};
        // 2.00 per thousand at 0.5 % is 0.40 a click; at 5 % more of them convert: 8.00 a
        // conversion
        const auto cpc = withKind(fixed, StrategyKind::TargetCpc, 0.005, 0.05);
        QCOMPARE(cpc.target.micros, 400'000);
        QCOMPARE(withKind(cpc, StrategyKind::TargetCpa, 0.005, 0.05).target.micros, 8'000'000);
        auto set = fixed;
        set.target = Money{123};
        QCOMPARE(withKind(set, StrategyKind::TargetCpc, 0.005, 0.05).target.micros, 123);
        for (std::size_t kind = 1; kind < model::kStrategyNames.size(); ++kind) {
            const auto changed = withKind(fixed, static_cast<StrategyKind>(kind), 0.005, 0.05);
            PriceInputs usual = impression(0.005, 0.05);
            usual.draw = 1;
            const double bid = static_cast<double>(price(changed, usual).bid.nanos);
            QVERIFY2(std::abs(bid - 2e6) < 10, model::kStrategyNames[kind].data());
        }
    }
};

QTEST_GUILESS_MAIN(TestBidStrategy)
#include "test_bid_strategy.moc"
