// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/book.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::ledger;

namespace {

constexpr TimeMs kStart{1'774'000'000'000};
const Currency kUsd = Currency::parse("USD").value();
const Currency kEur = Currency::parse("EUR").value();

/// A book with a bank, a wallet that holds 100, and a budget of 80.
struct Bed
{
    Bed()
    {
        book.setLimit(budget, Money::units(80), kStart);
        single("pay-in", bank, wallet, Money::units(100), TransferCode::PayIn);
    }
    TransferId id(std::string_view key) const { return TransferId::of(kStart, key); }
    Answer single(std::string_view key, AccountHandle from, AccountHandle to, Money amount,
                  TransferCode code = TransferCode::Adjustment)
    {
        return book.apply({id(key), {}, amount, {}, from, to, TransferKind::Single, code}, now);
    }
    Answer pending(std::string_view key, Money amount, TimeMs expires = {})
    {
        return book.apply({id(key),
                           {},
                           amount,
                           expires,
                           wallet,
                           budget,
                           TransferKind::Pending,
                           TransferCode::Reserve},
                          now);
    }
    Answer end(std::string_view key, TransferKind kind, std::string_view of, Money amount = {})
    {
        return book.apply({id(key), id(of), amount, {}, 0, 0, kind, TransferCode::Charge}, now);
    }
    const Account& at(AccountHandle handle) const { return book.account(handle); }

    Book book{kUsd};
    TimeMs now = kStart;
    AccountHandle bank = book.open({AccountKind::Bank, "", kUsd}, kStart);
    AccountHandle wallet = book.open({AccountKind::AdvertiserWallet, "pine", kUsd}, kStart);
    AccountHandle budget = book.open({AccountKind::CampaignBudget, "camp-001", kUsd}, kStart);
    AccountHandle revenue = book.open({AccountKind::PlatformRevenue, "", kUsd}, kStart);
};

} // namespace

class BookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPaymentMovesTheAmountAndKeepsTheSumAtZero();
    void theSameTransferAgainIsToldTheSameAndMovesNothing();
    void aKnownIdWithAnotherBodyIsRefused();
    void aRefusedIdStaysRefusedAfterTheMoneyCame();
    void aHoldIsPostedOnceForAtMostItsAmount();
    void aVoidLetsGoOfTheWholeHold();
    void anOverHoldIsLetGoBeforeTheNextIsJudged();
    void aHoldThatEndedCannotBePosted();
    void theWalletPaysDownToItsCredit();
    void theBudgetTakesNoMoreThanItsLimit();
    void aReversalGivesBackAtMostWhatWasMoved();
    void aReversedChargeFreesTheBudget();
    void compensationMakesASettlementDueAgain();
    void badTransfersAreRefusedWithTheirRule_data();
    void badTransfersAreRefusedWithTheirRule();
    void amountsThatDoNotFitAreRefused();
    void forgottenTransfersAreAskedOfTheFile();
    void changesAreToldOnceInOrder();
};

void BookTest::aPaymentMovesTheAmountAndKeepsTheSumAtZero()
{
    Bed bed;
    QVERIFY(bed.at(bed.wallet).balance() == Money::units(100));
    QVERIFY(bed.at(bed.bank).balance() == Money::units(-100));
    const auto sums = trialBalances(bed.book);
    QCOMPARE(sums.size(), 1U);
    QVERIFY(sums[0].holds());
    QVERIFY(sums[0].debitsPosted == 100'000'000);
}

void BookTest::theSameTransferAgainIsToldTheSameAndMovesNothing()
{
    Bed bed;
    const Answer first = bed.pending("hold", Money::units(30));
    QVERIFY(first.applied() && !first.repeated);
    bed.now = kStart + 5000;
    const Answer again = bed.pending("hold", Money::units(30));
    QVERIFY(again.applied() && again.repeated);
    QCOMPARE(again.sequence, first.sequence);
    QCOMPARE(bed.at(bed.wallet).debitsPending, 30'000'000);
    QVERIFY(bed.end("post", TransferKind::Post, "hold", Money::units(12)).applied());
    QVERIFY(bed.end("post", TransferKind::Post, "hold", Money::units(12)).repeated);
    QCOMPARE(bed.at(bed.wallet).debitsPosted, 12'000'000);
}

void BookTest::aKnownIdWithAnotherBodyIsRefused()
{
    Bed bed;
    QVERIFY(bed.pending("hold", Money::units(30)).applied());
    QCOMPARE(bed.pending("hold", Money::units(31)).outcome, Outcome::IdReused);
    QCOMPARE(bed.single("hold", bed.bank, bed.wallet, Money::units(30)).outcome, Outcome::IdReused);
    QCOMPARE(bed.at(bed.wallet).debitsPending, 30'000'000);
    QVERIFY2(bed.pending("hold", Money::units(30)).applied(), "the first body is still the answer");
}

void BookTest::aRefusedIdStaysRefusedAfterTheMoneyCame()
{
    Bed bed;
    bed.book.setLimit(bed.budget, Money::units(500), kStart);
    QCOMPARE(bed.pending("big", Money::units(101)).outcome, Outcome::BeyondFunds);
    QVERIFY(bed.single("more", bed.bank, bed.wallet, Money::units(50)).applied());
    const Answer again = bed.pending("big", Money::units(101));
    QCOMPARE(again.outcome, Outcome::BeyondFunds);
    QVERIFY(again.repeated);
    QVERIFY(bed.pending("big, second try", Money::units(101)).applied());
}

void BookTest::aHoldIsPostedOnceForAtMostItsAmount()
{
    Bed bed;
    QVERIFY(bed.pending("hold", Money::units(30)).applied());
    QCOMPARE(bed.end("too much", TransferKind::Post, "hold", Money{30'000'001}).outcome,
             Outcome::BeyondHold);
    QVERIFY(bed.end("post", TransferKind::Post, "hold", Money::units(12)).applied());
    QCOMPARE(bed.at(bed.wallet).debitsPending, 0);
    QCOMPARE(bed.at(bed.wallet).debitsPosted, 12'000'000);
    QCOMPARE(bed.at(bed.budget).creditsPosted, 12'000'000);
    QCOMPARE(bed.end("again", TransferKind::Post, "hold", Money::units(1)).outcome,
             Outcome::HoldResolved);
    QCOMPARE(bed.end("void", TransferKind::Void, "hold").outcome, Outcome::HoldResolved);
}

void BookTest::aVoidLetsGoOfTheWholeHold()
{
    Bed bed;
    QVERIFY(bed.pending("hold", Money::units(80)).applied());
    QVERIFY(bed.at(bed.wallet).debitRoom() == Money::units(20));
    QVERIFY(bed.end("void", TransferKind::Void, "hold").applied());
    QVERIFY(bed.at(bed.wallet).debitRoom() == Money::units(100));
    QVERIFY(bed.at(bed.budget).creditRoom() == Money::units(80));
    QCOMPARE(bed.end("post", TransferKind::Post, "hold", Money::units(1)).outcome,
             Outcome::HoldResolved);
}

void BookTest::anOverHoldIsLetGoBeforeTheNextIsJudged()
{
    Bed bed;
    QVERIFY(bed.pending("first", Money::units(50), kStart + 1000).applied());
    QVERIFY(bed.pending("second", Money::units(30), kStart + 500).applied());
    QCOMPARE(bed.pending("early", Money::units(80)).outcome, Outcome::BeyondFunds);
    bed.now = kStart + 1000; // a hold is over at its end, not after it
    QVERIFY(bed.pending("third", Money::units(80)).applied());
    QCOMPARE(bed.at(bed.wallet).debitsPending, 80'000'000);
    // In the order of their ends: second, first, then what was asked.
    const auto entries = bed.book.entries();
    QVERIFY(entries[entries.size() - 3].transfer.reference == bed.id("second"));
    QVERIFY(entries[entries.size() - 2].transfer.reference == bed.id("first"));
    QCOMPARE(entries[entries.size() - 2].transfer.kind, TransferKind::Expire);
    QVERIFY(entries.back().transfer.id == bed.id("third"));
}

void BookTest::aHoldThatEndedCannotBePosted()
{
    Bed bed;
    QVERIFY(bed.pending("hold", Money::units(50), kStart + 1000).applied());
    bed.now = kStart + 1000;
    QCOMPARE(bed.end("late", TransferKind::Post, "hold", Money::units(1)).outcome,
             Outcome::HoldResolved);
    QCOMPARE(bed.at(bed.wallet).debitsPosted, 0);
}

void BookTest::theWalletPaysDownToItsCredit()
{
    Bed bed;
    bed.book.setLimit(bed.budget, Money::units(1000), kStart);
    bed.book.setLimit(bed.wallet, Money::units(20), kStart);
    QVERIFY(bed.pending("hold", Money::units(110)).applied());
    QCOMPARE(bed.single("over", bed.wallet, bed.revenue, Money{10'000'001}).outcome,
             Outcome::BeyondFunds);
    QVERIFY(bed.single("to the last", bed.wallet, bed.revenue, Money::units(10)).applied());
    QVERIFY(bed.at(bed.wallet).debitRoom() == Money{});
}

void BookTest::theBudgetTakesNoMoreThanItsLimit()
{
    Bed bed;
    QVERIFY(bed.pending("hold", Money::units(50)).applied());
    QCOMPARE(bed.pending("over", Money{30'000'001}).outcome, Outcome::BeyondBudget);
    QVERIFY(bed.pending("to the last", Money::units(30)).applied());
    bed.book.setLimit(bed.budget, Money::units(60), kStart);
    QVERIFY(bed.at(bed.budget).creditRoom() == Money{});
    QCOMPARE(bed.pending("after the cut", Money{1}).outcome, Outcome::BeyondBudget);
    QVERIFY2(bed.end("post", TransferKind::Post, "hold", Money::units(50)).applied(),
             "what was held before the cut is still covered");
}

void BookTest::aReversalGivesBackAtMostWhatWasMoved()
{
    Bed bed;
    QVERIFY(bed.single("fee", bed.wallet, bed.revenue, Money::units(10)).applied());
    const auto back = [&](std::string_view key, Money amount, std::string_view of) {
        return bed.book.apply({bed.id(key),
                               bed.id(of),
                               amount,
                               {},
                               0,
                               0,
                               TransferKind::Reversal,
                               TransferCode::Refund},
                              bed.now);
    };
    QVERIFY(back("back 1", Money::units(4), "fee").applied());
    QCOMPARE(back("back 2", Money{6'000'001}, "fee").outcome, Outcome::BeyondOriginal);
    QVERIFY(back("back 3", Money::units(6), "fee").applied());
    QCOMPARE(back("back 4", Money{1}, "fee").outcome, Outcome::BeyondOriginal);
    QVERIFY(bed.at(bed.wallet).balance() == Money::units(100));
    QVERIFY(bed.at(bed.revenue).balance() == Money{});
    QCOMPARE(back("back 5", Money{1}, "nothing").outcome, Outcome::OriginalUnknown);
    QCOMPARE(back("back 6", Money{1}, "back 1").outcome, Outcome::OriginalUnknown);
}

void BookTest::aReversedChargeFreesTheBudget()
{
    Bed bed;
    QVERIFY(bed.single("charge", bed.wallet, bed.budget, Money::units(80)).applied());
    QVERIFY(bed.at(bed.budget).creditRoom() == Money{});
    QVERIFY(bed.book
                .apply({bed.id("back"),
                        bed.id("charge"),
                        Money::units(30),
                        {},
                        0,
                        0,
                        TransferKind::Reversal,
                        TransferCode::Refund},
                       bed.now)
                .applied());
    QVERIFY(bed.at(bed.budget).creditRoom() == Money::units(30));
    QVERIFY(bed.single("charge again", bed.wallet, bed.budget, Money::units(30)).applied());
}

void BookTest::compensationMakesASettlementDueAgain()
{
    Bed bed;
    const AccountHandle clearing = bed.book.open({AccountKind::DeliveryClearing, "", kUsd}, kStart);
    QVERIFY(bed.single("charge", bed.wallet, bed.budget, Money::units(8)).applied());
    QVERIFY(bed.single("deliver", bed.budget, clearing, Money::units(8), TransferCode::Delivery)
                .applied());
    QCOMPARE(bed.at(bed.budget).settled, 8'000'000);
    const auto back = [&](std::string_view key, Money amount, TransferCode code) {
        return bed.book.apply(
            {bed.id(key), bed.id("deliver"), amount, {}, 0, 0, TransferKind::Reversal, code},
            bed.now);
    };
    QVERIFY(back("refund", Money::units(3), TransferCode::Refund).applied());
    QCOMPARE(bed.at(bed.budget).settled, 8'000'000);
    QVERIFY(back("undo", Money::units(5), TransferCode::Compensation).applied());
    QCOMPARE(bed.at(bed.budget).settled, 3'000'000);
}

void BookTest::badTransfersAreRefusedWithTheirRule_data()
{
    QTest::addColumn<Transfer>("transfer");
    QTest::addColumn<Outcome>("outcome");
    const Bed bed;
    const Transfer good{bed.id("x"),
                        {},
                        Money{1},
                        {},
                        bed.wallet,
                        bed.revenue,
                        TransferKind::Single,
                        TransferCode::Adjustment};
    const auto row = [](const char* name, Transfer transfer, Outcome outcome) {
        QTest::addRow("%s", name) << transfer << outcome;
    };
    row("good", good, Outcome::Applied);
    Transfer bad = good;
    bad.id = {};
    row("no id", bad, Outcome::IdMissing);
    bad = good;
    bad.amount = {};
    row("zero", bad, Outcome::AmountNotPositive);
    bad.amount = {-5};
    row("negative", bad, Outcome::AmountNotPositive);
    bad = good;
    bad.credit = bed.wallet;
    row("to itself", bad, Outcome::AccountsEqual);
    bad.credit = 99;
    row("no such account", bad, Outcome::AccountUnknown);
    bad.credit = 0;
    row("no account", bad, Outcome::AccountUnknown);
    bad = good;
    bad.credit = bed.revenue + 1; // the euro account that the test opens
    row("another currency", bad, Outcome::CurrencyDiffers);
    bad = good;
    bad.kind = TransferKind::Pending;
    bad.expires = kStart;
    row("over before it begins", bad, Outcome::ExpiryPast);
    bad = good;
    bad.kind = TransferKind::Post;
    bad.reference = bed.id("pay-in");
    row("post of a payment", bad, Outcome::HoldUnknown);
    bad.reference = bed.id("nothing");
    row("post of nothing", bad, Outcome::HoldUnknown);
    bad.reference = bed.id("hold");
    row("post between other accounts", bad, Outcome::HoldDiffers);
    bad.credit = bed.budget;
    bad.amount = {};
    row("post of zero", bad, Outcome::AmountNotPositive);
    bad.kind = TransferKind::Void;
    bad.amount = {1};
    row("void of an amount", bad, Outcome::BeyondHold);
}

void BookTest::badTransfersAreRefusedWithTheirRule()
{
    QFETCH(const Transfer, transfer);
    QFETCH(const Outcome, outcome);
    Bed bed;
    QCOMPARE(bed.book.open({AccountKind::PlatformRevenue, "", kEur}, kStart), bed.revenue + 1);
    QVERIFY(bed.pending("hold", Money::units(5)).applied());
    const Account wallet = bed.at(bed.wallet);
    QCOMPARE(bed.book.apply(transfer, kStart).outcome, outcome);
    if (outcome == Outcome::Applied)
        return;
    QVERIFY(bed.at(bed.wallet) == wallet);
    const Error error = errorOf(outcome, transfer);
    QVERIFY(!error.code.empty() && !error.what.empty() && !error.advice.empty());
}

void BookTest::amountsThatDoNotFitAreRefused()
{
    Bed bed;
    const Money most{std::numeric_limits<std::int64_t>::max()};
    QCOMPARE(bed.single("all", bed.bank, bed.wallet, most).outcome, Outcome::Overflow);
    QVERIFY(bed.single("nearly", bed.bank, bed.wallet, most - Money::units(100)).applied());
    QCOMPARE(bed.single("one more", bed.bank, bed.wallet, Money{1}).outcome, Outcome::Overflow);
}

void BookTest::forgottenTransfersAreAskedOfTheFile()
{
    Bed bed;
    QVERIFY(bed.pending("open", Money::units(5)).applied());
    QVERIFY(bed.single("fee", bed.wallet, bed.revenue, Money::units(10)).applied());
    QCOMPARE(bed.single("refused", bed.wallet, bed.revenue, Money::units(500)).outcome,
             Outcome::BeyondFunds);
    std::map<TransferId, Entry> file;
    for (const Entry& entry : bed.book.takeChanges().entries)
        file[entry.transfer.id] = entry;
    int asked = 0;
    bed.book.setLookup([&](TransferId id) {
        ++asked;
        const auto found = file.find(id);
        return found == file.end() ? std::nullopt : std::optional<Entry>(found->second);
    });
    bed.book.forget(bed.book.lastSequence(), kStart + 1);
    QCOMPARE(bed.book.entries().size(), 1U); // the open hold
    QVERIFY(bed.single("fee", bed.wallet, bed.revenue, Money::units(10)).repeated);
    QCOMPARE(bed.single("fee", bed.wallet, bed.revenue, Money::units(11)).outcome,
             Outcome::IdReused);
    QCOMPARE(bed.single("refused", bed.wallet, bed.revenue, Money::units(500)).outcome,
             Outcome::BeyondFunds);
    QVERIFY(bed.end("post", TransferKind::Post, "open", Money::units(5)).applied());
    QVERIFY(bed.single("new", bed.wallet, bed.revenue, Money::units(1)).applied());
    QVERIFY(asked >= 3);
    const int before = asked;
    const Transfer later{TransferId::of(kStart + 1, "later"),
                         {},
                         Money{1},
                         {},
                         bed.wallet,
                         bed.revenue,
                         TransferKind::Single,
                         TransferCode::Adjustment};
    QVERIFY(bed.book.apply(later, kStart + 1).applied());
    QCOMPARE(asked, before); // nothing of that time was forgotten
}

void BookTest::changesAreToldOnceInOrder()
{
    Bed bed;
    bed.book.setLimit(bed.wallet, Money::units(3), kStart);
    QVERIFY(bed.pending("hold", Money::units(5)).applied());
    const BookChanges changes = bed.book.takeChanges();
    QCOMPARE(changes.accounts.size(), 4U);
    QCOMPARE(changes.limits.size(), 2U);
    QCOMPARE(changes.entries.size(), 2U);
    // budget limit, pay-in, wallet limit, hold
    QCOMPARE(changes.limits[0].sequence, 1U);
    QCOMPARE(changes.entries[0].sequence, 2U);
    QCOMPARE(changes.limits[1].sequence, 3U);
    QCOMPARE(changes.entries[1].sequence, 4U);
    QVERIFY(bed.book.takeChanges().empty());
}

QTEST_APPLESS_MAIN(BookTest)
#include "test_book.moc"
