// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/split.h"
#include "tests/unit/ledger/ledger_bed.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::ledger;

class SettlementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfASplitSumToTheWhole_data();
    void partsOfASplitSumToTheWhole();
    void whatWasDeliveredIsChargedAndPaidOutToTheMicro();
    void nanosWaitUntilTheyAreAWholeMicro();
    void doingARoundAgainMovesNothing();
    void aChargePostsFromTheHoldAndHoldsTheRest();
    void aHoldGrowsOnlyAsFarAsWalletAndBudgetAllow();
    void aBudgetBelowItsHoldHoldsWhatIsLeft();
    void anUndoneRoundHoldsWhatALoweredBudgetAllows();
    void aChargeBeyondTheBudgetIsBorneByThePlatform();
    void aLateWinIsNeverTheAdvertisers();
    void taxIsAPartOfTheFee();
    void aForeignCampaignPaysThroughCurrencyClearing();
    void aCampaignWithRatesPaysTheMarginAndThePlatformTheMedia();
    void anUndoneRoundCanBeSettledAnew();
    void moneyThatNobodyClaimsWaitsInSuspense();
    void aCampaignWithoutTermsIsNamed();
    void badCountersStopNothing();
    void holdsAreFoundAgainInALoadedBook();
};

void SettlementTest::partsOfASplitSumToTheWhole_data()
{
    QTest::addColumn<std::int64_t>("whole");
    QTest::addColumn<QList<std::int64_t>>("weights");
    QTest::addColumn<QList<std::int64_t>>("parts");
    using List = QList<std::int64_t>;
    const auto row
        = [](const char* name, std::int64_t whole, const List& weights, const List& parts) {
              QTest::addRow("%s", name) << whole << weights << parts;
          };
    row("even", 9, {1, 1, 1}, {3, 3, 3});
    row("the first of equals takes the rest", 10, {1, 1, 1}, {4, 3, 3});
    row("two left go to the first two", 11, {1, 1, 1}, {4, 4, 3});
    // Quotas 1.5, 3.25, 5.25: one left, to the largest remainder .5
    row("the largest remainder takes the rest", 10, {6, 13, 21}, {2, 3, 5});
    row("a weight of zero gets nothing", 5, {0, 7, 0}, {0, 5, 0});
    row("nothing to split", 0, {3, 4}, {0, 0});
    row("no weights", 5, {0, 0}, {0, 0});
    // 9e18 * 9e18 does not fit 64 bits; halves of an odd number
    row("large", 8'999'999'999'999'999'999, {4'000'000'000'000'000'000, 4'000'000'000'000'000'000},
        {4'500'000'000'000'000'000, 4'499'999'999'999'999'999});
}

void SettlementTest::partsOfASplitSumToTheWhole()
{
    QFETCH(const std::int64_t, whole);
    QFETCH(const QList<std::int64_t>, weights);
    QFETCH(const QList<std::int64_t>, parts);
    QList<std::int64_t> got;
    for (const Money part :
         splitByWeights({whole}, std::vector<std::int64_t>(weights.begin(), weights.end())))
        got << part.micros;
    QCOMPARE(got, parts);
}

void SettlementTest::whatWasDeliveredIsChargedAndPaidOutToTheMicro()
{
    LedgerBed bed;
    // camp-001 12.000001999, camp-002 3.5; publishers 9 and 4.95, fee 1.550001999
    // (sums 15.500001999)
    const auto result = bed.settle(
        1, {{1, 12'000'001'999, 0, 12'000'001'999}, {2, 3'500'000'000, 0, 3'500'000'000}},
        {{1, 9'000'000'000}, {2, 4'950'000'000}}, 1'550'001'999);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000 - 12'000'001);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "kite"), 1'000'000'000 - 3'500'000);
    QCOMPARE(result.charged.at(kUsd).micros, 15'500'001);
    QCOMPARE(bed.balance(AccountKind::DeliveryClearing, ""), 0);
    QCOMPARE(bed.balance(AccountKind::CampaignBudget, "camp-001"), 0);
    // 15'500'001 split as 9e9 : 4.95e9 : 1.550001999e9 of 15.500001999e9. The whole is 0.999 micro
    // short, so quotas are 8999999.42, 4949999.68, 1550001.90: floors 8999999, 4949999, 1550001
    // leave 2, to the remainders .90 and .68.
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 8'999'999);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "metro"), 4'950'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, ""), 1'550'002);
    QCOMPARE(result.publishers.micros + result.fee.micros + result.tax.micros, 15'500'001);
    QCOMPARE(result.unmatched.micros, 0);
    QVERIFY(bed.sumsAreZero());
}

void SettlementTest::nanosWaitUntilTheyAreAWholeMicro()
{
    LedgerBed bed;
    bed.settle(1, {{1, 999, 0, 999}}, {{1, 900}}, 99);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000);
    bed.settle(2, {{1, 1'500, 0, 1'500}}, {{1, 1'350}}, 150);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000 - 1);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 1);
    // After any number of rounds what is charged is the sum rounded down, whatever the steps were.
    for (int minute = 3; minute <= 100; ++minute)
        bed.settle(minute, {{1, minute * 777, 0, minute * 777}}, {{1, minute * 700}}, minute * 77);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"),
             1'000'000'000 - 77); // 77'700 / 1000
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor")
                 + bed.balance(AccountKind::PlatformRevenue, ""),
             77);
}

void SettlementTest::doingARoundAgainMovesNothing()
{
    LedgerBed bed;
    const std::vector<CampaignCounts> counts{{1, 5'000'000, 0, 5'000'000}};
    bed.settle(1, counts, {{1, 4'500'000}}, 500'000);
    const auto sequence = bed.book.lastSequence();
    const auto again = bed.settle(1, counts, {{1, 4'500'000}}, 500'000);
    QCOMPARE(bed.book.lastSequence(), sequence);
    QVERIFY(again.round.firstSequence > again.round.lastSequence);
    bed.settle(2, counts, {{1, 4'500'000}}, 500'000);
    QCOMPARE(bed.book.lastSequence(), sequence);
}

void SettlementTest::aChargePostsFromTheHoldAndHoldsTheRest()
{
    LedgerBed bed;
    QVERIFY(bed.reserve(1, {{1, Money::units(20)}}).empty());
    QCOMPARE(bed.at(AccountKind::AdvertiserWallet, "pine").debitsPending, 20'000'000);
    bed.settle(2, {{1, 7'000'000'000, 0, 7'000'000'000}}, {{1, 7'000'000'000}}, 0);
    QCOMPARE(bed.at(AccountKind::AdvertiserWallet, "pine").debitsPending, 13'000'000);
    QCOMPARE(bed.at(AccountKind::AdvertiserWallet, "pine").debitsPosted, 7'000'000);
    QCOMPARE(bed.settlement.heldOf(1).micros, 13'000'000);
    QCOMPARE(bed.settlement.chargedOf(1).micros, 7'000'000);
    // Superseded slices: less is out than was held.
    QVERIFY(bed.reserve(3, {{1, Money::units(5)}}).empty());
    QCOMPARE(bed.at(AccountKind::AdvertiserWallet, "pine").debitsPending, 5'000'000);
    QVERIFY(bed.reserve(3, {{1, Money{}}}).empty());
    QCOMPARE(bed.at(AccountKind::AdvertiserWallet, "pine").debitsPending, 0);
}

void SettlementTest::aHoldGrowsOnlyAsFarAsWalletAndBudgetAllow()
{
    LedgerBed bed;
    const auto refused = bed.reserve(1, {{1, Money::units(101)}, {2, Money::units(50)}});
    QCOMPARE(refused.size(), 1U);
    QCOMPARE(refused[0].campaign, 1U);
    QCOMPARE(refused[0].why, Outcome::BeyondBudget);
    QCOMPARE(refused[0].most.micros, 100'000'000);
    QCOMPARE(bed.settlement.heldOf(2).micros, 50'000'000);
    QVERIFY(bed.reserve(1, {{1, refused[0].most}}).empty());
    // A second campaign of the same wallet, which has 1000 and holds 100: 900 are left.
    bed.settlement.setCampaign(3, {"camp-003", "pine", kUsd, Money::units(5000), true}, kStart);
    const auto second = bed.reserve(2, {{3, Money::units(901)}});
    QCOMPARE(second.size(), 1U);
    QCOMPARE(second[0].why, Outcome::BeyondFunds);
    QCOMPARE(second[0].most.micros, 900'000'000);
    QCOMPARE(bed.settlement.heldOf(3).micros, 0);
}

void SettlementTest::aBudgetBelowItsHoldHoldsWhatIsLeft()
{
    LedgerBed bed;
    const auto budget = [&](std::int64_t units) {
        bed.settlement.setCampaign(1, {"camp-001", "pine", kUsd, Money::units(units), true},
                                   kStart);
    };
    const auto deliver = [&](int minute, std::int64_t units) {
        const std::int64_t nanos = units * 1'000'000'000;
        return bed.settle(minute, {{1, nanos, 0, nanos}}, {{1, nanos}}, 0);
    };
    QVERIFY(bed.reserve(1, {{1, Money::units(100)}}).empty());
    budget(60);
    QVERIFY(deliver(2, 7).uncovered.empty());
    QCOMPARE(bed.settlement.chargedOf(1).micros, 7'000'000);
    QCOMPARE(bed.settlement.heldOf(1).micros, 53'000'000);
    QVERIFY(bed.reserve(2, {{1, Money::units(40)}}).empty());
    budget(10); // what is out may be spent all the same, up to what is held
    QVERIFY(deliver(3, 12).uncovered.empty());
    QCOMPARE(bed.settlement.chargedOf(1).micros, 12'000'000);
    QCOMPARE(bed.settlement.heldOf(1).micros, 0);
    const auto beyond = deliver(4, 14).uncovered;
    QCOMPARE(beyond.size(), 1U);
    QCOMPARE(beyond[0].amount.micros, 2'000'000);
    QCOMPARE(bed.settlement.chargedOf(1).micros, 12'000'000);
    budget(100);
    QVERIFY(bed.reserve(5, {{1, Money::units(80)}}).empty());
    QVERIFY(bed.sumsAreZero());
}

void SettlementTest::anUndoneRoundHoldsWhatALoweredBudgetAllows()
{
    LedgerBed bed;
    QVERIFY(bed.reserve(1, {{1, Money::units(50)}}).empty());
    const auto done
        = bed.settle(2, {{1, 8'000'000'000, 0, 8'000'000'000}}, {{1, 8'000'000'000}}, 0);
    bed.settlement.setCampaign(1, {"camp-001", "pine", kUsd, Money::units(20), true}, kStart);
    bed.settlement.compensate(done.round, kStart + 3 * base::kMinuteMs);
    QCOMPARE(bed.settlement.chargedOf(1).micros, 0);
    QCOMPARE(bed.settlement.heldOf(1).micros, 20'000'000);
    QVERIFY(bed.sumsAreZero());
}

void SettlementTest::aChargeBeyondTheBudgetIsBorneByThePlatform()
{
    LedgerBed bed;
    // Budget 50, delivered 52.
    const auto result
        = bed.settle(1, {{2, 52'000'000'000, 0, 52'000'000'000}}, {{1, 52'000'000'000}}, 0);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "kite"), 950'000'000);
    QCOMPARE(bed.balance(AccountKind::Suspense, "camp-002"), -2'000'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 52'000'000);
    QCOMPARE(result.uncovered.size(), 1U);
    QCOMPARE(result.uncovered[0].amount.micros, 2'000'000);
    bed.settle(2, {{2, 52'000'000'000, 0, 52'000'000'000}}, {{1, 52'000'000'000}}, 0);
    QCOMPARE(bed.balance(AccountKind::Suspense, "camp-002"), -2'000'000);
}

void SettlementTest::aLateWinIsNeverTheAdvertisers()
{
    LedgerBed bed;
    const auto result = bed.settle(1, {{1, 3'000'000, 1'500'999, 4'500'999}}, {{1, 4'500'999}}, 0);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000 - 3'000);
    QCOMPARE(bed.balance(AccountKind::LateWinLoss, "camp-001"), -1'500);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 4'500);
    QCOMPARE(result.lateWins.micros, 1'500);
}

void SettlementTest::taxIsAPartOfTheFee()
{
    LedgerBed bed;
    // Fee 2.0, of it 20 % tax.
    bed.settle(1, {{1, 10'000'000'000, 0, 10'000'000'000}}, {{1, 8'000'000'000}}, 2'000'000'000,
               200'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 8'000'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, ""), 1'600'000);
    QCOMPARE(bed.balance(AccountKind::Tax, ""), 400'000);
}

void SettlementTest::aForeignCampaignPaysThroughCurrencyClearing()
{
    LedgerBed bed;
    bed.book.setRate(kCny, 14, 100, kStart); // 1 CNY = 0.14 USD
    bed.settlement.setCampaign(4, {"camp-004", "star", kCny, Money::units(1000), true}, kStart);
    bed.payIn(bed.settlement.walletOf(4), Money::units(1000), kCny);
    // Rounds of 10.000001 CNY = 1.40000014 USD each
    for (int minute = 1; minute <= 50; ++minute)
        bed.settle(minute, {{4, minute * 10'000'001'000LL, 0, minute * 1'400'000'140LL}},
                   {{1, minute * 1'400'000'140LL}}, 0);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "star", kCny), 1'000'000'000 - 500'000'050);
    QCOMPARE(bed.balance(AccountKind::FxClearing, "", kCny), 500'000'050);
    // 500.00005 * 0.14 = 70.000007
    QCOMPARE(bed.balance(AccountKind::FxClearing, ""), -70'000'007);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 70'000'007);
    QVERIFY(bed.sumsAreZero());
}

void SettlementTest::aCampaignWithRatesPaysTheMarginAndThePlatformTheMedia()
{
    LedgerBed bed;
    bed.settlement.setCampaign(5, {"camp-005", "pine", kUsd, Money::units(100), false}, kStart);
    // Owes 4.00 by its clicks; the media cost 2.50, of it fee 0.25.
    bed.settle(1, {{5, 4'000'000'000, 0, 2'500'000'000}}, {{1, 2'250'000'000}}, 250'000'000);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 996'000'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, "camp-005"), 1'500'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, ""), 250'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 2'250'000);
    // More media, no click: the platform pays.
    bed.settle(2, {{5, 4'000'000'000, 0, 5'000'000'000}}, {{1, 4'500'000'000}}, 500'000'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, "camp-005"), -1'000'000);
    QCOMPARE(bed.balance(AccountKind::DeliveryClearing, ""), 0);
    // A win that came too late is in the media that it buys, and paid once.
    bed.settle(3, {{5, 4'000'000'000, 300'000'000, 5'300'000'000}}, {{1, 4'770'000'000}},
               530'000'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, "camp-005"), -1'300'000);
    QCOMPARE(bed.book.find({AccountKind::LateWinLoss, "camp-005", kUsd}), AccountHandle{0});
}

void SettlementTest::anUndoneRoundCanBeSettledAnew()
{
    LedgerBed bed;
    QVERIFY(bed.reserve(1, {{1, Money::units(20)}}).empty());
    const std::vector<CampaignCounts> counts{{1, 7'000'000'000, 1'000'000, 7'001'000'000}};
    const auto done = bed.settle(2, counts, {{1, 6'301'000'000}}, 700'000'000, 100'000);
    const SettledRound undone = bed.settlement.compensate(done.round, kStart + 3 * base::kMinuteMs);
    QVERIFY(undone.compensation);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 0);
    QCOMPARE(bed.balance(AccountKind::Tax, ""), 0);
    QCOMPARE(bed.balance(AccountKind::LateWinLoss, "camp-001"), 0);
    QCOMPARE(bed.settlement.heldOf(1).micros, 20'000'000);
    QCOMPARE(bed.settlement.chargedOf(1).micros, 0);
    bed.settle(4, counts, {{1, 6'301'000'000}}, 700'000'000, 100'000);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 993'000'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 6'301'000);
    QCOMPARE(bed.balance(AccountKind::LateWinLoss, "camp-001"), -1'000);
    QCOMPARE(bed.settlement.heldOf(1).micros, 13'000'000);
    QVERIFY(bed.sumsAreZero());
}

void SettlementTest::moneyThatNobodyClaimsWaitsInSuspense()
{
    LedgerBed bed;
    const auto result = bed.settle(1, {{1, 5'000'000, 0, 5'000'000}}, {{1, 4'000'000}}, 0);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 4'000);
    QCOMPARE(bed.balance(AccountKind::Suspense, ""), 1'000);
    QCOMPARE(result.unmatched.micros, 1'000);
    QCOMPARE(bed.balance(AccountKind::DeliveryClearing, ""), 0);
}

void SettlementTest::aCampaignWithoutTermsIsNamed()
{
    LedgerBed bed;
    bed.settlement.setCampaign(6, {"camp-006", "star", kCny, Money::units(10), true}, kStart);
    const auto result
        = bed.settle(1, {{9, 5'000'000, 0, 5'000'000}, {6, 5'000'000, 0, 700'000}}, {}, 0);
    QCOMPARE(result.unsettled, (std::vector<Handle>{9, 6}));
    const auto refused = bed.reserve(1, {{9, Money::units(1)}});
    QCOMPARE(refused.size(), 1U);
    QCOMPARE(refused[0].why, Outcome::AccountUnknown);
}

void SettlementTest::badCountersStopNothing()
{
    LedgerBed bed;
    // Counters below zero, a publisher that nobody told of, and less than was settled before.
    bed.settle(1, {{1, -5'000'000, -1, -7}, {2, 9'000'000, 0, 9'000'000}},
               {{77, 4'000'000}, {1, 9'000'000}, {2, -3}}, -1);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 9'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "metro"), 0);
    const auto sequence = bed.book.lastSequence();
    bed.settle(2, {{2, 8'000'000, 0, 8'000'000}}, {{1, 8'000'000}}, 0);
    QCOMPARE(bed.book.lastSequence(), sequence);
    QVERIFY(bed.sumsAreZero());
}

void SettlementTest::holdsAreFoundAgainInALoadedBook()
{
    LedgerBed bed;
    QVERIFY(bed.reserve(1, {{1, Money::units(20)}, {2, Money::units(9)}}).empty());
    QVERIFY(bed.reserve(2, {{2, Money{}}}).empty());
    Settlement again(bed.book);
    again.setCampaign(1, {"camp-001", "pine", kUsd, Money::units(100), true}, kStart);
    again.setCampaign(2, {"camp-002", "kite", kUsd, Money::units(50), true}, kStart);
    QCOMPARE(again.heldOf(1).micros, 20'000'000);
    QCOMPARE(again.heldOf(2).micros, 0);
}

QTEST_APPLESS_MAIN(SettlementTest)
#include "test_settlement.moc"
