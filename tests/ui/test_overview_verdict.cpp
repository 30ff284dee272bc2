// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/spend_rows.h"
#include "ui/overview/time_range.h"
#include "ui/overview/verdict_bar.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::overview;
using bridge::isBehind;
using bridge::PlanToday;

namespace {

constexpr std::int64_t kMinute = 60'000;

runtime::SeatView seatOf(const char* id, const char* name, std::uint64_t asked, std::uint64_t late)
{
    runtime::SeatView seat;
    seat.id = id;
    seat.name = name;
    seat.deadlineMicros = 50'000;
    seat.asked = asked;
    seat.late = late;
    return seat;
}

runtime::CampaignView campaignOf(const char* id, const char* seat, std::int64_t spent,
                                 std::int64_t plan)
{
    runtime::CampaignView campaign;
    campaign.id = id;
    campaign.name = id;
    campaign.seatId = seat;
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetDay = Money::units(4000);
    campaign.spentToday = Money::units(spent);
    campaign.planToday = Money::units(plan);
    return campaign;
}

runtime::Snapshot healthy()
{
    runtime::Snapshot snapshot;
    snapshot.mode = runtime::MarketMode::Simulation;
    snapshot.now = {60 * kMinute};
    snapshot.seats = {seatOf("n", "Northwind", 10'000, 10), seatOf("h", "Helios", 10'000, 10)};
    snapshot.campaigns = {campaignOf("spring", "n", 2000, 2000)};
    snapshot.invariants = {{1, "Paid equals earned plus fees", true, 0, "paid = earned + fee"}};
    return snapshot;
}

std::vector<Need> judge(const runtime::Snapshot& snapshot)
{
    SeatWatch watch;
    watch.add(snapshot);
    return needsOf(snapshot, watch);
}

} // namespace

class TestOverviewVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHealthyMarketNeedsNobody() { QVERIFY(judge(healthy()).empty()); }

    void aBrokenInvariantComesBeforeEverythingElse()
    {
        runtime::Snapshot snapshot = healthy();
        snapshot.invariants[0].broken = 3;
        snapshot.seats[0].cutOff = true;
        snapshot.campaigns[0].spentToday = Money::units(100);
        const std::vector<Need> needs = judge(snapshot);
        QCOMPARE(needs.size(), std::size_t{3});
        QCOMPARE(needs[0].mark, widgets::Mark::Bad);
        QVERIFY(needs[0].sentence.contains(u"Paid equals earned plus fees"));
        QVERIFY(needs[1].sentence.contains(u"cut off"));
        QVERIFY(needs[2].sentence.contains(u"spring"));
    }

    void aLateSeatNamesItsCampaignThatIsBehind()
    {
        runtime::Snapshot snapshot = healthy();
        snapshot.seats[0].late = 1800; // 18 % of 10 000
        snapshot.campaigns[0].spentToday = Money::units(3068);
        snapshot.campaigns[0].planToday = Money::units(3742); // 1 - 3068/3742 = 18.0 %
        const std::vector<Need> needs = judge(snapshot);
        QCOMPARE(needs.size(), std::size_t{2});
        QVERIFY(needs[0].sentence.startsWith(u"Northwind answers late"));
        QVERIFY(needs[0].sentence.contains(u"spring"));
        QCOMPARE(needs[0].sentence.count(QStringLiteral("18.0")), 2);
        QCOMPARE(needs[0].place,
                 (bridge::Destination{QStringLiteral("training"), QStringLiteral("seat"),
                                      QStringLiteral("n")}));
    }

    void fivePercentLateIsStillPunctual()
    {
        runtime::Snapshot snapshot = healthy();
        snapshot.seats[0].late = 500;
        QVERIFY(judge(snapshot).empty());
        snapshot.seats[0].late = 501;
        QCOMPARE(judge(snapshot).size(), std::size_t{1});
    }

    void theCampaignThatLacksMostMoneyComesFirst()
    {
        runtime::Snapshot snapshot = healthy();
        // a lacks 900 (90 %), b 1,000 (50 %).
        snapshot.campaigns = {campaignOf("a", "n", 100, 1000), campaignOf("b", "n", 1000, 2000),
                              campaignOf("c", "n", 1801, 2000)};
        const std::vector<Need> needs = judge(snapshot);
        QCOMPARE(needs.size(), std::size_t{2}); // c is 9.95 % behind
        QCOMPARE(needs[0].place.value, QStringLiteral("b"));
        QCOMPARE(needs[1].place.value, QStringLiteral("a"));
    }

    void pausedCampaignsAndSmallSumsAreNotBehind()
    {
        runtime::CampaignView campaign = campaignOf("a", "n", 0, 39); // under 1/100 of 4000
        QVERIFY(!isBehind(campaign));
        campaign.planToday = Money::units(40);
        QVERIFY(isBehind(campaign));
        campaign.status = model::CampaignStatus::Paused;
        QVERIFY(!isBehind(campaign));
    }

    void aSmallBudgetDoesNotStandBeforeALargeOneThatIsEarlyInItsDay()
    {
        runtime::Snapshot snapshot = healthy();
        // small lacks 1 of 5 planned; large 432 of 697, under a twentieth of its 20,000.
        snapshot.campaigns
            = {campaignOf("small", "n", 4, 5), campaignOf("large", "n", 697 - 432, 697)};
        snapshot.campaigns[0].budgetDay = Money::units(60);
        snapshot.campaigns[1].budgetDay = Money::units(20'000);
        const std::vector<Need> needs = judge(snapshot);
        QCOMPARE(needs.size(), std::size_t{2});
        QCOMPARE(needs[0].place.value, QStringLiteral("large"));
    }

    void colourAndVerdictAgree_data()
    {
        QTest::addColumn<int>("spent");
        QTest::addColumn<int>("plan");
        QTest::addColumn<bool>("behind");
        QTest::newRow("62 % of little") << 14 << 38 << false; // lacks 24, 0.6 % of 4000
        QTest::newRow("17 % early in the day") << 330 << 400 << true; // 17.5 %, 1.75 % of 4000
        QTest::newRow("a tenth") << 1800 << 2000 << false;
        QTest::newRow("more than a tenth") << 1799 << 2000 << true;
    }
    void colourAndVerdictAgree()
    {
        QFETCH(const int, spent);
        QFETCH(const int, plan);
        QFETCH(const bool, behind);
        runtime::Snapshot snapshot = healthy();
        snapshot.campaigns = {campaignOf("a", "n", spent, plan)};
        QCOMPARE(!judge(snapshot).empty(), behind);
        SpendModel rows(spendKey);
        rows.setColumns(spendColumns());
        rows.update(spendRows(snapshot, 10));
        for (const int row : {0, 1}) // the campaign and the sum
            QCOMPARE(rows.index(row, 5).data(widgets::ToneRole).isValid(), behind);
    }

    void theSumIsNotAmberWhereNoCampaignIs()
    {
        runtime::Snapshot snapshot = healthy();
        // a lacks 10 % of 1,000; b half of 60, under 1 % of its budget; both 12.3 % of 1,060.
        snapshot.campaigns = {campaignOf("a", "n", 900, 1000), campaignOf("b", "n", 30, 60)};
        PlanToday today;
        for (const runtime::CampaignView& campaign : snapshot.campaigns)
            today.add(campaign);
        QVERIFY(today.distance().value() < -0.12);
        QVERIFY(!today.isBehind());
        QVERIFY(judge(snapshot).empty());
    }

    void whereNothingNeedsYouTheLastAlertIsNamed()
    {
        runtime::Snapshot snapshot = healthy();
        QCOMPARE(lastResolved(snapshot), QString());
        runtime::WatchView watch;
        watch.ended.resize(2);
        watch.ended[0].alert.resolvedAt = {(12 * 60 + 19) * kMinute};
        snapshot.watch = std::make_shared<const runtime::WatchView>(watch);
        VerdictBar bar;
        bar.setNeeds(judge(snapshot), lastResolved(snapshot));
        QCOMPARE(bar.sentence(), QStringLiteral("Nothing needs you. Last alert resolved 12:19."));
    }

    void latenessIsOfTheLastFiveMinutes()
    {
        SeatWatch watch;
        runtime::Snapshot snapshot = healthy();
        for (int minute = 0; minute <= 20; ++minute) {
            snapshot.now = {minute * kMinute};
            snapshot.seats[0].asked = static_cast<std::uint64_t>(minute) * 1000;
            snapshot.seats[0].late = minute <= 10 ? snapshot.seats[0].asked : 10'000;
            watch.add(snapshot);
        }
        // All of the first ten minutes was late, none of the last ten.
        QCOMPARE(watch.of(0).late, std::uint64_t{0});
        QCOMPARE(watch.of(0).asked, std::uint64_t{5000});
        QCOMPARE(watch.of(0).since.value, 15 * kMinute);
        snapshot.now = {0}; // a new market
        snapshot.seats[0].asked = 0;
        snapshot.seats[0].late = 0;
        watch.add(snapshot);
        QCOMPARE(watch.of(0).asked, std::uint64_t{0});
    }

    void theRangeFollowsUntilItIsMoved()
    {
        TimeRange range; // the last hour
        const qint64 now = 180 * kMinute;
        QCOMPARE(range.window(0, now), (TimeWindow{120 * kMinute, 180 * kMinute}));
        range.earlier(0, now);
        QCOMPARE(range.window(0, now), (TimeWindow{90 * kMinute, 150 * kMinute}));
        QVERIFY(!range.follows());
        range.later(0, now);
        QVERIFY(range.follows());
        range.zoom({30 * kMinute, 40 * kMinute});
        for (int i = 0; i < 20; ++i)
            range.earlier(0, now);
        QCOMPARE(range.window(0, now), (TimeWindow{0, 10 * kMinute}));
        range.reset();
        QCOMPARE(range.window(0, now).to, now);
    }

    void aRangeNeverReachesBeforeTheRun()
    {
        TimeRange range;
        range.setSpan(Span::Day);
        QCOMPARE(range.window(1000 * kMinute, 1030 * kMinute),
                 (TimeWindow{1000 * kMinute, 1030 * kMinute}));
        range.earlier(1000 * kMinute, 1030 * kMinute);
        QVERIFY(range.follows());
        range.zoom({1010 * kMinute, 1010 * kMinute + 5});
        QCOMPARE(range.window(0, 1030 * kMinute).length(), kMinute);
    }
};

QTEST_MAIN(TestOverviewVerdict)
#include "test_overview_verdict.moc"
