// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/history.h"
#include "ui/overview/log_panel.h"
#include "ui/overview/publisher_panel.h"
#include "ui/overview/spend_panel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include <cmath>

using namespace gavel;
using namespace gavel::overview;

namespace {

runtime::Snapshot marketOf(int campaigns)
{
    runtime::Snapshot snapshot;
    for (int i = 1; i <= campaigns; ++i) {
        runtime::CampaignView campaign;
        campaign.id = "c" + std::to_string(i);
        campaign.name = "Campaign " + std::to_string(i);
        campaign.budgetDay = Money::units(i * 100);
        campaign.spentToday = Money::units(i * 10);
        campaign.planToday = Money::units(i * 20);
        snapshot.campaigns.push_back(campaign);
    }
    return snapshot;
}

Money sumOf(const std::vector<SpendRow>& rows)
{
    Money sum;
    for (const SpendRow& row : rows) {
        if (row.kind != widgets::RowKind::Total)
            sum += row.spent;
    }
    return sum;
}

} // namespace

class TestOverviewRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLargestBudgetsAreShownAndTheRestIsOneRow()
    {
        const std::vector<SpendRow> rows = spendRows(marketOf(60), 10);
        QCOMPARE(rows.size(), std::size_t{10});
        QCOMPARE(rows[0].id, QStringLiteral("c60"));
        QCOMPARE(rows[7].id, QStringLiteral("c53"));
        QCOMPARE(rows[8].campaigns, 52);
        QCOMPARE(rows[9].kind, widgets::RowKind::Total);
        QCOMPARE(rows[9].campaigns, 60);
        // 10 * (1 + ... + 60) = 10 * 60 * 61 / 2 = 18 300
        QCOMPARE(rows[9].spent.micros, Money::units(18'300).micros);
        QCOMPARE(sumOf(rows).micros, rows[9].spent.micros);
    }

    void allCampaignsFitWithoutOthers()
    {
        const std::vector<SpendRow> rows = spendRows(marketOf(4), 10);
        QCOMPARE(rows.size(), std::size_t{5});
        QCOMPARE(sumOf(rows).micros, Money::units(100).micros);
        QCOMPARE(spendRows(marketOf(4), 5).size(), std::size_t{5});
        QCOMPARE(spendRows(marketOf(4), 4).size(), std::size_t{4}); // two, the others, the sum
    }

    void aCampaignWithoutDayBudgetHasNoPlanAndDoesNotChangeTheDistance()
    {
        runtime::Snapshot snapshot = marketOf(1); // 10 spent of 20 planned: half
        runtime::CampaignView open;
        open.id = "open";
        open.spentToday = Money::units(500);
        snapshot.campaigns.push_back(open);
        SpendModel model(spendKey);
        model.setColumns(spendColumns());
        model.update(spendRows(snapshot, 10));
        const int openRow = model.find(QStringLiteral("open"));
        QCOMPARE(model.index(openRow, 4).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(openRow, 5).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(2, 3).data().toString(), QStringLiteral("510"));
        QVERIFY(model.index(2, 5).data().toString().contains(u"50.0"));
    }

    void namesAreWholeAtTheReferenceSize()
    {
        widgets::Theme::current().install();
        runtime::Snapshot snapshot = marketOf(2);
        snapshot.campaigns[1].name = "Lunar Trail Running";
        SpendPanel spend;
        spend.resize(488, 321);
        spend.show();
        spend.setSnapshot(std::make_shared<const runtime::Snapshot>(snapshot));
        const auto* table = spend.findChild<widgets::DataTable*>();
        const QFontMetrics body(widgets::font(widgets::TextRole::Body));
        QVERIFY(table->columnWidth(0)
                >= body.horizontalAdvance(QStringLiteral("Lunar Trail Running"))
                    + 2 * widgets::space::kCell);
    }

    void aTileIsTheMeanOfTheLastTwentieth()
    {
        History history;
        history.window = {0, base::kHourMs};
        history.auctions.assign(60, 1.0);
        QCOMPARE(lengthOfLast(history), 3 * base::kMinuteMs); // 60 min / 20
        history.auctions.assign(10, 1.0);
        QCOMPARE(lengthOfLast(history), 6 * base::kMinuteMs); // one point of ten
    }

    void theSpendModelKeepsItsPromises()
    {
        SpendModel model(spendKey);
        model.setColumns(spendColumns());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const int room : {10, 6, 3, 40, 10})
            model.update(spendRows(marketOf(30), room));
        model.update(spendRows(marketOf(0), 10));
        QCOMPARE(model.rowCount(), 1);
    }

    void publishersCloseToTheirSum()
    {
        runtime::Snapshot snapshot;
        for (int i = 1; i <= 12; ++i)
            snapshot.publishers.push_back(
                {"p" + std::to_string(i), "Publisher", "", 0, 0, Money::units(i), {}, {}});
        const std::vector<PublisherRow> rows = publisherRows(snapshot, 6);
        QCOMPARE(rows.size(), std::size_t{6});
        QCOMPARE(rows[0].id, QStringLiteral("p12"));
        QCOMPARE(rows[0].share, 1.0);
        QCOMPARE(rows[4].revenue.micros, Money::units(36).micros); // 1 + ... + 8
        QCOMPARE(rows[5].revenue.micros, Money::units(78).micros); // 1 + ... + 12
    }

    void equalLogLinesKeepTheirKeysWhenNewerOnesArrive()
    {
        runtime::Snapshot snapshot;
        const runtime::LogLine line{{1000}, "seat", "warn", "Northwind", "late"};
        snapshot.log = {line, line};
        const std::vector<LogRow> before = logRows(snapshot);
        QVERIFY(before[0].key != before[1].key);
        snapshot.log.insert(snapshot.log.begin(), {{2000}, "seat", "good", "Northwind", "again"});
        const std::vector<LogRow> after = logRows(snapshot);
        QCOMPARE(after[1].key, before[0].key);
        QCOMPARE(after[2].key, before[1].key);
        QCOMPARE(after[0].mark, widgets::Mark::Good);
    }

    void ratiosAreMissingWhereNothingWasMeasured()
    {
        const std::vector<double> shares = ratios({1, 0, 3}, {4, 0, 2});
        QCOMPARE(shares[0], 0.25);
        QVERIFY(std::isnan(shares[1]));
        QCOMPARE(shares[2], 1.5);
        std::vector<double> rising(40);
        for (std::size_t i = 0; i < rising.size(); ++i)
            rising[i] = static_cast<double>(i);
        QCOMPARE(meanOfFirst(rising), 0.5); // of 0 and 1
        QCOMPARE(meanOfLast(rising), 38.5); // of 38 and 39
        QVERIFY(std::isnan(meanOfLast({})));
    }
};

QTEST_MAIN(TestOverviewRows)
#include "test_overview_rows.moc"
