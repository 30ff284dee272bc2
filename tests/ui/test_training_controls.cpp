// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/market_controls.h"
#include "ui/training/score_rows.h"
#include "ui/training/time_field.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace gavel;
using namespace gavel::training;

namespace {

constexpr qint64 kHour = 3'600'000;

model::MarketSetup setupOf()
{
    model::MarketSetup setup;
    model::Seat seat;
    seat.id = "orchid";
    seat.name = "Orchid";
    seat.answerTime.medianMicros = 20'000;
    setup.seats = {seat};
    return setup;
}

runtime::Snapshot snapshotOf(const model::MarketSetup& setup)
{
    runtime::Snapshot snapshot;
    snapshot.mode = runtime::MarketMode::Simulation;
    snapshot.rules = setup.rules;
    for (const model::Seat& seat : setup.seats) {
        runtime::SeatView view;
        view.id = seat.id;
        view.name = seat.name;
        view.deadlineMicros = seat.deadlineMicros;
        snapshot.seats.push_back(view);
    }
    return snapshot;
}

runtime::SeatView player(const char* id, std::int64_t value, std::int64_t spend, std::uint64_t wins)
{
    runtime::SeatView seat;
    seat.id = id;
    seat.name = id;
    seat.strategy = "mcpc";
    seat.value = Money::units(value);
    seat.spend = Money::units(spend);
    seat.wins = wins;
    return seat;
}

} // namespace

class TestTrainingControls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangeSaysWhatItWasAndWhatItIs()
    {
        const model::AuctionRules rules; // second price, floors times 1
        const runtime::ControlChange change = changeFloors(rules, 1'200'000);
        QCOMPARE(QString::fromStdString(change.subject), QStringLiteral("All floors"));
        QCOMPARE(QString::fromStdString(change.said), QStringLiteral("× 1.00 → × 1.20"));
        QCOMPARE(change.rules->floorFactorPpm, 1'200'000);
        QVERIFY(!change.rules->kind); // what is not changed stays what it is by then
    }

    void aDeadlineKeepsEverythingElseOfTheSeat()
    {
        const model::MarketSetup setup = setupOf();
        const auto seat = seatNow(snapshotOf(setup), setup, "orchid");
        const runtime::ControlChange change = changeDeadline(*seat, 40'000);
        QCOMPARE(QString::fromStdString(change.subject), QStringLiteral("Orchid deadline"));
        QCOMPARE(QString::fromStdString(change.said), QStringLiteral("50 ms → 40 ms"));
        QCOMPARE(change.seat->deadlineMicros.value(), 40'000U);
        QVERIFY(!change.seat->cutOff);
        QVERIFY(!seatNow(snapshotOf(setup), setup, "nobody"));
    }

    void aSoftFloorOfZeroWouldChangeNothing()
    {
        const model::AuctionRules rules;
        QVERIFY(changePriceRule(rules, model::PriceRule::SoftFloor).rules->softFloor->nanos > 0);
        QVERIFY(!changePriceRule(rules, model::PriceRule::FirstPrice).rules->softFloor);
    }

    void restoreAllUndoesEachControlAndOnlyThose()
    {
        const model::MarketSetup setup = setupOf();
        runtime::Snapshot snapshot = snapshotOf(setup);
        QVERIFY(restoreAll(snapshot, setup).empty());
        snapshot.rules.kind = model::PriceRule::FirstPrice;
        snapshot.rules.floorFactorPpm = 1'500'000;
        snapshot.trafficFactor = 2;
        snapshot.seats[0].deadlineMicros = 30'000;
        snapshot.seats[0].cutOff = true;
        const auto changes = restoreAll(snapshot, setup);
        QCOMPARE(changes.size(), std::size_t{5});
        QCOMPARE(changes[0].rules->kind.value(), setup.rules.kind);
        QCOMPARE(changes[1].rules->floorFactorPpm.value(), setup.rules.floorFactorPpm);
        QCOMPARE(changes[2].trafficFactor.value(), 1.0);
        QCOMPARE(changes[3].seat->deadlineMicros.value(), setup.seats[0].deadlineMicros);
        QCOMPARE(changes[4].seat->cutOff.value(), setup.seats[0].cutOff);
    }

    void cuttingOffIsAFaultInTheJournal()
    {
        const model::MarketSetup setup = setupOf();
        const runtime::ControlChange change = changeCutOff(setup.seats[0], true);
        QVERIFY(change.seat->cutOff.value());
        QVERIFY(saysFaultOn({{}, "journal", "info", change.subject, change.said}));
        const runtime::ControlChange back = changeCutOff(setup.seats[0], false);
        QVERIFY(!saysFaultOn({{}, "journal", "info", back.subject, back.said}));
    }

    void seatsAreRankedByValueMinusSpend()
    {
        runtime::Snapshot snapshot;
        snapshot.seats = {player("a", 100, 90, 10), player("b", 200, 100, 30)};
        snapshot.total.wins = 40;
        snapshot.total.auctions = 50;
        ScoreModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update(scoreRows(snapshot));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.row(0).id, QStringLiteral("b"));
        QCOMPARE(model.row(0).series, 1); // a seat keeps its colour
        QCOMPARE(model.row(0).share, 0.75);
        QCOMPARE(model.row(2).score().micros, Money::units(110).micros);
        QCOMPARE(model.row(2).share, 0.8); // the fill
        snapshot.seats[0].value = Money::units(500);
        model.update(scoreRows(snapshot));
        QCOMPARE(model.row(0).id, QStringLiteral("a"));
    }

    void onlyACampaignSeatsStrategyIsChosen()
    {
        runtime::Snapshot snapshot;
        snapshot.seats = {player("a", 2, 1, 1), player("rival", 1, 1, 1)};
        snapshot.seats[1].kind = model::SeatKind::LogNormal;
        ScoreModel model;
        model.update(scoreRows(snapshot));
        int wanted = -1;
        model.wanted = [&](const ScoreRow&, int strategy) { wanted = strategy; };
        const int column = static_cast<int>(ScoreColumn::Strategy);
        QVERIFY(!model.setData(model.index(1, column), 3, Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, column), model.row(0).strategy, Qt::EditRole));
        QVERIFY(model.setData(model.index(0, column), 6, Qt::EditRole));
        QCOMPARE(wanted, 6);
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("Target CPC"));
    }

    void timesAreReadInTheMarketsZone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("hoursAfterNow"); // -1 = no time
        QTest::newRow("later today") << QStringLiteral("14:00") << qint64{2};
        QTest::newRow("with seconds") << QStringLiteral("13:00:00") << qint64{1};
        QTest::newRow("earlier is tomorrow") << QStringLiteral("11:00") << qint64{23};
        QTest::newRow("end of the day") << QStringLiteral("24:00") << qint64{12};
        QTest::newRow("with a date") << QStringLiteral("03-21 12:00") << qint64{24};
        QTest::newRow("with a year") << QStringLiteral("2026-03-20 15:00") << qint64{3};
        QTest::newRow("words") << QStringLiteral("noon") << qint64{-1};
        QTest::newRow("no such hour") << QStringLiteral("25:00") << qint64{-1};
        QTest::newRow("no such day") << QStringLiteral("02-30 12:00") << qint64{-1};
        QTest::newRow("nothing") << QString() << qint64{-1};
    }
    void timesAreReadInTheMarketsZone()
    {
        QFETCH(QString, text);
        QFETCH(qint64, hoursAfterNow);
        // 2026-03-20 12:00 in UTC+08:00 is 04:00 UTC; 1773964800 s is 2026-03-20T00:00Z.
        const qint64 now = 1'773'964'800'000 + 4 * kHour;
        const auto at = readTime(text, now, 480);
        QCOMPARE(at.has_value(), hoursAfterNow >= 0);
        if (at)
            QCOMPARE(*at, now + hoursAfterNow * kHour);
    }
};

QTEST_MAIN(TestTrainingControls)
#include "test_training_controls.moc"
