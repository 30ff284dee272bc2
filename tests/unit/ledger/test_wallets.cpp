// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/hand_posting.h"
#include "engine/ledger/settlement/wallets.h"
#include "tests/unit/ledger/ledger_bed.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::ledger;

namespace {

HandOrder order(std::string key, std::string reason = "agreed with the client")
{
    return {kStart, std::move(key), std::move(reason), "mina"};
}

} // namespace

class WalletsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byDefaultCreditIsTheSumOfBudgets();
    void aPrepaidWalletSpendsWhatWasPaidIn();
    void theStateFollowsWhatCanBeSpent_data();
    void theStateFollowsWhatCanBeSpent();
    void aWalletLastsAtThePaceOfTheLastHour();
    void termsThatMakeNoSenseAreRefused();
    void aPayInCountsOnce();
    void ordersNeedKeyReasonAndAmount();
    void aPayOutIsAtMostWhatIsOwed();
    void aRefundTakesFromPublisherAndPlatform();
    void aHandReversalIsLinkedAndDoesNotSettleAgain();
    void aWriteOffEmptiesSuspenseAndIsNotChargedAgain();
};

void WalletsTest::byDefaultCreditIsTheSumOfBudgets()
{
    LedgerBed bed;
    Wallets wallets(bed.settlement);
    bed.settlement.setCampaign(3, {"camp-003", "pine", kUsd, Money::units(30), true}, kStart);
    bed.settlement.setCampaign(4, {"camp-004", "new", kUsd, Money::units(7), true}, kStart);
    wallets.refresh(kStart);
    const WalletView pine = wallets.view(bed.settlement.walletOf(1));
    QCOMPARE(pine.credit.micros, 130'000'000);
    QCOMPARE(pine.balance.micros, 1'000'000'000);
    QCOMPARE(pine.canSpend.micros, 1'130'000'000);
    // Nothing was paid in, yet the whole budget can be held.
    QVERIFY(bed.reserve(1, {{4, Money::units(7)}}).empty());
    QCOMPARE(wallets.view(bed.settlement.walletOf(4)).canSpend.micros, 0);
    QVERIFY(wallets.view(bed.settlement.walletOf(4)).state == WalletState::Enough);
    // Spent to the end, it is at zero.
    bed.settle(2, {{4, 7'000'000'000, 0, 7'000'000'000}}, {{1, 7'000'000'000}}, 0);
    QVERIFY(wallets.view(bed.settlement.walletOf(4)).state == WalletState::Paused);
}

void WalletsTest::aPrepaidWalletSpendsWhatWasPaidIn()
{
    LedgerBed bed;
    Wallets wallets(bed.settlement);
    bed.settlement.setCampaign(4, {"camp-004", "new", kUsd, Money::units(70), true}, kStart);
    const auto set
        = wallets.setTerms("new", kUsd, {true, std::nullopt, Money::units(5)}, "mina", kStart);
    QVERIFY(set);
    QCOMPARE(bed.reserve(1, {{4, Money::units(7)}})[0].why, Outcome::BeyondFunds);
    QVERIFY(payIn(bed.book, "new", kUsd, Money::units(20), order("receipt 1"), kStart));
    QVERIFY(bed.reserve(2, {{4, Money::units(17)}}).empty());
    const WalletView view = wallets.view(bed.settlement.walletOf(4));
    QCOMPARE(view.held.micros, 17'000'000);
    QCOMPARE(view.canSpend.micros, 3'000'000);
    QVERIFY(view.state == WalletState::Enough); // 20 paid in
    bed.settle(3, {{4, 16'000'000'000, 0, 16'000'000'000}}, {{1, 16'000'000'000}}, 0);
    QVERIFY(wallets.view(bed.settlement.walletOf(4)).state == WalletState::Low); // 4 left
    // The terms are found again from the file's rows.
    Wallets again(bed.settlement);
    again.restore(std::vector<WalletTermsChange>{*set});
    again.refresh(kStart);
    QCOMPARE(again.view(bed.settlement.walletOf(4)).credit.micros, 0);
}

void WalletsTest::theStateFollowsWhatCanBeSpent_data()
{
    QTest::addColumn<qint64>("available");
    QTest::addColumn<int>("state");
    QTest::addRow("above the level") << qint64{5'000'001} << int(WalletState::Enough);
    QTest::addRow("at the level") << qint64{5'000'000} << int(WalletState::Enough);
    QTest::addRow("below it") << qint64{4'999'999} << int(WalletState::Low);
    QTest::addRow("nothing") << qint64{0} << int(WalletState::Paused);
    QTest::addRow("overdrawn") << qint64{-1} << int(WalletState::Paused);
}

void WalletsTest::theStateFollowsWhatCanBeSpent()
{
    QFETCH(const qint64, available);
    QFETCH(const int, state);
    QCOMPARE(int(stateOf({available}, {false, std::nullopt, Money::units(5)})), state);
}

void WalletsTest::aWalletLastsAtThePaceOfTheLastHour()
{
    QVERIFY(!lastsMs(Money::units(10), {}, base::kHourMs));
    // 2 an hour: 10 last five hours.
    QCOMPARE(*lastsMs(Money::units(10), Money::units(2), base::kHourMs), 5 * base::kHourMs);
    QCOMPARE(*lastsMs(Money::units(-3), Money::units(2), base::kHourMs), 0);
    LedgerBed bed;
    Wallets wallets(bed.settlement);
    const AccountHandle wallet = bed.settlement.walletOf(2);
    wallets.mark(kStart);
    QVERIFY(!wallets.view(wallet).lastsMs);
    // 6 in each of 90 minutes, in steps of ten minutes: 36 an hour.
    for (int minute = 10; minute <= 90; minute += 10) {
        const std::int64_t nanos = minute * 500'000'000LL;
        bed.settle(minute, {{2, nanos, 0, nanos}}, {{1, nanos}}, 0);
        wallets.mark(kStart + minute * base::kMinuteMs);
    }
    // 0.5 a minute; left 1000 - 45 = 955: 1910 minutes.
    QCOMPARE(*wallets.view(wallet).lastsMs, 1910 * base::kMinuteMs);
}

void WalletsTest::termsThatMakeNoSenseAreRefused()
{
    LedgerBed bed;
    Wallets wallets(bed.settlement);
    const auto code = [&](const WalletTerms& terms) {
        const auto set = wallets.setTerms("pine", kUsd, terms, "mina", kStart);
        return set ? std::string() : set.error().code;
    };
    QCOMPARE(code({true, Money::units(1), {}}), std::string("WALLET_TERMS"));
    QCOMPARE(code({false, Money{-1}, {}}), std::string("WALLET_TERMS"));
    QCOMPARE(code({false, std::nullopt, Money{-1}}), std::string("WALLET_TERMS"));
    QCOMPARE(code({false, Money{}, {}}), std::string());
}

void WalletsTest::aPayInCountsOnce()
{
    LedgerBed bed;
    const auto first = payIn(bed.book, "pine", kUsd, Money::units(5), order("receipt"), kStart);
    QCOMPARE(first->size(), 1U);
    QCOMPARE(first->front().key, std::string("receipt"));
    const auto again
        = payIn(bed.book, "pine", kUsd, Money::units(5), order("receipt"), kStart + 1000);
    QVERIFY(again && again->empty());
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'005'000'000);
    const auto other = payIn(bed.book, "pine", kUsd, Money::units(6), order("receipt"), kStart);
    QCOMPARE(other.error().code, std::string("ID_REUSED"));
}

void WalletsTest::ordersNeedKeyReasonAndAmount()
{
    LedgerBed bed;
    const AccountHandle wallet = bed.settlement.walletOf(1);
    const AccountHandle other = bed.settlement.walletOf(2);
    const auto field = [&](const HandOrder& given, Money amount) {
        const auto done = adjust(bed.book, wallet, other, amount, given, kStart);
        return done ? std::string() : done.error().where;
    };
    QCOMPARE(field(order(""), Money{1}), std::string("key"));
    QCOMPARE(field(order(std::string(129, 'k')), Money{1}), std::string("key"));
    QCOMPARE(field(order("a", "x"), Money{1}), std::string("reason"));
    QCOMPARE(field(order("a", std::string(501, 'x')), Money{1}), std::string("reason"));
    HandOrder old = order("a");
    old.at = TimeMs{-1};
    QCOMPARE(field(old, Money{1}), std::string("at"));
    QCOMPARE(payIn(bed.book, "pine", kUsd, Money{}, order("p"), kStart).error().where,
             std::string("amount"));
    QCOMPARE(adjust(bed.book, wallet, 999, Money{1}, order("b"), kStart).error().code,
             std::string("ACCOUNT_UNKNOWN"));
    QCOMPARE(adjust(bed.book, wallet, other, Money{-1}, order("c"), kStart).error().code,
             std::string("AMOUNT_NOT_POSITIVE"));
    QCOMPARE(field(order("d"), Money{1}), std::string());
}

void WalletsTest::aPayOutIsAtMostWhatIsOwed()
{
    LedgerBed bed;
    bed.settle(1, {{1, 5'000'000'000, 0, 5'000'000'000}}, {{1, 5'000'000'000}}, 0);
    QCOMPARE(payOut(bed.book, "harbor", Money{5'000'001}, order("out 1"), kStart).error().code,
             std::string("BEYOND_FUNDS"));
    QVERIFY(payOut(bed.book, "harbor", Money::units(5), order("out 2"), kStart));
    const auto again = payOut(bed.book, "harbor", Money::units(5), order("out 2"), kStart);
    QVERIFY(again && again->empty());
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 0);
    QCOMPARE(payOut(bed.book, "nobody", Money{1}, order("out 3"), kStart).error().code,
             std::string("ACCOUNT_UNKNOWN"));
    // Paid out is still settled: nothing is owed again.
    const auto sequence = bed.book.lastSequence();
    bed.settle(2, {{1, 5'000'000'000, 0, 5'000'000'000}}, {{1, 5'000'000'000}}, 0);
    QCOMPARE(bed.book.lastSequence(), sequence);
}

void WalletsTest::aRefundTakesFromPublisherAndPlatform()
{
    LedgerBed bed;
    bed.settle(1, {{1, 10'000'000, 0, 10'000'000}}, {{1, 9'000'000}}, 1'000'000);
    const RefundedAuction auction{"pine", "harbor", Money{2'100}, Money{1'890}, {}};
    const auto notes = refund(bed.book, auction, order("refund a-7f3c"), kStart);
    QCOMPARE(notes->size(), 2U);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000 - 10'000 + 2'100);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 9'000 - 1'890);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, ""), 1'000 - 210);
    QVERIFY(bed.sumsAreZero());
    RefundedAuction wrong = auction;
    wrong.publisherPart = Money{2'101};
    QCOMPARE(refund(bed.book, wrong, order("refund 2"), kStart).error().where,
             std::string("publisher_part"));
}

void WalletsTest::aHandReversalIsLinkedAndDoesNotSettleAgain()
{
    LedgerBed bed;
    const auto done = bed.settle(1, {{1, 10'000'000, 0, 10'000'000}}, {{1, 10'000'000}}, 0);
    TransferId share;
    for (const Entry& entry : bed.book.entries())
        if (entry.transfer.code == TransferCode::PublisherShare)
            share = entry.transfer.id;
    QVERIFY(reverse(bed.book, share, Money{4'000}, order("wrong page"), kStart));
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 6'000);
    QVERIFY(bed.book.entries().back().transfer.reference == share);
    QCOMPARE(reverse(bed.book, share, Money{6'001}, order("more"), kStart).error().code,
             std::string("BEYOND_ORIGINAL"));
    bed.settle(2, {{1, 10'000'000, 0, 10'000'000}}, {{1, 10'000'000}}, 0);
    QCOMPARE(bed.at(AccountKind::PublisherPayable, "harbor").settled, 10'000);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), 1'000'000'000 - 10'000);
}

void WalletsTest::aWriteOffEmptiesSuspenseAndIsNotChargedAgain()
{
    LedgerBed bed;
    const std::vector<CampaignCounts> counts{{2, 52'000'000'000, 0, 52'000'000'000}};
    bed.settle(1, counts, {{1, 52'000'000'000}}, 0); // 2 beyond the budget of 50
    QCOMPARE(
        writeOff(bed.book, "camp-002", kUsd, Money{2'000'001}, order("w1"), kStart).error().code,
        std::string("BEYOND_FUNDS"));
    QVERIFY(writeOff(bed.book, "camp-002", kUsd, Money::units(2), order("w2"), kStart));
    QCOMPARE(bed.balance(AccountKind::Suspense, "camp-002"), 0);
    QCOMPARE(bed.balance(AccountKind::LateWinLoss, "camp-002"), -2'000'000);
    bed.settlement.setCampaign(2, {"camp-002", "kite", kUsd, Money::units(500), true}, kStart);
    bed.settle(2, counts, {{1, 52'000'000'000}}, 0);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "kite"), 950'000'000);
}

QTEST_APPLESS_MAIN(WalletsTest)
#include "test_wallets.moc"
