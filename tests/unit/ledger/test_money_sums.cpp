// SPDX-License-Identifier: GPL-3.0-or-later
// The equation of a day, and money that is given back: paid = earned + fees + tax + adjustments.
#include "engine/ledger/audit/money_sums.h"
#include "engine/ledger/audit/verify_ledger.h"
#include "engine/ledger/settlement/hand_posting.h"
#include "tests/unit/ledger/audit_bed.h"

using namespace gavel;
using namespace gavel::ledger;

namespace {

MoneySums sumsOf(const Book& book)
{
    MoneySums sums;
    for (const Entry& entry : book.entries())
        addEntry(sums, book, entry);
    return sums;
}

const Entry* firstWith(const Book& book, TransferCode code)
{
    const auto found = std::ranges::find_if(
        book.entries(), [&](const Entry& entry) { return entry.transfer.code == code; });
    return found == book.entries().end() ? nullptr : &*found;
}

HandOrder order(const char* key)
{
    return {kStart + base::kHourMs, key, "wrong page", "mina"};
}

} // namespace

class MoneySumsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsSharedOutToTheLastMicro();
    void aLateWinIsPaidByThePlatform();
    void anUndoneRoundLeavesNothing();
    void whatNobodyClaimsIsAnAdjustment();
    void ratesOfItsOwnPayTheMargin();
    void aPayInIsNoPartOfTheDay();
    void aChargeIsGivenBackInParts();
    void whatIsGivenBackMayBeSpentAgain();
    void anotherCurrencyIsGivenBackAtItsRate();
    void noMoreThanWasChargedIsGivenBack();
    void theFileSaysTheSameOfASpan();
};

void MoneySumsTest::aDayIsSharedOutToTheLastMicro()
{
    LedgerBed bed;
    // 3 from one, 1 from the other; publishers 3.6, fee 0.4 of which a tenth is tax
    bed.settle(1, {{1, 3'000'000'000, 0, 3'000'000'000}, {2, 1'000'000'000, 0, 1'000'000'000}},
               {{1, 2'700'000'000}, {2, 900'000'000}}, 400'000'000, 100'000);
    const MoneySums sums = sumsOf(bed.book);
    QCOMPARE(sums.paid.micros, 4'000'000);
    QCOMPARE(sums.publishers.micros, 3'600'000);
    QCOMPARE(sums.platform.micros, 360'000);
    QCOMPARE(sums.tax.micros, 40'000);
    QCOMPARE(sums.adjustments.micros, 0);
    QCOMPARE(sums.lateWins.micros, 0);
    QVERIFY(sums.closes());
}

void MoneySumsTest::aLateWinIsPaidByThePlatform()
{
    LedgerBed bed;
    bed.settle(1, {{1, 2'000'000'000, 500'000'000, 2'500'000'000}}, {{1, 2'250'000'000}},
               250'000'000);
    const MoneySums sums = sumsOf(bed.book);
    QCOMPARE(sums.paid.micros, 2'500'000);
    QCOMPARE(sums.lateWins.micros, 500'000);
    QVERIFY(sums.closes());
}

void MoneySumsTest::anUndoneRoundLeavesNothing()
{
    LedgerBed bed;
    const auto round
        = bed.settle(1, {{1, 2'000'000'000, 500'000'000, 2'500'000'000}}, {{1, 2'000'000'000}},
                     250'000'000); // 0.25 is claimed by nobody
    QCOMPARE(sumsOf(bed.book).adjustments.micros, 250'000);
    bed.settlement.compensate(round.round, kStart + base::kMinuteMs);
    QVERIFY(sumsOf(bed.book) == MoneySums());
}

void MoneySumsTest::whatNobodyClaimsIsAnAdjustment()
{
    LedgerBed bed;
    bed.settle(1, {{1, 2'000'000'000, 0, 2'000'000'000}}, {{1, 1'000'000'000}}, 250'000'000);
    const MoneySums sums = sumsOf(bed.book);
    QCOMPARE(sums.paid.micros, 2'000'000);
    QCOMPARE(sums.adjustments.micros, 750'000);
    QVERIFY(sums.closes());
}

void MoneySumsTest::ratesOfItsOwnPayTheMargin()
{
    LedgerBed bed;
    bed.settlement.setCampaign(3, {"camp-003", "pine", kUsd, Money::units(100), false}, kStart);
    // Two clicks at 1.50 are charged; the media cost 2.00, of which publishers 1.80
    bed.settle(1, {{3, 3'000'000'000, 0, 2'000'000'000}}, {{1, 1'800'000'000}}, 200'000'000);
    const MoneySums sums = sumsOf(bed.book);
    QCOMPARE(sums.paid.micros, 3'000'000);
    QCOMPARE(sums.publishers.micros, 1'800'000);
    QCOMPARE(sums.platform.micros, 1'200'000); // margin 1.00 and fee 0.20
    QVERIFY(sums.closes());
}

void MoneySumsTest::aPayInIsNoPartOfTheDay()
{
    const LedgerBed bed;
    QVERIFY(sumsOf(bed.book) == MoneySums());
}

void MoneySumsTest::aChargeIsGivenBackInParts()
{
    LedgerBed bed;
    bed.settle(1, {{1, 3'000'000'000, 0, 3'000'000'000}}, {{1, 2'700'000'000}}, 300'000'000);
    const Entry charge = *firstWith(bed.book, TransferCode::Charge);
    const Entry delivery = *firstWith(bed.book, TransferCode::Delivery);
    const std::int64_t before = bed.balance(AccountKind::AdvertiserWallet, "pine");
    const auto notes = refundCharge(bed.book, charge, delivery, Money{400'000}, order("a"),
                                    kStart + base::kHourMs);
    QVERIFY(notes);
    QCOMPARE(notes->size(), 3U);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), before + 400'000);
    QCOMPARE(bed.balance(AccountKind::PublisherPayable, "harbor"), 2'700'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, ""), -100'000);
    QCOMPARE(bed.balance(AccountKind::DeliveryClearing, ""), 0);
    const MoneySums sums = sumsOf(bed.book);
    QCOMPARE(sums.paid.micros, 3'000'000);
    QCOMPARE(sums.adjustments.micros, 400'000);
    QVERIFY(sums.closes());
    // The same order again is told the same and moves nothing.
    QVERIFY(
        refundCharge(bed.book, charge, delivery, Money{400'000}, order("a"), kStart + base::kHourMs)
            ->empty());
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "pine"), before + 400'000);
    QVERIFY(bed.sumsAreZero());
}

void MoneySumsTest::whatIsGivenBackMayBeSpentAgain()
{
    LedgerBed bed;
    // The whole budget of camp-002, 50.
    bed.settle(1, {{2, 50'000'000'000, 0, 50'000'000'000}}, {{1, 45'000'000'000}}, 5'000'000'000);
    QCOMPARE(bed.at(AccountKind::CampaignBudget, "camp-002").creditRoom().micros, 0);
    QVERIFY(refundCharge(bed.book, *firstWith(bed.book, TransferCode::Charge),
                         *firstWith(bed.book, TransferCode::Delivery), Money::units(2), order("a"),
                         kStart + base::kHourMs));
    QCOMPARE(bed.at(AccountKind::CampaignBudget, "camp-002").creditRoom().micros, 2'000'000);
    QCOMPARE(bed.settlement.chargedOf(2).micros, 48'000'000);
    // Settling the same counters again moves nothing.
    const std::uint64_t last = bed.book.lastSequence();
    bed.settle(2, {{2, 50'000'000'000, 0, 50'000'000'000}}, {{1, 45'000'000'000}}, 5'000'000'000);
    QCOMPARE(bed.book.lastSequence(), last);
}

void MoneySumsTest::anotherCurrencyIsGivenBackAtItsRate()
{
    LedgerBed bed;
    bed.book.setRate(kCny, 1, 7, kStart);
    bed.settlement.setCampaign(3, {"camp-003", "chen", kCny, Money::units(700), true}, kStart);
    bed.payIn(bed.settlement.walletOf(3), Money::units(1000), kCny);
    bed.settle(1, {{3, 14'000'000'000, 0, 2'000'000'000}}, {{1, 1'800'000'000}}, 200'000'000);
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "chen", kCny), 986'000'000);
    const Entry charge = *firstWith(bed.book, TransferCode::Charge);
    const Entry delivery = *firstWith(bed.book, TransferCode::Delivery);
    QVERIFY(refundCharge(bed.book, charge, delivery, Money::units(7), order("a"),
                         kStart + base::kHourMs));
    QCOMPARE(bed.balance(AccountKind::AdvertiserWallet, "chen", kCny), 993'000'000);
    QCOMPARE(bed.balance(AccountKind::PlatformRevenue, ""), 200'000 - 1'000'000);
    QVERIFY(bed.sumsAreZero());
    const MoneySums sums = sumsOf(bed.book); // in USD
    QCOMPARE(sums.paid.micros, 2'000'000);
    QCOMPARE(sums.adjustments.micros, 1'000'000);
    QVERIFY(sums.closes());
}

void MoneySumsTest::noMoreThanWasChargedIsGivenBack()
{
    LedgerBed bed;
    bed.settle(1, {{1, 3'000'000'000, 0, 3'000'000'000}}, {{1, 2'700'000'000}}, 300'000'000);
    const auto entry = [&](TransferCode code) { return *firstWith(bed.book, code); };
    const auto back = [&](std::int64_t micros, const HandOrder& given) {
        return refundCharge(bed.book, entry(TransferCode::Charge), entry(TransferCode::Delivery),
                            Money{micros}, given, kStart + base::kHourMs);
    };
    QCOMPARE(back(3'000'001, order("a")).error().code, std::string("BEYOND_ORIGINAL"));
    QVERIFY(back(1'000'000, order("b")));
    QCOMPARE(back(2'000'001, order("c")).error().code, std::string("BEYOND_ORIGINAL"));
    QCOMPARE(back(0, order("d")).error().where, std::string("amount"));
    QCOMPARE(back(1, {kStart, "e", "", "mina"}).error().where, std::string("reason"));
    QVERIFY(back(2'000'000, order("f")));
    QCOMPARE(back(1, order("g")).error().code, std::string("BEYOND_ORIGINAL"));
}

void MoneySumsTest::theFileSaysTheSameOfASpan()
{
    AuditBed audit;
    audit.win(1, 1, 1, 2'000'000'000);
    audit.win(1, 2, 2, 1'000'000'000, true);
    LedgerRecords records;
    records.rounds.push_back(audit.settle(1, 200'000).round);
    const Entry charge = *firstWith(audit.bed.book, TransferCode::Charge);
    const Entry delivery = *firstWith(audit.bed.book, TransferCode::Delivery);
    const auto notes = refundCharge(audit.bed.book, charge, delivery, Money{500'000}, order("a"),
                                    kStart + base::kHourMs);
    records.notes = *notes;
    audit.keep(std::move(records));
    auto reader = audit.reader();
    const std::int64_t book = audit.store->bookNumber();
    const TimeMs minute = kStart + base::kMinuteMs;
    const auto all = sumsBetween(reader, book, kStart, kStart + base::kDayMs);
    QVERIFY(all);
    QVERIFY(*all == sumsOf(audit.bed.book));
    QCOMPARE(all->paid.micros, 3'000'000);
    QCOMPARE(all->lateWins.micros, 1'000'000);
    QCOMPARE(all->adjustments.micros, 500'000);
    // A window belongs to the span that it ends in.
    QVERIFY(*sumsBetween(reader, book, minute, kStart + (base::kHourMs - 1)) == MoneySums());
    QCOMPARE(sumsBetween(reader, book, kStart, minute)->adjustments.micros, 0);
    QVERIFY(*sumsBetween(reader, book + 1, kStart, kStart + base::kDayMs) == MoneySums());
}

QTEST_APPLESS_MAIN(MoneySumsTest)
#include "test_money_sums.moc"
