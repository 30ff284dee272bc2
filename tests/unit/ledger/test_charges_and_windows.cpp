// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/charges.h"
#include "engine/ledger/settlement/window_closer.h"
#include "tests/unit/ledger/ledger_bed.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::ledger;

Q_DECLARE_METATYPE(gavel::model::Billing)

class ChargesAndWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachBillingModelOwesWhatItSays_data();
    void eachBillingModelOwesWhatItSays();
    void aNewRateCountsForWhatComesAfterIt();
    void aChargeThatDoesNotFitIsTheMost();
    void aWindowClosesWhenEveryServerReportedToItsEnd();
    void aWindowClosesLateWithoutAServerThatIsCutOff();
    void aServerThatLeftIsNotWaitedFor();
    void windowsCloseInOrderWithoutGaps();
    void lateDataAreAdjustmentsLinkedToTheirWindow();
};

void ChargesAndWindowsTest::eachBillingModelOwesWhatItSays_data()
{
    QTest::addColumn<model::Billing>("billing");
    QTest::addColumn<qint64>("nanos");
    using model::BillingModel;
    // 10'000 nanos spent, 3 clicks of 0.5, 2 conversions of 4, 1 day of 20, in nano-units.
    const auto row = [](const char* name, BillingModel model, qint64 nanos) {
        QTest::addRow("%s", name) << model::Billing{model, Money{500'000}, Money::units(4),
                                                    Money::units(20)}
                                  << nanos;
    };
    row("cpm", BillingModel::Cpm, 10'000);
    row("cpc", BillingModel::Cpc, 1'500'000'000);
    row("cpa", BillingModel::Cpa, 8'000'000'000);
    row("fixed", BillingModel::Fixed, 20'000'000'000);
    row("mixed", BillingModel::Mixed, 29'500'010'000);
}

void ChargesAndWindowsTest::eachBillingModelOwesWhatItSays()
{
    QFETCH(const model::Billing, billing);
    QFETCH(const qint64, nanos);
    const Delivery before{5'000, 10, 1, 2};
    const Delivery after{15'000, 13, 3, 3};
    QCOMPARE(chargeFor(billing, before, after), nanos);
    QCOMPARE(chargeFor(billing, after, after), 0);
    QCOMPARE(chargeFor(billing, after, before), 0); // counts that fell owe nothing
}

void ChargesAndWindowsTest::aNewRateCountsForWhatComesAfterIt()
{
    model::Billing billing{model::BillingModel::Cpc, Money::units(1), {}, {}};
    std::int64_t due = chargeFor(billing, {}, {0, 10, 0, 0});
    billing.perClick = Money::units(2);
    due += chargeFor(billing, {0, 10, 0, 0}, {0, 15, 0, 0});
    QCOMPARE(due, 20'000'000'000); // 10 * 1 + 5 * 2
}

void ChargesAndWindowsTest::aChargeThatDoesNotFitIsTheMost()
{
    const model::Billing billing{model::BillingModel::Cpc, Money::units(1'000'000), {}, {}};
    QCOMPARE(chargeFor(billing, {}, {0, 1'000'000'000, 0, 0}),
             std::numeric_limits<std::int64_t>::max());
}

void ChargesAndWindowsTest::aWindowClosesWhenEveryServerReportedToItsEnd()
{
    const TimeMs hour{kStart.value - kStart.value % base::kHourMs};
    WindowCloser closer({base::kHourMs, 2 * base::kHourMs}, hour + 5000);
    closer.report(1, hour + base::kHourMs);
    closer.report(2, hour + base::kHourMs + -1);
    QVERIFY(closer.close(hour + base::kHourMs, 7).empty());
    closer.report(2, hour + base::kHourMs);
    const auto closed = closer.close(hour + base::kHourMs + 10, 7);
    QCOMPARE(closed.size(), 1U);
    QVERIFY(closed[0]
            == (ClosedWindow{hour, hour + base::kHourMs, hour + base::kHourMs + 10, true, 7}));
    QVERIFY(closer.closedUntil() == hour + base::kHourMs);
}

void ChargesAndWindowsTest::aWindowClosesLateWithoutAServerThatIsCutOff()
{
    const TimeMs hour{kStart.value - kStart.value % base::kHourMs};
    WindowCloser closer({base::kHourMs, 2 * base::kHourMs}, hour);
    closer.report(1, hour + 60'000);
    QVERIFY(closer.close(hour + 3 * base::kHourMs + -1, 1).empty());
    const auto closed = closer.close(hour + 3 * base::kHourMs, 1);
    QCOMPARE(closed.size(), 1U);
    QVERIFY(!closed[0].complete);
}

void ChargesAndWindowsTest::aServerThatLeftIsNotWaitedFor()
{
    const TimeMs hour{kStart.value - kStart.value % base::kHourMs};
    WindowCloser closer({base::kHourMs, 2 * base::kHourMs}, hour);
    closer.report(1, hour + 60'000);
    closer.report(2, hour + base::kHourMs);
    closer.leave(1);
    QCOMPARE(closer.close(hour + base::kHourMs, 1).size(), 1U);
}

void ChargesAndWindowsTest::windowsCloseInOrderWithoutGaps()
{
    const TimeMs hour{kStart.value - kStart.value % base::kHourMs};
    WindowCloser closer({base::kHourMs, 0}, hour);
    closer.report(1, hour + 5 * base::kHourMs);
    TimeMs end = hour;
    for (const ClosedWindow& window : closer.close(hour + 5 * base::kHourMs + 1, 1)) {
        QVERIFY(window.start == end);
        end = window.end;
    }
    QVERIFY(end == hour + 5 * base::kHourMs);
}

void ChargesAndWindowsTest::lateDataAreAdjustmentsLinkedToTheirWindow()
{
    LedgerBed bed;
    const TransferId window = closedWindowId(kStart);
    const std::vector<CampaignCounts> counts{{1, 5'000'000, 0, 5'000'000, 2'000'999}};
    const std::vector<PublisherCounts> publishers{{1, 5'000'000}};
    bed.settlement.settle({kStart, kStart + 60'000, 5, counts, publishers, 0, 0, {}, window},
                          kStart + 60'000);
    Money late;
    Money onTime;
    for (const Entry& entry : bed.book.entries()) {
        if (entry.transfer.code == TransferCode::LateDelivery) {
            QVERIFY(entry.transfer.reference == window);
            late += entry.transfer.amount;
        }
        if (entry.transfer.code == TransferCode::Delivery)
            onTime += entry.transfer.amount;
    }
    QCOMPARE(late.micros, 2'000); // 2'000'999 nanos, rounded down
    QCOMPARE(onTime.micros, 3'000);
    QCOMPARE(bed.at(AccountKind::CampaignBudget, "camp-001").settled, 5'000);
}

QTEST_APPLESS_MAIN(ChargesAndWindowsTest)
#include "test_charges_and_windows.moc"
