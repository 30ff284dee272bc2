// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/explore/metric_query.h"
#include "tests/unit/pipeline/counter_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

constexpr std::int64_t kQuarter = 900'000;
constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 86'400'000;

Result<MetricAnswer> ask(const CounterBed& bed, const MetricQuery& query)
{
    auto reader = bed.workspace->reader();
    const auto scopes = Scopes::read(*reader).value();
    return readMetrics(*reader, {scopes.newestOf("live")}, query);
}

/// The first hour of the year against the hour before it.
MetricQuery firstHour(const char* dimension, const char* measure)
{
    MetricQuery query;
    query.dimension = dimension;
    query.measure = measure;
    query.from = {kNewYear};
    query.to = {kNewYear + kHour};
    return query;
}

QString text(const std::optional<MetricValue>& value)
{
    return value ? QString::fromStdString(textOf(*value)) : QStringLiteral("none");
}

QStringList texts(const MetricRow::Values& values)
{
    QStringList all;
    for (const auto& value : values)
        all << text(value);
    return all;
}

/// In the hour before: camp-1 has 2 impressions and a win of 3 millionths. In the hour: camp-1 has
/// 4 impressions, 1 click and 2 wins of 5; camp-2 has 1 impression in the third quarter.
void fill(CounterBed& bed)
{
    bed.open();
    bed.send(EventKind::Win, kNewYear - kHour, 1, 3'000);
    for (int i = 0; i < 2; ++i)
        bed.send(EventKind::Impression, kNewYear - kHour + i, 1, 3'000, 10);
    for (int i = 0; i < 2; ++i)
        bed.send(EventKind::Win, kNewYear + i * kQuarter, 1, 5'000);
    for (int i = 0; i < 4; ++i)
        bed.send(EventKind::Impression, kNewYear + i, 1, 5'000, 20 + static_cast<unsigned>(i));
    bed.send(EventKind::Click, kNewYear + kQuarter, 1, 1);
    bed.send(EventKind::Impression, kNewYear + 2 * kQuarter, 2, 0, 20);
    bed.send(EventKind::Conversion, kNewYear + 4 * kQuarter - 1, 1, 15'000'000);
    bed.flush();
}

} // namespace

class MetricQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostComeFirstWithTheirStepsAndTheHourBefore();
    void moneyAndRatiosAreWorkedOutOfSums_data();
    void moneyAndRatiosAreWorkedOutOfSums();
    void nothingIsShownWhereNothingWasMeasured();
    void chosenNamesKeepTheirOrder();
    void usersOfTwoDaysAreCountedOnce();
    void daysBeginInTheAskersZone();
    void whatIsCountedSaysWhatMayStillGrow();
    void wrongQuestionsNameTheField_data();
    void wrongQuestionsNameTheField();
};

void MetricQueryTest::theMostComeFirstWithTheirStepsAndTheHourBefore()
{
    CounterBed bed;
    fill(bed);
    const auto answer = ask(bed, firstHour("campaign", "impressions"));
    QVERIFY2(answer, answer ? "" : toString(answer.error()).c_str());
    QCOMPARE(answer->names, std::size_t{2});
    QCOMPARE(answer->rows.size(), std::size_t{2});
    const MetricRow& first = answer->rows[0];
    QCOMPARE(first.key, std::string("camp-1"));
    QCOMPARE(text(first.value), QStringLiteral("4"));
    QCOMPARE(text(first.before), QStringLiteral("2"));
    QCOMPARE(texts(first.steps), (QStringList{"4", "0", "0", "0"}));
    QCOMPARE(texts(first.stepsBefore), (QStringList{"2", "0", "0", "0"}));
    QCOMPARE(texts(answer->rows[1].steps), (QStringList{"0", "0", "1", "0"}));
    QCOMPARE(text(answer->all.value), QStringLiteral("5"));
}

void MetricQueryTest::moneyAndRatiosAreWorkedOutOfSums_data()
{
    QTest::addColumn<QString>("measure");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("before");
    QTest::newRow("spend") << "spend"
                           << "0.000010"
                           << "0.000003";
    QTest::newRow("revenue") << "revenue"
                             << "15.000000"
                             << "0.000000";
    QTest::newRow("earned: eight tenths") << "earned"
                                          << "0.000008"
                                          << "0.000002";
    QTest::newRow("ctr: 1 of 4") << "ctr"
                                 << "0.250000"
                                 << "0.000000";
    QTest::newRow("cvr: 1 of 1, of no click") << "cvr"
                                              << "1.000000"
                                              << "none";
    QTest::newRow("cpc") << "cpc"
                         << "0.000010"
                         << "none";
    QTest::newRow("cpm: 10 / 4 x 1000") << "cpm"
                                        << "0.002500"
                                        << "0.001500";
    QTest::newRow("cpa") << "cpa"
                         << "0.000010"
                         << "none";
    QTest::newRow("roas: 15 / 0.00001") << "roas"
                                        << "1500000.000000"
                                        << "0.000000";
    QTest::newRow("no bid was sampled") << "win_rate"
                                        << "none"
                                        << "none";
}

void MetricQueryTest::moneyAndRatiosAreWorkedOutOfSums()
{
    QFETCH(QString, measure);
    CounterBed bed;
    fill(bed);
    MetricQuery query = firstHour("campaign", qPrintable(measure));
    query.keys = {"camp-1"};
    const auto answer = ask(bed, query);
    QVERIFY2(answer, answer ? "" : toString(answer.error()).c_str());
    QTEST(text(answer->rows[0].value), "now");
    QTEST(text(answer->rows[0].before), "before");
}

void MetricQueryTest::nothingIsShownWhereNothingWasMeasured()
{
    CounterBed bed;
    fill(bed);
    MetricQuery query = firstHour("all", "impressions");
    query.from = {kNewYear - kHour};
    query.to = {kNewYear + 2 * kHour};
    query.step = "hour";
    const auto answer = ask(bed, query);
    QVERIFY(answer);
    // The time before is not counted, and the last hour has not begun.
    QVERIFY(!answer->hasBefore);
    QVERIFY(!answer->rows[0].before);
    QCOMPARE(texts(answer->rows[0].steps), (QStringList{"2", "5", "none"}));
}

void MetricQueryTest::chosenNamesKeepTheirOrder()
{
    CounterBed bed;
    fill(bed);
    MetricQuery query = firstHour("campaign", "impressions");
    query.keys = {"camp-2", "camp-1"};
    const auto answer = ask(bed, query);
    QVERIFY(answer);
    QCOMPARE(answer->rows[0].key, std::string("camp-2"));
    QCOMPARE(text(answer->rows[0].value), QStringLiteral("1"));
    QCOMPARE(text(answer->rows[0].before), QStringLiteral("0"));
}

void MetricQueryTest::usersOfTwoDaysAreCountedOnce()
{
    CounterBed bed;
    bed.open();
    for (unsigned user : {1U, 2U, 3U})
        bed.send(EventKind::Impression, kNewYear, 1, 0, user);
    for (unsigned user : {3U, 4U})
        bed.send(EventKind::Impression, kNewYear + kDay, 1, 0, user);
    bed.send(EventKind::Impression, kNewYear, 2, 0, 1);
    bed.send(EventKind::RequestCount, kNewYear + 2 * kDay, 0, 1);
    bed.flush();
    bed.close(); // users are merged a while later, at the latest now
    bed.open();
    MetricQuery query = firstHour("campaign", "unique_users");
    query.to = {kNewYear + 2 * kDay};
    query.step = "day";
    query.ownDays = true;
    const auto answer = ask(bed, query);
    QVERIFY2(answer, answer ? "" : toString(answer.error()).c_str());
    QCOMPARE(answer->rows[0].key, std::string("camp-1"));
    QCOMPARE(texts(answer->rows[0].steps), (QStringList{"3", "2"}));
    QCOMPARE(text(answer->rows[0].value), QStringLiteral("4"));
    QCOMPARE(text(answer->rows[1].value), QStringLiteral("1"));
}

void MetricQueryTest::daysBeginInTheAskersZone()
{
    CounterBed bed;
    bed.open();
    bed.send(EventKind::Impression, kNewYear + 14 * kHour, 1, 0); // 23:00 in Seoul
    bed.send(EventKind::Impression, kNewYear + 15 * kHour, 1, 0); // 00:00 of the next day
    bed.flush();
    MetricQuery query = firstHour("campaign", "impressions");
    query.from = {kNewYear - 9 * kHour};
    query.to = {kNewYear + 39 * kHour};
    query.step = "day";
    query.utcOffsetMinutes = 540;
    const auto answer = ask(bed, query);
    QVERIFY(answer);
    QCOMPARE(texts(answer->rows[0].steps), (QStringList{"1", "1"}));
    QCOMPARE(answer->from.value, kNewYear - 9 * kHour);
}

void MetricQueryTest::whatIsCountedSaysWhatMayStillGrow()
{
    CounterBed bed;
    fill(bed);
    MetricQuery query = firstHour("campaign", "impressions");
    query.to = {kNewYear + 2 * kHour};
    const auto answer = ask(bed, query);
    QVERIFY(answer);
    QCOMPARE(answer->waiting, std::uint64_t{0});
    QCOMPARE(answer->countedFrom.value, kNewYear - kHour);
    QCOMPARE(answer->countedTo.value, kNewYear + kHour);
    QCOMPARE(answer->provisionalFrom.value, kNewYear + kHour);
}

void MetricQueryTest::wrongQuestionsNameTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("no dimension") << "dimension"
                                  << "colour";
    QTest::newRow("sessions have no list") << "dimension"
                                           << "session";
    QTest::newRow("no measure") << "measure"
                                << "luck";
    QTest::newRow("of the whole market only") << "measure"
                                              << "requests";
    QTest::newRow("never named") << "keys"
                                 << "camp-9";
    QTest::newRow("no rows") << "most"
                             << "0";
    QTest::newRow("too many rows") << "most"
                                   << "101";
    QTest::newRow("no step") << "step"
                             << "week";
    QTest::newRow("users by own days only") << "step"
                                            << "users";
    QTest::newRow("too many steps") << "step"
                                    << "minute";
    QTest::newRow("ends before it begins") << "to"
                                           << "0";
    QTest::newRow("no such zone") << "utcOffsetMinutes"
                                  << "7";
}

void MetricQueryTest::wrongQuestionsNameTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    CounterBed bed;
    fill(bed);
    MetricQuery query = firstHour("campaign", "impressions");
    query.to = {kNewYear + kDay};
    if (field == u"dimension")
        query.dimension = value.toStdString();
    else if (field == u"measure")
        query.measure = value.toStdString();
    else if (field == u"keys")
        query.keys = {value.toStdString()};
    else if (field == u"most")
        query.most = value.toUInt();
    else if (value == u"users")
        query.measure = "unique_users";
    else if (field == u"step")
        query.step = value.toStdString();
    else if (field == u"to")
        query.to = {value.toLongLong()};
    else
        query.utcOffsetMinutes = value.toInt();
    const auto answer = ask(bed, query);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, std::string("METRIC_WRONG"));
    QCOMPARE(QString::fromStdString(answer.error().where), field);
}

QTEST_GUILESS_MAIN(MetricQueryTest)
#include "test_metric_query.moc"
