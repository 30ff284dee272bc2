// SPDX-License-Identifier: GPL-3.0-or-later
// The book of a market that goes on after a restart: its day, and what may still be given back.
#include "engine/ledger/ledger_tables.h"
#include "engine/runtime/scheduler/ledger_desk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using runtime::LedgerDesk;

namespace {

/// 2026-03-20 10:00 UTC; the market's day began at 16:00 the day before.
constexpr TimeMs kTen{1'774'000'800'000};
constexpr std::int64_t kOffset = 8 * base::kHourMs;

struct Process
{
    Process(const QTemporaryDir& folder, TimeMs now)
        : workspace(*store::Workspace::open(
            folder.filePath(QStringLiteral("t.gavel")).toStdString(), ledger::ledgerMigrations()))
    {
        LedgerDesk::Plan plan;
        plan.workspace = workspace.get();
        plan.market = "live";
        plan.currency = *Currency::parse("USD");
        plan.dayOffsetMs = kOffset;
        plan.now = now;
        desk = *LedgerDesk::open(std::move(plan));
        model::Campaign campaign;
        campaign.id = "camp-001";
        campaign.advertiserId = "pine";
        campaign.currency = *Currency::parse("USD");
        campaign.budgetTotal = Money::units(100);
        desk->setCampaign(1, campaign, {}, now);
        desk->setPublisher(1, "harbor", now);
        desk->refreshWallets(now);
    }
    /// Everything won so far is `nanos`, in events up to `sequence` of source 1; a tenth is the
    /// fee.
    void settle(TimeMs end, std::int64_t nanos, std::uint64_t sequence = 1)
    {
        const std::vector<ledger::CampaignCounts> campaigns{{1, nanos, 0, nanos, 0}};
        const std::vector<ledger::PublisherCounts> publishers{{1, nanos / 10 * 9}};
        const std::vector<ledger::SourcePosition> sources{{1, sequence}};
        ledger::RoundCounts counts{end + -base::kMinuteMs,
                                   end,
                                   static_cast<std::uint64_t>(end.value),
                                   campaigns,
                                   publishers,
                                   nanos / 10,
                                   0,
                                   sources,
                                   {}};
        desk->settle(counts, end);
        QVERIFY(desk->commit().has_value());
    }
    std::uint64_t numberOf(ledger::TransferCode code) const
    {
        for (const ledger::Entry& entry : desk->book().entries())
            if (entry.transfer.code == code)
                return entry.sequence;
        return 0;
    }

    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<LedgerDesk> desk;
};

} // namespace

class LedgerDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDayGoesOnAfterARestart()
    {
        const QTemporaryDir folder;
        const TimeMs later = kTen + 10 * base::kMinuteMs;
        std::int64_t day = 0;
        {
            Process first(folder, kTen);
            first.settle(kTen + base::kMinuteMs, 2'000'000'000);
            day = first.desk->dayOf(kTen);
            QCOMPARE(first.desk->sumsOfDay(day)->paid.micros, 2'000'000);
        }
        Process second(folder, later);
        const ledger::MoneySums* sums = second.desk->sumsOfDay(day);
        QVERIFY(sums != nullptr);
        QCOMPARE(sums->paid.micros, 2'000'000);
        QCOMPARE(sums->publishers.micros, 1'800'000);
        second.settle(later + base::kMinuteMs, 3'500'000'000);
        QCOMPARE(second.desk->sumsOfDay(day)->paid.micros, 3'500'000);
        QVERIFY(second.desk->sumsOfDay(day)->closes());
        QVERIFY(second.desk->sumsOfDay(day + 1) == nullptr);
    }

    /// 16:00 UTC is midnight there: what ends then is of the day that ends.
    void aWindowThatEndsAtMidnightIsOfTheDayBefore()
    {
        const QTemporaryDir folder;
        Process process(folder, kTen);
        const TimeMs midnight = kTen + 6 * base::kHourMs;
        process.settle(midnight, 2'000'000'000);
        process.settle(midnight + base::kMinuteMs, 3'000'000'000);
        const std::int64_t day = process.desk->dayOf(kTen);
        QCOMPARE(process.desk->sumsOfDay(day)->paid.micros, 2'000'000);
        QCOMPARE(process.desk->sumsOfDay(day + 1)->paid.micros, 1'000'000);
    }

    void aChargeOfAnEarlierProcessIsGivenBackOnce()
    {
        const QTemporaryDir folder;
        const TimeMs later = kTen + base::kDayMs;
        std::uint64_t charge = 0;
        {
            Process first(folder, kTen);
            first.settle(kTen + base::kMinuteMs, 2'000'000'000);
            charge = first.numberOf(ledger::TransferCode::Charge);
            QVERIFY(first.desk->adjust({charge, Money{500'000}, "wrong page"}, "mina", kTen));
        }
        Process second(folder, later);
        QCOMPARE(second.desk->giveBackOf({charge, Money{1}, "why"})->left.micros, 1'500'000);
        QVERIFY(!second.desk->adjust({charge, Money{1'500'001}, "too much"}, "mina", later));
        QVERIFY(second.desk->adjust({charge, Money{1'500'000}, "the rest"}, "mina", later));
        QVERIFY(!second.desk->adjust({charge, Money{1}, "more"}, "mina", later));
        QCOMPARE(second.desk->settlement().chargedOf(1).micros, 0);
        QCOMPARE(second.desk->broken(), std::uint64_t{0});
        // Given back today: of today, whatever day it was charged on.
        QCOMPARE(second.desk->sumsOfDay(second.desk->dayOf(later))->adjustments.micros, 1'500'000);
    }

    /// The statement and the invoice of that day stay what they were.
    void aRefundCountsOnTheDayItIsGivenAndOnlyOnce()
    {
        const QTemporaryDir folder;
        const TimeMs later = kTen + base::kDayMs;
        std::int64_t day = 0;
        {
            Process first(folder, kTen);
            first.settle(kTen + base::kMinuteMs, 2'000'000'000);
            day = first.desk->dayOf(kTen);
        }
        Process second(folder, later);
        ledger::WonAuction won;
        won.source = 1;
        won.sequence = 7;
        won.auction = 42;
        won.at = kTen;
        const ledger::RefundedAuction refunded{"pine", "harbor", Money{2'000}, Money{1'800}, {}};
        QVERIFY(second.desk->refund(refunded, won, "page was left", "mina", later));
        const ledger::MoneySums* today = second.desk->sumsOfDay(day + 1);
        QVERIFY(today != nullptr && today->closes());
        QCOMPARE(today->adjustments.micros, 2'000);
        QCOMPARE(today->publishers.micros, -1'800);
        QVERIFY(second.desk->sumsOfDay(day) == nullptr); // not half of a day
        const auto again
            = second.desk->refund(refunded, won, "page was left", "mina", later + base::kHourMs);
        QCOMPARE(again.error().where, std::string("auction"));
        QCOMPARE(second.desk->sumsOfDay(day + 1)->adjustments.micros, 2'000);
    }

    /// 0.002 of the charge of 2 go back with the auction: 1.998 are left.
    void anAuctionAndItsChargeAreNotGivenBackTwice()
    {
        const QTemporaryDir folder;
        Process process(folder, kTen);
        process.settle(kTen + base::kMinuteMs, 2'000'000'000, 10);
        const std::uint64_t charge = process.numberOf(ledger::TransferCode::Charge);
        const auto won = [](std::uint64_t sequence) {
            ledger::WonAuction auction;
            auction.source = 1;
            auction.sequence = sequence;
            auction.auction = 40 + sequence;
            auction.at = kTen;
            auction.campaign = "camp-001";
            return auction;
        };
        const ledger::RefundedAuction refunded{"pine", "harbor", Money{2'000}, Money{1'800}, {}};
        QVERIFY(process.desk->refund(refunded, won(7), "page was left", "mina", kTen));
        QCOMPARE(process.desk->giveBackOf({charge, Money{1}, "why"})->left.micros, 1'998'000);
        QVERIFY(!process.desk->adjust({charge, Money{2'000'000}, "all of it"}, "mina", kTen));
        QVERIFY(process.desk->adjust({charge, Money{1'998'000}, "the rest"}, "mina", kTen));
        const auto late = process.desk->refund(refunded, won(8), "page was left", "mina", kTen);
        QCOMPARE(late.error().where, std::string("auction"));
        // An auction that no round has settled yet has no charge to go back from.
        QVERIFY(process.desk->chargeFor(won(11), Money{2'000})->isNone());
        QCOMPARE(process.desk->broken(), std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(LedgerDeskTest)
#include "test_ledger_desk.moc"
